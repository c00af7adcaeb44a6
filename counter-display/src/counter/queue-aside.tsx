import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { CounterView, ParkedEntry, QueueEntry, Speech } from '@jiaohao/shared/contract/screens.ts';
import { clockTime, minutes } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import type { Secondary } from './commands.ts';
import { entryNotes } from './entry-notes.ts';
import { Handover, LeaveNote } from './handover.tsx';
import type { NumberEntry } from './number-entry.ts';
import type { Terminal } from './terminal.ts';
import { language, texts } from './texts.ts';

type Purpose = NumberEntry['purpose'];

/** The queue beside the work: how many wait for what, who comes next, who was missed. */
export function QueueAside({
  terminal,
  view,
  can,
  onNumber,
}: {
  terminal: Terminal;
  view: CounterView;
  can: ReadonlySet<Secondary>;
  onNumber: (purpose: Purpose, number: string) => void;
}) {
  const t = texts.value;
  const now = tick.value;
  return (
    <aside class="queue">
      <header>
        <h2>{t.waiting}</h2>
        <p>{t.waitingTotal({ count: view.waiting })}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={t.waiting}>
        <Handover terminal={terminal} view={view} />
        <ul class="services">
          {view.queues.map((queue) => (
            <li key={queue.serviceId} data-backup={queue.role === 'backup'}>
              <b>{queue.letter}</b>
              <span title={words(queue.name, language.value)}>
                {words(queue.name, language.value)}
                {queue.role === 'backup' && <i>{backupWords(queue, view.timeZone)}</i>}
              </span>
              <strong>{queue.waiting}</strong>
              <em>
                {queue.oldestQueuedAt === null
                  ? ''
                  : t.oldest({ count: minutes(now - queue.oldestQueuedAt) })}
              </em>
            </li>
          ))}
        </ul>
        <LeaveNote terminal={terminal} view={view} />
        {view.parked.length > 0 && (
          <Entries
            title={`${t.moves.parked} ${view.parked.length}`}
            empty=""
            entries={view.parked}
            view={view}
            now={now}
            enabled={can.has('resume-ticket')}
            purpose="resume"
            onNumber={onNumber}
          />
        )}
        <Entries
          title={t.next}
          empty={t.nobody}
          entries={view.next}
          view={view}
          now={now}
          enabled={can.has('call')}
          purpose="call"
          onNumber={onNumber}
        />
        {view.missed.length > 0 && (
          <Entries
            title={`${t.missed} ${view.missed.length}`}
            empty=""
            entries={view.missed}
            view={view}
            now={now}
            enabled={can.has('return')}
            purpose="return"
            onNumber={onNumber}
          />
        )}
      </section>
      <footer>
        <p data-speech={view.speech.state}>{t.speech({ state: speechWords(view.speech) })}</p>
        <p data-pad={view.padConnected}>{view.padConnected ? t.padConnected : t.padGone}</p>
      </footer>
    </aside>
  );
}

function Entries({
  title,
  empty,
  entries,
  view,
  now,
  enabled,
  purpose,
  onNumber,
}: {
  title: string;
  empty: string;
  entries: readonly (QueueEntry | ParkedEntry)[];
  view: CounterView;
  now: number;
  enabled: boolean;
  purpose: Purpose;
  onNumber: (purpose: Purpose, number: string) => void;
}) {
  const t = texts.value;
  const does = {
    call: t.callNumber,
    return: t.returnNumber,
    resume: t.moves.resumeNumber,
  };
  return (
    <section class="entries" data-purpose={purpose}>
      <h3>{title}</h3>
      {entries.length === 0 && <p class="none">{empty}</p>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.turnId}>
            <button
              type="button"
              data-late={entry.late && purpose === 'call'}
              disabled={!enabled}
              title={does[purpose]({ number: entry.number })}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onNumber(purpose, entry.number)}
            >
              <b>{entry.number}</b>
              <small>{entryNotes(entry, view, purpose === 'call').join(' · ')}</small>
              <em>
                {t.minutes({ count: minutes(now - ('since' in entry ? entry.since : entry.queuedAt)) })}
              </em>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether a backup service takes part now, since when and why. */
function backupWords(
  { joined, joinedBecause, joinedSince }: CounterView['queues'][number],
  timeZone: string,
): string {
  const t = texts.value;
  if (!joined) return t.backup;
  if (!joinedBecause) return t.backupJoined;
  return t.moves.joined({
    why: t.moves.joinedBecause[joinedBecause],
    since: joinedSince ? clockTime(joinedSince, timeZone, language.value) : '',
  });
}

function speechWords(speech: Speech): string {
  const states = texts.value.speechStates;
  return speech.state === 'queued' ? states.queued({ position: speech.position ?? 1 }) : states[speech.state];
}
