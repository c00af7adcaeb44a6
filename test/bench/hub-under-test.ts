import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import { type HubCaller, hubCaller, pairDevice, signIn } from '../../scripts/lib/hub-caller.ts';
import { ROOT } from '../../scripts/lib/project.ts';
import { type Child, startChild } from './child.ts';

/** A hub in a process of its own, with a kiosk, a hall screen, and a clerk at an open counter. */
export interface HubUnderTest {
  url: string;
  dataDir: string;
  /** Services of the sample hall. */
  serviceIds: string[];
  kiosk: { token: string; caller: HubCaller };
  hallScreen: { token: string };
  clerk: { cookie: string; caller: HubCaller };
  admin: HubCaller;
  stop(): Promise<void>;
}

/** On the project's own disk: `/tmp` may be memory, where a commit costs nothing. */
export function benchFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(ROOT, 'node_modules/.bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** @param counterId the counter that the clerk opens; @param hallFile the sample hall unless given */
export async function startHub(dataDir: string, counterId: string, hallFile?: string): Promise<HubUnderTest> {
  const password = randomBytes(12).toString('hex');
  const child: Child<object, object> & { ready: { url: string } } = await startChild('hub', [
    dataDir,
    password,
    ...(hallFile === undefined ? [] : [hallFile]),
  ]);
  const { url } = child.ready;
  const admin = (await signIn(url, 'admin', password)).caller;
  const kiosk = await pairDevice(url, admin, { kind: 'kiosk', name: 'Bench kiosk' });
  const hallScreen = await pairDevice(url, admin, { kind: 'hall-screen', name: 'Bench screen' });
  await admin.post('/api/settings/people', { username: 'bench', name: 'Bench', role: 'clerk', password });
  const clerk = await signIn(url, 'bench', password);
  await clerk.caller.post(`/api/counters/${counterId}/open`);
  const menu = await hubCaller(url, { token: kiosk.token }).get<Menu>('/api/menu');
  const serviceIds = menu.groups.flatMap(({ services }) => services.map(({ id }) => id));
  return { url, dataDir, serviceIds, kiosk, hallScreen, clerk, admin, stop: child.stop };
}
