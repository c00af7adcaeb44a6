import type { Told } from '@jiaohao/shared/contract/guide.ts';
import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import type { Command, Leave } from '../../server/src/domain/command.ts';
import type { Actor } from '../../server/src/domain/event.ts';
import type { DetailsGiven } from '../../server/src/domain/outcome-details.ts';
import { clerkOf } from './hall.ts';

/** Something that happens in a story: somebody asks for something, or time passes. */
export type Step = { command: Command; by: Actor } | { wait: number } | { until: number };

type IssueCommand = Extract<Command, { type: 'issue' }>;

const MINUTE = 60_000;

/** Ids in stories: a ticket's turn and the ticket itself are called after its number. */
export const turn = (number: string): string => `turn ${number}`;
export const ticket = (number: string): string => `ticket ${number}`;

export const KIOSK: Actor = { kind: 'device', id: 'kiosk' };
export const HUB: Actor = { kind: 'hub' };
export const clerk = (id: string): Actor => ({ kind: 'person', id, role: 'clerk' });
export const hallManager: Actor = { kind: 'person', id: 'hall manager', role: 'hall-manager' };

/** The same step, taken by somebody else. */
export function by(actor: Actor, step: Step): Step {
  if (!('command' in step)) throw new Error('time passes by itself');
  return { ...step, by: actor };
}

export const minutes = (count: number): Step => ({ wait: count * MINUTE });
export const seconds = (count: number): Step => ({ wait: count * 1000 });
export const until = (at: number): Step => ({ until: at });

const atCounter = (counterId: string, command: Command): Step => ({ command, by: clerk(clerkOf(counterId)) });

/** One number for several services. */
export const issueFor = (serviceId: string, ...further: string[]): Step => ({
  command: {
    type: 'issue',
    ticketId: '',
    turnId: '',
    tokenHash: '',
    serviceId,
    further: further.map((each) => ({ turnId: '', serviceId: each })),
    priority: null,
    language: 'en',
    origin: 'kiosk',
  },
  by: KIOSK,
});
export const issue = (serviceId: string, priority: string | null = null): Step => ({
  command: {
    type: 'issue',
    ticketId: '',
    turnId: '',
    tokenHash: '',
    serviceId,
    priority,
    language: 'en',
    origin: 'kiosk',
  },
  by: KIOSK,
});
/** A number that hours or quota are against, by somebody who may. */
export const issueAllTheSame = (serviceId: string, actor: Actor = hallManager): Step => {
  const step = issue(serviceId);
  if (!('command' in step) || step.command.type !== 'issue') throw new Error('an issue');
  return { command: { ...step.command, origin: 'staff', override: true }, by: actor };
};
/** A number for somebody who took these before today. */
export const issueTo = (
  serviceId: string,
  numbers: readonly string[],
  more: Partial<IssueCommand> = {},
): Step => {
  const step = issue(serviceId);
  if (!('command' in step) || step.command.type !== 'issue') throw new Error('an issue');
  return { ...step, command: { ...step.command, holder: { ticketIds: numbers.map(ticket) }, ...more } };
};
/** So many tickets of one service. */
export const issues = (serviceId: string, count: number): Step[] =>
  Array.from({ length: count }, () => issue(serviceId));
export const reprint = (number: string): Step => ({
  command: { type: 'reprint', ticketId: ticket(number) },
  by: KIOSK,
});
/** A guide that was told to the holder of a ticket. */
export const tell = (number: string, ...told: Told[]): Step => ({
  command: { type: 'tell', ticketId: ticket(number), told },
  by: KIOSK,
});
export const cancel = (number: string): Step => ({
  command: { type: 'cancel', ticketId: ticket(number) },
  by: { kind: 'slip', id: ticket(number) },
});

/** Everybody who waits for a service, or (null) for any, is sent home. */
export const voidQueue = (serviceId: string | null, reason = 'system-fault'): Step => ({
  command: { type: 'void-queue', serviceId, reason },
  by: hallManager,
});

export const open = (counterId: string, clerkId = clerkOf(counterId)): Step => ({
  command: { type: 'open-counter', counterId, clerkId },
  by: clerk(clerkId),
});
/** Whoever holds another counter leaves it for this one. */
export const changeTo = (
  counterId: string,
  clerkId: string,
  leave?: 'carry' | Leave,
  turnId?: string,
): Step => ({
  command: {
    type: 'open-counter',
    counterId,
    clerkId,
    leave: leave === 'carry' ? { how: 'carry', callId: `call to ${counterId}` } : leave,
    turnId,
  },
  by: clerk(clerkId),
});
export const pause = (counterId: string, reason = 'lunch'): Step =>
  atCounter(counterId, { type: 'pause-counter', counterId, reason });
export const resume = (counterId: string): Step =>
  atCounter(counterId, { type: 'resume-counter', counterId });
/** A colleague takes over from whoever is named, else from the counter's own clerk. */
export const relieve = (counterId: string, clerkId: string, from = clerkOf(counterId)): Step => ({
  command: { type: 'relieve-counter', counterId, clerkId },
  by: clerk(from),
});
export const close = (counterId: string): Step => atCounter(counterId, { type: 'close-counter', counterId });

export const callNext = (counterId: string, turnId?: string): Step =>
  atCounter(counterId, { type: 'call-next', counterId, callId: '', turnId });
/** The clerk's one key: this customer is done, the next one please. */
export const finishAndCall = (counterId: string, outcome: Outcome = 'done', turnId?: string): Step =>
  atCounter(counterId, {
    type: 'call-next',
    counterId,
    callId: '',
    finish: { outcome, asked: true },
    turnId,
  });
export const callNumber = (counterId: string, number: string, turnId?: string): Step =>
  atCounter(counterId, { type: 'call-number', counterId, callId: '', number, turnId });
export const recall = (counterId: string, turnId?: string): Step =>
  atCounter(counterId, { type: 'recall', counterId, callId: '', turnId });
export const start = (counterId: string, turnId?: string): Step =>
  atCounter(counterId, { type: 'start-service', counterId, turnId });
export const finish = (
  counterId: string,
  {
    outcome = 'done',
    asked = true,
    details,
    turnId,
  }: { outcome?: Outcome; asked?: boolean; details?: DetailsGiven; turnId?: string } = {},
): Step => atCounter(counterId, { type: 'finish', counterId, outcome, asked, details, turnId });
export const noShow = (counterId: string, turnId?: string): Step =>
  atCounter(counterId, { type: 'no-show', counterId, turnId });
/** Somebody without a number; the number it gets names the turn. */
export const walkIn = (counterId: string, serviceId: string): Step =>
  atCounter(counterId, {
    type: 'walk-in',
    counterId,
    callId: '',
    ticketId: '',
    turnId: '',
    tokenHash: '',
    serviceId,
    priority: null,
    language: 'en',
  });
export const takeHere = (counterId: string, number: string): Step =>
  atCounter(counterId, { type: 'call-number', counterId, callId: '', number, here: true });
export const park = (counterId: string, minutes: number | null = null, reason = 'fetching'): Step =>
  atCounter(counterId, { type: 'park', counterId, reason, minutes });
export const resumeTicket = (counterId: string, number?: string): Step =>
  atCounter(counterId, { type: 'resume-ticket', counterId, number });
interface To {
  serviceId?: string;
  toCounterId?: string;
  place?: 'old' | 'end' | 'next';
}
/** The new turn is called `turn A001 at social`, or `… at c3`. */
const onward = ({ place = 'old', ...to }: To) => ({ ...to, place, newTurnId: '' });
export const transfer = (counterId: string, to: To, back = false): Step =>
  atCounter(counterId, { type: 'transfer', counterId, back, ...onward(to) });
export const move = (number: string, to: To): Step => ({
  command: { type: 'move-ticket', ticketId: ticket(number), reason: 'reason 1', ...onward(to) },
  by: hallManager,
});
export const changeService = (counterId: string, serviceId: string): Step =>
  atCounter(counterId, { type: 'change-service', counterId, serviceId });
export const addService = (counterId: string, serviceId: string): Step =>
  atCounter(counterId, { type: 'plan-service', counterId, newTurnId: '', serviceId });
export const dropService = (counterId: string, plannedTurnId: string): Step =>
  atCounter(counterId, { type: 'drop-service', counterId, plannedTurnId });
/** Of who is at the counter; `waits`: and back into line. */
export const changePriority = (
  counterId: string,
  priority: string | null,
  reason = priority === null ? 'no-document' : 'document-shown',
  waits = false,
): Step => atCounter(counterId, { type: 'change-priority', counterId, priority, reason, waits });
/** Of somebody who waits. */
export const prioritise = (
  number: string,
  priority: string | null,
  reason = priority === null ? 'mistaken' : 'granted-by-manager',
): Step => ({
  command: { type: 'prioritise', ticketId: ticket(number), priority, reason },
  by: hallManager,
});
/** Its words are called after it. */
export const leaveNote = (
  counterId: string,
  noteId: string,
  to: { serviceId?: string; toCounterId?: string },
): Step =>
  atCounter(counterId, { type: 'leave-note', counterId, noteId, textId: `words of ${noteId}`, ...to });
export const readNote = (counterId: string, noteId: string): Step =>
  atCounter(counterId, { type: 'read-note', counterId, noteId });
export const undo = (counterId: string): Step => atCounter(counterId, { type: 'undo', counterId });
export const bringBack = (counterId: string, number: string): Step =>
  atCounter(counterId, { type: 'return', counterId, number });

/** A press on the pad of a counter. */
export const press = (counterId: string, level: number, turnId?: string): Step => ({
  command: {
    type: 'rate',
    from: { source: 'pad', counterId },
    level,
    reasons: [],
    commentId: null,
    turnId,
  },
  by: { kind: 'device', id: `pad of ${counterId}` },
});
/** A press on the phone page of a ticket. */
export const pressByPhone = (number: string, level: number, turnId?: string): Step => ({
  command: {
    type: 'rate',
    from: { source: 'phone', ticketId: ticket(number) },
    level,
    reasons: [],
    commentId: null,
    turnId,
  },
  by: { kind: 'slip', id: ticket(number) },
});
/** A press on the phone page, from a device that may be the clerk's. */
export const pressNear = (
  number: string,
  level: number,
  { signedIn, addressOf }: { signedIn?: boolean; addressOf?: string },
): Step => ({
  command: {
    type: 'rate',
    from: { source: 'phone', ticketId: ticket(number), signedIn, addressOf },
    level,
    reasons: [],
    commentId: null,
  },
  by: { kind: 'slip', id: ticket(number) },
});
/** Why it was pressed. */
export const explain = (counterId: string, number: string, ...reasons: string[]): Step => ({
  command: {
    type: 'explain-rating',
    from: { source: 'pad', counterId },
    turnId: turn(number),
    reasons,
    commentId: null,
  },
  by: { kind: 'device', id: `pad of ${counterId}` },
});
export const explainByPhone = (number: string, turnId: string, ...reasons: string[]): Step => ({
  command: {
    type: 'explain-rating',
    from: { source: 'phone', ticketId: ticket(number) },
    turnId,
    reasons,
    commentId: null,
  },
  by: { kind: 'slip', id: ticket(number) },
});
export const askByPhone = (number: string, turnId?: string): Step => ({
  command: { type: 'ask-rating', ticketId: ticket(number), turnId },
  by: { kind: 'slip', id: ticket(number) },
});
export const tick: Step = { command: { type: 'tick' }, by: HUB };

export const beginEmergency = (
  kind = 'evacuation',
  actor: Actor = hallManager,
  noteId: string | null = null,
): Step => ({
  command: { type: 'begin-emergency', emergencyId: `emergency ${noteId ?? kind}`, kind, noteId },
  by: actor,
});
export const endEmergency = (actor: Actor = hallManager): Step => ({
  command: { type: 'end-emergency', noteId: 'note' },
  by: actor,
});
