import type { Outcome, TicketView } from '@jiaohao/shared/contract/ticket.ts';
import type { HubCaller } from '../lib/hub-caller.ts';
import type { Life } from './life.ts';
import type { Chance } from './random.ts';

export interface ClerkOptions {
  life: Life;
  chance: Chance;
  caller: HubCaller;
  counterId: string;
  pauseReasons: readonly string[];
  /** How long a service takes as a rule, ms. */
  standardMs(serviceId: string): number;
  /** A customer was served: somebody may press a face. */
  onServed(ticket: TicketView): void;
}

const MINUTE = 60_000;
const STAYS_AWAY = 0.07;
const RECALLED = 0.12;
const COMES_BACK = 0.6;
const PAUSES = 0.04;

/** One clerk's day at one counter: calls, waits, serves, finishes, pauses. Ends with the demo. */
export async function clerk(options: ClerkOptions): Promise<void> {
  const { life, chance, caller, counterId, pauseReasons } = options;
  const at = (move: string) => `/api/counters/${counterId}/${move}`;
  const move = (name: string, body: object = {}) =>
    life.ask(() => caller.post<{ ticket: TicketView }>(at(name), body));

  while (!life.ended()) {
    // Opening what is open changes nothing: after the day's end it opens the new day.
    await move('open');
    const called = await move('call-next');
    if (called) await attend(called.ticket);
    else await life.sleep(chance.about(MINUTE / 2));
    if (chance.likely(PAUSES)) await pause();
  }

  async function attend({ number }: TicketView): Promise<void> {
    await life.sleep(chance.about(MINUTE / 2));
    if (chance.likely(RECALLED)) {
      await move('recall');
      await life.sleep(chance.about(MINUTE / 2));
    }
    if (chance.likely(STAYS_AWAY)) {
      await move('no-show');
      if (chance.likely(COMES_BACK)) void comeBack(number);
      return;
    }
    const started = await move('start');
    if (!started) return void (await move('finish', { outcome: 'done' }));
    await life.sleep(chance.about(options.standardMs(started.ticket.serviceId)));
    // When the demo ends the customer is left at the counter, as in a hall whose power fails.
    const finished = await move('finish', { outcome: outcomeOf(chance) });
    if (finished) options.onServed(finished.ticket);
    await life.sleep(chance.about(MINUTE / 4));
  }

  /** Somebody who missed the call asks at the counter after all. */
  async function comeBack(number: string): Promise<void> {
    await life.sleep(chance.about(6 * MINUTE));
    await move('return', { number });
  }

  async function pause(): Promise<void> {
    if (pauseReasons.length === 0) return;
    await move('pause', { reason: chance.pick(pauseReasons) });
    await life.sleep(chance.about(4 * MINUTE));
    await move('resume');
  }
}

function outcomeOf(chance: Chance): Outcome {
  const place = chance.next();
  if (place < 0.7) return 'done';
  if (place < 0.85) return 'accepted';
  if (place < 0.94) return 'materials-missing';
  return place < 0.97 ? 'refused' : 'referred';
}
