import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { movableClock } from '../http/support/movable-clock.ts';
import { axeViolations } from '../support/axe.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { addPerson, signIn, startHub, type TestHub } from '../support/hub.ts';

/** An appointment's way in real browsers: booked at the desk, checked in at the kiosk. One story, told in order. */
vi.setConfig({ testTimeout: 60_000 });
const PATIENCE = { timeout: 30_000 };
/** Monday 2026-11-23, twenty-five to ten in Shanghai. */
const START = Date.UTC(2026, 10, 23, 1, 35);

let hub: TestHub;
let browser: TestBrowser;
let desk: Page;
let kiosk: Page;
let code: string;

const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(PATIENCE);
const key = (label: string) => kiosk.getByRole('button', { name: label, exact: true }).click(PATIENCE);

/** Presses 查找; where the hub did not answer in time the kiosk says so, and whoever stands there presses again. */
async function finds(text: string): Promise<void> {
  const found = kiosk.getByText(text).first();
  const seen = () =>
    found.waitFor({ timeout: 8000 }).then(
      () => true,
      () => false,
    );
  for (let press = 1; press <= 3; press++) {
    await key('查找');
    if (await seen()) return;
  }
  throw new Error(`the kiosk did not say ${text}`);
}

beforeAll(async () => {
  hub = await startHub({ clock: movableClock(START) });
  browser = await startBrowser();
  const admin = await signIn(hub);
  await addPerson(hub, admin, 'zhou', 'hall-manager', '周敏');
  const device = await admin.post<{ pairingCode: string }>('/api/devices', { kind: 'kiosk', name: 'k' });
  [desk, kiosk] = await Promise.all([
    browser.open(`${hub.url}/manager#/appointments`, 1280, 800),
    browser.open(`${hub.url}/kiosk#pair=${device.body.pairingCode}`, 1080, 1920),
  ]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

describe('an appointment', () => {
  it('is booked at the desk in one form, which then shows its code', async () => {
    await desk.getByLabel('用户名').fill('zhou');
    await desk.getByLabel('密码').fill('zhou-password');
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: '出入境证件' }).click(PATIENCE);
    await desk.getByRole('button', { name: /^09:30–10:00/ }).click(PATIENCE);
    await desk.getByLabel('手机号码').fill('138 0013 1234');
    expect(await axeViolations(desk)).toEqual([]);
    await desk.keyboard.press('Enter');
    await sees(desk, '预约成功');
    code = ((await desk.locator('.code strong').textContent()) ?? '').replace(/\s/g, '');
    expect(code).toMatch(/^\d{8}$/);
    await desk.getByRole('button', { name: '打印预约凭条' }).click(PATIENCE);
    await sees(desk, '凭条已打印');
    await sees(desk, '138****1234');
    expect(await axeViolations(desk)).toEqual([]);
  });

  it('is checked in at the kiosk by that code; a typing error is told at once', async () => {
    await kiosk.getByRole('button', { name: /已有预约/ }).click(PATIENCE);
    await sees(kiosk, '预约取号');
    for (const digit of code.slice(0, 7)) await key(digit);
    await key(String((Number(code[7]) + 1) % 10));
    await key('查找');
    await sees(kiosk, '预约码不对');
    expect(await axeViolations(kiosk)).toEqual([]);
    await key('删除');
    // The last one by a keypad beside the screen.
    await kiosk.keyboard.press(`Numpad${code[7]}`);
    await sees(kiosk, `${code.slice(0, 4)} ${code.slice(4)}`);
    await finds('按 09:30 的时段为您排队');
    await sees(kiosk, '138****1234');
    expect(await axeViolations(kiosk)).toEqual([]);
    await kiosk.getByRole('button', { name: '取号', exact: true }).click(PATIENCE);
    await sees(kiosk, /^M001$/);
    await sees(desk, 'M001');
  });

  it('leaves nothing on the screen for the next one; asked again it is the same number', async () => {
    await kiosk.getByRole('button', { name: '完成' }).click(PATIENCE);
    await kiosk.getByRole('button', { name: /已有预约/ }).click(PATIENCE);
    await sees(kiosk, '请输入预约码');
    expect(await kiosk.getByText(code.slice(0, 4)).count()).toBe(0);
    // A person's pace: quicker keys are a scanner's (shared/scan-collector.test.ts).
    await kiosk.keyboard.type(code, { delay: 120 });
    await finds('您已经取过号：M001');
    expect(browser.troubles).toEqual([]);
  });
});
