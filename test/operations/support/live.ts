import type { Command } from '../../../server/src/domain/command.ts';
import { DomainError } from '../../../server/src/domain/errors.ts';
import type { Action } from '../../support/arbitraries.ts';
import { commandOf } from '../../support/hall-actions.ts';
import type { HallInMotion } from '../../support/hall-in-motion.ts';
import type { OpenHall } from './open-hall.ts';

/**
 * Lives a real hall through random actions. Each run of actions between two waits arrives at once, so
 * that they share commits and meet halls that have changed since they were thought of. Ids are made of
 * serial numbers, which go on from `firstSerial`.
 */
export async function live(hall: OpenHall, actions: readonly Action[], firstSerial = 0): Promise<void> {
  let together: Promise<unknown>[] = [];
  for (const [index, action] of actions.entries()) {
    if (action.kind === 'wait' || action.kind === 'end-of-day') {
      await Promise.all(together);
      together = [];
      const { today } = hall.operations.hall();
      hall.clock.pass(action.kind === 'wait' ? action.seconds * 1000 : today.endsAt - hall.operations.now());
      await hall.tick();
      continue;
    }
    const made = commandOf(asSeen(hall), action, firstSerial + index);
    if (!made) continue;
    const [command, by] = made;
    const ticketId = ticketOf(command);
    together.push(
      hall.operations.execute(by, command, { ticketId, answer: () => null }).catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      }),
    );
    // What was opened is there when people are called to it.
    if (action.kind === 'open') await together.at(-1);
  }
  await Promise.all(together);
}

/** What actions are made from: the hall as its readers see it. */
function asSeen({ operations }: OpenHall): HallInMotion {
  const { today, lingering } = operations.hall();
  const days = [...lingering, today].map((state) => ({ state, twin: state, log: [] }));
  return {
    settings: operations.settings(),
    days,
    now: operations.now,
    view: operations.hall,
    wait: () => undefined,
    roll: () => null,
    run: () => {
      throw new Error('operations decide');
    },
  };
}

function ticketOf(command: Command): string | undefined {
  if (command.type === 'rate' || command.type === 'explain-rating')
    return command.from.source === 'phone' ? command.from.ticketId : undefined;
  return command.type === 'cancel' ||
    command.type === 'ask-rating' ||
    command.type === 'reprint' ||
    command.type === 'tell'
    ? command.ticketId
    : undefined;
}
