import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildScreens } from '../../scripts/build-screens.ts';
import { ROOT } from '../../scripts/lib/project.ts';
import { benchCalling } from './calling.ts';
import type { Figure } from './figure.ts';
import { benchFolder, startHub } from './hub-under-test.ts';
import { benchIssuing } from './issuing.ts';
import { benchMoving, bigHall } from './moving.ts';
import { benchPageSizes } from './page-sizes.ts';
import { benchTable } from './report.ts';
import { benchStarting } from './starting.ts';

/** `pnpm bench [--rounds 3] [--only issuing,calling,moving,starting,pages]`: figures beside their limits (docs/benchmarks.md). */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, only: { type: 'string' } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 20)
  throw new Error('--rounds is a number from 1 to 20');
const wanted = (part: string) => values.only === undefined || values.only.split(',').includes(part);
const log = (line: string) => void process.stderr.write(`${line}\n`);

const PLACE = { counterId: 'counter-1', serviceId: 'social-card' };
const A_DAY = 2000;

const folder = benchFolder();
const figures: Figure[] = [];
try {
  if (wanted('issuing')) figures.push(...(await onHub('issuing', (hub) => benchIssuing(hub, rounds, log))));
  if (wanted('calling'))
    figures.push(...(await onHub('calling', (hub) => benchCalling(hub, PLACE, rounds, log))));
  if (wanted('moving')) {
    figures.push(...(await onHub('moving', (hub) => benchMoving(hub, rounds, log), bigHall(folder.path))));
  }
  if (wanted('starting')) {
    await onHub('day', async ({ kiosk, serviceIds }) => {
      for (let ticket = 0; ticket < A_DAY; ticket += 50) {
        const some = Array.from({ length: 50 }, (_, each) => ({
          serviceId: serviceIds[(ticket + each) % serviceIds.length],
        }));
        await Promise.all(some.map((body) => kiosk.caller.post('/api/tickets', body)));
      }
    });
    figures.push(...(await benchStarting(folder.path, join(folder.path, 'day'), rounds)));
  }
  if (wanted('pages')) {
    await buildScreens({ log });
    figures.push(...benchPageSizes());
  }
} finally {
  folder.remove();
}

for (const line of benchTable(figures)) console.log(line);
const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version };
mkdirSync(join(ROOT, 'test-results'), { recursive: true });
const file = join(ROOT, 'test-results/bench.json');
writeFileSync(file, `${JSON.stringify({ machine, rounds, figures }, null, 2)}\n`);
console.log(
  `\n${machine.cores} cores, ${machine.cpu}, Node ${machine.node}; also in test-results/bench.json`,
);

async function onHub<T>(
  name: string,
  work: (hub: Awaited<ReturnType<typeof startHub>>) => Promise<T>,
  hallFile?: string,
): Promise<T> {
  const hub = await startHub(join(folder.path, name), PLACE.counterId, hallFile);
  try {
    return await work(hub);
  } finally {
    await hub.stop();
  }
}
