import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { DialogEnd } from './dialog-end.tsx';
import { useSending } from './use-sending.ts';

/** What lies over the page. `<dialog>` keeps the focus inside and gives it back where it was. */
export function Dialog({
  title,
  wide = false,
  onClose,
  children,
}: {
  title: string;
  /** For forms whose fields stand side by side; `whole`: for a long one, as wide as it reads well. */
  wide?: boolean | 'whole';
  onClose: () => void;
  children: ComponentChildren;
}) {
  // One dialog may ask something over another.
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide === 'whole' ? 'whole' : wide ? 'wide' : undefined}
      aria-labelledby={heading}
      onCancel={(event) => {
        if (!event.cancelable) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // A browser closes it unasked where Esc is pressed over and over; whether it closes is ours to say.
        if (!event.currentTarget.isConnected || event.currentTarget.open) return;
        event.currentTarget.showModal();
        onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}

/** A question before something that cannot be taken back with one tap. */
export function Ask({
  title,
  why,
  yes,
  no,
  danger = false,
  act,
  onClose,
}: {
  title: string;
  why: string;
  yes: string;
  /** What the way back is called; "cancel" unless said. */
  no?: string;
  danger?: boolean;
  /** Closes by itself when it has succeeded. */
  act: () => Promise<void>;
  onClose: () => void;
}) {
  const { busy, problem, send } = useSending();
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{why}</p>
      <DialogEnd
        problem={problem.value}
        onClose={onClose}
        leave={no}
        go={yes}
        danger={danger}
        disabled={busy.value}
        act={() =>
          void send(async () => {
            await act();
            onClose();
          })
        }
      />
    </Dialog>
  );
}
