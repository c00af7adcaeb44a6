import type { SpecialDay, Weekday, WeekHours } from '@jiaohao/shared/contract/hours.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { useSignal } from '@preact/signals';
import { DateField } from '../parts/date-field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Field, Select } from '../parts/field.tsx';
import { inEvery, LocalizedField } from '../parts/localized-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { texts } from '../texts.ts';
import { intervalsText, parseIntervals, WEEKDAYS } from './hours-text.ts';

const OFFICE = '09:00–12:00, 13:30–17:00';

/** What was typed is not what can be kept: said in the form, and nothing is sent. */
class NotHours extends Error {}

/** The hours of the seven weekdays, each a line of text. */
export function WeekDialog({
  week,
  save,
  onClose,
}: {
  week: WeekHours | null;
  save: (week: WeekHours) => Promise<void>;
  onClose: () => void;
}) {
  const t = texts.value.hours;
  const lines = WEEKDAYS.map((day, index) => {
    const usual = week === null && index < 5 ? OFFICE : intervalsText(week?.[day]);
    return { day, typed: useSignal(usual) };
  });
  const wrong = useSignal('');
  const { busy, problem, send } = useSending();

  function submit(event: Event) {
    event.preventDefault();
    const read = lines.map(({ day, typed }) => ({ day, intervals: parseIntervals(typed.value) }));
    const bad = read.find(({ intervals }) => intervals === null);
    wrong.value = bad ? t.notHours({ day: t.days[bad.day] }) : '';
    if (bad) return;
    void send(() => save(Object.fromEntries(read.map(({ day, intervals }) => [day, intervals ?? []]))));
  }

  return (
    <Dialog title={t.editWeek} onClose={onClose}>
      <form class="dialog-form" onSubmit={submit}>
        <p>{t.weekHint}</p>
        {lines.map(({ day, typed }) => (
          <Field
            key={day}
            id={`hours-${day}`}
            label={t.days[day]}
            value={typed}
            required={false}
            maxLength={200}
          />
        ))}
        <DialogEnd
          problem={wrong.value || problem.value}
          onClose={onClose}
          go={texts.value.save}
          disabled={busy.value}
        />
      </form>
    </Dialog>
  );
}

type Kind = 'closed' | 'other' | Weekday;

/** A holiday, a working Saturday, a short day. */
export function SpecialDayDialog({
  languages,
  save,
  onClose,
}: {
  languages: readonly string[];
  save: (day: SpecialDay) => Promise<void>;
  onClose: () => void;
}) {
  const t = texts.value.hours;
  const date = useSignal('');
  const until = useSignal('');
  const kind = useSignal<Kind>('closed');
  const typed = useSignal(OFFICE);
  const names = useSignal<Localized>({});
  const wrong = useSignal('');
  const { busy, problem, send } = useSending();

  function read(): SpecialDay {
    const intervals = parseIntervals(typed.value);
    if (kind.value === 'other' && !intervals?.length) throw new NotHours(t.notHours({ day: t.thatDay }));
    const name = inEvery(languages, names.value);
    if (name === null && languages.some((tag) => names.value[tag]?.trim()))
      throw new NotHours(t.nameEverywhere);
    return {
      date: date.value,
      ...(until.value && until.value !== date.value && { until: until.value }),
      ...(name && { name }),
      ...(kind.value === 'other' && intervals && { intervals }),
      ...(kind.value !== 'other' && kind.value !== 'closed' && { like: kind.value }),
    };
  }

  function submit(event: Event) {
    event.preventDefault();
    wrong.value = '';
    try {
      const day = read();
      void send(() => save(day));
    } catch (error) {
      if (!(error instanceof NotHours)) throw error;
      wrong.value = error.message;
    }
  }

  return (
    <Dialog title={t.addDay} onClose={onClose}>
      <form class="dialog-form" onSubmit={submit}>
        <DateField id="special-date" label={t.date} value={date} required />
        <DateField id="special-until" label={t.until} value={until} min={date.value} />
        <Select
          id="special-kind"
          label={t.kind}
          value={kind.value}
          choices={[
            { value: 'closed', label: t.closed },
            ...WEEKDAYS.map((day) => ({ value: day, label: t.workedLike({ day: t.days[day] }) })),
            { value: 'other', label: t.otherHours },
          ]}
          onChange={(value) => {
            kind.value = value as Kind;
          }}
        />
        {kind.value === 'other' && (
          <Field id="special-hours" label={t.otherHours} hint={t.weekHint} value={typed} maxLength={200} />
        )}
        <LocalizedField
          id="special-name"
          name={t.name}
          languages={languages}
          value={names}
          maxLength={60}
          required={false}
        />
        <p class="field-hint">{t.nameHint}</p>
        <DialogEnd
          problem={wrong.value || problem.value}
          onClose={onClose}
          go={texts.value.save}
          disabled={busy.value}
        />
      </form>
    </Dialog>
  );
}
