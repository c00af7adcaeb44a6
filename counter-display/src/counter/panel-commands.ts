import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Command } from './commands.ts';
import type { ServiceLine } from './hall-directory.ts';
import type { NumberEntry } from './number-entry.ts';
import { plannedTurn, type ServiceEntry } from './service-entry.ts';
import type { Destination, TransferEntry } from './transfer-entry.ts';

/** What a filled panel tells the hub to do. */
export function numberCommand({ purpose, here }: NumberEntry, number: string): Command {
  switch (purpose) {
    case 'call':
      return { name: 'call', number, here };
    case 'return':
      return { name: 'return', number };
    case 'resume':
      return { name: 'resume-ticket', number };
    default:
      return purpose satisfies never;
  }
}

/** A further service that is planned already is taken off when it is picked again. */
export function serviceCommand(
  { purpose }: ServiceEntry,
  { id, name }: ServiceLine,
  view: CounterView,
): Command {
  const plannedTurnId = purpose === 'add-service' ? plannedTurn(view, id) : null;
  const service = { id, name };
  return plannedTurnId === null
    ? { name: purpose, service }
    : { name: 'drop-service', service, plannedTurnId };
}

export const transferCommand = ({ place, back }: TransferEntry, to: Destination): Command => ({
  name: 'transfer',
  to,
  place,
  back,
});
