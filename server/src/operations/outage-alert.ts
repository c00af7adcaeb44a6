import type { DayEvent } from '../domain/event.ts';
import type { Write } from '../store/port.ts';

/**
 * What staff are told of an outage until somebody has seen it. One that went past the end of a day stands in
 * both days and is told as one.
 */
export function outageAlert(events: readonly DayEvent[], now: number): Write[] {
  const told = events.flatMap((event) => (event.type === 'outage-recorded' ? [event.data] : []));
  const [first] = told;
  const last = told.at(-1);
  if (!first || !last) return [];
  const { outageId: id, from, planned = false, met } = first;
  const details = { from, to: last.to, planned, ...met };
  return [{ kind: 'raise-alert', alert: { id, kind: 'outage', details, raisedAt: now } }];
}
