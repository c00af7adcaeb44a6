import { isWorking } from './coverage.ts';
import type { DayEvent } from './event.ts';
import { counterIn } from './fold-places.ts';
import type { DayState, HandoverNote } from './state.ts';

type Handover = Extract<DayEvent, { type: 'handover-noted' | 'handover-read' }>;

/** Hand-over notes. Part of `evolve`. */
export function foldHandover(state: DayState, event: Handover, at: number): void {
  if (event.type === 'handover-read') {
    const { noteId, counterId } = event.data;
    for (const note of state.notes) {
      if (note.id === noteId) note.unreadAt = note.unreadAt.filter((each) => each !== counterId);
    }
    state.notes = state.notes.filter(({ unreadAt }) => unreadAt.length > 0);
    return;
  }
  const { noteId: id, forCounters, ...rest } = event.data;
  const note: HandoverNote = { ...rest, id, at, turnIds: [...rest.turnIds], unreadAt: [...forCounters] };
  if (note.awayFrom !== null) takeIn(state, note);
  state.notes.push(note);
}

/** Whoever comes and goes without reading finds one list, not ten. */
function takeIn(state: DayState, note: HandoverNote): void {
  const before = state.notes.find(
    ({ awayFrom, unreadAt }) => awayFrom !== null && unreadAt[0] === note.unreadAt[0],
  );
  if (!before) return;
  state.notes = state.notes.filter((each) => each !== before);
  note.awayFrom = before.awayFrom;
  note.turnIds = [...new Set([...before.turnIds, ...note.turnIds])];
}

/** Whichever event opened, paused, resumed or closed it: since when a counter is away is told by how it was before. */
export function noteAbsence(state: DayState, counterId: string, wasWorking: boolean, at: number): void {
  const works = isWorking(state, counterId);
  if (works === wasWorking) return;
  const place = counterIn(state, counterId);
  if (works) place.backAt = at;
  // Another reason for the same pause: it never came back in between.
  else if (place.backAt !== at || place.awaySince === null) place.awaySince = at;
}
