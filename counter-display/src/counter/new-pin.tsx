import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { useSignal } from '@preact/signals';
import { failureWords } from './failure.ts';
import { Field } from './field.tsx';
import type { SessionState } from './session.ts';
import { texts } from './texts.ts';

/** One's own PIN, by which one takes over a counter: set here and known to nobody else. */
export function NewPin({ state, me, onDone }: { state: SessionState; me: WhoAmI; onDone: () => void }) {
  const t = texts.value;
  const current = useSignal('');
  const pin = useSignal('');
  const again = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal('');

  async function send(event: Event) {
    event.preventDefault();
    if (busy.value) return;
    problem.value = !/^\d{4,6}$/.test(pin.value)
      ? t.relief.malformed
      : pin.value === again.value
        ? ''
        : t.relief.differ;
    if (problem.value) return;
    busy.value = true;
    try {
      await state.setReliefPin(current.value, pin.value);
      onDone();
    } catch (error) {
      problem.value = failureWords(error);
    } finally {
      busy.value = false;
    }
  }

  return (
    <main class="entry">
      <form onSubmit={send}>
        <h1>{me.reliefPin ? t.relief.change : t.relief.set}</h1>
        <p>{t.relief.why}</p>
        <Field
          id="current"
          label={t.currentPassword}
          value={current}
          autocomplete="current-password"
          secret
          focus
        />
        <Field id="pin" label={t.relief.pin} hint={t.relief.rule} value={pin} autocomplete="off" secret />
        <Field id="again" label={t.relief.repeat} value={again} autocomplete="off" secret />
        <p class="problem" role="alert">
          {problem.value}
        </p>
        <button type="submit" class="go" aria-disabled={busy.value}>
          {t.relief.save}
        </button>
        <button type="button" class="plain" onClick={onDone}>
          {t.back}
        </button>
      </form>
    </main>
  );
}
