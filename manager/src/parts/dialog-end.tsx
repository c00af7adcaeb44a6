import type { ComponentChildren } from 'preact';
import { texts } from '../texts.ts';

/** How a dialog ends: what came of it, the way out, and what it is for, last and where the thumb is. */
export function DialogEnd({
  told,
  problem,
  onClose,
  leave,
  go,
  disabled = false,
  danger = false,
  act,
  children,
}: {
  /** What was done, for a dialog that stays open for the next. */
  told?: string;
  problem: string;
  onClose: () => void;
  /** What the way out is called; "cancel" unless said. */
  leave?: string | undefined;
  /** Without it there is only the way out. */
  go?: string | false | null;
  disabled?: boolean;
  danger?: boolean;
  /** Without it the button submits the form around it. */
  act?: (() => void) | undefined;
  /** Other moves, between the two. */
  children?: ComponentChildren;
}) {
  return (
    <>
      {told !== undefined && (
        <p class="told" role="status">
          {told}
        </p>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="dialog-buttons">
        <button type="button" class="plain" onClick={onClose}>
          {leave ?? texts.value.common.cancel}
        </button>
        {children}
        {go && (
          <button
            type={act ? 'button' : 'submit'}
            class={danger ? 'go danger' : 'go'}
            aria-disabled={disabled}
            onClick={act}
          >
            {go}
          </button>
        )}
      </div>
    </>
  );
}
