import { daysAtHand } from '../domain/hall.ts';
import { counterHeldBy } from '../domain/state.ts';
import type { Principal } from '../operations/principal.ts';
import type { Hub } from './hub.ts';

/** Where a caller's paper comes out: a kiosk's own printer, the one beside a clerk's counter, else the hall's first. */
export function printerOf({ operations, printing }: Hub, principal: Principal): string | undefined {
  if (principal.kind === 'device') return printing.printerFor(principal.device.id);
  if (principal.kind === 'person') {
    for (const day of daysAtHand(operations.hall())) {
      const counterId = counterHeldBy(day, principal.person.id);
      if (counterId !== null) return printing.printerAt(counterId);
    }
  }
  return printing.printerFor(null);
}
