import type { KioskState } from './kiosk-state.ts';

/** Longer than anybody rests a hand; short enough for a person who knows. */
export const HOLD_MS = 5000;
/** A finger that wanders has something else in mind. */
const WANDERS_PX = 40;

/**
 * The hidden way to the staff's menu: five seconds on the clock, or Ctrl+Alt+S on a keyboard. What a person was
 * doing at the kiosk stays as it is behind it.
 */
export function watchStaffDoor(page: Window, state: KioskState): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  const open = () => {
    if (state.wishing.value === null) state.staff.value = true;
  };
  const letGo = () => clearTimeout(timer);

  page.addEventListener('pointerdown', (event) => {
    letGo();
    const clock = event.target instanceof Element ? event.target.closest('.top .time') : null;
    if (!clock || !event.isPrimary) return;
    from = { x: event.clientX, y: event.clientY };
    timer = setTimeout(open, HOLD_MS);
  });
  page.addEventListener('pointermove', (event) => {
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > WANDERS_PX) letGo();
  });
  for (const end of ['pointerup', 'pointercancel'] as const) page.addEventListener(end, letGo);
  page.addEventListener('keydown', (event) => {
    if (event.code === 'KeyS' && event.ctrlKey && event.altKey && !event.repeat) open();
  });
}
