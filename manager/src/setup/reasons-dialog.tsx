import { randomId } from '@jiaohao/shared/client/random-id.ts';
import type { RatingReason } from '@jiaohao/shared/contract/rating-reasons.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { type Signal, signal, useSignal } from '@preact/signals';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { inEvery, LocalizedField } from '../parts/localized-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { texts } from '../texts.ts';

/** As the format has it: six chips fit a pad. */
const MOST = 6;
/** Two lines of a chip on a pad. */
const LONGEST = 40;

interface Row {
  id: string;
  name: Signal<Localized>;
}

/** The reasons that a level offers, in the order in which pads and phones show them. */
export function ReasonsDialog({
  title,
  reasons,
  languages,
  save,
  onClose,
}: {
  title: string;
  reasons: readonly RatingReason[];
  languages: readonly string[];
  save: (reasons: RatingReason[]) => Promise<void>;
  onClose: () => void;
}) {
  const t = texts.value.setup;
  const rows = useSignal<readonly Row[]>(reasons.map(({ id, name }) => ({ id, name: signal(name) })));
  const wrong = useSignal('');
  const { busy, problem, send } = useSending();

  function submit(event: Event) {
    event.preventDefault();
    const said = rows.value.map(({ id, name }) => ({ id, name: inEvery(languages, name.value) }));
    const whole = said.flatMap(({ id, name }) => (name === null ? [] : [{ id, name }]));
    wrong.value = whole.length < said.length ? t.notEveryLanguage : '';
    if (wrong.value === '') void send(() => save(whole));
  }

  return (
    <Dialog title={title} wide onClose={onClose}>
      <form class="dialog-form" onSubmit={submit}>
        <p class="lead">
          {t.reasons.hint({ most: MOST })} {t.reasons.kept}
        </p>
        {rows.value.length === 0 && <p class="empty">{t.reasons.empty}</p>}
        {rows.value.map((row, index) => (
          <div class="reason-row" key={row.id}>
            <LocalizedField
              id={row.id}
              name={t.reasons.reason({ nth: index + 1 })}
              languages={languages}
              value={row.name}
              maxLength={LONGEST}
            />
            <button
              type="button"
              class="plain"
              disabled={index === 0}
              aria-label={t.reasons.upNth({ nth: index + 1 })}
              onClick={() => {
                const others = rows.value.filter((each) => each !== row);
                rows.value = [...others.slice(0, index - 1), row, ...others.slice(index - 1)];
              }}
            >
              ↑
            </button>
            <button
              type="button"
              class="plain"
              aria-label={t.reasons.removeNth({ nth: index + 1 })}
              onClick={() => {
                rows.value = rows.value.filter((each) => each !== row);
              }}
            >
              {t.remove}
            </button>
          </div>
        ))}
        <DialogEnd
          problem={wrong.value || problem.value}
          onClose={onClose}
          go={texts.value.save}
          disabled={busy.value}
        >
          {rows.value.length < MOST && (
            <button
              type="button"
              class="button"
              onClick={() => {
                const id = `reason-${randomId().slice(0, 12)}`;
                rows.value = [...rows.value, { id, name: signal({}) }];
                // Drawn by then: whoever adds one goes on writing.
                requestAnimationFrame(() => document.getElementById(`${id}-${languages[0]}`)?.focus());
              }}
            >
              {t.reasons.add}
            </button>
          )}
        </DialogEnd>
      </form>
    </Dialog>
  );
}
