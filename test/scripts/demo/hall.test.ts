import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HallDefinition } from '@jiaohao/shared/contract/hall.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openDemoHall } from '../../../scripts/demo/hall.ts';
import { createLife, type Life } from '../../../scripts/demo/life.ts';
import { HubRefusal, signIn } from '../../../scripts/lib/hub-caller.ts';
import { ADMIN_PASSWORD, startHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub | undefined;
let life: Life | undefined;
const folder = mkdtempSync(join(tmpdir(), 'jiaohao-demo-test-'));
afterEach(async () => {
  life?.end();
  await hub?.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The sample hall with two clerks, who are quick: passwords cost time, and so does work. */
function smallHall(): string {
  const sample = readFileSync(new URL('../../../server/halls/sample.json', import.meta.url), 'utf8');
  const hall = JSON.parse(sample) as HallDefinition;
  hall.people = hall.people.slice(0, 2);
  for (const service of hall.services) service.standardMinutes = 2;
  const file = join(folder, 'hall.json');
  writeFileSync(file, JSON.stringify(hall));
  return file;
}

describe('the demo', () => {
  it('lets customers be served while one counter stays free, and ends when it is told', async () => {
    hub = await startHub({ hallFile: smallHall() });
    const said: string[] = [];
    life = createLife(300, (line) => said.push(line));
    const { caller: admin } = await signIn(hub.url, 'admin', ADMIN_PASSWORD);
    const { username, password, freeCounter, done } = await openDemoHall(hub.url, admin, life, 1);
    await expect.poll(() => hub?.operations.hall().today.served, { timeout: 40_000 }).toBeGreaterThan(2);
    expect(hub.operations.hall().today.counters.get(freeCounter.id)?.open ?? null).toBeNull();

    const newcomer = await signIn(hub.url, username, password);
    const opened = await newcomer.caller.post<{ counter: HallView['counters'][number] }>(
      `/api/counters/${freeCounter.id}/open`,
    );
    expect(opened.counter.state).toBe('open');
    life.end();
    await done;
    expect(said).toEqual([]);
  }, 90_000);
});

describe('a life in the demo', () => {
  it('takes a refusal for an answer, and asks again when the hub cannot', async () => {
    const said: string[] = [];
    life = createLife(1, (line) => said.push(line));
    const refused = () => Promise.reject(new HubRefusal(409, 'queue-empty', 'POST /call-next'));
    expect(await life.ask(refused)).toBeNull();
    let times = 0;
    const recovering = async () => {
      times += 1;
      if (times === 1) throw new HubRefusal(503, 'store-unavailable', 'POST /call-next');
      return 'A001';
    };
    expect(await life.ask(recovering)).toBe('A001');
    expect(said).toEqual(['POST /call-next answered 503 store-unavailable; trying again']);
  });
  it('ends at once, whoever sleeps', async () => {
    life = createLife(1, () => {});
    const sleeping = life.sleep(3600_000);
    life.end();
    await sleeping;
    expect(await life.ask(async () => 'too late')).toBeNull();
  });
});
