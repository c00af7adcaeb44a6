import type { CounterView, ParkedEntry, QueueEntry } from '@jiaohao/shared/contract/screens.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { priorityName } from './priority.ts';
import { language, texts } from './texts.ts';

/** What a clerk should know of somebody in a list: what a person decided first, then the class, the service, the wait. */
export function entryNotes(entry: QueueEntry | ParkedEntry, view: CounterView, waits: boolean): string[] {
  const t = texts.value;
  const service = view.queues.find(({ serviceId }) => serviceId === entry.serviceId);
  return [
    entry.first ? t.moves.putFirst : '',
    entry.forCounter !== null && waits ? t.moves.forCounter({ counter: entry.forCounter }) : '',
    ...('reason' in entry ? parkedNotes(entry, view) : []),
    entry.priority === null ? '' : priorityName(view, entry.priority, language.value),
    words(service?.name, language.value),
    entry.late && waits ? t.late : '',
  ].filter(Boolean);
}

function parkedNotes({ reason, until, counter }: ParkedEntry, view: CounterView): string[] {
  const t = texts.value.moves;
  return [
    until === null ? '' : t.parkedUntil({ time: clockTime(until, view.timeZone, language.value) }),
    words(reason, language.value),
    counter === view.counter.number ? '' : t.atCounter({ counter }),
  ];
}
