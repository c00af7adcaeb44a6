import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Command } from './command.ts';
import { DomainError } from './errors.ts';
import type { DayEvent } from './event.ts';
import { afterwards } from './follow.ts';
import type { Settings } from './settings.ts';
import { currentTurn, type DayState, plannedOf } from './state.ts';
import { voidReason } from './void-reasons.ts';

/**
 * All who wait for a service, or for any, have to be sent home: those in line, those who were missed and
 * may come back, and this service where it was still to come. Who is at a counter is served to the end, and
 * who came for something else as well goes on with that. One append, by a person, with a reason.
 * @throws DomainError `unknown-service`, `unknown-reason`, `day-closed`
 */
export function decideVoid(
  state: DayState,
  { serviceId, reason }: Extract<Command, { type: 'void-queue' }>,
  settings: Settings,
): DayEvent[] {
  if (state.ended) throw new DomainError('day-closed');
  if (serviceId !== null && !settings.serviceById.has(serviceId))
    throw new DomainError('unknown-service', { serviceId });
  if (!voidReason(settings, reason)) throw new DomainError('unknown-reason', { reason });
  const isMeant = (each: string): boolean => serviceId === null || each === serviceId;
  const ended: DayEvent[] = [];
  for (const ticket of state.tickets.values()) {
    for (const { id, serviceId: later } of plannedOf(state, ticket)) {
      if (isMeant(later)) ended.push({ type: 'plan-dropped', data: { turnId: id } });
    }
    const turn = currentTurn(state, ticket);
    const waits = turn.phase.state === 'waiting' || turn.phase.state === 'missed';
    if (!waits || !isMeant(turn.serviceId)) continue;
    ended.push({ type: 'turn-cancelled', data: { turnId: turn.id, reason } });
    ended.push(...afterwards(state, turn, isMeant));
  }
  return ended.length === 0 ? [] : [{ type: 'queue-voided', data: { serviceId, reason } }, ...ended];
}

/** So long a hall screen says that numbers were voided; the phone page says it for good. */
const SAID_FOR_MS = 60 * 60_000;

/** What a hall screen says of it: a notice, and no number. */
export function voidNotices(state: DayState, settings: Settings, now: number): Localized[] {
  return state.voids
    .filter(({ at }) => now - at < SAID_FOR_MS)
    .flatMap(({ serviceId, reason }) => {
      const sentence = voidReason(settings, reason)?.sentence;
      if (!sentence) return [];
      const service = serviceId === null ? undefined : settings.serviceById.get(serviceId)?.name;
      return service ? [inFront(service, sentence)] : [sentence];
    });
}

const inFront = (name: Localized, sentence: Localized): Localized =>
  Object.fromEntries(
    Object.entries(sentence).map(([language, words]) => {
      const colon = /^(zh|ja)\b/.test(language) ? '：' : ': ';
      return [language, name[language] ? `${name[language]}${colon}${words}` : words];
    }),
  );
