import type { DayEvent } from '../../server/src/domain/event.ts';
import type { Turn } from '../../server/src/domain/turn.ts';
import type { DayInMotion, HallInMotion, Happened } from './hall-in-motion.ts';
import { hold } from './hall-invariants.ts';
import { look, type Seen } from './hall-watch.ts';

/** What an emergency holds: numbers, calls, and whatever moves anybody in a queue. */
const HELD = new Set<DayEvent['type']>([
  'ticket-issued',
  'turn-called',
  'turn-recalled',
  'turn-missed',
  'turn-returned',
  'turn-unparked',
  'turn-resumed',
  'turn-moved',
  'turn-transferred',
  'turn-planned',
  'turn-undone',
  'service-changed',
  'priority-changed',
]);

/** Words for people, and a hall that is held: nobody's place is changed by them. */
const MOVES_NOBODY = new Set<Happened['command']['type']>([
  'announce',
  'withdraw-announcement',
  'tell',
  'begin-emergency',
  'end-emergency',
]);

/**
 * Watches what is done to the whole hall: an emergency, queues that are voided, announcements, guides that
 * are told. Its memory is its own, like that of `createWatch`.
 */
export function createWholeHallWatch(hall: HallInMotion) {
  /** Where everybody stood when the emergency began, and who began to wait since; null: there is none. */
  let held: Map<string, string> | null = null;
  const voided = new Set<string>();
  const voids = new Map<DayInMotion, number>();
  const told = new Set<string>();

  /** `before` is how the command found the days, see `look`. */
  function after(happened: Happened, before: ReadonlyMap<DayInMotion, Seen>): void {
    const { command, events, refused } = happened;
    hold(held !== null || refused?.code !== 'emergency', `${command.type} was refused without an emergency`);
    if (MOVES_NOBODY.has(command.type)) checkNobodyMoved(command.type, before);
    for (const { day, folded } of events) {
      const { event } = folded;
      hold(!held || !HELD.has(event.type), `${event.type} in an emergency`);
      if ('turnId' in event.data && voided.has(event.data.turnId))
        hold(false, `${event.type} of ${event.data.turnId}, which was voided`);
      switch (event.type) {
        case 'emergency-begun':
          held ??= standing();
          break;
        case 'emergency-ended':
          hold(held !== null, 'an emergency ended that nobody began');
          checkHeld();
          held = null;
          break;
        case 'turn-queued':
          held?.set(event.data.turnId, placeOf(day.state.turns.get(event.data.turnId) as Turn));
          break;
        case 'turn-cancelled':
          if (event.data.reason !== undefined) voided.add(event.data.turnId);
          break;
        case 'queue-voided':
          voids.set(day, (voids.get(day) ?? 0) + 1);
          checkVoid(day, event.data.serviceId);
          break;
        case 'guide-told': {
          const { ticketId, serviceId, version, means } = event.data;
          const guide = `${ticketId} ${serviceId} ${version} ${means}`;
          hold(!told.has(guide), `${guide} was told twice`);
          told.add(guide);
          break;
        }
        default:
      }
    }
    const { today } = hall.view();
    hold((today.emergency !== null) === (held !== null), 'the hall does not know whether it is held');
    for (const day of hall.days)
      hold(
        day.state.voids.length === (voids.get(day) ?? 0),
        `${day.state.voids.length} voids of ${day.state.date}`,
      );
    checkHeld();
  }

  const standing = (): Map<string, string> =>
    new Map(hall.days.flatMap((day) => look(day).waiting.map((turn) => [turn.id, placeOf(turn)] as const)));

  /** Who stood in line and does not give up stands where they stood, and nobody else has come. */
  function checkHeld(): void {
    if (!held) return;
    for (const [turnId, place] of standing())
      hold(
        held.get(turnId) === place,
        `${turnId} stands at ${place} in an emergency, not at ${held.get(turnId)}`,
      );
  }

  function checkNobodyMoved(by: string, before: ReadonlyMap<DayInMotion, Seen>): void {
    for (const [day, { waiting }] of before) {
      const now = look(day).waiting.map(placeOf);
      hold(waiting.map(placeOf).join('\n') === now.join('\n'), `${by} moved somebody`);
    }
  }

  return { after };
}

const placeOf = ({ id, serviceId, priority, forCounter, first, orderAt, orderSeq }: Turn): string =>
  JSON.stringify([id, serviceId, priority, forCounter, first, orderAt, orderSeq]);

/** Nobody waits any more for what was voided, may come back for it, or has it still before them. */
function checkVoid({ state }: DayInMotion, serviceId: string | null): void {
  for (const { id, phase, ...turn } of state.turns.values()) {
    const expects = phase.state === 'waiting' || phase.state === 'missed' || phase.state === 'planned';
    const isMeant = serviceId === null || turn.serviceId === serviceId;
    hold(!(expects && isMeant), `${id} is ${phase.state} for what was voided`);
  }
}
