import type { DayEvent } from '../../server/src/domain/event.ts';
import type { Settings } from '../../server/src/domain/settings.ts';
import { type DayState, turnOf } from '../../server/src/domain/state.ts';
import type { Turn } from '../../server/src/domain/turn.ts';
import type { DayInMotion, HallInMotion, Happened } from './hall-in-motion.ts';
import { hold } from './hall-invariants.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What a turn may become: the picture "A turn's life" of the design. */
const LIFE: Record<string, readonly string[]> = {
  // Somebody without a number is served in the step that gives one.
  // A number that was written by hand may have been served before it is entered.
  new: ['waiting', 'planned', 'called', 'serving', 'served'],
  planned: ['waiting'],
  waiting: ['called', 'serving', 'cancelled', 'expired'],
  // A hall's rule may put who was missed back, or void the number, in the same step.
  called: ['serving', 'missed', 'waiting', 'parked', 'transferred', 'served', 'expired', 'unfinished'],
  serving: ['waiting', 'parked', 'transferred', 'served', 'unfinished'],
  parked: ['waiting', 'called', 'serving', 'cancelled', 'expired'],
  missed: ['called', 'serving', 'waiting', 'cancelled', 'expired'],
};

/** What undoing may make of a turn: service or the call goes on, what followed is planned again. */
const UNDONE: Record<string, readonly string[]> = {
  served: ['called', 'serving'],
  missed: ['called'],
  waiting: ['called', 'planned'],
  expired: ['called'],
};

/** All that a day which has ended may still add to its log. */
const AFTER_THE_END = new Set<DayEvent['type']>([
  'turn-finished',
  'turn-undone',
  'turn-expired',
  'rating-asked',
  'rating-pressed',
]);

interface Remembered {
  /** When a turn first took its place, by its paper where it was written by hand, and by the log's order: its right to be called. */
  cameAs: Map<string, { at: number; seq: number }>;
  /** Turns that a person put back into a line: they have a place of their own. */
  cameBack: Set<string>;
  phase: Map<string, string>;
  /** By counter: of the calls in which somebody past the limit could be taken, whether one was. */
  share: Map<string, boolean[]>;
  /** By counter: the turn that its pad asks about, since when, and whether the next is on the way. */
  pad: Map<string, { turnId: string; at: number; nextCalled: boolean }>;
  ended: boolean;
}

/**
 * Watches what happens, keeping its own small memory instead of trusting the domain's: order of calls,
 * starvation share, a turn's life, whose rating a press is.
 */
export function createWatch({ settings }: HallInMotion) {
  const memory = new Map<DayInMotion, Remembered>();
  const of = (day: DayInMotion): Remembered => {
    let found = memory.get(day);
    if (!found) {
      found = {
        cameAs: new Map(),
        cameBack: new Set(),
        phase: new Map(),
        share: new Map(),
        pad: new Map(),
        ended: false,
      };
      memory.set(day, found);
    }
    return found;
  };

  /** `before` is how the command found the days, see `look`. */
  function after(happened: Happened, before: ReadonlyMap<DayInMotion, Seen>, now: number): void {
    for (const { day, folded } of happened.events) {
      const known = of(day);
      const { event } = folded;
      hold(!known.ended || AFTER_THE_END.has(event.type), `${event.type} in a day that has ended`);
      switch (event.type) {
        case 'ticket-issued':
          known.cameAs.set(event.data.turnId, {
            at: event.data.paper?.takenAt ?? folded.occurredAt,
            seq: folded.seq,
          });
          break;
        case 'turn-queued':
        case 'turn-unparked':
        case 'turn-moved':
        case 'service-changed':
          known.cameBack.add(event.data.turnId);
          break;
        case 'turn-resumed':
          known.pad.delete(event.data.counterId);
          break;
        case 'turn-carried': {
          const { turnId, fromCounterId, counterId, clerkId } = event.data;
          const { phase } = turnOf(day.state, turnId);
          hold(phase.state === known.phase.get(turnId), `${turnId} is not as it was before it was carried`);
          const from = day.state.counters.get(fromCounterId)?.open;
          hold(from === null, `${fromCounterId} is open although ${clerkId} left it`);
          known.pad.delete(counterId);
          break;
        }
        case 'turn-undone':
          if (known.pad.get(event.data.counterId)?.turnId === event.data.turnId)
            known.pad.delete(event.data.counterId);
          break;
        case 'turn-returned':
          known.cameBack.add(event.data.turnId);
          if (happened.command.type === 'return')
            checkReturn(turnOf(day.state, event.data.turnId), before.get(day)?.waiting ?? []);
          break;
        case 'turn-called': {
          const { counterId, turnId, why } = event.data;
          hold(
            (happened.command.type === 'call-number' || happened.command.type === 'walk-in') ===
              (why === 'chosen'),
            `${turnId} was called as ${why} by ${happened.command.type}`,
          );
          const seen = before.get(day);
          if (why === 'decided') hold(turnOf(day.state, turnId).first, `${turnId}: nobody decided that`);
          else if (why !== 'chosen' && seen) {
            checkOrder(seen.waiting, turnOf(day.state, turnId), known);
            checkShare(seen, counterId, turnId, known, now);
          }
          const pad = known.pad.get(counterId);
          const sameAppend = happened.events.some(
            (each) => each.day === day && each.folded.event.type === 'turn-finished',
          );
          if (pad && sameAppend) pad.nextCalled = true;
          else known.pad.delete(counterId);
          break;
        }
        case 'turn-finished': {
          const { counterId } = turnOf(day.state, event.data.turnId);
          known.pad.set(counterId as string, { turnId: event.data.turnId, at: now, nextCalled: false });
          break;
        }
        case 'service-started':
          known.pad.delete(turnOf(day.state, event.data.turnId).counterId as string);
          break;
        case 'rating-pressed':
          if (happened.command.type === 'rate')
            checkPress(happened.command, event.data.turnId, day, known, now);
          break;
        case 'rating-asked':
          if (happened.command.type === 'ask-rating')
            checkAsked(happened.command, turnOf(day.state, event.data.turnId));
          break;
        case 'day-ended':
          known.ended = true;
          break;
        default:
      }
    }
    const undone = happened.command.type === 'undo';
    for (const { day } of happened.events) checkLife(day.state, of(day), undone);
  }

  /** Invariant 3: nobody of the same service and class who came earlier and never left the line still waits. */
  function checkOrder(waiting: Turn[], called: Turn, known: Remembered): void {
    if (known.cameBack.has(called.id)) return;
    const came = (turnId: string) => known.cameAs.get(turnId) as { at: number; seq: number };
    const isEarlier = (a: { at: number; seq: number }, b: { at: number; seq: number }) =>
      a.at < b.at || (a.at === b.at && a.seq < b.seq);
    for (const other of waiting) {
      if (other.serviceId !== called.serviceId || other.priority !== called.priority) continue;
      if (known.cameBack.has(other.id)) continue;
      hold(
        !isEarlier(came(other.id), came(called.id)),
        `${called.id} was called before ${other.id}, who came earlier`,
      );
    }
  }

  /** Who comes back waits behind as many of their own line as the hall says, or all, and nobody else moves. */
  function checkReturn(back: Turn, waiting: Turn[]): void {
    const line = waiting.filter(
      ({ serviceId, priority, forCounter, first }) =>
        serviceId === back.serviceId &&
        priority === back.priority &&
        forCounter === back.forCounter &&
        !first,
    );
    const before = line.filter(({ orderAt }) => orderAt <= back.orderAt).length;
    const behind = settings.rules.missedReturnsBehind;
    hold(before >= Math.min(behind, line.length), `${back.id} came back behind ${before} only`);
    if (behind === 0) hold(before === 0, `${back.id} came back behind ${before} and should be first`);
  }

  /** Invariant 4, in every window of the counter's calls. */
  function checkShare(seen: Seen, counterId: string, turnId: string, known: Remembered, now: number): void {
    const limit = settings.rules.waitingLimitMinutes * MINUTE;
    const late = seen.waiting.filter(
      (turn) => now - turn.orderAt > limit && takesTurn(settings, seen, counterId, turn, now),
    );
    if (late.length === 0) return;
    const calls = known.share.get(counterId) ?? [];
    calls.push(late.some(({ id }) => id === turnId));
    known.share.set(counterId, calls);
    const { take, of } = settings.rules.starvationShare;
    const latest = calls.slice(-of);
    // A window that is not full yet may not have spent more than its free calls either.
    const missedOut = latest.filter((taken) => !taken).length;
    hold(
      missedOut <= of - take,
      `${counterId} let ${missedOut} of ${latest.length} calls pass the late ones by`,
    );
  }

  /** Invariant 7: the press lands on who was served last here, within its window. */
  function checkPress(
    command: Extract<Happened['command'], { type: 'rate' }>,
    turnId: string,
    day: DayInMotion,
    known: Remembered,
    now: number,
  ): void {
    hold(
      command.turnId === undefined || command.turnId === turnId,
      `a press meant for another landed on ${turnId}`,
    );
    if (command.from.source === 'phone') {
      const { ticketId, endedAt } = turnOf(day.state, turnId);
      hold(ticketId === command.from.ticketId, `a phone rated ${turnId} of another`);
      hold(endedAt !== null && now <= endedAt + DAY, `a phone rated ${turnId} after its day`);
      return;
    }
    const pad = known.pad.get(command.from.counterId);
    hold(pad?.turnId === turnId, `a press at ${command.from.counterId} landed on ${turnId}`);
    const seconds = pad.nextCalled ? 20 : settings.rules.ratingSeconds;
    hold(now <= pad.at + (seconds + 3) * 1000, `a press on ${turnId} came after its window`);
  }

  /** Asked is who was served, about what they had. */
  function checkAsked(
    { ticketId, turnId }: Extract<Happened['command'], { type: 'ask-rating' }>,
    turn: Turn,
  ): void {
    hold(turn.ticketId === ticketId && (turnId ?? turn.id) === turn.id, `${turn.id} of another was asked`);
    const { phase } = turn;
    hold(phase.state === 'ended' && phase.ending === 'served', `${turn.id} was asked and not served`);
  }

  return { after };
}

/** A day as a command found it. */
export interface Seen {
  waiting: Turn[];
  /** Counters that are open and not paused. */
  working: ReadonlySet<string>;
  /** Counters that are open, paused or not. */
  open: ReadonlySet<string>;
}

/** Takes down what the checks of a call need, before the command runs. */
export function look(day: DayInMotion): Seen {
  return {
    waiting: [...day.state.turns.values()]
      .filter(({ phase }) => phase.state === 'waiting')
      .map((turn) => ({ ...turn })),
    open: new Set([...day.state.counters].filter(([, { open }]) => open).map(([counterId]) => counterId)),
    working: new Set(
      [...day.state.counters].filter(([, { open }]) => open && !open.pause).map(([counterId]) => counterId),
    ),
  };
}

/** Whether a counter may take somebody: named, or not kept for another one that is open. */
function takesTurn(settings: Settings, seen: Seen, counterId: string, turn: Turn, now: number): boolean {
  if (turn.forCounter === counterId) return true;
  if (turn.forCounter !== null && seen.open.has(turn.forCounter)) return false;
  return counterTakes(settings, seen, counterId, turn.serviceId, now);
}

/** "Its backup services join when no main counter for them is open, or their head has waited past the hall's limit." */
function counterTakes(
  settings: Settings,
  { waiting, working }: Seen,
  counterId: string,
  serviceId: string,
  now: number,
): boolean {
  const roleAt = (id: string) =>
    settings.counterById.get(id)?.services.find((service) => service.serviceId === serviceId)?.role;
  const role = roleAt(counterId);
  if (role !== 'backup') return role === 'main';
  if (![...working].some((id) => roleAt(id) === 'main')) return true;
  const oldest = Math.min(
    ...waiting.filter((turn) => turn.serviceId === serviceId).map(({ orderAt }) => orderAt),
  );
  return now - oldest > settings.rules.backupJoinsAfterMinutes * MINUTE;
}

/** A turn goes only where its life leads; what has ended stays as it ended. */
function checkLife(state: DayState, known: Remembered, undone: boolean): void {
  for (const turn of state.turns.values()) {
    const is = turn.phase.state === 'ended' ? turn.phase.ending : turn.phase.state;
    const was = known.phase.get(turn.id) ?? 'new';
    if (is === was) continue;
    const leads = undone ? UNDONE : LIFE;
    hold(leads[was]?.includes(is) ?? false, `${turn.id} went from ${was} to ${is}`);
    known.phase.set(turn.id, is);
  }
}
