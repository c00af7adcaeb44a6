import type { Command, Leave } from './command.ts';
import { parked } from './decide-aside.ts';
import { DomainError } from './errors.ts';
import type { DayEvent } from './event.ts';
import { finished } from './follow.ts';
import { servedMeanwhile } from './handover.ts';
import { checkTurn, knownCounter } from './holding.ts';
import type { Settings } from './settings.ts';
import { counterOf, type DayState, ticketOf, turnOf } from './state.ts';
import type { Turn } from './turn.ts';

type Opening = Extract<Command, { type: 'open-counter' }>;

/**
 * A clerk who opens a counter closes the one held until then (换窗口), in one append. Who is in hand there is
 * finished, set aside, or comes along, as was said. A pause ends with the counter at which it was taken.
 * @throws DomainError `clerk-elsewhere` with somebody in hand of whom nothing was said, `stale-turn`,
 *   `unknown-reason`, `emergency` where somebody would be called again while queues are held, those of `finished`
 */
export function changeCounter(
  state: DayState,
  { counterId, clerkId, leave, turnId: expected }: Opening,
  from: string,
  settings: Settings,
  now: number,
): DayEvent[] {
  const turnId = counterOf(state, from).open?.turnId ?? null;
  checkTurn(expected, turnId);
  const change: DayEvent[] = [
    { type: 'counter-closed', data: { counterId: from } },
    { type: 'counter-opened', data: { counterId, clerkId } },
  ];
  if (turnId === null) return [...change, ...servedMeanwhile(state, settings, counterId)];
  if (!leave) throw stillBusy(state, turnId, from);
  const turn = turnOf(state, turnId);
  const meanwhile = servedMeanwhile(state, settings, counterId, turnId);
  if (leave.how !== 'carry') return [...sentOff(state, turn, leave, settings, now), ...change, ...meanwhile];

  // The voice and the screens are the emergency's.
  if (state.emergency && turn.phase.state === 'called') throw new DomainError('emergency');
  const counterNumber = knownCounter(settings, counterId).number;
  // Who sits at the counter gets up with the clerk; who is still on the way must hear where to.
  const callId = turn.phase.state === 'called' ? leave.callId : null;
  const carried = { turnId, fromCounterId: from, counterId, counterNumber, clerkId, callId };
  return [...change, { type: 'turn-carried', data: carried }, ...meanwhile];
}

function sentOff(
  state: DayState,
  turn: Turn,
  leave: Exclude<Leave, { how: 'carry' }>,
  settings: Settings,
  now: number,
): DayEvent[] {
  return leave.how === 'finish'
    ? finished(state, turn, leave, settings)
    : [parked(turn, leave, settings, now)];
}

/** Says who is in hand and where, so that a terminal can ask what is to become of them. */
export function stillBusy(state: DayState, turnId: string, counterId: string): DomainError {
  const { counterNumber, ticketId, phase } = turnOf(state, turnId);
  const { number } = ticketOf(state, ticketId);
  return new DomainError('clerk-elsewhere', {
    counterId,
    counter: counterNumber,
    number,
    turnId,
    state: phase.state,
  });
}
