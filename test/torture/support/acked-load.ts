import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/hub.ts';

/** A request that was sent, and the answer once there was one. */
export interface Sent {
  what: 'issue' | 'call-next' | 'start' | 'finish' | 'rating';
  /** Answered with success. */
  ok: boolean;
  status: number | null;
  body: unknown;
}

export interface Desk {
  counterId: string;
  clerk: Caller;
  pad: Caller;
}

/**
 * People at a hall whose hub may vanish at any moment: each does one thing after the other, and sends what
 * was not answered again, with the same key, before anything else. So in the end everything was answered,
 * and nothing may have happened twice.
 */
export function createLoad(kiosk: Caller, desks: readonly Desk[], serviceId: string) {
  const sent: Sent[] = [];
  const people = [...Array.from({ length: 3 }, () => kioskUser(kiosk)), ...desks.map((desk) => atDesk(desk))];
  let running = false;

  /** Sends until it is answered; between tries it waits for the hub to come back. */
  async function send(by: Caller, what: Sent['what'], path: string, body: object): Promise<Sent> {
    const request: Sent = { what, ok: false, status: null, body: null };
    sent.push(request);
    const key = { 'idempotency-key': randomUUID() };
    while (request.status === null) {
      while (!running) await pause(10);
      try {
        const { status, body: answer } = await by.post(path, body, key);
        Object.assign(request, { status, body: answer, ok: status < 300 });
      } catch {
        await pause(10);
      }
    }
    return request;
  }

  async function* kioskUser(by: Caller): AsyncGenerator {
    for (;;) {
      await send(by, 'issue', '/api/tickets', { serviceId });
      await pause(20);
      yield;
    }
  }

  async function* atDesk({ counterId, clerk, pad }: Desk): AsyncGenerator {
    const at = `/api/counters/${counterId}`;
    for (;;) {
      const call = await send(clerk, 'call-next', `${at}/call-next`, {});
      if (call.ok) {
        await send(clerk, 'start', `${at}/start`, {});
        await send(clerk, 'finish', `${at}/finish`, { outcome: 'done' });
        await send(pad, 'rating', `${at}/rating`, { level: 4 });
      } else await pause(20);
      yield;
    }
  }

  let ending = false;
  const lives = people.map(async (person) => {
    while (!ending) await person.next();
  });

  return {
    sent,
    resume(): void {
      running = true;
    },
    /** The hub is going: nobody begins to send, what is on its way stays unanswered. */
    hold(): void {
      running = false;
    },
    /** Everybody ends what they are at. */
    async end(): Promise<void> {
      ending = true;
      await Promise.all(lives);
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
