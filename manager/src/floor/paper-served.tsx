import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import type { Outcome, PaperNumberBody } from '@jiaohao/shared/contract/ticket.ts';
import { useSignal } from '@preact/signals';
import { Field, Select } from '../parts/field.tsx';
import { texts } from '../texts.ts';
import { wallTime } from './wall-time.ts';

/** What is known of a service that was over before its number was entered; empty where nobody noted it. */
export function useServedNote() {
  const [counterId, outcome] = [useSignal(''), useSignal<Outcome>('done')];
  const [from, to] = [useSignal(''), useSignal('')];

  /** As the hub takes it, with both times or neither; null where a time is none. */
  function read(): PaperNumberBody['served'] | null {
    const noted = { outcome: outcome.value, ...(counterId.value && { counterId: counterId.value }) };
    if (from.value.trim() + to.value.trim() === '') return noted;
    const [began, ended] = [wallTime(from.value), wallTime(to.value)];
    return began === null || ended === null ? null : { ...noted, from: began, to: ended };
  }

  /** For the next: the counter is likely the same, the times are not. */
  function next(): void {
    from.value = '';
    to.value = '';
  }
  return { counterId, outcome, from, to, read, next };
}

/** By whom somebody was served before their number was entered, with what outcome, and when. */
export function PaperServed({ view, note }: { view: HallView; note: ReturnType<typeof useServedNote> }) {
  const t = texts.value;
  const { counterId, outcome, from, to } = note;
  return (
    <fieldset class="paper-served">
      <legend>{t.floor.paperServedHow}</legend>
      <div class="field-pair paper-four">
        <Select
          id="paper-counter"
          label={t.counter}
          value={counterId.value}
          choices={[
            { value: '', label: t.floor.paperUnknown },
            ...view.counters.map(({ id, number }) => ({ value: id, label: t.floor.atCounter({ number }) })),
          ]}
          onChange={(value) => {
            counterId.value = value;
          }}
        />
        <Select
          id="paper-outcome"
          label={t.floor.paperOutcome}
          value={outcome.value}
          choices={Object.entries(t.common.outcomes).map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            outcome.value = value as Outcome;
          }}
        />
        <Field id="paper-from" label={t.floor.paperFrom} value={from} maxLength={7} digits required={false} />
        <Field id="paper-to" label={t.floor.paperTo} value={to} maxLength={7} digits required={false} />
      </div>
    </fieldset>
  );
}
