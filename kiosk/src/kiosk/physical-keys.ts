import { enquiryService, findService } from '../figures.ts';
import type { KioskActions } from './kiosk-actions.ts';
import type { KioskState } from './kiosk-state.ts';
import type { Speech } from './speech.ts';

/** After a number was said again, a further press within this long takes a new one. */
const ANOTHER_MS = 15_000;
const CONFIRM = new Set(['Enter', 'NumpadEnter', 'Space']);

/**
 * A keypad fixed to the kiosk, for people who cannot see the screen: a key of the hall's choice issues a number
 * of its service and says it. Where no key is set, Enter or the blank offers a number of the enquiry desk, says
 * so, and takes it at the second press. Whoever moves the focus with Tab has Enter for the button they are on.
 */
export function listenForKeys(page: Window, state: KioskState, actions: KioskActions, speech: Speech): void {
  let repeatedAt = Number.NEGATIVE_INFINITY;

  function serviceOf(code: string): string | null {
    const keys = state.menu.value?.kiosk.keys ?? [];
    const key = keys.find((one) => one.code === code);
    return key && findService(state.menu.value, key.serviceId) ? key.serviceId : null;
  }

  /** The number is out: the same person may want to hear it again, the next one wants one of their own. */
  function onResult(again: () => void): void {
    if (performance.now() - repeatedAt < ANOTHER_MS) {
      repeatedAt = Number.NEGATIVE_INFINITY;
      actions.reset();
      again();
      return;
    }
    repeatedAt = performance.now();
    state.touchedAt.value = repeatedAt;
    speech.repeat();
    speech.add('again');
  }

  function take(serviceId: string): void {
    state.comfort.speech.value = true;
    void actions.take(serviceId);
  }

  function offerEnquiry(): void {
    const service = enquiryService(state.menu.value);
    if (!service) return;
    state.comfort.speech.value = true;
    actions.enquire(service.id);
  }

  page.addEventListener('keydown', (event) => {
    if (event.repeat || state.staff.value || state.wishing.value !== null) return;
    // There the keys type a code.
    if (state.screen.value.at === 'check-in') return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const onButton = event.target instanceof HTMLButtonElement;
    const serviceId = serviceOf(event.code);
    const act = serviceId !== null ? () => take(serviceId) : offerEnquiry;
    if (serviceId === null && (!CONFIRM.has(event.code) || onButton)) return;
    // A dialog is answered first, with the button that has the focus.
    if (serviceId !== null && CONFIRM.has(event.code) && onButton) return;
    event.preventDefault();
    if (state.screen.value.at === 'result') onResult(act);
    else if (serviceId !== null || (state.screen.value.at === 'home' && state.dialog.value === null)) act();
  });
}
