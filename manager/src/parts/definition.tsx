import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../texts.ts';

/** The small "?" beside a figure: what it means, one tap away. Escape or a tap elsewhere closes it. */
export function Definition({ id, figure, text }: { id: string; figure: string; text: string }) {
  const open = useSignal(false);
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!open.value) return;
    const close = (event: Event) => {
      if (
        event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)
      ) {
        open.value = false;
      }
    };
    addEventListener('pointerdown', close);
    addEventListener('keydown', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('keydown', close);
    };
  }, [open.value]);
  return (
    <span class="definition" ref={box}>
      <button
        type="button"
        aria-expanded={open.value}
        aria-controls={`${id}-definition`}
        aria-label={texts.value.definitionOf({ figure })}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        ?
      </button>
      <span id={`${id}-definition`} role="note" hidden={!open.value}>
        {text}
      </span>
    </span>
  );
}
