import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type NetworkInterfaceInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../server/src/config.ts';
import { HallFileError, seedHall } from '../server/src/seed.ts';
import { openSqliteStore } from '../server/src/store/sqlite-store.ts';
import { printWelcome } from '../server/src/welcome.ts';
import { ADMIN_PASSWORD, caller, signIn, startHub } from './support/hub.ts';

/** What an empty data folder is filled with, and that a filled one is left alone. */

const SAMPLE = new URL('../server/halls/sample.json', import.meta.url);
type Hall = Record<string, unknown> & { hall: { name: Record<string, string> }; people?: unknown };
const sample = () => JSON.parse(readFileSync(SAMPLE, 'utf8')) as Hall;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-seed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function hallFile(content: unknown): string {
  const path = join(folder, 'hall.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

/** Seeds a database of its own; answers what the installer is told, and closes it. */
async function seed(seeds: Partial<Parameters<typeof seedHall>[1]> = {}, name = 'jiaohao.db') {
  const store = openSqliteStore(join(folder, name), 'main');
  try {
    const seeded = await seedHall(
      store,
      { adminPassword: ADMIN_PASSWORD, printerUrl: 'virtual:', hallFile: undefined, ...seeds },
      0,
    );
    return {
      seeded,
      people: await store.people(),
      printers: await store.printers(),
      streams: await store.streams(''),
    };
  } finally {
    await store.close();
  }
}

async function problems(seeds: Partial<Parameters<typeof seedHall>[1]>): Promise<string[]> {
  const error = await seed(seeds).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HallFileError);
  return (error as HallFileError).problems;
}

describe('an empty data folder', () => {
  test('becomes the sample hall: an admin, eight clerks without passwords, a printer', async () => {
    const { people, printers, streams } = await seed();
    expect(people.filter(({ role }) => role === 'clerk')).toHaveLength(8);
    expect(
      people.filter(({ passwordHash }) => passwordHash !== null).map(({ username }) => username),
    ).toEqual(['admin']);
    expect(printers).toMatchObject([{ url: 'virtual:' }]);
    expect(streams).toEqual(['settings']);
  });

  test('takes the hall from HALL_FILE, with the people that it names', async () => {
    const hall = sample();
    hall.hall.name = { 'zh-CN': '测试大厅', en: 'Test hall' };
    hall.people = [{ username: 'onlyone', name: '一人', role: 'manager' }];
    const hub = await startHub({ hallFile: hallFile(hall) });
    const admin = await signIn(hub);
    expect((await admin.get('/api/board')).body).toMatchObject({ hallName: { en: 'Test hall' } });
    const { people } = (await admin.get<{ people: { username: string }[] }>('/api/settings/people')).body;
    expect(people.map(({ username }) => username).sort()).toEqual(['admin', 'onlyone']);
    await hub.close();
  });

  test('has the admin password that was set, or a random one that is told once and kept nowhere', async () => {
    expect((await seed()).seeded).toEqual({ adminPassword: undefined });
    const { seeded } = await seed({ adminPassword: undefined }, 'other.db');
    const password = seeded?.adminPassword as string;
    expect(password).toMatch(/^[A-Za-z0-9_-]{12}$/);
    expect(readFileSync(join(folder, 'other.db')).includes(password)).toBe(false);
    expect((await seed({ adminPassword: undefined }, 'third.db')).seeded?.adminPassword).not.toBe(password);
  });
});

describe('a folder that has a hall', () => {
  test('is left alone: neither its settings nor its admin change with the environment', async () => {
    await seed();
    const other = hallFile({ nonsense: true });
    const again = await seed({
      adminPassword: 'another-password',
      hallFile: other,
      printerUrl: 'tcp://10.0.0.1',
    });
    expect(again.seeded).toBeNull();
    expect(again.printers).toMatchObject([{ url: 'virtual:' }]);
  });

  test('still opens with the old admin password', async () => {
    const first = await startHub({ keepData: true });
    await first.close();
    const second = await startHub({
      dataDir: first.dataDir,
      config: { seeds: { adminPassword: 'another-password', printerUrl: 'virtual:', hallFile: undefined } },
    });
    expect(second.seeded).toBeNull();
    const answer = await caller(second.url).post('/api/session', {
      username: 'admin',
      password: 'another-password',
    });
    expect(answer.status).toBe(401);
    expect((await signIn(second)).id).toBeTruthy();
    await second.close();
  });
});

describe('a hall file that cannot be used is told plainly, and nothing is filled', () => {
  test('where it is not there', async () => {
    const path = join(folder, 'missing.json');
    expect(await problems({ hallFile: path })).toEqual([
      `HALL_FILE ${path}: 无法读取此文件 / cannot be read (ENOENT)`,
    ]);
  });

  test('where it is no JSON: the line and the column, in both languages', async () => {
    const told = await problems({ hallFile: hallFile('{\n  "format": "jiaohao-hall/1",,\n}') });
    expect(told).toHaveLength(2);
    for (const line of told) expect(line).toMatch(/2/);
    expect(told[0]).toMatch(/\p{Script=Han}/u);
    expect(told[1]).not.toMatch(/\p{Script=Han}/u);
  });

  test('where a counter serves what does not exist: which counter, what is wrong', async () => {
    const hall = sample();
    const counters = hall.counters as { services: { serviceId: string }[] }[];
    (counters[0]?.services[0] as { serviceId: string }).serviceId = 'social-cart';
    const told = await problems({ hallFile: hallFile(hall) });
    expect(told.join('\n')).toContain('counters');
    expect(told.join('\n')).toContain('social-cart');
    // What would be right.
    expect(told.join('\n')).toContain('social-card');
    const { streams } = await seed();
    expect(streams).toEqual(['settings']);
  });
});

test('a printer address that is none is refused before anything is written', async () => {
  await expect(seed({ printerUrl: 'usb:1' })).rejects.toMatchObject({ name: 'BadPrinterUrl' });
  expect((await seed()).seeded).not.toBeNull();
});

describe('the first devices', () => {
  test('are invited at every start until somebody pairs them; only the newest code is good', async () => {
    const first = await startHub({ keepData: true });
    const invited = await first.inviteFirstDevices();
    expect(invited.map(({ kind }) => kind)).toEqual(['kiosk', 'hall-screen', 'counter-pad']);
    const pairAt = (url: string, pairingCode: string | undefined) =>
      caller(url).post<{ kind: string }>('/api/devices/pair', { pairingCode });
    const paired = await pairAt(first.url, invited[0]?.pairingCode);
    expect(paired).toMatchObject({ status: 200, body: { kind: 'kiosk' } });
    await first.close();

    const second = await startHub({ dataDir: first.dataDir });
    const again = await second.inviteFirstDevices();
    expect(again.map(({ kind }) => kind)).toEqual(['hall-screen', 'counter-pad']);
    expect((await pairAt(second.url, invited[1]?.pairingCode)).status).toBe(401);
    expect((await pairAt(second.url, again[0]?.pairingCode)).status).toBe(200);
    await second.close();
  });

  test('have links in the terminal, with the admin password once', async () => {
    const seeds = { adminPassword: undefined, printerUrl: 'virtual:', hallFile: undefined };
    const hub = await startHub({ config: { seeds } });
    const lines: string[] = [];
    const config = { ...readConfig({ DATA_DIR: hub.dataDir, HOST: '0.0.0.0' }), seeds };
    const lan = { address: '192.168.1.20', family: 'IPv4', internal: false } as NetworkInterfaceInfo;
    await printWelcome(hub, config, { eth0: [lan] }, (line) => lines.push(line));
    const text = lines.join('\n');
    const port = new URL(hub.url).port;
    for (const page of ['kiosk', 'hall', 'pad']) {
      expect(text).toMatch(
        new RegExp(`http://192\\.168\\.1\\.20:${port}/${page}#pair=[0-9A-Z]{4}-[0-9A-Z]{4}`),
      );
    }
    expect(text).toContain(hub.seeded?.adminPassword);
    expect(await signIn(hub, 'admin', hub.seeded?.adminPassword)).toBeTruthy();
    await hub.close();
  });
});
