import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { startChild } from './child.ts';
import { type Figure, figure } from './figure.ts';
import type { HubUnderTest } from './hub-under-test.ts';
import type { LoadAnswer, LoadQuestion } from './processes/load.ts';
import { rawCommits } from './raw-commits.ts';

/** Bounded: how many tickets a round issues, by how many are asked for at once. */
const TOTALS: Record<number, number> = { 1: 200, 10: 1500, 100: 6000 };
const HOPED_AT_100 = 5000;

/** Tickets issued per second over HTTP, each durable before it is answered. */
export async function benchIssuing(
  hub: HubUnderTest,
  rounds: number,
  log: (line: string) => void,
): Promise<Figure[]> {
  const bodies = hub.serviceIds.map((serviceId) => ({ serviceId }));
  const sample = await hub.kiosk.caller.post<{ ticket: TicketView }>('/api/tickets', bodies[0]);
  const bytes = Buffer.byteLength(JSON.stringify(sample));
  const load = await startChild<object, LoadQuestion, LoadAnswer>('load');
  const bare = await startChild<{ url: string }, object, object>('bare-server', [String(bytes)]);

  async function perSecond(url: string, path: string, atOnce: number): Promise<number> {
    const { token } = hub.kiosk;
    const answer = await load.ask({ url, path, token, bodies, atOnce, total: TOTALS[atOnce] as number });
    if (answer.failed > 0)
      throw new Error(`${answer.failed} of ${TOTALS[atOnce]} requests to ${path} failed`);
    return answer.perSecond;
  }

  const figures: Figure[] = [];
  try {
    for (const atOnce of [1, 10, 100]) {
      const issued: number[] = [];
      const constant: number[] = [];
      const commits: number[] = [];
      const shared: number[] = [];
      // The first round warms both sides up and is not counted.
      for (let round = 0; round <= rounds; round++) {
        const now = {
          issued: await perSecond(hub.url, '/api/tickets', atOnce),
          constant: await perSecond(bare.ready.url, '/constant', atOnce),
          commits: rawCommits(hub.dataDir, { bytes, perCommit: 1, commits: 200 }),
          shared: rawCommits(hub.dataDir, { bytes, perCommit: atOnce, commits: 100 }),
        };
        if (round === 0) continue;
        issued.push(now.issued);
        constant.push(now.constant);
        commits.push(now.commits);
        shared.push(now.shared);
        log(`${atOnce} at once, round ${round}: ${Math.round(now.issued)} issued per s`);
      }
      const limits: Record<string, number[]> = {
        'same server, a constant': constant,
        'raw commits, one row each': commits,
      };
      if (atOnce > 1) limits[`raw commits, ${atOnce} rows each`] = shared;
      const made = figure(`tickets issued, ${atOnce} at once`, 'per s', issued, limits);
      if (atOnce === 100) made.hope = { text: `${HOPED_AT_100} per s`, met: made.value >= HOPED_AT_100 };
      figures.push(made);
    }
  } finally {
    await load.stop();
    await bare.stop();
  }
  return figures;
}
