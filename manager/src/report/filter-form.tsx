import { Select } from '../parts/field.tsx';
import { texts } from '../texts.ts';
import { type Filter, QUICK, quickDates } from './filter.ts';
import type { Choices } from './use-choices.ts';

/** Dates and filters; each change asks anew. */
export function FilterForm({
  filter,
  today,
  choices,
  onChange,
}: {
  filter: Filter;
  today: string;
  choices: Choices;
  onChange: (changes: Partial<Filter>) => void;
}) {
  const t = texts.value;
  return (
    <form class="filter" onSubmit={(event) => event.preventDefault()}>
      <div class="filter-dates">
        <DateField id="from" label={t.from} value={filter.from} onChange={(from) => onChange({ from })} />
        <DateField id="last" label={t.until} value={filter.last} onChange={(last) => onChange({ last })} />
        <fieldset class="quick" aria-label={t.quickRanges}>
          {QUICK.map((quick) => {
            const dates = quickDates(quick, today);
            const pressed = dates.from === filter.from && dates.last === filter.last;
            return (
              <button key={quick} type="button" aria-pressed={pressed} onClick={() => onChange(dates)}>
                {t.quick[quick]}
              </button>
            );
          })}
        </fieldset>
      </div>
      <div class="filter-what">
        <Select
          id="service"
          label={t.service}
          value={filter.service}
          choices={choices.services}
          onChange={(service) => onChange({ service })}
        />
        <Select
          id="clerk"
          label={t.clerk}
          value={filter.clerk}
          choices={choices.clerks}
          onChange={(clerk) => onChange({ clerk })}
        />
        <Select
          id="counter"
          label={t.counter}
          value={filter.counter}
          choices={choices.counters}
          onChange={(counter) => onChange({ counter })}
        />
      </div>
    </form>
  );
}

function DateField({
  id,
  label,
  value,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        required
        onChange={(event) => {
          // A half-typed date is empty: nothing to ask yet.
          if (event.currentTarget.value) onChange(event.currentTarget.value);
        }}
      />
    </div>
  );
}
