import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import type { HubCaller } from '../lib/hub-caller.ts';
import type { Life } from './life.ts';
import type { Chance } from './random.ts';
import { rushAt } from './rush.ts';

export interface CustomersOptions {
  life: Life;
  chance: Chance;
  kiosk: HubCaller;
  /** Without a sign-in: customers' phones. */
  phone: HubCaller;
  serviceIds: readonly string[];
  priorities: readonly string[];
  /** Customers per ms of the hall's time in its busiest hour. */
  busiest: number;
  /** Who took a number, and the token of the slip. */
  onTicket(ticketId: string, token: string): void;
}

const GIVES_UP = 0.03;

/** People come, take a number, and a few give up by phone. Ends with the demo. */
export async function customers(options: CustomersOptions): Promise<void> {
  const { life, chance, kiosk, serviceIds, priorities, busiest } = options;
  while (!life.ended()) {
    await life.sleep(chance.until(1 / (busiest * rushAt(life.passed()))));
    if (life.ended()) return;
    const serviceId = chance.pick(serviceIds);
    const priority = priorities.length > 0 && chance.likely(0.08) ? chance.pick(priorities) : undefined;
    const language = chance.likely(0.9) ? 'zh-CN' : 'en';
    const taken = await life.ask(() =>
      kiosk.post<{ ticket: TicketView }>('/api/tickets', { serviceId, priority, language }),
    );
    const token = taken?.ticket.token;
    if (token === undefined) continue;
    options.onTicket(taken?.ticket.id ?? '', token);
    if (chance.likely(GIVES_UP)) void giveUp(options, token, chance.until(10 * 60_000));
  }
}

async function giveUp({ life, phone }: CustomersOptions, token: string, after: number): Promise<void> {
  await life.sleep(after);
  await life.ask(() => phone.post(`/api/tickets/${token}/cancel`));
}
