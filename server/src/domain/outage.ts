import type { Command } from './command.ts';
import { isWorking } from './coverage.ts';
import type { DayEvent, MetByOutage } from './event.ts';
import type { Interval } from './opening.ts';
import type { Settings } from './settings.ts';
import type { DayState } from './state.ts';
import type { OutagePart, Turn } from './turn.ts';

const MINUTE = 60_000;
/** Shorter than this nobody has noticed. */
const LEAST_MS = MINUTE;
/** Stopped in order and back within this: a restart that somebody wanted. */
const RESTART_MS = 5 * MINUTE;
/** People whom the hub left in the middle of their business wait so long; stopped for longer, it was the evening. */
const SAME_SITTING_MS = 60 * MINUTE;

/**
 * The hub was away. What of that time this day should have had it is an outage; a night, a holiday or a stop
 * after closing is none. Decided before the day's end is: whoever waited then, waited.
 */
export function decideOutage(
  state: DayState,
  command: Extract<Command, { type: 'record-outage' }>,
  settings: Settings,
): DayEvent[] {
  if (!state.started || state.ended) return [];
  // Told twice, it was still one.
  const told = state.outages.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
  const away = {
    from: Math.max(command.from, state.startsAt, told),
    to: Math.min(command.to, state.endsAt),
  };
  const met = metNow(state);
  const missed = timeMissed(state, away, command, met, settings);
  if (missed === null || missed.to - missed.from < LEAST_MS) return [];
  const planned = command.clean && command.to - command.from <= RESTART_MS;
  return [
    {
      type: 'outage-recorded',
      data: { outageId: command.outageId, ...missed, ...(planned && { planned }), met },
    },
  ];
}

/**
 * From the first to the last moment of `away` in which the hall was open. After closing, or where a hall has no
 * hours, nobody can say that by the clock: then by whether counters worked and people waited or were served. In a
 * longer time clerks may have gone and left their counters open, and who stops a hub in order for so long has
 * gone home.
 */
function timeMissed(
  state: DayState,
  away: Interval,
  whole: { from: number; to: number; clean: boolean },
  met: MetByOutage,
  { opening }: Settings,
): Interval | null {
  if (away.from >= away.to) return null;
  const hasPeople = met.waiting + met.called + met.serving > 0;
  const inBusiness = hasPeople || [...state.counters.keys()].some((counterId) => isWorking(state, counterId));
  const sameSitting = whole.to - whole.from <= SAME_SITTING_MS;
  if (inBusiness && sameSitting) return away;
  if (!opening.isLimited(null)) return hasPeople && !whole.clean ? away : null;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const run of opening.runs(null, away.from)) {
    if (run.from >= away.to) break;
    if (run.to <= away.from) continue;
    from = Math.min(from, Math.max(run.from, away.from));
    to = Math.max(to, Math.min(run.to, away.to));
  }
  return from < to ? { from, to } : null;
}

function metNow(state: DayState): MetByOutage {
  const met = { waiting: 0, called: 0, serving: 0, parked: 0 };
  for (const { phase } of state.turns.values())
    if (phase.state in met) met[phase.state as keyof MetByOutage] += 1;
  return met;
}

/**
 * Which part of a turn was going on when the hub went: its wait, the walk to the counter, its handling, or the
 * time it was set aside. Null: none; who was missed is not expected anywhere.
 */
export function partGoingOn(turn: Turn): OutagePart | null {
  switch (turn.phase.state) {
    case 'waiting':
    case 'parked':
      // Set aside before service began: it still waits for the call that counts.
      return turn.parkedSince === null ? 'wait' : 'aside';
    case 'called':
      if (turn.parkedSince !== null) return 'aside';
      return turn.held.pressesStart ? 'walk' : 'handling';
    case 'serving':
      return 'handling';
    default:
      return null;
  }
}

/** Whether the hub was away in a stretch of this day. */
export const metOutage = ({ outages }: DayState, stretch: Interval): boolean =>
  outages.some(({ from, to }) => from < stretch.to && stretch.from < to);

/** A turn of which this part was met; each part is named once. */
export function markOutage(turn: Turn, part: OutagePart): void {
  if (!turn.metOutage.includes(part)) turn.metOutage = [...turn.metOutage, part];
}
