import { type Api, ApiError } from '@jiaohao/shared/client/api.ts';
import type { StaffPass } from '@jiaohao/shared/contract/kiosk-staff.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { complete, type PinKey, pinKeyOf, typed } from './pin-entry.ts';
import type { StaffTexts } from './staff-texts.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Asks for the kiosk's PIN: on the screen's keys or a keyboard's, never shown. */
export function PinPad({
  api,
  t,
  onOpen,
  onLeave,
}: {
  api: Pick<Api, 'post'>;
  t: StaffTexts;
  onOpen: (pass: string) => void;
  onLeave: () => void;
}) {
  const pin = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal('');

  async function enter(): Promise<void> {
    if (busy.value || !complete(pin.value)) return;
    busy.value = true;
    problem.value = '';
    try {
      const { pass } = await api.post<StaffPass>('/api/kiosk/staff', { pin: pin.value });
      onOpen(pass);
    } catch (error) {
      problem.value = problemOf(error, t);
    } finally {
      pin.value = '';
      busy.value = false;
    }
  }

  function press(key: PinKey): void {
    if (key.kind === 'enter') void enter();
    else if (key.kind === 'leave') onLeave();
    else pin.value = typed(pin.value, key);
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.ctrlKey || event.altKey || event.metaKey ? null : pinKeyOf(event.code);
      if (!key || event.repeat) return;
      // Enter on a key of the pad that was reached with Tab presses that one.
      if (key.kind === 'enter' && event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      press(key);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div class="pin">
      <h1>{t.pinTitle}</h1>
      <p>{t.pinHint}</p>
      <p class="dots" role="status" aria-label={t.digits({ count: pin.value.length })}>
        {Array.from(pin.value, (_, place) => (
          <i key={place} />
        ))}
      </p>
      <p class="problem" role="alert">
        {problem.value}
      </p>
      <div class="pad">
        {DIGITS.map((digit) => (
          <button key={digit} type="button" onClick={() => press({ kind: 'digit', digit })}>
            {digit}
          </button>
        ))}
        <button type="button" class="word" onClick={() => press({ kind: 'erase' })}>
          {t.erase}
        </button>
        <button type="button" onClick={() => press({ kind: 'digit', digit: '0' })}>
          0
        </button>
        <button
          type="button"
          class="word enter"
          disabled={busy.value || !complete(pin.value)}
          onClick={() => press({ kind: 'enter' })}
        >
          {t.enter}
        </button>
      </div>
    </div>
  );
}

function problemOf(error: unknown, t: StaffTexts): string {
  if (!(error instanceof ApiError)) return t.unreachable;
  if (error.code === 'wrong-pin') return t.wrongPin;
  if (error.code === 'too-many-attempts') return t.tooMany;
  if (error.code === 'no-staff-pin') return t.noPin;
  return t.unreachable;
}
