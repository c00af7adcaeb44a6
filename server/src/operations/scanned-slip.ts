import { daysAtHand } from '../domain/hall.ts';
import type { DayState, Ticket } from '../domain/state.ts';
import type { Operations } from '../operations.ts';
import type { Store } from '../store/port.ts';
import type { Secrets } from './secrets.ts';

export interface ScannedSlip {
  day: DayState;
  ticket: Ticket;
  /**
   * Whether only the slip can have said this: its link, or its ticket code in a hall whose slips
   * carry no link and so give nothing away. Where slips carry links, anybody can make up a code.
   */
  proven: boolean;
}

const CODE = /^JH:(\d{4})(\d{2})(\d{2}):([A-Z]{1,2}\d{3,6})$/i;
const LINK = /\/t\/([A-Za-z0-9_-]{22})$/;

/** Finds the ticket of a scanned slip: a day's that is over as its date alone, null where there is none. */
export function createSlipReader(deps: {
  operations: Pick<Operations, 'hall' | 'findTicket'>;
  store: Pick<Store, 'ticketByToken'>;
  secrets: Pick<Secrets, 'hash'>;
  publicUrl: string | undefined;
}) {
  const { operations, store, secrets } = deps;

  async function byLink(token: string): Promise<ScannedSlip | { over: string } | null> {
    const place = await store.ticketByToken(secrets.hash(token));
    if (!place) return null;
    const atHand = daysAtHand(operations.hall()).some(({ date }) => date === place.serviceDay);
    if (!atHand) return { over: place.serviceDay };
    const found = await operations.findTicket(place.ticketId);
    return found && { ...found, proven: true };
  }

  return async (text: string): Promise<ScannedSlip | { over: string } | null> => {
    const token = LINK.exec(text)?.[1];
    if (token !== undefined) return byLink(token);
    const [, year, month, date, number] = CODE.exec(text) ?? [];
    if (number === undefined) return null;
    const serviceDay = `${year}-${month}-${date}`;
    const day = daysAtHand(operations.hall()).find((each) => each.date === serviceDay);
    if (!day) return serviceDay < operations.hall().today.date ? { over: serviceDay } : null;
    const ticket = day.tickets.get(day.ticketByNumber.get(number.toUpperCase()) ?? '');
    return ticket ? { day, ticket, proven: deps.publicUrl === undefined } : null;
  };
}
