import { join } from 'node:path';
import { isIdCardNumber } from '@jiaohao/shared/contract/id-card-number.ts';
import { parsePhone } from '@jiaohao/shared/contract/phone-number.ts';
import type { Holder } from '@jiaohao/shared/contract/ticket.ts';
import { DomainError } from '../domain/errors.ts';
import type { Operations } from '../operations.ts';
import type { Store, Write } from '../store/port.ts';
import { createDayKey } from './day-key.ts';

type KeepHolder = Extract<Write, { kind: 'keep-holder' }>;

interface HoldersDeps {
  dataDir: string;
  store: Pick<Store, 'holdersOf'>;
  operations: Pick<Operations, 'hall' | 'onCommitted'>;
}

/**
 * Which tickets of today one person took, in a hall that limits them. Of the phone or card number nothing
 * is kept but a hash with the key of the day, in a table that is emptied with the day; the journal has neither.
 */
export async function createHolders({ dataDir, store, operations }: HoldersDeps) {
  const dayKey = createDayKey(join(dataDir, 'day.key'));
  let { date } = operations.hall().today;
  let taken = new Map<string, string[]>();

  // The day may have ended while the hub was off.
  dayKey.keepOnly(date);
  for (const { hash, ticketId } of await store.holdersOf(date)) remember(hash, ticketId);

  function remember(hash: string, ticketId: string): void {
    const before = taken.get(hash);
    if (before) before.push(ticketId);
    else taken.set(hash, [ticketId]);
  }

  operations.onCommitted(({ writes }) => {
    const { today } = operations.hall();
    if (today.date !== date) {
      date = today.date;
      taken = new Map();
      dayKey.keepOnly(date);
    }
    for (const write of writes) {
      if (write.kind === 'keep-holder' && write.serviceDay === date) remember(write.hash, write.ticketId);
    }
  });

  return {
    /** What stands for a holder on this day. @throws DomainError `invalid-holder` */
    hash: (day: string, { kind, value }: Holder): string =>
      dayKey.hash(day, `${kind}\n${plain(kind, value)}`),
    /** Tickets that were taken by this hash on this day, those of `pending` included. */
    ticketIds: (day: string, hash: string, pending: readonly Write[]): string[] => [
      ...(day === date ? (taken.get(hash) ?? []) : []),
      ...pending
        .filter((write): write is KeepHolder => write.kind === 'keep-holder' && write.hash === hash)
        .map(({ ticketId }) => ticketId),
    ],
  };
}

export type Holders = Awaited<ReturnType<typeof createHolders>>;

/** One person's number in one form, however it was typed. */
function plain(kind: Holder['kind'], value: string): string {
  if (kind === 'phone') {
    const digits = parsePhone(value);
    // Mainland mobiles have eleven digits; a number from abroad comes with its country.
    const isMobile = digits !== null && (/^1[3-9]\d{9}$/.test(digits) || /^\s*(\+|00)/.test(value));
    if (isMobile) return digits;
  } else {
    const id = value.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
    if (isIdCardNumber(id)) return id;
  }
  // Never what was typed: an error is shown, and may be logged by whoever called.
  throw new DomainError('invalid-holder', { kind });
}
