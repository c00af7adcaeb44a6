import type { NetworkInterfaceInfo } from 'node:os';
import type { DeviceKind } from '@jiaohao/shared/contract/session.ts';
import { start as enWords } from '@jiaohao/shared/i18n/en/start.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { start as zhWords } from '@jiaohao/shared/i18n/zh-CN/start.ts';
import type { RunningHub } from './app.ts';
import type { Config } from './config.ts';
import { profileOf } from './domain/settings.ts';

const startWords = inEveryLanguage(zhWords, enWords, ({ start }) => start);

const PAGE_OF: Record<DeviceKind, string> = { kiosk: 'kiosk', 'hall-screen': 'hall', 'counter-pad': 'pad' };
const PAGES = [
  ['home', ''],
  ['kiosk', 'kiosk'],
  ['counter', 'counter'],
  ['pad', 'pad'],
  ['hall', 'hall'],
  ['manager', 'manager'],
] as const;

/** What the installer reads in the terminal: links that can be clicked, and the first password, once. */
export async function printWelcome(
  hub: RunningHub,
  config: Config,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>,
  print: (line: string) => void,
): Promise<void> {
  const port = portOf(hub, config);
  const hosts = addresses(config.host, interfaces).map((host) => `http://${host}:${port}`);
  const main = hosts[0] as string;
  const settings = hub.operations.settings();
  const { hall } = settings;
  const [zh, en] = ['zh-CN', 'en'].map((language) => startWords(language, profileOf(settings))) as [
    typeof zhWords,
    typeof zhWords,
  ];

  print('');
  print(`  ${zh.ready({ hall: words(hall.name, 'zh-CN') })}`);
  print(`  ${en.ready({ hall: words(hall.name, 'en') })}`);
  print('');
  print(`  ${zh.pages} · ${en.pages}`);
  for (const [name, path] of PAGES) print(column(`${main}/${path}`, `${zh[name]} · ${en[name]}`));
  for (const other of hosts.slice(1)) print(`    ${other}/`);
  if (isLoopback(config.host)) {
    const lan = lanAddresses(interfaces).map((host) => `http://${host}:${port}/`);
    print(`  ${zh.localOnly({ links: lan.join(' ') })}`);
    print(`  ${en.localOnly({ links: lan.join(' ') })}`);
  }
  const invitations = await hub.inviteFirstDevices();
  if (invitations.length > 0) {
    print('');
    print(`  ${zh.pairing}`);
    print(`  ${en.pairing}`);
    for (const { kind, name, pairingCode } of invitations) {
      print(column(`${main}/${PAGE_OF[kind]}#pair=${pairingCode}`, name));
    }
  }
  if (hub.seeded?.adminPassword !== undefined) {
    print('');
    print(`  ${zh.admin({ password: hub.seeded.adminPassword })}`);
    print(`  ${en.admin({ password: hub.seeded.adminPassword })}`);
    print(`  ${zh.clerks}`);
    print(`  ${en.clerks}`);
  }
  print('');
  print(`  ${zh.data({ folder: config.dataDir })} · ${en.data({ folder: config.dataDir })}`);
  print('');
}

/** A link, and what it is for beside it. */
const column = (link: string, what: string): string => `    ${link.padEnd(56)} ${what}`;

function portOf(hub: RunningHub, config: Config): number {
  const address = hub.server.server.address();
  return typeof address === 'object' && address !== null ? address.port : config.port;
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

/** Where the pages can be opened: every address of this machine when it listens on all of them. */
function addresses(host: string, interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  return [...lanAddresses(interfaces), 'localhost'];
}

const lanAddresses = (interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] =>
  Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
