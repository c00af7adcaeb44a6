import { createScanCollector, type ScanLimits } from './scan-collector.ts';

/** What a press of Shift and the like would otherwise break a burst with. */
const MODIFIERS = /^(Shift|Control|Alt|Meta|CapsLock|NumLock)/;

interface ScannerOptions extends Partial<ScanLimits> {
  /** What was read; never shown and never logged by this module. */
  onScan(text: string): void;
}

/** A field that takes typing: what it held before a burst, to be put back when it was one. */
interface Field {
  element: HTMLInputElement | HTMLTextAreaElement;
  value: string;
  start: number;
  end: number;
}

/** In a field the first keys go in as typed: nobody types a third within two such gaps. */
const SURE_AFTER = 3;

/**
 * Listens for a scanner that plays a keyboard. Its keys come in a burst, far quicker than a person
 * types, and are taken off the page: they are not echoed, press no button and act as no shortcut.
 * A key that turns out to be a person's is given back, in order and within `gapMs`.
 *
 * Works from `event.code`, so an input method or a layout does not change what was read.
 * @returns stops listening
 */
export function listenForScans(page: Window, { onScan, ...limits }: ScannerOptions): () => void {
  const collector = createScanCollector(limits);
  /** Presses and releases taken from the page until it is known whose they are. */
  let held: KeyboardEvent[] = [];
  let field: Field | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const givenBack = new WeakSet<Event>();

  function take(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** They were a person's: the page gets them as if nothing had been between. */
  function giveBack(): void {
    const mine = held;
    held = [];
    if (field !== null) restore(field, collector.typed());
    field = null;
    collector.clear();
    for (const event of mine) {
      const copy = new KeyboardEvent(event.type, event);
      givenBack.add(copy);
      (event.target ?? page.document).dispatchEvent(copy);
    }
  }

  function drop(text: string): void {
    held = [];
    if (field !== null) restore(field, '');
    field = null;
    onScan(text);
  }

  function onQuiet(): void {
    const text = collector.quiet();
    if (text !== null) drop(text);
    else giveBack();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (givenBack.has(event) || event.repeat || MODIFIERS.test(event.code)) return;
    clearTimeout(timer);
    // A page that was busy gets the key before its timer.
    if (collector.over(event.timeStamp)) onQuiet();
    const chord = event.ctrlKey || event.altKey || event.metaKey;
    const said = chord ? null : collector.press(event.code, event.shiftKey, event.timeStamp);
    if (said === null) {
      giveBack();
      return;
    }
    if (said.kind === 'scan') {
      take(event);
      drop(said.text);
      return;
    }
    if (said.length === 1) field = fieldOf(event.target);
    timer = setTimeout(onQuiet, collector.gapMs);
    if (field === null) held.push(event);
    else if (said.length < SURE_AFTER) return;
    else restore(field, '');
    take(event);
  }

  function onKeyUp(event: KeyboardEvent): void {
    // After its press, never before it.
    if (givenBack.has(event) || !held.some((one) => one.code === event.code)) return;
    take(event);
    held.push(event);
  }

  page.addEventListener('keydown', onKeyDown, true);
  page.addEventListener('keyup', onKeyUp, true);
  return () => {
    clearTimeout(timer);
    page.removeEventListener('keydown', onKeyDown, true);
    page.removeEventListener('keyup', onKeyUp, true);
  };
}

function fieldOf(target: EventTarget | null): Field | null {
  const typed = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!typed || target.readOnly || target.disabled) return null;
  const { value } = target;
  return {
    element: target,
    value,
    start: target.selectionStart ?? value.length,
    end: target.selectionEnd ?? value.length,
  };
}

/** The field as it was before the burst, with `typed` where the cursor stood. */
function restore({ element, value, start, end }: Field, typed: string): void {
  const next = value.slice(0, start) + typed + value.slice(end);
  if (element.value === next) return;
  element.value = next;
  const at = start + typed.length;
  // Fields for numbers have no cursor that a script may move.
  if (element.selectionStart !== null) element.setSelectionRange(at, at);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
