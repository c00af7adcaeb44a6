import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HallDefinition } from '@jiaohao/shared/contract/hall.ts';
import type { AboutHall, Board } from '@jiaohao/shared/contract/screens.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../support/hub.ts';
import { INVENTED, inventedFolder, MARK } from '../support/invented-language.ts';
import { type Heard, voiceStandIn } from '../support/voice-stand-in.ts';
import { COUNTER, type HallAtWork, hallAtWork } from './support/hall-at-work.ts';

/** A bank that speaks a language which somebody has just dropped in. */

const heard: Heard[] = [];

const folder = inventedFolder();
const scratch = mkdtempSync(join(tmpdir(), 'jiaohao-hall-'));
let hall: HallAtWork;
let screen: Caller;

beforeAll(async () => {
  const hallFile = join(scratch, 'hall.json');
  writeFileSync(hallFile, JSON.stringify(bankThatSpeaks(INVENTED)));
  hall = await hallAtWork({ hallFile, languages: folder.url, synthesiser: voiceStandIn(heard) });
  screen = await hall.device('hall-screen');
});
afterAll(async () => {
  await hall.hub.close();
  folder.remove();
  rmSync(scratch, { recursive: true });
});

/** The sample bank with one language more, in all its texts. */
function bankThatSpeaks(tag: string): HallDefinition {
  const bank = JSON.parse(
    readFileSync(new URL('../../server/halls/bank.json', import.meta.url), 'utf8'),
  ) as HallDefinition;
  bank.hall.languages.push(tag);
  const translate = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = value as Record<string, unknown>;
    if (typeof text['en'] === 'string') text[tag] = `${MARK}${text['en']}`;
    else Object.values(text).forEach(translate);
  };
  translate(bank);
  bank.rules.voice.templates[tag] = 'Qa {number} al {counter}';
  bank.rules.voice.order.push({ language: tag, times: 1 });
  return bank;
}

const inQaa = { 'accept-language': 'qaa' };

test('anybody may know what the hall speaks, and in whose words', async () => {
  const { body } = await hall.nobody.get<AboutHall>('/api/hall/about');
  expect(body).toMatchObject({ languages: ['zh-CN', 'en', INVENTED], profile: 'bank' });
});

test('errors are said in it', async () => {
  const refused = await hall.kiosk.post<{ error: { message: string } }>(
    '/api/tickets',
    { serviceId: 'no-such' },
    inQaa,
  );
  expect(refused.body.error.message).toBe(`${MARK}There is no such service.`);
});

test('a number taken in it has its slip and its phone page in it', async () => {
  const issued = await hall.kiosk.post<{ ticket: { id: string; token: string; language: string } }>(
    '/api/tickets',
    { serviceId: 'cash' },
    inQaa,
  );
  const { id, token, language } = issued.body.ticket;
  expect(language).toBe(INVENTED);
  const picture = async () => (await hall.kiosk.get<string>(`/api/tickets/${id}/slip.svg`)).body;
  await expect.poll(picture).toContain(`${MARK}Your number`);
  expect(await picture()).toContain(`${MARK}Cash and transfers`);
  const phone = await hall.nobody.get<{ ticket: object }>(`/api/tickets/${token}`);
  expect(phone.body.ticket).toMatchObject({ language: INVENTED, profile: 'bank' });
});

test('calls are spoken in it, with its own voice and its own digits', async () => {
  await hall.clerk.post(`/api/counters/${COUNTER}/open`);
  await hall.clerk.post(`/api/counters/${COUNTER}/call-next`, {});
  const { calls } = (await screen.get<Board>('/api/board')).body;
  const url = calls[0]?.audio[INVENTED];
  expect(url).toMatch(/^\/api\/voice\/qaa\/A001\/1\.wav/);
  expect((await screen.get(url!)).status).toBe(200);
  expect(heard).toContainEqual(['eo', 'Qa A, nul, nul, unu al 1']);
  expect((await screen.get(url!.replace('qaa', 'qab'))).status).toBe(404);
});

test('reports are written in it, and in a bank’s words in every language', async () => {
  const head = async (language: string) =>
    (await hall.admin.get<string>(`/api/reports/turns.csv?language=${language}`)).body.split('\n')[0];
  expect(await head(INVENTED)).toContain(`${MARK}Bankulo`);
  expect(await head('zh-CN')).toMatch(/营业日.*柜员/);
  expect(await head('en')).toMatch(/Business day.*Teller/);
});

test('a hall that turns from a bank into a government hall says so from then on', async () => {
  type Section = { version: number; hall: HallDefinition['hall'] };
  const { version, hall: info } = (await hall.admin.get<Section>('/api/settings/hall')).body;
  const { profile, ...rest } = info;
  expect(profile).toBe('bank');
  expect((await hall.admin.put('/api/settings/hall', { version, hall: rest })).status).toBe(200);
  const about = await hall.nobody.get<AboutHall>('/api/hall/about');
  expect(about.body.profile).toBe('government');
  const csv = await hall.admin.get<string>('/api/reports/turns.csv?language=zh-CN');
  expect(csv.body.split('\n')[0]).toMatch(/业务日期.*工作人员/);
});

test('a hall cannot name a language that nobody wrote', async () => {
  type Section = { version: number; hall: HallDefinition['hall'] };
  const { version, hall: info } = (await hall.admin.get<Section>('/api/settings/hall')).body;
  const wanted = { ...info, languages: [...info.languages, 'fr'] };
  const refused = await hall.admin.put<{ error: { details: { problems: string[] } } }>('/api/settings/hall', {
    version,
    hall: wanted,
  });
  expect(refused.status).toBe(400);
  expect(refused.body.error.details.problems).toContainEqual(expect.stringContaining('没有“fr”的文字'));
});
