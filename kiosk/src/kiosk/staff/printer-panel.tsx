import type { KioskCheck } from '@jiaohao/shared/contract/kiosk-staff.ts';
import type { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import { useSignal } from '@preact/signals';
import type { KioskTexts } from '../kiosk-texts.ts';
import type { StaffProps } from './staff-props.ts';
import type { StaffTexts } from './staff-texts.ts';

const SETTLED = new Set<PrintView['state']>(['printed', 'unknown', 'failed']);
/** The hub gives a job 8 s and may try again: after this nothing more is to be seen here. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 700;

/** How the printer is, in plain words, and a slip to try it. */
export function PrinterPanel({
  api,
  state,
  t,
  printer,
}: StaffProps & { printer: KioskCheck['printer'] | undefined }) {
  const test = useSignal<PrintView | 'sending' | 'unreachable' | null>(null);

  async function tryIt(): Promise<void> {
    test.value = 'sending';
    try {
      const begun = performance.now();
      let { print } = await api.testSlip();
      test.value = print;
      while (!SETTLED.has(print.state) && print.jobId && performance.now() - begun < PATIENCE_MS) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
        ({ print } = await api.paper(print.jobId));
        test.value = print;
      }
    } catch {
      test.value = 'unreachable';
    }
  }

  const busy = test.value === 'sending' || (test.value !== null && isUnderWay(test.value));
  return (
    <section class="staff-panel">
      <h2>{t.printer}</h2>
      {printer !== undefined && (
        <ul class="facts">
          <li data-well={printer?.state === 'ok' || printer?.state === 'near-end'}>
            {printerWords(printer, t, state.t.value)}
          </li>
          {printer && (
            <li>
              {printer.name} · {printer.url}
            </li>
          )}
        </ul>
      )}
      <div class="staff-buttons">
        <button type="button" class="primary" disabled={busy} onClick={() => void tryIt()}>
          {t.testSlip}
        </button>
      </div>
      <p class="staff-says" role="status">
        {testWords(test.value, t, state.t.value)}
      </p>
    </section>
  );
}

const isUnderWay = (test: PrintView | string): boolean =>
  typeof test === 'object' && !SETTLED.has(test.state);

/** @internal exported for tests */
export function printerWords(printer: KioskCheck['printer'], t: StaffTexts, words: KioskTexts): string {
  if (printer === null) return t.printerStates.none;
  if (printer.state !== 'trouble') return t.printerStates[printer.state];
  return words.reasons[printer.reason ?? 'printer-error'];
}

function testWords(
  test: PrintView | 'sending' | 'unreachable' | null,
  t: StaffTexts,
  words: KioskTexts,
): string {
  if (test === null) return '';
  if (test === 'sending') return t.testSent;
  if (test === 'unreachable') return t.unreachable;
  const why = test.reason ? `：${words.reasons[test.reason]}` : '';
  return t.testStates[test.state] + why;
}
