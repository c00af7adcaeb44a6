import type { ClosedReason } from '@jiaohao/shared/contract/hours.ts';
import type { Command } from './command.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import { createGate } from './issue-gate.ts';
import type { Settings } from './settings.ts';
import { type DayState, ticketOf, turnOf } from './state.ts';

type Issue = Extract<Command, { type: 'issue' }>;
/** What the log says of a number that the rules alone would not have given. */
type Leave = Pick<Extract<DayEvent, { type: 'ticket-issued' }>['data'], 'override' | 'withoutHolder'>;

/**
 * Whether this number may be given now, by the hours, the quotas and the rules per kiosk and per person. A
 * hall manager may give one all the same, and says so with `override`.
 * @throws DomainError `service-closed`, `quota-used`, `numbers-exhausted`, `too-soon`, `holder-needed`, `holder-limit`;
 *   `not-allowed` for an override that is not theirs
 */
export function mayIssue(
  state: DayState,
  command: Pick<Issue, 'serviceId' | 'further' | 'override' | 'holder' | 'appointment'>,
  by: Actor,
  settings: Settings,
  now: number,
): Leave {
  const { serviceId, further = [], override = false } = command;
  if (override && !leadsTheHall(by)) throw new DomainError('not-allowed');
  cooledDown(state, by, settings, now);
  const gate = createGate(state, settings, now);
  let against: Leave['override'];
  for (const each of [serviceId, ...further.map((one) => one.serviceId)]) {
    const closed = gate.closed(each);
    if (closed === null) continue;
    if (closed.reason === 'exhausted') {
      // For the first service the numbering says it: there is none to give to anybody. The others take no
      // number of their own, but nobody gets them any more by asking for another first.
      if (each !== serviceId && !override) throw new DomainError('numbers-exhausted', { serviceId: each });
      continue;
    }
    if (!override)
      throw new DomainError(codeOf(closed.reason), { ...closed, now, timeZone: settings.hall.timeZone });
    against ??= closed.reason;
  }
  const { liveNumbersPerHolder: limit } = settings.rules;
  // Who booked has said who they are.
  if (!limit || command.appointment) return leave(against);
  if (!command.holder) {
    if (by.kind === 'device') throw new DomainError('holder-needed', { kinds: limit.kinds });
    return { ...leave(against), withoutHolder: true };
  }
  if (command.holder.ticketIds.filter((ticketId) => isLive(state, ticketId)).length >= limit.most) {
    if (!override) throw new DomainError('holder-limit', { most: limit.most });
    against ??= 'holder-limit';
  }
  return leave(against);
}

const leave = (override: Leave['override']): Leave => (override === undefined ? {} : { override });

const codeOf = (reason: ClosedReason) => (reason === 'quota-used' ? 'quota-used' : 'service-closed');

const leadsTheHall = (by: Actor): boolean => by.kind === 'person' && by.role !== 'clerk';

/**
 * By kiosk, not by person: most halls ask nobody who they are, and what is to be stopped is a hand (or a
 * child) that goes on tapping. Staff know what they do.
 */
function cooledDown(state: DayState, by: Actor, { rules }: Settings, now: number): void {
  if (by.kind !== 'device' || rules.coolDownSeconds === undefined) return;
  let last = Number.NEGATIVE_INFINITY;
  for (const { deviceId, issuedAt } of state.tickets.values()) if (deviceId === by.id) last = issuedAt;
  const retryAfterMs = last + rules.coolDownSeconds * 1000 - now;
  if (retryAfterMs > 0) throw new DomainError('too-soon', { retryAfterMs });
}

/** Whether somebody still waits or is served for it: giving up, or having been served, frees the place. */
function isLive(state: DayState, ticketId: string): boolean {
  if (!state.tickets.has(ticketId)) return false;
  return ticketOf(state, ticketId).turnIds.some((turnId) => turnOf(state, turnId).phase.state !== 'ended');
}
