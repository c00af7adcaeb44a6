import type { Given } from './command.ts';
import { decideAnnouncement } from './decide-announcement.ts';
import { decideAside } from './decide-aside.ts';
import { decideCounter } from './decide-counter.ts';
import { decideDay } from './decide-day.ts';
import { decideEmergency, mayGoOn } from './decide-emergency.ts';
import { decidePlan } from './decide-plan.ts';
import { decideRating } from './decide-rating.ts';
import { decideRelief } from './decide-relief.ts';
import { decideService } from './decide-service.ts';
import { decideTicket } from './decide-ticket.ts';
import { decideTransfer } from './decide-transfer.ts';
import { decideVoid } from './decide-void.ts';
import type { DayEvent } from './event.ts';
import { decideHandover } from './handover.ts';
import { decideOutage } from './outage.ts';
import { decidePriority } from './priority.ts';
import type { Settings } from './settings.ts';
import type { DayState } from './state.ts';

/**
 * What a command makes happen: events, or none where it changes nothing.
 * Pure: state is only read; `now` is the hub's time in ms, never before the day's last event.
 * @throws DomainError when a rule says no
 */
export function decide(state: DayState, given: Given, settings: Settings, now: number): DayEvent[] {
  const { command } = given;
  // A day that is over took its emergency no further: the one that is on has it, see `routeCommand`.
  if (!state.ended) mayGoOn(state, command);
  switch (command.type) {
    case 'tick':
    case 'start-day':
      return decideDay(state, command, now);
    case 'record-outage':
      return decideOutage(state, command, settings);
    case 'issue':
    case 'reprint':
    case 'cancel':
    case 'tell':
      return decideTicket(state, command, given.by, settings, now);
    case 'void-queue':
      return decideVoid(state, command, settings);
    case 'begin-emergency':
    case 'end-emergency':
      return decideEmergency(state, command, given.by, settings);
    case 'announce':
    case 'withdraw-announcement':
      return decideAnnouncement(state, command, given.by, settings, now);
    case 'open-counter':
    case 'pause-counter':
    case 'resume-counter':
    case 'close-counter':
      return decideCounter(state, command, given.by, settings, now);
    case 'relieve-counter':
      return decideRelief(state, command, given.by, settings);
    case 'call-next':
    case 'call-number':
    case 'recall':
    case 'start-service':
    case 'finish':
    case 'no-show':
    case 'return':
      return decideService(state, command, given.by, settings, now);
    case 'walk-in':
    case 'plan-service':
    case 'drop-service':
      return decidePlan(state, command, given.by, settings, now);
    case 'transfer':
    case 'move-ticket':
    case 'change-service':
      return decideTransfer(state, command, given.by, settings, now);
    case 'leave-note':
    case 'read-note':
      return decideHandover(state, command, given.by, settings);
    case 'change-priority':
    case 'prioritise':
      return decidePriority(state, command, given.by, settings);
    case 'park':
    case 'resume-ticket':
    case 'undo':
      return decideAside(state, command, given.by, settings, now);
    case 'rate':
    case 'ask-rating':
    case 'explain-rating':
      return decideRating(state, command, settings, now);
    default:
      return command satisfies never;
  }
}
