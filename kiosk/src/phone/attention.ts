import { effect } from '@preact/signals';
import type { PhoneState } from './phone-state.ts';

const FLASH_MS = 1000;
/** Two short and a long: felt in a pocket. */
const PATTERN = [200, 100, 200, 100, 600];

/**
 * A call is noticed on a phone that lies beside: it buzzes at each call and recall, and the tab's title blinks. Who
 * reads or rates further down is brought back up to it.
 */
export function drawAttention(state: PhoneState): void {
  let buzzedFor: number | null = null;
  let flash: ReturnType<typeof setInterval> | undefined;

  effect(() => {
    const view = state.view.value;
    const t = state.t.value;
    clearInterval(flash);
    const quiet = view ? t.titleWith({ number: view.number }) : t.title;
    document.title = quiet;
    if (!view || state.phase.value !== 'called' || view.counter === null) return;
    const loud = t.titleCalled({ counter: view.counter });
    document.title = loud;
    flash = setInterval(() => {
      document.title = document.title === loud ? quiet : loud;
    }, FLASH_MS);
    if (view.calledAt === buzzedFor) return;
    buzzedFor = view.calledAt;
    window.scrollTo(0, 0);
    // Absent on iPhones; before the page's first touch a browser refuses, and grumbles.
    if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.(PATTERN);
  });
}
