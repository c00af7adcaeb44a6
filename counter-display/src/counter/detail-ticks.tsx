import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useEffect } from 'preact/hooks';
import { detailChoices } from './finish-details.ts';
import { Kbd } from './kbd.tsx';
import type { Wish } from './panel.ts';
import type { Terminal } from './terminal.ts';
import { language, texts } from './texts.ts';

/** Where the keys go when the clerk asks to write: `+` leads here, Esc leads back. */
const NOTE_ID = 'slip-note';
export const focusNote = (): void => document.getElementById(NOTE_ID)?.focus();

/** What goes with an outcome: digits toggle, and a line for the slip. */
export function DetailTicks({
  outcome,
  terminal,
  view,
  onWish,
}: {
  outcome: Outcome;
  terminal: Terminal;
  view: CounterView;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value;
  const serviceId = view.ticket?.serviceId;
  useEffect(() => {
    if (serviceId !== undefined) void terminal.loadGuide(serviceId);
  }, [serviceId]);

  const guide = terminal.guides.value.get(serviceId ?? '') ?? null;
  const details = terminal.details.value;
  const choices = detailChoices(outcome, details, { guide, view });
  const asks = outcome === 'done' || outcome === 'accepted' ? null : t.details[outcome];
  return (
    <>
      <p>{asks?.hint}</p>
      <ol class="choices ticks" data-single={outcome !== 'materials-missing'}>
        {choices.map(({ key, name, note, chosen, after }, index) => (
          <li key={key}>
            <button
              type="button"
              aria-pressed={chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onWish({ kind: 'details', details: after })}
            >
              {index < 9 ? <Kbd>{index + 1}</Kbd> : <i />}
              <span>
                {words(name, language.value)}
                {note && <small>{words(note, language.value)}</small>}
              </span>
            </button>
          </li>
        ))}
        {choices.length === 0 && <li class="none">{guide ? asks?.none : t.loading}</li>}
      </ol>
      <label class="note">
        <span>
          {t.details.note} <Kbd>+</Kbd>
        </span>
        <input
          id={NOTE_ID}
          value={details.note ?? ''}
          maxLength={120}
          autocomplete="off"
          onInput={(event) =>
            onWish({ kind: 'details', details: { ...details, note: event.currentTarget.value } })
          }
          onKeyDown={(event) => {
            if (event.code !== 'Escape' || event.isComposing) return;
            event.preventDefault();
            event.stopPropagation();
            event.currentTarget.blur();
          }}
        />
      </label>
    </>
  );
}
