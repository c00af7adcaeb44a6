import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HallDefinition, Rules } from '@jiaohao/shared/contract/hall.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { type HubCaller, signIn } from '../../scripts/lib/hub-caller.ts';
import { ROOT } from '../../scripts/lib/project.ts';
import { startChild } from './child.ts';
import { type Figure, figure } from './figure.ts';
import type { HubUnderTest } from './hub-under-test.ts';
import type { TerminalsQuestion } from './processes/terminals.ts';
import { quantile } from './stats.ts';

const COUNTERS = 50;
const WAITING = 300;
const HOPED_MS = 50;
const LIMIT = 'same server, a constant';
const PASSWORD = 'bench-bench-bench';

/** The sample hall with fifty counters: each serves every service, half of them as backup. */
export function bigHall(folder: string): string {
  const hall = JSON.parse(readFileSync(join(ROOT, 'server/halls/sample.json'), 'utf8')) as HallDefinition;
  hall.counters = Array.from({ length: COUNTERS }, (_, index) => ({
    id: `counter-${index + 1}`,
    number: index + 1,
    services: hall.services.map(({ id }, nth) => ({
      serviceId: id,
      role: (nth + index) % 2 === 0 ? ('main' as const) : ('backup' as const),
    })),
  }));
  const path = join(folder, 'big-hall.json');
  writeFileSync(path, JSON.stringify(hall));
  return path;
}

interface Desk {
  at: string;
  caller: HubCaller;
}

/** Every move of a clerk, with 300 waiting, 50 counters open and a page open at each. */
export async function benchMoving(
  hub: HubUnderTest,
  rounds: number,
  log: (line: string) => void,
): Promise<Figure[]> {
  const terminals = await startChild<object, TerminalsQuestion, object>('terminals');
  const bare = await startChild<{ url: string }, object, object>('bare-server', ['1200']);
  const times = new Map<string, number[]>();
  const constant: number[] = [];
  const [serviceA, serviceB, serviceC] = hub.serviceIds as [string, string, string];
  const { rules } = await hub.admin.get<{ rules: Rules }>('/api/settings/rules');
  const reason = rules.pauseReasons[0]?.id;

  async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const answer = await work();
    const all = times.get(name) ?? [];
    all.push(performance.now() - begun);
    times.set(name, all);
    return answer;
  }
  const issue = (serviceId: string) =>
    hub.kiosk.caller.post<{ ticket: TicketView }>('/api/tickets', { serviceId });

  async function movesAt({ at, caller }: Desk): Promise<void> {
    const move = (name: string, body: object = {}) =>
      timed(name, () => caller.post<{ ticket: TicketView }>(`${at}/${name}`, body));
    const called = await move('call-next');
    const other = hub.serviceIds.find((id) => id !== called.ticket.serviceId) as string;
    await move('recall');
    await move('start');
    const { ticket } = await move('add-service', { serviceId: other });
    await move('drop-service', { plannedTurnId: ticket.turns.at(-1)?.id });
    await move('park', { reason: 'fetching', minutes: 30 });
    await move('resume-ticket');
    await move('transfer', { serviceId: other, place: 'end' });
    await move('walk-in', { serviceId: serviceA });
    await move('change-service', { serviceId: serviceB });
    await move('finish', { outcome: 'done' });
    await move('undo');
    await timed('finish and call-next', () =>
      caller.post(`${at}/call-next`, { finish: { outcome: 'done' } }),
    );
    await move('no-show');
    const { number } = (await issue(serviceC)).ticket;
    await move('call', { number });
    await move('no-show');
    await move('return', { number });
    await move('pause', { reason });
    await move('resume');
    // As many wait as before.
    await issue(serviceA);
  }

  try {
    const desks = await openCounters(hub);
    await terminals.ask({ url: hub.url, pages: desks });
    for (let ticket = 0; ticket < WAITING; ticket++)
      await issue(hub.serviceIds[ticket % hub.serviceIds.length] as string);
    for (let round = 1; round <= rounds; round++) {
      for (const desk of desks) {
        await movesAt(desk);
        const begun = performance.now();
        await fetch(`${bare.ready.url}/constant`, { method: 'POST' }).then((answer) => answer.text());
        constant.push(performance.now() - begun);
      }
      log(`moves, round ${round}`);
    }
  } finally {
    await terminals.stop();
    await bare.stop();
  }
  return figuresOf(times, constant);
}

function figuresOf(times: ReadonlyMap<string, number[]>, constant: number[]): Figure[] {
  const limits = { [LIMIT]: [quantile(constant, 0.5)] };
  const medians = [...times]
    .map(([name, all]) => ({ name, p50: quantile(all, 0.5) }))
    .sort((a, b) => b.p50 - a.p50);
  const every = [...times.values()].flat();
  const slowest = medians[0] ?? { name: 'none', p50: Number.NaN };
  const worst = figure(`a clerk’s slowest move (${slowest.name}), P50`, 'ms', [slowest.p50], limits);
  worst.hope = { text: `${HOPED_MS} ms`, met: slowest.p50 <= HOPED_MS };
  return [
    worst,
    figure('all moves of a clerk, P50', 'ms', [quantile(every, 0.5)], limits),
    figure('all moves of a clerk, P99', 'ms', [quantile(every, 0.99)], limits),
    ...medians.map(({ name, p50 }) => figure(`· ${name}, P50`, 'ms', [p50])),
  ];
}

async function openCounters(hub: HubUnderTest): Promise<(Desk & { cookie: string; counterId: string })[]> {
  const desks = [{ ...hub.clerk, at: '/api/counters/counter-1', counterId: 'counter-1' }];
  for (let index = 2; index <= COUNTERS; index++) {
    const username = `bench-${index}`;
    await hub.admin.post('/api/settings/people', {
      username,
      name: username,
      role: 'clerk',
      password: PASSWORD,
    });
    const { cookie, caller } = await signIn(hub.url, username, PASSWORD);
    const counterId = `counter-${index}`;
    const at = `/api/counters/${counterId}`;
    await caller.post(`${at}/open`);
    desks.push({ at, caller, cookie, counterId });
  }
  return desks;
}
