import { randomId } from '@jiaohao/shared/client/random-id.ts';
import type { Notice, Zone } from '@jiaohao/shared/contract/hall.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { DateField } from '../parts/date-field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { inEvery, LocalizedField } from '../parts/localized-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { texts } from '../texts.ts';
import { noticeDates, typedMoment } from './notice-draft.ts';

/** The hall screen shows two lines of it; longer ones it turns page by page. */
const LONGEST = 200;

/** A notice: its words in every language, when, and on which screens. */
export function NoticeDialog({
  notice,
  languages,
  zones,
  save,
  onClose,
}: {
  /** Null: a new one. */
  notice: Notice | null;
  languages: readonly string[];
  zones: readonly Zone[];
  save: (notice: Notice) => Promise<void>;
  onClose: () => void;
}) {
  const t = texts.value.setup;
  const text = useSignal(notice?.text ?? {});
  const [from, until] = [typedMoment(notice?.from), typedMoment(notice?.until)];
  const fromDate = useSignal(from.date);
  const fromTime = useSignal(from.time);
  const untilDate = useSignal(until.date);
  const untilTime = useSignal(until.time);
  const where = useSignal<readonly string[]>(notice?.zones ?? []);
  const wrong = useSignal('');
  const { busy, problem, send } = useSending();

  function submit(event: Event) {
    event.preventDefault();
    wrong.value = '';
    const said = inEvery(languages, text.value);
    const dates = noticeDates(
      { date: fromDate.value, time: fromTime.value },
      { date: untilDate.value, time: untilTime.value },
    );
    if (said === null) wrong.value = t.notEveryLanguage;
    else if (typeof dates === 'string') wrong.value = t.notices[dates];
    else {
      const id = notice?.id ?? `notice-${randomId().slice(0, 12)}`;
      void send(() =>
        save({ id, text: said, ...dates, ...(where.value.length > 0 && { zones: [...where.value] }) }),
      );
    }
  }

  return (
    <Dialog title={notice ? t.notices.editTitle : t.notices.add} onClose={onClose}>
      <form class="dialog-form" onSubmit={submit}>
        <LocalizedField
          id="notice-text"
          name={t.notices.text}
          languages={languages}
          value={text}
          maxLength={LONGEST}
          rows={3}
        />
        <p class="field-hint">{t.notices.personal}</p>
        <div class="field-pair">
          <DateField id="notice-from" label={t.notices.from} value={fromDate} />
          <DateField id="notice-from-time" label={t.notices.fromTime} value={fromTime} type="time" />
          <DateField id="notice-until" label={t.notices.until} value={untilDate} min={fromDate.value} />
          <DateField id="notice-until-time" label={t.notices.untilTime} value={untilTime} type="time" />
        </div>
        <p class="field-hint">{t.notices.datesHint}</p>
        {zones.length > 0 && (
          <>
            <fieldset class="quick">
              <legend>{t.notices.zones}</legend>
              {zones.map(({ id, name }) => (
                <button
                  key={id}
                  type="button"
                  aria-pressed={where.value.includes(id)}
                  onClick={() => {
                    const without = where.value.filter((each) => each !== id);
                    where.value = without.length < where.value.length ? without : [...without, id];
                  }}
                >
                  {words(name, language.value)}
                </button>
              ))}
            </fieldset>
            <p class="field-hint">{t.notices.zonesHint}</p>
          </>
        )}
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
