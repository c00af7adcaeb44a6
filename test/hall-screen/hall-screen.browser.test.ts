import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/project.ts';
import { axeViolations } from '../support/axe.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { pairedWith, type StandInHub, standInHub } from './support/stand-in-hub.ts';
import { uglyBoard } from './support/ugly-board.ts';

const PAGES = join(ROOT, 'hall-screen/dist');

let browser: TestBrowser;
let hub: StandInHub;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  hub = await standInHub(PAGES);
});
afterEach(async () => {
  await page.context().close();
  await hub.close();
});

const open = async (query = '', prepare?: () => void) => {
  const origin = `http://127.0.0.1:${hub.port}`;
  page = await browser.open('about:blank', 1920, 1080, { storageState: pairedWith(origin) });
  if (prepare) await page.addInitScript(prepare);
  await page.goto(`${origin}/hall${query}`);
  await page.locator('.current').waitFor();
};
const current = () => page.locator('.current .number');
const spoken = () => [...new Set(hub.reports.flatMap(({ speaking }) => speaking ?? []))];

it('speaks each call once: not again in a board, after a reload, or when the hub was away', async () => {
  await open();
  const first = hub.call('A001', 3);
  const second = hub.call('B001', 12);
  await expect.poll(() => spoken(), { timeout: 10_000 }).toEqual([first.id, second.id]);
  await expect.poll(() => hub.reports.at(-1)?.speaking, { timeout: 10_000 }).toBe(null);
  expect(hub.clips).toContain('/api/voice/zh/A001/3.wav');

  await page.reload();
  await expect.poll(() => current().textContent()).toBe('B001');
  const { port } = hub;
  await hub.close();
  await page.locator('.lost[data-shown="true"]').waitFor({ timeout: 5000 });
  hub = await standInHub(PAGES, port, [second, first]);
  await page.locator('.lost[data-shown="false"]').waitFor({ state: 'attached', timeout: 5000 });
  const third = hub.call('C001', 5);
  await expect.poll(() => spoken(), { timeout: 10_000 }).toEqual([third.id]);
});

it('shows a call that was missed long ago and does not speak it', async () => {
  await open();
  hub.call('A001', 3, { at: Date.now() - 40_000 });
  await expect.poll(() => current().textContent()).toBe('A001');
  const now = hub.call('B001', 3);
  await expect.poll(() => hub.reports.at(-1)?.speaking, { timeout: 10_000 }).toBe(now.id);
  expect(spoken()).toEqual([now.id]);
});

it('keeps the last calls in sight when the hub is gone; nothing bars anybody, empty or lost', async () => {
  await open();
  expect(await axeViolations(page)).toEqual([]);
  hub.call('A012', 3);
  await expect.poll(() => current().textContent()).toBe('A012');
  await hub.close();
  await expect.poll(() => page.getByRole('alert').textContent(), { timeout: 5000 }).toContain('连接已断开');
  expect(await page.getByRole('alert').textContent()).toContain('最后更新');
  expect(await current().textContent()).toBe('A012');
  expect(await axeViolations(page)).toEqual([]);
});

it('makes no sound where another screen of the zone speaks', async () => {
  await open('?silent');
  hub.call('A001', 3);
  await expect.poll(() => current().textContent()).toBe('A001');
  await page.waitForTimeout(300);
  expect(hub.clips).toEqual([]);
  expect(hub.reports.every(({ sound, speaking }) => !sound && speaking === null)).toBe(true);
  expect(await page.locator('.band').count()).toBe(0);
});

it('speaks when the hub has it take over, and is silent again beside the screen that speaks', async () => {
  await open();
  hub.order(false);
  hub.order(true);
  const taken = hub.call('B001', 12);
  await expect.poll(() => spoken(), { timeout: 10_000 }).toEqual([taken.id]);
  await expect.poll(() => hub.reports.at(-1)?.speaking, { timeout: 10_000 }).toBe(null);
  hub.order(false);
  const fetched = hub.clips.length;
  hub.call('A001', 3);
  await expect.poll(() => current().textContent()).toBe('A001');
  expect(hub.reports.at(-1)).toMatchObject({ sound: true, speaking: null, queued: [] });
  expect(await page.locator('.band').count()).toBe(0);
  expect(hub.clips).toHaveLength(fetched);
});

it('says how to turn the sound on, and a key on a remote does', async () => {
  // A page driven by a test tool may be unlocked from the start: here the browser's answer is made certain.
  await open('', () => {
    const resume = AudioContext.prototype.resume;
    let touched = false;
    addEventListener('keydown', () => (touched = true), true);
    AudioContext.prototype.resume = function () {
      return touched ? resume.call(this) : Promise.reject(new Error('not allowed'));
    };
    const Real = AudioContext;
    window.AudioContext = class extends Real {
      constructor() {
        super();
        void this.suspend();
      }
    };
  });
  const band = page.getByRole('status').filter({ hasText: '请点击屏幕开启声音' });
  await band.waitFor();
  await expect.poll(() => hub.reports.at(-1)?.sound).toBe(false);
  await page.keyboard.press('Enter');
  await band.waitFor({ state: 'detached' });
  await expect.poll(() => hub.reports.at(-1)?.sound).toBe(true);
});

it('moves only where motion is welcome', async () => {
  await open();
  const moving = () => page.evaluate(() => document.getAnimations().length);
  hub.call('A001', 3);
  await expect.poll(moving).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  hub.call('B001', 3);
  await expect.poll(() => spoken().length, { timeout: 10_000 }).toBe(2);
  expect(await moving()).toBe(0);
});

it('fits each kind of screen with its call a tenth of the height, whatever the hall does', async () => {
  await open('?silent');
  for (let n = 1; n <= 9; n++) hub.call(`AB${1000 + n}`, 100 + n, { at: Date.now() - 60_000 + n });
  hub.show(uglyBoard);
  await expect.poll(() => page.locator('.recent li:not(.free)').count()).toBe(8);
  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
    [960, 540],
  ] as const) {
    await page.setViewportSize({ width, height });
    // The window's new size reaches the page a moment after it was asked for.
    const figure = () =>
      current().evaluate((number) => Number.parseFloat(getComputedStyle(number).fontSize) / innerHeight);
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
    await expect.poll(figure, { message: `${width}×${height}` }).toBeGreaterThanOrEqual(0.1);
    await expect.poll(() => outside(page), { message: `${width}×${height}` }).toEqual([]);
    expect(await axeViolations(page), `${width}×${height}`).toEqual([]);
  }
});

it('keeps its words within what the screen shows, wherever the picture stands, for each overscan', async () => {
  for (const overscan of [8, 0]) {
    await open(`?silent&overscan=${overscan}`);
    hub.call('AB1001', 112, { at: Date.now() - 60_000 });
    hub.show({
      ...uglyBoard,
      zone: { id: 'east', name: { 'zh-CN': '二楼不动产登记专区', en: 'Second floor' } },
    });
    await page.locator('.zone').waitFor();
    for (const way of [1, -1]) {
      await page.evaluate((way) => {
        const hall = document.querySelector<HTMLElement>('.hall')!;
        const room = Number.parseInt(getComputedStyle(hall).getPropertyValue('--room'), 10) * way;
        hall.style.transform = `translate(${room}px, ${room}px)`;
      }, way);
      expect(await outside(page, overscan / 100), `${overscan} %, ${way}`).toEqual([]);
    }
    await page.context().close();
  }
  await open();
});

it('goes dark when the hall is closed and nobody is left, and any call wakes it', async () => {
  await open('?silent');
  const opensAt = Date.now() + 12 * 3600_000;
  hub.show({ open: { state: 'closed', opensAt, closesAt: null } });
  await page.locator('.dark').waitFor();
  expect(await page.locator('.dark').textContent()).toContain('开始取号');
  expect(await page.locator('.hall').isVisible()).toBe(false);
  expect(await axeViolations(page)).toEqual([]);
  hub.call('A001', 3);
  await expect.poll(() => current().isVisible()).toBe(true);
  expect(await page.locator('.dark').count()).toBe(0);
});

it('says why counters pause and which services nobody serves', async () => {
  await open('?silent');
  const pauseReason = { 'zh-CN': '请您稍等。', en: 'Please wait.' };
  hub.show({
    notices: [],
    counters: [1, 4].map((number) => ({ number, state: 'paused', pauseReason, ticket: null })),
  });
  await expect.poll(() => page.locator('footer').textContent()).toContain('1、4 号窗口：请您稍等。');
  expect(await page.locator('.paused').textContent()).toContain('4');
});

/** Words that would be cut off by a television that hides 5 % on each edge, or that lie over one another. */
async function outside(of: Page, overscan = 0.05): Promise<string[]> {
  return of.evaluate((share) => {
    const edge = { x: innerWidth * share - 1, y: innerHeight * share - 1 };
    const words = [
      ...document.querySelectorAll('.hall b, .hall p, .hall time, .hall h2, .hall li, .hall em'),
    ];
    return words
      .filter((element) => !element.closest('.visually-hidden') && element.getClientRects().length > 0)
      .filter((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        if (left < edge.x || right > innerWidth - edge.x) return true;
        return top < edge.y || bottom > innerHeight - edge.y;
      })
      .map((element) => `${element.tagName} ${element.textContent}`);
  }, overscan);
}
