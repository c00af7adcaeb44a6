import type { Command } from './command.ts';
import { emergencyMessages } from './emergency-messages.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import type { Settings } from './settings.ts';
import type { DayState } from './state.ts';

/**
 * What goes on while the hall is in an emergency. Whatever gives a number, calls somebody or moves anybody in a
 * queue waits until it is over; who is at a counter may be served to the end, and nobody is kept from leaving.
 */
const GOES_ON: Readonly<Record<Command['type'], boolean>> = {
  tick: true,
  'record-outage': true,
  'start-day': true,
  issue: false,
  reprint: true,
  cancel: true,
  tell: true,
  'void-queue': true,
  'open-counter': true,
  'pause-counter': true,
  'resume-counter': true,
  'close-counter': true,
  'relieve-counter': true,
  'call-next': false,
  'call-number': false,
  'walk-in': false,
  park: true,
  'resume-ticket': false,
  transfer: false,
  'move-ticket': false,
  'change-service': false,
  'leave-note': true,
  'read-note': true,
  'change-priority': false,
  prioritise: false,
  'plan-service': false,
  'drop-service': false,
  undo: false,
  recall: false,
  'start-service': true,
  finish: true,
  'no-show': false,
  return: false,
  'ask-rating': true,
  rate: true,
  'explain-rating': true,
  'begin-emergency': true,
  'end-emergency': true,
  announce: true,
  'withdraw-announcement': true,
};

/**
 * `state` is the day that is on: what a day that is over still has in hand is held by it too.
 * @throws DomainError `emergency`
 */
export function mayGoOn(state: DayState, command: Command): void {
  if (state.emergency !== null && !GOES_ON[command.type])
    throw new DomainError('emergency', { message: state.emergency.text });
}

/**
 * Emergency mode begins, gets another message, or ends. Asking for what already is changes nothing, but a note of it
 * is kept.
 * @throws DomainError `not-allowed`, `unknown-reason`, `day-closed`
 */
export function decideEmergency(
  state: DayState,
  command: Extract<Command, { type: 'begin-emergency' | 'end-emergency' }>,
  by: Actor,
  settings: Settings,
): DayEvent[] {
  if (state.ended) throw new DomainError('day-closed');
  if (by.kind !== 'person' || by.role === 'clerk') throw new DomainError('not-allowed');
  const { emergency } = state;
  if (command.type === 'end-emergency') {
    if (emergency === null) return [];
    return [{ type: 'emergency-ended', data: { emergencyId: emergency.id, noteId: command.noteId } }];
  }
  const { emergencyId, kind, noteId } = command;
  const message = emergencyMessages(settings).find(({ id }) => id === kind);
  if (!message) throw new DomainError('unknown-reason', { kind });
  if (emergency?.kind === kind) {
    if (noteId === null) return [];
    // Two who run the hall saw it: what the second wrote is kept too, and no screen begins anew.
    const { id, text } = emergency;
    return [{ type: 'emergency-begun', data: { emergencyId: id, kind, text, noteId } }];
  }
  // The words stand in the event: what was said then does not change with the settings.
  return [{ type: 'emergency-begun', data: { emergencyId, kind, text: message.sentence, noteId } }];
}
