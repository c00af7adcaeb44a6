import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useEffect } from 'preact/hooks';
import { detailChoices, prints } from './finish-details.ts';
import { Kbd } from './kbd.tsx';
import type { Wish } from './panel.ts';
import type { Terminal } from './terminal.ts';
import { language, texts } from './texts.ts';

/** Where the keys go when the clerk asks to write: `+` leads here, Esc leads back. */
const NOTE_ID = 'slip-note';
export const focusNote = (): void => document.getElementById(NOTE_ID)?.focus();

/** What goes with an outcome. Digits toggle, Enter finishes, prints and calls the next. */
export function OutcomePanel({
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
  // Somebody else ended it, or its turn went elsewhere: there is nothing to say any more.
  useEffect(() => {
    if (terminal.outcome.value !== outcome || serviceId === undefined) onWish({ kind: 'panel', panel: null });
  });

  const guide = terminal.guides.value.get(serviceId ?? '') ?? null;
  const details = terminal.details.value;
  const choices = detailChoices(outcome, details, { guide, view });
  const printing = prints(outcome, details);
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
      <div class="send">
        <button
          type="button"
          class="go"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onWish({ kind: 'primary' })}
        >
          <span>{printing ? t.details.printAndNext : t.finishAndNext}</span>
          <Kbd>Enter</Kbd>
        </button>
        <button
          type="button"
          class="plain"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onWish({ kind: 'command', command: { name: 'finish', outcome } })}
        >
          <span>{printing ? t.details.printOnly : t.commands.finish}</span>
          <Kbd>.</Kbd>
        </button>
      </div>
    </>
  );
}
