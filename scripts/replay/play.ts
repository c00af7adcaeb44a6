import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { type HubCaller, pairDevice, signIn } from '../lib/hub-caller.ts';
import type { HallOfLog } from './hall-of-log.ts';
import type { MovingClock } from './moving-clock.ts';
import type { LoggedTicket, QueueLog } from './queue-log.ts';

export interface Stage {
  url: string;
  clock: MovingClock;
  admin: HubCaller;
  hall: HallOfLog;
}

/** What happened, for the one who watches. */
export interface Played {
  issued: number;
  /** Calls that were simply the next in line, and those that had to be called by number. */
  calledNext: number;
  calledByNumber: number;
}

/** A session ends after twelve idle hours; a clerk who calls that rarely signs in again. */
const SESSION_GOOD_MS = 6 * 3600_000;

/**
 * Issues and calls every ticket of a log at its recorded time, through the hub's HTTP interface alone.
 * Every counter calls in turn; the ticket it has in hand is finished just before.
 * @throws Error when the hub calls another ticket than the log did
 */
export async function play(log: QueueLog, { url, clock, admin, hall }: Stage): Promise<Played> {
  const kiosk = (await pairDevice(url, admin, { kind: 'kiosk', name: 'Replay' })).caller;
  const numbers = new Map<LoggedTicket, string>();
  const waiting = new Map(log.services.map((service) => [service, [] as LoggedTicket[]]));
  const counters = new Map<string, ReturnType<typeof openCounter>>();
  const played: Played = { issued: 0, calledNext: 0, calledByNumber: 0 };

  async function issue(ticket: LoggedTicket): Promise<void> {
    const serviceId = hall.serviceIds.get(ticket.service);
    const answer = await kiosk.post<{ ticket: TicketView }>('/api/tickets', { serviceId });
    numbers.set(ticket, answer.ticket.number);
    waiting.get(ticket.service)?.push(ticket);
    played.issued += 1;
  }

  async function call(ticket: LoggedTicket): Promise<void> {
    const line = waiting.get(ticket.service) as LoggedTicket[];
    const ids = hall.counterIds.get(ticket.service) as string[];
    const counterId = ids.shift() as string;
    ids.push(counterId);
    const counter = counters.get(counterId) ?? openCounter(counterId);
    counters.set(counterId, counter);
    const number = numbers.get(ticket) as string;
    const isNext = line[0] === ticket;
    const called = isNext ? await counter.callNext() : await counter.call(number);
    if (called !== number)
      throw new Error(`line ${ticket.line}: the log calls ${number}, and the hub called ${called}`);
    line.splice(line.indexOf(ticket), 1);
    played[isNext ? 'calledNext' : 'calledByNumber'] += 1;
  }

  function openCounter(id: string) {
    const name = `clerk-of-${id}`;
    let clerk: { caller: HubCaller; since: number } | undefined;
    let inHand = false;

    /** Whoever holds the counter, signed in. */
    async function holder(): Promise<HubCaller> {
      if (clerk && clock.now() - clerk.since < SESSION_GOOD_MS) return clerk.caller;
      if (!clerk)
        await admin.post('/api/settings/people', { username: name, name, role: 'clerk', password: name });
      clerk = { caller: (await signIn(url, name, name)).caller, since: clock.now() };
      await clerk.caller.post(`/api/counters/${id}/open`);
      return clerk.caller;
    }
    async function command(what: string, body: unknown): Promise<string> {
      const answer = await (await holder()).post<{ ticket: TicketView }>(`/api/counters/${id}/${what}`, body);
      return answer.ticket.number;
    }
    async function finish(): Promise<void> {
      if (inHand) await command('finish', { outcome: 'done' });
      inHand = false;
    }
    return {
      finish,
      async callNext(): Promise<string> {
        const number = await command('call-next', inHand ? { finish: { outcome: 'done' } } : {});
        inHand = true;
        return number;
      },
      async call(number: string): Promise<string> {
        await finish();
        const called = await command('call', { number });
        inHand = true;
        return called;
      },
    };
  }

  for (const { at, ticket, isCall } of inTime(log)) {
    clock.moveTo(at);
    await (isCall ? call(ticket) : issue(ticket));
  }
  for (const counter of counters.values()) await counter.finish();
  return played;
}

/** By time; at the same moment numbers are taken before they are called, else as the file has them. */
function inTime(log: QueueLog): { at: number; ticket: LoggedTicket; isCall: boolean }[] {
  const issues = log.tickets.map((ticket) => ({ at: ticket.issuedAt, ticket, isCall: false }));
  const calls = log.tickets.flatMap((ticket) =>
    ticket.calledAt === null ? [] : [{ at: ticket.calledAt, ticket, isCall: true }],
  );
  // Sorting is stable: issues stay before calls, lines in their order.
  return [...issues, ...calls].sort((a, b) => a.at - b.at);
}
