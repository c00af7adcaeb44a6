import type { Board } from '@jiaohao/shared/contract/screens.ts';
import { hubCaller } from '../../scripts/lib/hub-caller.ts';
import { startChild } from './child.ts';
import { type Figure, figure } from './figure.ts';
import type { HubUnderTest } from './hub-under-test.ts';
import type { ScreensAnswer, ScreensQuestion } from './processes/screens.ts';
import { quantile } from './stats.ts';

const CALLS = 100;
const LIMIT = 'bare POST, same bytes to as many';
const HOPED_RATIO = 1.5;

/** From a clerk's call until the last hall screen has it, as clients of socket.io see it. */
export async function benchCalling(
  hub: HubUnderTest,
  place: { counterId: string; serviceId: string },
  rounds: number,
  log: (line: string) => void,
): Promise<Figure[]> {
  const path = `/api/counters/${place.counterId}/call-next`;
  const headers = { cookie: hub.clerk.cookie, origin: hub.url };
  await hub.kiosk.caller.post('/api/tickets', { serviceId: place.serviceId });
  await hub.clerk.caller.post(path, {});
  const board = await hubCaller(hub.url, { token: hub.hallScreen.token }).get<Board>('/api/board');
  const screens = await startChild<object, ScreensQuestion, ScreensAnswer>('screens');
  const bare = await startChild<{ url: string }, object, object>('bare-server', [
    '0',
    JSON.stringify(board.calls[0]),
  ]);

  async function times(url: string, count: number, call: () => Promise<ScreensQuestion>): Promise<number[]> {
    await screens.ask({ do: 'connect', url, screens: count, token: hub.hallScreen.token });
    const measured: number[] = [];
    // The first ten warm up and are not counted.
    for (let each = -10; each < CALLS; each++) {
      const { lastMs } = await screens.ask(await call());
      if (each >= 0) measured.push(lastMs);
    }
    await screens.ask({ do: 'leave' });
    return measured;
  }
  const callNext = async (): Promise<ScreensQuestion> => {
    await hub.kiosk.caller.post('/api/tickets', { serviceId: place.serviceId });
    return { do: 'call', path, headers, body: { finish: { outcome: 'done' } } };
  };
  const broadcast = async (): Promise<ScreensQuestion> => ({
    do: 'call',
    path: '/broadcast',
    headers: {},
    body: {},
  });

  const figures: Figure[] = [];
  try {
    for (const count of [1, 50, 200]) {
      const own = { p50: [] as number[], p99: [] as number[] };
      const limit = { p50: [] as number[], p99: [] as number[] };
      for (let round = 1; round <= rounds; round++) {
        const measured = await times(hub.url, count, callNext);
        const bareTimes = await times(bare.ready.url, count, broadcast);
        own.p50.push(quantile(measured, 0.5));
        own.p99.push(quantile(measured, 0.99));
        limit.p50.push(quantile(bareTimes, 0.5));
        limit.p99.push(quantile(bareTimes, 0.99));
        log(`${count} screens, round ${round}: P99 ${own.p99.at(-1)?.toFixed(1)} ms`);
      }
      figures.push(figure(`call → last of ${count} screens, P50`, 'ms', own.p50, { [LIMIT]: limit.p50 }));
      const p99 = figure(`call → last of ${count} screens, P99`, 'ms', own.p99, { [LIMIT]: limit.p99 });
      if (count === 200)
        p99.hope = {
          text: `${HOPED_RATIO} × the limit`,
          met: (p99.limits[0]?.ratio ?? Infinity) <= HOPED_RATIO,
        };
      figures.push(p99);
    }
  } finally {
    await screens.stop();
    await bare.stop();
  }
  return figures;
}
