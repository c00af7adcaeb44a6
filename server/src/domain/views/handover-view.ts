import type { HandoverNoteView } from '@jiaohao/shared/contract/screens.ts';
import type { Settings } from '../settings.ts';
import { type DayState, ticketOf, turnOf } from '../state.ts';

export interface HandoverSurroundings {
  personName(id: string): string | null;
  /** The words of a note; null where they were erased. */
  noteText(textId: string): string | null;
}

/** Notes that have not been read at this counter, oldest first. */
export function notesFor(
  day: DayState,
  settings: Settings,
  counterId: string,
  around: HandoverSurroundings,
): HandoverNoteView[] {
  const numberOf = (id: string | null) =>
    id === null ? null : (settings.counterById.get(id)?.number ?? null);
  return day.notes
    .filter(({ unreadAt }) => unreadAt.includes(counterId))
    .map((note) => ({
      id: note.id,
      at: note.at,
      fromCounter: numberOf(note.fromCounterId),
      fromName: note.clerkId === null ? null : around.personName(note.clerkId),
      service: note.serviceId === null ? null : (settings.serviceById.get(note.serviceId)?.name ?? null),
      text: note.textId === null ? null : around.noteText(note.textId),
      awayFrom: note.awayFrom,
      served: note.turnIds.map((turnId) => {
        const turn = turnOf(day, turnId);
        return {
          number: ticketOf(day, turn.ticketId).number,
          counter: turn.counterNumber ?? 0,
          clerkName: turn.clerkId === null ? null : around.personName(turn.clerkId),
        };
      }),
    }));
}
