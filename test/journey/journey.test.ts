import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { HALL_NAME, startBrowser, type TestBrowser } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { addPerson, type Caller, pairDevice, signIn, startHub, type TestHub } from '../support/hub.ts';
import { readQr } from '../support/qr-reader.ts';
import { readXlsx } from '../support/xlsx-reader.ts';

/**
 * One customer's way through the hall, in real browsers that are open together: kiosk, clerk, pad, hall
 * screen, phone, manager. The steps build on each other, so they are one story told in order.
 * With `PICTURES=1` the README's pictures are taken on the way.
 */

const PICTURES = join(import.meta.dirname, '../../docs/pictures');
const SECOND = 1000;
/** Six pages on two cores that may be busy: patience, not slack in what is expected. */
const PATIENCE = 30 * SECOND;
vi.setConfig({ testTimeout: 90 * SECOND });

let hub: TestHub;
let browser: TestBrowser;
let origin: string;
let admin: Caller;
let kiosk: Page;
let hall: Page;
let pad: Page;
let counter: Page;
let phone: Page;
let manager: Page;
let number: string;

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** How the screens say that the hub is gone, each in its own words. */
const LOST = /连接已断开|连接中断/;

const sees = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: PATIENCE });

async function invite(kind: string, counterId?: string): Promise<string> {
  const made = await admin.post<{ pairingCode: string }>('/api/devices', { kind, name: kind, counterId });
  return made.body.pairingCode;
}

beforeAll(async () => {
  const port = await freePort();
  origin = `http://${HALL_NAME}:${port}`;
  hub = await startHub({ config: { port, publicUrl: origin }, realVoice: true });
  admin = await signIn(hub);
  browser = await startBrowser();
  await addPerson(hub, admin, 'wangmin', 'clerk', '王敏');
}, 60 * SECOND);

afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

let broken: string | null = null;
beforeEach((test) => {
  // The steps build on each other: after one that failed the others say nothing.
  if (broken !== null) test.skip(`after "${broken}"`);
  test.onTestFailed(() => {
    broken = test.task.name;
  });
});

describe('a morning in the hall', () => {
  it('opens on a plain-http name that is no secure context', async () => {
    const home = await browser.open(`${origin}/`, 1280, 800);
    expect(await home.evaluate(() => isSecureContext)).toBe(false);
    await sees(home, /取号机/);
    expect(await axeViolations(home)).toEqual([]);
    await home.close();
  });

  it('pairs each screen by its link, once', async () => {
    [kiosk, hall, pad] = await Promise.all([
      browser.open(`${origin}/kiosk#pair=${await invite('kiosk')}`, 1080, 1920),
      browser.open(`${origin}/hall#pair=${await invite('hall-screen')}`, 1920, 1080),
      browser.open(`${origin}/pad#pair=${await invite('counter-pad', 'counter-1')}`, 1280, 800),
    ]);
    await sees(kiosk, '社会保障');
    await sees(hall, '请留意叫号');
    await sees(pad, '本窗口未开放');
    for (const page of [kiosk, hall, pad]) {
      expect(new URL(page.url()).hash).toBe('');
      expect(await axeViolations(page)).toEqual([]);
    }
  });

  it('lets a clerk sign in and open a counter without a mouse', async () => {
    counter = await browser.open(`${origin}/counter`, 1280, 800);
    await sees(counter, '用户名');
    expect(await axeViolations(counter)).toEqual([]);
    await counter.getByLabel('用户名').fill('wangmin');
    await counter.getByLabel('密码').fill('wangmin-password');
    await counter.keyboard.press('Enter');
    await sees(counter, '请选择窗口');
    await sees(counter, '空闲');
    await counter.keyboard.press('Numpad1');
    await counter.keyboard.press('NumpadEnter');
    await ready('closed');
    await counter.keyboard.press('NumpadEnter');
    await ready('idle');
    expect(await axeViolations(counter)).toEqual([]);
    await sees(pad, '王敏');
  });

  it('gives a number for two taps, and shows the slip that would print', async () => {
    await crowd();
    await picture(kiosk, 'kiosk');
    await kiosk
      .getByRole('button', { name: /社会保障/ })
      .first()
      .click();
    await sees(kiosk, '社会保障卡');
    // Who wants to know first what to bring reads it, and still has only one touch to the number.
    await kiosk.getByRole('button', { name: '社会保障卡：办理须知' }).click();
    await sees(kiosk, '申请材料');
    expect(await axeViolations(kiosk)).toEqual([]);
    await kiosk.getByRole('button', { name: '返回' }).last().click();
    await kiosk
      .getByRole('button', { name: /社会保障卡/ })
      .first()
      .click();
    const shown = kiosk.locator('.ticket-panel .number');
    await shown.waitFor({ timeout: PATIENCE });
    number = ((await shown.textContent()) ?? '').trim();
    expect(number).toMatch(/^A\d{3}$/);
    const { tickets, ticketByNumber } = hub.operations.hall().today;
    const told = tickets.get(ticketByNumber.get(number) ?? '')?.told;
    expect(told).toMatchObject([{ serviceId: 'social-card', means: 'kiosk' }]);
    const slip = kiosk.locator('.paper img');
    await slip.waitFor({ timeout: PATIENCE });
    await expect
      .poll(() => readQr(slip), { timeout: PATIENCE })
      .toMatch(new RegExp(`^${origin}/t/[A-Za-z0-9_-]{22}$`));
    expect(await axeViolations(kiosk)).toEqual([]);

    phone = await browser.open((await readQr(slip)) ?? '', 390, 844);
    await sees(phone, number);
    await phone.getByRole('button', { name: '查看办理须知' }).click();
    await sees(phone, '办理依据');
    expect(await axeViolations(phone)).toEqual([]);
  });

  it('calls the number with one key: terminal, hall screen, pad and phone agree', async () => {
    // Somebody came before; the clerk serves them first.
    await oneCustomer();
    await counter.keyboard.press('NumpadEnter');
    await sees(counter, number);
    await sees(hall, number);
    await sees(pad, new RegExp(`请 ${number} 号到本窗口`));
    await sees(phone, /1 号窗口/);
    const call = hall.getByText(new RegExp(`请 ${number} 号到 1 号窗口办理`));
    await call.first().waitFor();
    for (const page of [hall, pad, phone, counter]) expect(await axeViolations(page)).toEqual([]);
    await picture(phone, 'phone');
    await pictureOfABusyHall();
  });

  it('starts and finishes service; the pad asks, a press thanks', async () => {
    await ready('called');
    await counter.keyboard.press('NumpadEnter');
    await sees(pad, `正在为 ${number} 号办理`);
    await picture(counter, 'counter');
    await ready('serving');
    await counter.keyboard.press('NumpadDecimal');
    await sees(pad, '请您评价本次服务');
    await picture(pad, 'pad');
    expect(await axeViolations(pad)).toEqual([]);
    await pad.waitForTimeout(SECOND);
    await pad.getByRole('button', { name: /^满意/ }).click();
    await sees(pad, '感谢您的评价');
    expect(await axeViolations(pad)).toEqual([]);
    await expect.poll(() => counter.getByText(/非常满意|^满意$/).count()).toBe(0);
  });

  it('reconnects every screen by itself when the hub goes and comes back', async () => {
    const { dataDir } = hub;
    const port = Number(new URL(origin).port);
    await hub.server.close();
    const lost = Date.now();
    await Promise.all([
      sees(kiosk, LOST),
      sees(hall, LOST),
      sees(pad, LOST),
      sees(counter, LOST),
      sees(phone, LOST),
    ]);
    expect(Date.now() - lost).toBeLessThan(6 * SECOND);
    hub = await startHub({ dataDir, config: { port, publicUrl: origin } });
    admin = await signIn(hub);
    await ready('idle');
  });

  it('ends in a report whose CSV and XLSX hold the same, and what happened', async () => {
    manager = await browser.open(`${origin}/manager`, 1280, 800, { acceptDownloads: true });
    await manager.getByLabel('用户名').fill('admin');
    await manager.getByLabel('密码').fill('test-admin-password');
    await manager.keyboard.press('Enter');
    await sees(manager, '等候');
    await manager.locator('svg, canvas').first().waitFor();
    await manager.waitForTimeout(SECOND);
    expect(await axeViolations(manager)).toEqual([]);
    await picture(manager, 'manager');
    await manager
      .getByRole('link', { name: /等候.*报表|报表/ })
      .first()
      .click();
    await sees(manager, number);
    expect(await axeViolations(manager)).toEqual([]);

    const [csv, xlsx] = [await download('CSV'), await download(/XLSX|Excel/i)];
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(csv, { bom: true }) as string[][];
    const sheet = readXlsx(xlsx);
    const header = rows[0] as string[];
    const start = sheet.findIndex((row) => row[0] === header[0]);
    expect(sheet[start]).toEqual(header);
    const numbers = (table: string[][]) => table.map((row) => row[1]).sort();
    expect(numbers(sheet.slice(start + 1, start + rows.length))).toEqual(numbers(rows.slice(1)));
    const mine = rows.find((row) => row[1] === number) as string[];
    expect(mine[header.indexOf('评价等级（1–5）')]).toBe('4');
    const waitColumn = header.findIndex((name) => name.startsWith('等候时长'));
    const mineInSheet = sheet.find((row) => row[1] === number) as string[];
    expect(Number(mineInSheet[waitColumn])).toBeCloseTo(Number(mine[waitColumn]), 2);
  });

  it('closes for a holiday: the manager adds it, the kiosk says from when on it is open, and what to bring', async () => {
    const { body } = await admin.get<{ version: number }>('/api/settings/hours');
    const through = [{ from: '00:00', to: '24:00' }];
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    const week = Object.fromEntries(days.map((day) => [day, through]));
    await admin.put('/api/settings/hours', { version: body.version, hours: { week } });
    await manager.getByRole('link', { name: '业务与窗口' }).click();
    await sees(manager, '00:00–24:00');
    expect(await axeViolations(manager)).toEqual([]);
    await manager.getByRole('button', { name: '添加节假日或特殊日' }).click();
    const dayFromNow = (count: number) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
        Date.now() + count * 24 * 3600_000,
      );
    await manager.getByLabel('日期').fill(dayFromNow(-1));
    await manager.getByLabel('到（').fill(dayFromNow(2));
    await manager.getByLabel('名称（中文').fill('春节');
    await manager.getByLabel('名称（English').fill('Spring Festival');
    expect(await axeViolations(manager)).toEqual([]);
    await manager.getByRole('button', { name: '保存' }).click();

    // Where the number is still shown, its holder is done with it.
    const done = kiosk.getByRole('button', { name: '完成' });
    if (await done.isVisible()) await done.click({ timeout: 5 * SECOND }).catch(() => undefined);
    await sees(kiosk, '春节休息');
    await sees(kiosk, '0:00 开始取号');
    await sees(kiosk, '现在不能取号，可先查看办理须知');
    expect(await axeViolations(kiosk)).toEqual([]);
  });

  it('met no script error and no refusal by its own security policy', () => {
    expect(browser.troubles).toEqual([]);
  });
});

/** Others in the hall, so that the pictures are those of a working day. */
async function crowd(): Promise<void> {
  const other = await pairDevice(hub, admin, 'kiosk');
  const settings = await admin.get<{ services: { id: string }[] }>('/api/settings/services');
  const ids = settings.body.services.map(({ id }) => id);
  await other.post('/api/tickets', { serviceId: 'social-card' });
  for (let index = 0; index < 40; index++) {
    const serviceId = ids[3 + ((index * 5) % (ids.length - 3))];
    await other.post('/api/tickets', { serviceId });
  }
}

/** What the hall screen looks like with calls at several counters. */
async function pictureOfABusyHall(): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  const silent = await browser.open(`${origin}/hall?silent#pair=${await invite('hall-screen')}`, 1920, 1080);
  for (const [index, counterId] of [
    'counter-4',
    'counter-6',
    'counter-8',
    'counter-10',
    'counter-12',
  ].entries()) {
    const clerk = await addPerson(hub, admin, `clerk${index}`);
    await clerk.post(`/api/counters/${counterId}/open`);
    await clerk.post(`/api/counters/${counterId}/call-next`);
  }
  await silent.waitForTimeout(3 * SECOND);
  await picture(silent, 'hall');
  await silent.close();
}

/** The terminal stands so, and a press of its one big button counts. */
async function ready(situation: 'closed' | 'idle' | 'called' | 'serving'): Promise<void> {
  await counter.locator(`.card[data-situation="${situation}"]`).waitFor({ timeout: PATIENCE });
  await counter.locator('.primary[aria-disabled="false"]').waitFor({ timeout: PATIENCE });
}

/** Call, start and finish the next by the keys of the numpad alone. */
async function oneCustomer(): Promise<void> {
  await ready('idle');
  await counter.keyboard.press('NumpadEnter');
  await ready('called');
  await counter.keyboard.press('NumpadEnter');
  await ready('serving');
  await counter.keyboard.press('NumpadDecimal');
  await ready('idle');
}

async function download(name: string | RegExp): Promise<Buffer> {
  const [file] = await Promise.all([
    manager.waitForEvent('download'),
    manager.getByRole('link', { name }).first().click(),
  ]);
  return readFileSync(await file.path());
}
