import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { createHeldKeys } from './held-keys.ts';
import { OWN_FUNCTION_KEYS, strokeOf } from './keys.ts';
import { wishOf } from './page-keys.ts';
import type { Panel, Wish } from './panel.ts';
import { panelWish } from './panel-keys.ts';
import { helps } from './situation.ts';
import type { Terminal } from './terminal.ts';

/** Controls that have a use for Enter of their own, when they were reached with Tab. */
const takesEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && !target.readOnly;

/** One listener for the whole page: keys work wherever the focus is. */
export function useDeskKeys(
  terminal: Terminal,
  panel: Signal<Panel | null>,
  grant: (wish: Wish) => void,
): void {
  useEffect(() => {
    const held = createHeldKeys();

    function onKeyDown(event: KeyboardEvent) {
      const stroke = strokeOf(event);
      // A held Space or Enter on a focused button would click it again and again.
      if (event.repeat && takesEnter(event.target) && (stroke?.kind === 'enter' || event.code === 'Space')) {
        event.preventDefault();
        return;
      }
      if (!stroke) return;
      // In a field that is written in, letters are letters, and Enter may be the input method's.
      if (writes(event.target) && (stroke.kind !== 'enter' || event.isComposing)) return;
      const first = held.press(event.code || event.key, event.repeat, performance.now());
      if (stroke.kind === 'enter' && takesEnter(event.target)) return;
      const view = terminal.view.value;
      if (!view) return;
      const desk = {
        view,
        hall: terminal.hall.value,
        relievers: terminal.relievers.value,
        can: terminal.can.value,
        helps: helps(terminal.me),
        outcome: terminal.outcome.value,
        choices: terminal.choices.value,
      };
      const wish = panel.value ? panelWish(panel.value, stroke, desk) : wishOf(stroke, desk);
      // F6 would lead into the address bar, `/` to the browser's search, and Enter be lost there.
      if (
        wish ||
        stroke.kind === 'divide' ||
        (stroke.kind === 'function' && OWN_FUNCTION_KEYS.has(stroke.number))
      )
        event.preventDefault();
      if (!wish) return;
      // Deleting may repeat; nothing else may.
      if (first || (stroke.kind === 'backspace' && panel.value !== null)) grant(wish);
    }
    const onKeyUp = (event: KeyboardEvent) => held.release(event.code || event.key);

    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', onKeyUp);
    window.addEventListener('blur', held.releaseAll);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('blur', held.releaseAll);
    };
  }, [terminal, panel, grant]);
}
