import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import type { Rules } from '@jiaohao/shared/contract/hall.ts';
import type { Board, HallView } from '@jiaohao/shared/contract/screens.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import {
  addPerson,
  type Caller,
  caller,
  pairDevice,
  signIn,
  startHub,
  type TestHub,
} from '../support/hub.ts';

/** A hall manager with a tablet in hand, and the kiosk that feels it; the administrator at a desk. */

// Generous: a busy machine is slow, and nothing here waits longer than it must.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

let browser: TestBrowser;
let hub: TestHub;
let admin: Caller;
let boss: Caller;
let kiosk: Caller;
let tablet: Page;

beforeAll(async () => {
  [browser, hub] = await Promise.all([startBrowser(), startHub()]);
  admin = await signIn(hub);
  boss = await addPerson(hub, admin, 'zhaojing', 'hall-manager', '赵静');
  kiosk = await pairDevice(hub, admin, 'kiosk');
  for (let count = 0; count < 3; count++) await kiosk.post('/api/tickets', { serviceId: 'social-card' });
  tablet = await browser.open(`${hub.url}/manager`, 800, 1280, { storageState: signedIn(boss) });
  await tablet.locator('.floor-actions').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

/** The state of a browser in which somebody has signed in. */
function signedIn(by: Caller) {
  const [name = '', value = ''] = (by.cookie ?? '').split('=');
  const { hostname: domain } = new URL(hub.url);
  const cookie = { name, value, domain, path: '/', expires: -1, httpOnly: true, secure: false };
  return { cookies: [{ ...cookie, sameSite: 'Strict' as const }], origins: [] };
}

test('the floor comes first, with targets for fingers, and a call for help is answered there', async () => {
  await kiosk.post('/api/help');
  await tablet.locator('.alert .go').click();
  await tablet.locator('.alert').waitFor({ state: 'detached' });
  expect(await axeViolations(tablet)).toEqual([]);
  const heights = await tablet
    .locator('.floor-action')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(48);
});

test('a slip that carries a link is found by its scan, and the link does not stay on the page', async () => {
  const { ticket } = (await kiosk.post<{ ticket: TicketView }>('/api/tickets', { serviceId: 'enquiries' }))
    .body;
  await tablet.locator('.floor-action.find').click();
  await tablet.fill('#find-number', `https://a-hall-with-a-long-name.example.cn/jiaohao/t/${ticket.token}`);
  await tablet.keyboard.press('Enter');
  await tablet.locator('.found', { hasText: ticket.number }).waitFor();
  expect(await tablet.inputValue('#find-number')).toBe(ticket.number);
  await tablet.keyboard.press('Escape');
  await tablet.locator('dialog').waitFor({ state: 'detached' });
  await caller(hub.url).post(`/api/tickets/${ticket.token}/cancel`, {});
});

test('a number is found as it is typed and put first, with a reason', async () => {
  await tablet.locator('.floor-action.find').click();
  await tablet.fill('#find-number', 'a3');
  await tablet.keyboard.press('Enter');
  await tablet.locator('.found').waitFor();
  await tablet.locator('dialog .go').last().click();
  await tablet.fill('#move-reason', '行动不便');
  await tablet.keyboard.press('Enter');
  await tablet.locator('.found .facts', { hasText: '下一位' }).waitFor();
  expect(await axeViolations(tablet)).toEqual([]);
});

test('its class is given once the document was seen, and taken back, each with a reason', async () => {
  const other = tablet.locator('dialog .button').last();
  const choose = async (label: string) => tablet.locator('dialog .quick button', { hasText: label }).click();
  await other.click();
  await choose('老年人');
  await tablet.locator('.priority-ask', { hasText: '身份证' }).waitFor();
  expect(await axeViolations(tablet)).toEqual([]);
  await choose('已出示证件');
  await tablet.locator('dialog .go').click();
  await tablet.locator('.found .facts', { hasText: '老年人' }).waitFor();
  await other.click();
  await choose('取消');
  await choose('误选');
  await tablet.locator('dialog .go').click();
  await tablet.locator('.told', { hasText: '已取消 A003 的优先' }).waitFor();
  await tablet.keyboard.press('Escape');
});

test('numbers written by hand are entered one after the other from the keyboard, wrong times told in place', async () => {
  await tablet.locator('.floor-action.issue').click();
  await tablet.locator('dialog .dialog-buttons .button').click();
  // What stood there is typed over.
  await tablet.locator('#paper-time').focus();
  await tablet.keyboard.type('2575');
  await tablet.keyboard.press('Tab');
  await tablet.keyboard.type('手 9');
  await tablet.keyboard.press('Enter');
  await tablet.locator('dialog .problem', { hasText: '14:05' }).waitFor();
  const day = (await boss.get<HallView>('/api/hall')).body;
  const now = clockTime(day.now, day.timeZone, 'zh-CN');
  await tablet.fill('#paper-time', now.replace(':', ''));
  await tablet.keyboard.press('Enter');
  await tablet.locator('.paper-entered li', { hasText: '手 9' }).waitFor();
  await tablet.keyboard.type(now);
  await tablet.keyboard.press('Enter');
  await tablet.locator('.paper-entered li', { hasText: '手 10' }).waitFor();
  expect(await axeViolations(tablet)).toEqual([]);
  await tablet.keyboard.press('Escape');
  const found = await boss.get<{ ticket: TicketView; mark: string }>('/api/tickets/by-number/A005');
  expect(found.body).toMatchObject({ mark: '手 10', ticket: { status: 'waiting' } });
  for (const number of ['A004', 'A005']) {
    const { id } = (await boss.get<{ ticket: TicketView }>(`/api/tickets/by-number/${number}`)).body.ticket;
    await hub.operations.execute(
      { kind: 'slip', id },
      { type: 'cancel', ticketId: id },
      { ticketId: id, answer: () => null },
    );
  }
});

test('an emergency is confirmed twice, covers the kiosk, and goes on where it stood', async () => {
  const origin = {
    origin: hub.url,
    localStorage: [{ name: 'jiaohao.kiosk.token', value: kiosk.token ?? '' }],
  };
  const atKiosk = await browser.open(`${hub.url}/kiosk`, 1080, 1920, {
    storageState: { cookies: [], origins: [origin] },
  });
  await tablet.locator('.floor-action.emergency').click();
  await tablet.locator('dialog .quick button').first().click();
  await tablet.locator('dialog .go').click();
  expect((await boss.get<HallView>('/api/hall')).body.emergency).toBeUndefined();
  await tablet.locator('dialog .go').click();
  await atKiosk.locator('.emergency-screen', { hasText: '安全出口' }).waitFor();
  const text = await atKiosk.locator('.emergency-text').boundingBox();
  expect(text?.width).toBeGreaterThan(900);
  expect(await axeViolations(atKiosk)).toEqual([]);
  // There is one way on from here: the same emergency is not begun twice.
  await tablet.locator('.floor-action.emergencyEnd').waitFor();
  expect(await tablet.locator('.floor-action.emergency').count()).toBe(0);
  await tablet.locator('.emergency-now .go').click();
  await tablet.locator('dialog .go').click();
  await atKiosk.locator('.emergency-screen').waitFor({ state: 'detached' });
  expect((await boss.get<HallView>('/api/hall')).body.waiting).toBe(3);
  await atKiosk.close();
});

test('the manager writes a notice for one zone, other reasons for ratings, and a service’s guide', async () => {
  const page = await browser.open(`${hub.url}/manager#/setup`, 1280, 800, {
    storageState: signedIn(admin),
  });
  const panel = page.locator('section[aria-labelledby="notices-title"]');
  await panel.locator('header button').click();
  await page.fill('#notice-text-zh-CN', '周五下午停办。');
  await page.fill('#notice-text-en', 'Closed on Friday afternoon.');
  await page.locator('dialog .quick button', { hasText: '东区' }).click();
  expect(await axeViolations(page)).toEqual([]);
  await page.locator('dialog .go').click();
  await panel.locator('li.showing', { hasText: '周五下午停办。' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  const noticesIn = async (zone: string) =>
    (await admin.get<Board>(`/api/board?zone=${zone}`)).body.notices.map((notice) => notice['en']);
  expect(await noticesIn('east')).toContain('Closed on Friday afternoon.');
  expect(await noticesIn('west')).not.toContain('Closed on Friday afternoon.');

  // The same page: what people may say after a press.
  const reasons = page.locator('section[aria-labelledby="reasons-title"]');
  await reasons.getByLabel('修改“非常不满意”的原因').click();
  await page.getByLabel('删除第 2 条').click();
  await page.locator('dialog .button').click();
  await page.locator('dialog .reason-row input:focus').waitFor();
  await page.getByLabel('第 6 条（中文）').fill('排队秩序乱');
  await page.getByLabel('第 6 条（English）').fill('Disorderly queue');
  await page.getByLabel('上移第 6 条').click();
  expect(await axeViolations(page)).toEqual([]);
  await page.locator('dialog .go').click();
  await reasons.locator('.told', { hasText: '已保存' }).waitFor();
  const { rules } = (await admin.get<{ rules: Rules }>('/api/settings/rules')).body;
  const offered = rules.ratingReasons?.['1']?.map(({ name }) => name['en']);
  expect(offered?.slice(-2)).toEqual(['Disorderly queue', 'My matter was not settled']);
  expect(offered).not.toContain('Rude');

  // And what a service's guide says: nothing is lost by a wrong key, nothing is kept in one language alone.
  await page.getByLabel('办理须知：社会保障卡').click();
  await page.getByLabel('再加一条：申请材料').click();
  await page.locator('#guide-materials-id-card-up[disabled]').waitFor();
  await page.getByLabel('上移申请材料第 4 条').click();
  await page.getByLabel('3. 名称（中文）').fill('户口簿');
  await page.locator('dialog .go').click();
  await page.locator('[aria-invalid="true"]:focus').fill('Household register');
  await page.evaluate(() => {
    location.hash = '#/people';
  });
  await page.locator('dialog dialog .plain').click();
  await page.locator('dialog .dialog-buttons .button').click();
  await page.locator('.guide-preview li', { hasText: '户口簿' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.locator('dialog .go').click();
  await page.locator('section[aria-labelledby="services-title"] .told', { hasText: '已保存' }).waitFor();
  const { guide } = (await admin.get<{ guide: GuideView }>('/api/services/social-card/guide')).body;
  const ids = guide.materials.map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('materials-'))).toEqual([ids[2]]);
  expect(guide.materials[2]?.name).toEqual({ 'zh-CN': '户口簿', en: 'Household register' });
  expect(browser.troubles).toEqual([]);
});

test('an administrator lets a booking system in; its token is shown once, works, and is taken back', async () => {
  const desk = await browser.open(`${hub.url}/manager#/devices`, 1280, 800, {
    storageState: signedIn(admin),
  });
  await desk.locator('.page-head.part button').click();
  await desk.fill('#client-name', '省预约平台');
  await desk.keyboard.press('Enter');
  const shown = (await desk.locator('.token').textContent()) ?? '';
  const system = caller(hub.url, { token: shown.split(' ').at(-1) });
  expect((await system.get('/api/appointments')).status).toBe(200);
  expect(await axeViolations(desk)).toEqual([]);
  await desk.reload();
  await desk.locator('td', { hasText: '可以使用' }).waitFor();
  expect(await desk.locator('.token').count()).toBe(0);
  await desk.getByLabel('撤销 省预约平台').click();
  await desk.locator('dialog .go').click();
  await desk.locator('td', { hasText: '已撤销' }).waitFor();
  expect((await system.get('/api/appointments')).status).toBe(401);
});
