import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { type Caller, pairDevice, signIn, startHub, type TestHub } from '../support/hub.ts';
import { scanInto } from '../support/scanner.ts';
import { type Heard, voiceStandIn } from '../support/voice-stand-in.ts';

/** What people meet at a kiosk beside two touches and a slip; between the tests it is at its first screen. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

const CARD = '11010519491231002X';
const heard: Heard[] = [];
const lastSaid = () => heard.at(-1)?.[1];

let hub: TestHub;
let browser: TestBrowser;
let admin: Caller;
let page: Page;
let deviceId: string;

beforeAll(async () => {
  [browser, hub] = await Promise.all([startBrowser(), startHub({ synthesiser: voiceStandIn(heard, 2000) })]);
  admin = await signIn(hub);
  const made = await admin.post<{ id: string; pairingCode: string }>('/api/devices', {
    kind: 'kiosk',
    name: 'kiosk',
  });
  deviceId = made.body.id;
  page = await browser.open(`${hub.url}/kiosk#pair=${made.body.pairingCode}`, 1080, 1920);
  await page.locator('.group.card').first().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

const at = (screen: string) => page.locator(`.stage[data-at="${screen}"][data-settling="false"]`).waitFor();
const number = async () => ((await page.locator('.ticket-panel .number').textContent()) ?? '').trim();
const waiting = async () => (await admin.get<{ waiting: number }>('/api/hall')).body.waiting;
async function done(): Promise<void> {
  await page.locator('.foot .primary').click();
  await at('home');
}

/** What the page tells the hub over its socket from now on, answers to pings apart. */
async function framesSent(): Promise<string[]> {
  const said: string[] = [];
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  tools.on('Network.webSocketFrameSent', ({ response }) => {
    if (response.payloadData !== '3') said.push(response.payloadData);
  });
  return said;
}

describe('a kiosk', () => {
  it('is not led astray by keys, menus, swipes or zooming', async () => {
    const taken = await page.evaluate(() => {
      const refused = (event: Event) => !document.querySelector('.card')?.dispatchEvent(event);
      const all = { bubbles: true, cancelable: true };
      return {
        menu: refused(new MouseEvent('contextmenu', all)),
        selection: refused(new Event('selectstart', all)),
        drag: refused(new Event('dragstart', all)),
        zoom: refused(new WheelEvent('wheel', { ...all, ctrlKey: true })),
        keys: ['F5', 'ArrowLeft', 'Backspace', 'a', 'PageDown'].map((key) =>
          refused(new KeyboardEvent('keydown', { ...all, key })),
        ),
        zoomKeys: ['+', '-', '0', 'p', 'Enter'].map((key) =>
          refused(new KeyboardEvent('keydown', { ...all, key, ctrlKey: true })),
        ),
        pinch: getComputedStyle(document.body).touchAction,
      };
    });
    expect(
      Object.values(taken)
        .flat()
        .filter((each) => each !== true && each !== 'none'),
    ).toEqual([]);
    await page.evaluate(() => history.back());
    await page.evaluate(() => history.back());
    await at('home');
    expect(new URL(page.url()).pathname).toBe('/kiosk');
    expect(await waiting()).toBe(0);
  });

  it('gives who cannot see it a number for two presses of Enter, and says it', async () => {
    await page.keyboard.press('Enter');
    await page.locator('.dialog').waitFor();
    await expect.poll(lastSaid).toMatch(/再按一次按键/);
    expect(await waiting()).toBe(0);
    const said = await framesSent();
    await page.keyboard.press('Enter');
    await at('result');
    expect(await number()).toMatch(/^[A-Z]\d{3}$/);
    await expect.poll(lastSaid).toMatch(/^您的号码是，[A-Z]零零一号。前面没有人等候/);
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('.paper img').waitFor();
    await done();
    // The number it shows and, afterwards, that it shows none: news of the slip is no news to the hub.
    await expect.poll(() => said.length).toBeGreaterThanOrEqual(2);
    expect(said).toHaveLength(2);
  });

  it('shows where the ticket of a scanned slip stands, and nothing of an identity card', async () => {
    const other = await pairDevice(hub, admin, 'kiosk');
    const taken = await other.post<{ ticket: { number: string; code: string } }>('/api/tickets', {
      serviceId: 'social-card',
    });
    await scanInto(page, CARD);
    await scanInto(page, taken.body.ticket.code);
    await at('slip');
    await expect.poll(number).toBe(taken.body.ticket.number);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.content()).not.toContain(CARD);
    await page.getByRole('button', { name: '补打小票' }).click();
    await at('result');
    await page.locator('.paper img').waitFor();
    await done();
  });

  it('gives one number for several services, in their order', async () => {
    await page.locator('.several').click();
    await page.locator('.basket').waitFor();
    await page.locator('.group.card').first().click();
    await at('group');
    await page.locator('.take').nth(1).click();
    await page.locator('.take').nth(0).click();
    await page.locator('.basket li').nth(1).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const [first = '', second = ''] = await page.locator('.basket .chosen').allTextContents();
    await page.locator('.basket .primary').click();
    await at('result');
    expect(await page.locator('.service-name').textContent()).toBe(first);
    expect(await page.locator('.further').textContent()).toContain(second);
    await done();
  });

  it('opens its menu to staff who know the number, and forgets it when they leave', async () => {
    await admin.put(`/api/settings/devices/${deviceId}/pin`, { pin: '2580' });
    await page.keyboard.press('Control+Alt+KeyS');
    await page.locator('.pin').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    for (const digit of '2581') await page.keyboard.press(`Digit${digit}`);
    await page.keyboard.press('Enter');
    await page.getByText('管理密码不正确').waitFor();
    for (const digit of '2580') await page.locator('.pad button', { hasText: digit }).first().click();
    await page.locator('.pad .enter').click();
    await page.locator('.slips li').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '打印测试小票' }).click();
    await page.getByText('测试小票已打出').waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await page.locator('.staff').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Alt+KeyS');
    await page.locator('.pin').waitFor();
    // On a busy machine the panel is there a moment before it listens; a person would press again.
    await vi.waitFor(async () => {
      await page.keyboard.press('Escape');
      expect(await page.locator('.staff').count()).toBe(0);
    }, 10_000);
  });

  it('met no script error and no refusal by its own security policy', () => {
    expect(browser.troubles).toEqual([]);
  });
});
