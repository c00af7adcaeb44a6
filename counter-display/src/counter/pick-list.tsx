import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Kbd } from './kbd.tsx';
import type { Pickable } from './pick.ts';
import { texts } from './texts.ts';

/** A numbered list: what was typed is marked and brought into sight. */
export function PickList<T extends Pickable>({
  typed,
  list,
  label,
  waiting,
  active = true,
  describe,
  onPick,
}: {
  typed: string;
  list: readonly T[];
  label: string;
  /** The hub has not told yet what there is. */
  waiting: boolean;
  /** Digits go into this list. */
  active?: boolean;
  describe: (line: T) => ComponentChildren;
  onPick: (line: T) => void;
}) {
  const rows = useRef<HTMLOListElement>(null);
  const exact = list.find(({ number }) => String(number) === typed);
  useEffect(() => {
    rows.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [exact?.id]);
  return (
    <ol class="pick-list" ref={rows} aria-label={label} data-active={active}>
      {list.map((line) => (
        <li key={line.id}>
          <button
            type="button"
            disabled={line.barred ?? false}
            aria-pressed={active && exact?.id === line.id && !line.barred}
            data-begun={active && typed !== '' && !line.barred && String(line.number).startsWith(typed)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(line)}
          >
            <Kbd>{line.number}</Kbd>
            {describe(line)}
          </button>
        </li>
      ))}
      {list.length === 0 && (
        <li class="none">{waiting ? texts.value.connecting : texts.value.moves.noneToPick}</li>
      )}
    </ol>
  );
}
