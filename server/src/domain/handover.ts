import type { Command } from './command.ts';
import { awaySince, postsOf } from './coverage.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import { heldCounter, knownCounter } from './holding.ts';
import type { Settings } from './settings.ts';
import { counterOf, type DayState } from './state.ts';
import type { Turn } from './turn.ts';

/**
 * Notes from who stood in to whom they stood in for (交接). Their words are kept where they can be erased;
 * the log knows who left one, for which counters, and who read it.
 * @throws DomainError those of `heldCounter`, `unknown-counter`, `unknown-service`, `malformed` where nobody is meant, `day-closed`
 */
export function decideHandover(
  state: DayState,
  command: Extract<Command, { type: 'leave-note' | 'read-note' }>,
  by: Actor,
  settings: Settings,
): DayEvent[] {
  if (state.ended) throw new DomainError('day-closed');
  const { counterId, noteId } = command;
  const held = heldCounter(state, settings, counterId, by);
  if (command.type === 'read-note') {
    const note = state.notes.find(({ id }) => id === noteId);
    // Read already, here or on the other screen.
    return note?.unreadAt.includes(counterId) ? [{ type: 'handover-read', data: { noteId, counterId } }] : [];
  }
  const { toCounterId, serviceId = null, textId } = command;
  if (serviceId !== null && !settings.serviceById.has(serviceId))
    throw new DomainError('unknown-service', { serviceId });
  const meant =
    toCounterId !== undefined
      ? [knownCounter(settings, toCounterId).id]
      : serviceId === null
        ? []
        : postsOf(settings, serviceId, 'main');
  const forCounters = meant.filter((each) => each !== counterId);
  if (forCounters.length === 0) throw new DomainError('malformed', { field: 'toCounterId' });
  return [
    {
      type: 'handover-noted',
      data: {
        noteId,
        fromCounterId: counterId,
        clerkId: held.clerkId,
        forCounters,
        serviceId,
        textId,
        awayFrom: null,
        turnIds: [],
      },
    },
  ];
}

/**
 * What a main counter that comes back finds without anybody's writing: which customers of its services were
 * served at backup counters while it was away. `besides`: a turn that the clerk brings along.
 */
export function servedMeanwhile(
  state: DayState,
  settings: Settings,
  counterId: string,
  besides: string | null = null,
): DayEvent[] {
  const from = awaySince(state, counterId);
  const own = settings.counterById.get(counterId)?.services.filter(({ role }) => role === 'main') ?? [];
  if (from === null || own.length === 0) return [];
  const backups = new Map(
    own.map(({ serviceId }) => [serviceId, new Set(postsOf(settings, serviceId, 'backup'))]),
  );
  const taken = [...state.turns.values()].filter(
    (turn) =>
      turn.id !== besides && wasTaken(turn, from) && backups.get(turn.serviceId)?.has(turn.counterId ?? ''),
  );
  if (taken.length === 0) return [];
  const first = Math.min(...taken.map(({ calledAt }) => calledAt ?? from));
  return [
    {
      type: 'handover-noted',
      data: {
        // One at most for each time that a counter comes back.
        noteId: `away-${counterId}-${state.seq}`,
        fromCounterId: null,
        clerkId: null,
        forCounters: [counterId],
        serviceId: null,
        textId: null,
        // Before the first opening of the day nobody was expected at three in the morning.
        awayFrom: counterOf(state, counterId).awaySince ?? first,
        turnIds: taken.map(({ id }) => id),
      },
    },
  ];
}

/** Called since then, and neither missed nor sent back. */
function wasTaken({ calledAt, phase }: Turn, from: number): boolean {
  if (calledAt === null || calledAt < from) return false;
  if (phase.state === 'ended') return phase.ending === 'served' || phase.ending === 'transferred';
  return phase.state === 'called' || phase.state === 'serving' || phase.state === 'parked';
}
