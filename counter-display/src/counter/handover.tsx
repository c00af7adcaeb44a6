import type { CounterView, HandoverNoteView } from '@jiaohao/shared/contract/screens.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { SideDialog } from './side-dialog.tsx';
import type { Terminal } from './terminal.ts';
import { language, texts } from './texts.ts';

/** What others left for this counter while it was away, until it is read. */
export function Handover({ terminal, view }: { terminal: Terminal; view: CounterView }) {
  const notes = view.notes ?? [];
  const mine = view.state !== 'closed' && view.clerk?.id === terminal.me.id;
  return (
    <section class="handover" aria-label={texts.value.posts.handover} aria-live="polite">
      {mine && notes.map((note) => <Note key={note.id} note={note} terminal={terminal} view={view} />)}
    </section>
  );
}

function Note({ note, terminal, view }: { note: HandoverNoteView; terminal: Terminal; view: CounterView }) {
  const t = texts.value.posts;
  const at = (when: number) => clockTime(when, view.timeZone, language.value);
  const from =
    note.fromCounter === null
      ? note.awayFrom === null
        ? ''
        : t.meanwhile({ from: at(note.awayFrom), to: at(note.at), count: note.served.length })
      : t.from({ counter: note.fromCounter, name: note.fromName ?? '', at: at(note.at) });
  return (
    <article>
      <h3>{from}</h3>
      {note.service && <p>{words(note.service, language.value)}</p>}
      {note.fromCounter !== null && <p class="words">{note.text ?? t.erased}</p>}
      {note.served.length > 0 && (
        <ul>
          {note.served.map(({ number, counter, clerkName }) => (
            <li key={`${number} ${counter}`}>
              <b>{number}</b> {t.servedBy({ counter, name: clerkName ?? '' })}
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        class="plain"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void terminal.tell(`handover-note/${encodeURIComponent(note.id)}/read`, {})}
      >
        {t.read}
      </button>
    </article>
  );
}

/** For whom this counter stands in. */
export function LeaveNote({ terminal, view }: { terminal: Terminal; view: CounterView }) {
  const t = texts.value.posts;
  const open = useSignal(false);
  const text = useSignal('');
  const backups = view.queues.filter(({ role }) => role === 'backup');
  const serviceId = useSignal(backups[0]?.serviceId ?? '');
  if (backups.length === 0 || view.state === 'closed' || view.clerk?.id !== terminal.me.id) return null;

  async function send(event: Event) {
    event.preventDefault();
    if (text.value.trim() === '') return;
    if (await terminal.tell('handover-note', { text: text.value, serviceId: serviceId.value })) {
      text.value = '';
      open.value = false;
    }
  }
  return (
    <div class="handover">
      <button
        type="button"
        class="plain"
        aria-haspopup="dialog"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => (open.value = true)}
      >
        {t.leaveNote}
      </button>
      {open.value && (
        <SideDialog title={t.leaveNote} terminal={terminal} onClose={() => (open.value = false)}>
          <form class="leave-note" onSubmit={(event) => void send(event)}>
            <label for="note-service">{t.noteFor}</label>
            <select
              id="note-service"
              value={serviceId.value}
              onChange={(event) => (serviceId.value = event.currentTarget.value)}
            >
              {backups.map(({ serviceId: id, letter, name }) => (
                <option key={id} value={id}>
                  {letter} {words(name, language.value)}
                </option>
              ))}
            </select>
            <label for="note-text">{t.noteText}</label>
            <textarea
              id="note-text"
              rows={4}
              maxLength={500}
              required
              value={text.value}
              onInput={(event) => (text.value = event.currentTarget.value)}
            />
            <button type="submit" class="go">
              <span>{t.sendNote}</span>
            </button>
          </form>
        </SideDialog>
      )}
    </div>
  );
}
