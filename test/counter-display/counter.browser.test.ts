import { join } from 'node:path';
import type { TurnsReport } from '@jiaohao/shared/contract/reports.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SETTLE_MS } from '../../counter-display/src/counter/press-guard.ts';
import { axeViolations } from '../support/axe.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { addPerson, type Caller, pairDevice, signIn, startHub, type TestHub } from '../support/hub.ts';
import { readRows } from '../support/journal.ts';
import { scanInto } from '../support/scanner.ts';

/** One clerk at one terminal, as the tests come; between them counter 1 is emptied over HTTP. */

// Generous: a busy machine is slow, and nothing here waits longer than it must.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

let browser: TestBrowser;
let hub: TestHub;
let admin: Caller;
let clerk: Caller;
let page: Page;
/** The numbers of the three people who wait when a test begins, in their order. */
let waiting: string[];

beforeAll(async () => {
  [browser, hub] = await Promise.all([startBrowser(), startHub()]);
  admin = await signIn(hub);
  clerk = await addPerson(hub, admin, 'wangmin');
  page = await terminal();
  await page.locator('.choice').first().waitFor();
  await page.keyboard.press('Numpad1');
  await page.keyboard.press('NumpadEnter');
  await offers('open');
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

/** Three people wait, and the clerk’s counter is open. */
beforeEach(async () => {
  waiting = [await issue(), await issue(), await issue()];
  await clerk.post('/api/counters/counter-1/open');
  await offers('call-next');
});
afterEach(sendEverybodyHome);

/** The terminal in a window of its own, with the clerk signed in. */
function terminal(by = clerk): Promise<Page> {
  const [name = '', value = ''] = (by.cookie ?? '').split('=');
  const { hostname: domain } = new URL(hub.url);
  const cookie = { name, value, domain, path: '/', expires: -1, httpOnly: true, secure: false };
  const storageState = { cookies: [{ ...cookie, sameSite: 'Strict' as const }], origins: [] };
  return browser.open(`${hub.url}/counter`, 1280, 800, { storageState });
}
async function issue(): Promise<string> {
  const made = await admin.post<{ ticket: { number: string } }>('/api/tickets', { serviceId: 'social-card' });
  return made.body.ticket.number;
}
async function sendEverybodyHome(): Promise<void> {
  const at = '/api/counters/counter-1';
  await clerk.post(`${at}/open`);
  for (let status = 200; status === 200; ) {
    await clerk.post(`${at}/start`);
    await clerk.post(`${at}/finish`, { outcome: 'done' });
    status = (await clerk.post(`${at}/call-next`)).status;
  }
  await clerk.post(`${at}/close`);
}
/** A ticket of today as it stands, by its number. */
async function ticketOf(number: string | undefined) {
  const { today } = hub.operations.hall();
  const found = await hub.operations.findTicket(today.ticketByNumber.get(number ?? '') ?? '');
  if (!found) throw new Error(`no ticket ${number}`);
  const { day, ticket } = found;
  const turns = ticket.turnIds.map((id) => day.turns.get(id)!);
  return {
    id: ticket.id,
    turns: turns.map(({ phase, details }) => ({
      outcome: phase.state === 'ended' ? phase.outcome : null,
      details,
    })),
  };
}
/** Waits until the big button does `command` and a press of it counts. */
const offers = (command: string, on = page) =>
  on.locator(`.primary[data-command="${command}"][aria-disabled="false"]`).waitFor({ timeout: 20_000 });
const number = () => page.locator('.card .number');
/** The turns of this test, in the order of their numbers. */
const turns = async () => {
  const { rows } = (await admin.get<TurnsReport>('/api/reports/turns')).body;
  return waiting.map((number) => rows.find((row) => row.number === number));
};

test('a clerk signs in with a name and a password, and is told in plain words when one is wrong', async () => {
  const form = await browser.open(`${hub.url}/counter`, 1280, 800);
  await form.fill('#username', 'wangmin');
  await form.fill('#password', 'something else');
  await form.keyboard.press('Enter');
  await form.locator('.problem:not(:empty)').waitFor();
  await form.fill('#password', 'wangmin-password');
  await form.keyboard.press('Enter');
  await form.locator('.primary').waitFor();
  await form.context().close();
});

test('a turn passes on the numpad alone, and one key ends it and calls the next', async () => {
  await page.keyboard.press('NumpadEnter');
  await offers('start');
  expect(await number().textContent()).toBe(waiting[0]);
  await page.keyboard.press('NumpadMultiply');
  await page.locator('.saying[data-tone="done"]').waitFor();
  await page.keyboard.press('NumpadEnter');
  await offers('call-next');
  await page.keyboard.press('Numpad3');
  await page.keyboard.press('NumpadEnter');
  await offers('start');
  expect(await number().textContent()).toBe(waiting[1]);
  expect((await turns())[0]).toMatchObject({ outcome: 'materials-missing', calls: 2, counterNumber: 1 });
});

test('a double press calls one customer and does not start them', async () => {
  await page.keyboard.press('Enter');
  await page.waitForTimeout(120);
  await page.keyboard.press('Enter');
  await offers('start');
  expect((await turns()).map((turn) => turn?.state)).toEqual(['called', 'waiting', 'waiting']);
});

test('a held key acts once, however long it is held', async () => {
  await page.keyboard.down('NumpadEnter');
  for (let repeat = 0; repeat < 25; repeat++) {
    await page.keyboard.down('NumpadEnter');
    await page.waitForTimeout(40);
  }
  await page.keyboard.up('NumpadEnter');
  await page.waitForTimeout(SETTLE_MS);
  expect((await turns()).map((turn) => turn?.state)).toEqual(['called', 'waiting', 'waiting']);
});

test('the last customer goes although nobody waits', async () => {
  for (const number of waiting) {
    await page.keyboard.press('Enter');
    await offers('start');
    expect(await page.locator('.card .number').textContent()).toBe(number);
    await page.keyboard.press('Enter');
    await offers('call-next');
  }
  await page.keyboard.press('Enter');
  await page.locator('.card[data-situation="idle"]').waitFor();
  expect(await page.locator('.saying').textContent()).toContain(waiting[2]);
  expect((await turns()).map((turn) => turn?.ending)).toEqual(['served', 'served', 'served']);
});

test('a missed number comes back, and a number is called out of turn by digits and letter', async () => {
  await page.keyboard.press('Enter');
  await offers('start');
  await page.keyboard.press('Numpad9');
  await offers('call-next');
  await page.keyboard.press('Numpad7');
  await page.keyboard.press('NumpadEnter');
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(await page.locator('.saying').textContent()).toContain(waiting[0]);
  await page.keyboard.press('NumpadAdd');
  for (const digit of waiting[2]?.slice(1) ?? '') await page.keyboard.press(`Numpad${digit}`);
  await page.keyboard.press('NumpadEnter');
  await offers('start');
  expect(await number().textContent()).toBe(waiting[2]);
});

test('the numpad alone sends there and back, sets aside and goes on, serves a walk-in, and takes back a finish', async () => {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(`Numpad${key}`);
  };
  const said = (words: string | RegExp) =>
    page.locator('.card .saying[data-tone="done"]').getByText(words).waitFor();
  const helper = await addPerson(hub, admin, 'lijuan');
  await helper.post('/api/counters/counter-2/open');
  const first = `${waiting[0]}`;

  // To counter 2, and back.
  await press('Enter');
  await offers('start');
  await press('Enter');
  await offers('call-next');
  await press('Divide', '2', 'Multiply', 'Enter');
  await said(`${first} 已转移到 2 号窗口`);
  await helper.post('/api/counters/counter-2/call', { number: first, here: true });
  await helper.post('/api/counters/counter-2/finish', { outcome: 'done' });
  await helper.post('/api/counters/counter-2/close');
  await page.locator(`.entries[data-purpose="call"] li:first-child b`).getByText(first).waitFor();
  await offers('call-next');
  await press('Enter');
  await offers('start');
  expect(await number().textContent()).toBe(first);

  // Set aside, and gone on with.
  await press('Enter');
  await offers('call-next');
  await press('Subtract', '1', '5', 'Enter');
  await page.locator('.entries[data-purpose="resume"]').getByText(first).waitFor();
  await offers('call-next');
  await press('8', 'Enter');
  await page.locator('.card[data-situation="serving"]').getByText(first).waitFor();

  // Ended by mistake.
  await offers('call-next');
  await press('Decimal');
  await page.locator('.key[data-command="undo"]:enabled').waitFor();
  await offers('call-next');
  await press('Subtract');
  await said(`已撤销，${first} 回到窗口`);
  await offers('call-next');
  await press('Decimal');
  await page.locator('.card[data-situation="idle"]').waitFor();

  // Somebody without a number.
  await offers('call-next');
  await press('6', 'Enter');
  await page.locator('.card[data-situation="serving"]').waitFor();
  expect(waiting).not.toContain(await number().textContent());
  expect((await turns()).map((turn) => turn?.state)).toEqual(['ended', 'waiting', 'waiting']);
});

test('a slip before the scanner puts a missed number back, and presses nothing', async () => {
  await page.keyboard.press('Enter');
  await offers('start');
  await page.keyboard.press('Numpad9');
  await offers('call-next');
  const day = hub.operations.hall().today.date.replaceAll('-', '');
  await scanInto(page, `JH:${day}:${waiting[0]}`);
  // What is said of the no-show names the number too: only the turn itself tells that it is back.
  const states = async () => (await turns()).map((turn) => turn?.state);
  await expect.poll(states, { timeout: 20_000 }).toEqual(['waiting', 'waiting', 'waiting']);
  // The digits of the code would have chosen an outcome, opened panels and paused; its Enter called.
  expect(await page.locator('dialog').count()).toBe(0);
  await offers('call-next');
});

test('what is missing is ticked by digits and printed, and the guide is read, told and printed', async () => {
  await page.keyboard.press('Enter');
  await offers('start');
  await page.keyboard.press('F3');
  await page.locator('.guide-sheet').waitFor();
  await page.keyboard.press('NumpadMultiply');
  await page.locator('dialog .saying[data-tone="done"]').waitFor();
  await page.keyboard.press('NumpadSubtract');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await offers('call-next');
  await page.keyboard.press('Numpad3');
  const ticks = page.locator('.ticks button');
  await ticks.first().waitFor();
  await page.keyboard.press('Numpad2');
  await page.locator('.ticks [aria-pressed="true"]').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  // In the field, digits are digits.
  await page.keyboard.press('NumpadAdd');
  await page.locator('#slip-note:focus').waitFor();
  await page.keyboard.type('35 mm', { delay: 100 });
  await page.keyboard.press('Enter');
  await offers('start');
  const { id, turns: ended } = await ticketOf(waiting[0]);
  expect(ended[0]).toMatchObject({ outcome: 'materials-missing', details: { missing: ['photo'] } });
  const printed = async () =>
    (await hub.store.printJobsOf(id)).find(({ kind }) => kind === 'materials')?.state;
  await expect.poll(printed).toBe('printed');
  const told = readRows(
    join(hub.dataDir, 'jiaohao.db'),
    "SELECT data FROM journal WHERE type = 'guide-told'",
  );
  expect(told.map(({ data }) => JSON.parse(data as string))).toContainEqual(
    expect.objectContaining({ ticketId: id, means: 'clerk' }),
  );
});

test('a second window of the clerk follows, and says so when the counter was closed in the first', async () => {
  const second = await terminal();
  await offers('call-next', second);
  await page.keyboard.press('Enter');
  await offers('start', second);
  expect(await second.locator('.card .number').textContent()).toBe(waiting[0]);
  await offers('start');
  await page.keyboard.press('Numpad9');
  await offers('call-next');
  await page.locator('.key[data-command="close"]').click();
  await offers('open', second);
  await second.locator('.saying[data-tone="lost"]:not(:empty)').waitFor();
  await second.context().close();
});

test('another counter is gone to with the customer in hand, on the numpad; in an emergency nobody is called', async () => {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(`Numpad${key}`);
  };
  await press('Enter');
  await offers('start');
  await press('Enter');
  await offers('call-next');
  await press('0', 'Divide');
  await page.locator('.choice[data-enter="true"]').waitFor();
  // Who only looked is back at their own counter, and what was typed is no counter here.
  await press('9', '9');
  await page.locator('.problem').getByText('没有 99 号窗口').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.choice[data-enter="true"]').waitFor();
  await page.keyboard.press('Escape');
  await offers('call-next');
  await press('0', 'Divide');
  await page.locator('.choice[data-enter="true"]').waitFor();
  await press('5', 'Enter');
  await page.locator('dialog[data-kind="change"] .ways').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await press('1');
  await page.locator('dialog[data-kind="change"] .outcomes').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await press('Subtract', '3');
  await page.locator('h1').getByText('5 号窗口').waitFor();
  await page.locator('.saying[data-tone="done"]').getByText(`${waiting[0]} 已带到本窗口`).waitFor();
  expect((await turns())[0]).toMatchObject({ state: 'serving', calls: 1, counterNumber: 5 });

  await admin.post('/api/emergency', { kind: 'evacuation' });
  await offers('finish');
  await page.locator('.key[data-command="transfer"]:disabled').waitFor();
  await page.locator('.key[data-command="park"]:enabled').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await press('Enter');
  await page.locator('.primary[data-held="true"]').waitFor();
  await admin.post('/api/emergency/end', {});
  await offers('call-next');

  // Somebody else's bookmark leads to counter 1: with nobody in hand one key says yes.
  await page.goto(`${hub.url}/counter#counter-1`);
  await page.reload();
  await page.locator('dialog[data-kind="change"]').waitFor();
  await press('Enter');
  await page.locator('h1').getByText('1 号窗口').waitFor();
  await offers('call-next');
});

test('a colleague takes over by PIN with the customer there, and gives the counter back', async () => {
  const setPin = (who: Caller, pin: string) =>
    who.put('/api/session/relief-pin', { current: `${who === clerk ? 'wangmin' : 'lixia'}-password`, pin });
  const lixia = await addPerson(hub, admin, 'lixia');
  for (const who of [clerk, lixia]) expect((await setPin(who, '8402')).status).toBe(200);
  await clerk.post('/api/counters/counter-1/call-next');
  const theirs = await terminal(await signIn(hub, 'wangmin', 'wangmin-password'));
  const type = async (...keys: string[]) => {
    for (const key of keys) await theirs.keyboard.press(`Numpad${key}`);
  };
  /** By the mouse who, by the keys the PIN. */
  const takesOver = async (name: string, pin: string) => {
    if ((await theirs.locator('dialog.panel').count()) === 0) await type('0', 'Multiply');
    const line = theirs.locator('.pick-list button', { hasText: name });
    await line.or(theirs.locator('.typed.pin')).first().waitFor();
    expect(await axeViolations(theirs)).toEqual([]);
    if (await line.isVisible()) await line.click();
    await theirs.locator('.typed.pin').waitFor();
    await type(...pin, 'Enter');
  };
  await offers('start', theirs);
  await takesOver('lixia', '1111');
  await theirs.locator('dialog.panel .saying[data-tone="problem"]').waitFor();
  // The PIN is asked for again.
  await takesOver('lixia', '8402');
  await theirs.locator('.who', { hasText: 'lixia' }).waitFor({ timeout: 20_000 });
  await offers('start', theirs);
  expect(await theirs.locator('.card .number').textContent()).toBe(waiting[0]);
  // The clerk's other window says who is there.
  await page.locator('.card[data-situation="taken"]').waitFor();
  await takesOver('wangmin', '8402');
  await theirs.locator('.who', { hasText: 'wangmin' }).waitFor({ timeout: 20_000 });
  await offers('start');
  await theirs.context().close();
});

test('the pad asks after the service, takes one press, and the clerk’s page does not show it', async () => {
  const made = await admin.post<{ pairingCode: string }>('/api/devices', {
    kind: 'counter-pad',
    name: 'pad',
    counterId: 'counter-1',
  });
  const pad = await browser.open(`${hub.url}/pad#pair=${made.body.pairingCode}`, 1280, 800);
  // It may still be asking for the turn before; the next call ends that.
  await pad.locator('.pad').waitFor();
  await page.locator('[data-pad="true"]').waitFor();
  await page.keyboard.press('Enter');
  await offers('start');
  await pad.locator('.pad[data-scene="called"]').waitFor();
  await page.keyboard.press('Enter');
  await offers('call-next');
  await page.keyboard.press('NumpadDecimal');
  await pad.locator('.rating').waitFor();
  const before = await page.locator('.desk').textContent();
  // Aimed at what was there before: too early to be meant for this form.
  await pad.locator('[data-level="1"]').dispatchEvent('click');
  // A key of the keypad; in the first second it is kept and not counted, and the question stays.
  const rated = async () => {
    await pad.keyboard.press('Numpad2');
    return (await turns())[0]?.rating;
  };
  await expect.poll(rated, { interval: 300, timeout: 10_000 }).toBe(2);
  await pad.locator('.reasons').waitFor();
  expect(await axeViolations(pad)).toEqual([]);
  const chosen = pad.locator('.reasons li button[aria-pressed="true"]');
  await expect
    .poll(async () => {
      if ((await chosen.count()) === 0) await pad.keyboard.press('Digit1');
      return chosen.allTextContents();
    })
    .toEqual([expect.stringContaining('等候时间太长')]);
  await pad.keyboard.press('NumpadEnter');
  await pad.locator('.pad[data-scene="thanks"]').waitFor();
  await expect.poll(told).toEqual([{ reasons: '["long-wait"]' }]);
  const withoutTimes = (text: string | null) => text?.replace(/\d+/g, '');
  expect(withoutTimes(await page.locator('.desk').textContent())).toBe(withoutTimes(before));
});

test('the phone page asks about each service, under the place in line and at the end, then why; nothing must be answered', async () => {
  const kiosk = await pairDevice(hub, admin, 'kiosk');
  const made = await kiosk.post<{ ticket: { number: string; token: string } }>('/api/tickets', {
    serviceIds: ['social-card', 'pension'],
  });
  const { number, token } = made.body.ticket;
  const at = '/api/counters/counter-1';
  const serve = async () => {
    await clerk.post(`${at}/call`, { number });
    await clerk.post(`${at}/start`);
    await clerk.post(`${at}/finish`, { outcome: 'done' });
  };
  // Within a second of the question a press is kept and not counted, and the faces stay.
  const rate = (level: string) =>
    expect
      .poll(
        async () => {
          const face = phone.getByRole('button', { name: level, exact: true });
          if (await face.isEnabled({ timeout: 1000 }).catch(() => false)) await face.click();
          return phone.locator('.reasons').count();
        },
        { interval: 300, timeout: 20_000 },
      )
      .toBe(1);

  await serve();
  const phone = await browser.open(`${hub.url}/t/${token}`, 390, 844);
  await phone.getByRole('heading', { name: /社会保障卡.*1.号窗口：请您评价/, level: 2 }).waitFor();
  expect(await phone.locator('.status h1').allTextContents()).toEqual([expect.stringContaining('前面')]);
  await rate('非常不满意');
  expect(await axeViolations(phone)).toEqual([]);
  await phone.getByRole('button', { name: '互相推诿' }).click();
  await phone.locator('.send').click();
  await phone.locator('[data-phase="thanked"]').waitFor();
  await expect.poll(told).toContainEqual({ reasons: '["passed-on"]' });

  await serve();
  await phone.getByRole('heading', { name: /养老保险.*1.号窗口：请您评价/, level: 1 }).waitFor();
  await rate('满意');
  await phone.locator('.send').click();
  await phone.locator('[data-phase="thanks"]').waitFor();
  await phone.context().close();
});

const told = () =>
  readRows(join(hub.dataDir, 'jiaohao.db'), 'SELECT reasons FROM presses WHERE effective = 1');

test('no accessibility rule is broken on the pages and panels', async () => {
  const check = async () => expect(await axeViolations(page)).toEqual([]);
  await check();
  const checkPanels = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.locator('dialog').waitFor();
      await check();
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
  };
  await checkPanels('F9', 'NumpadAdd', 'F2', 'Escape');
  await page.keyboard.press('Enter');
  await offers('start');
  await check();
  await checkPanels('NumpadDivide', 'NumpadSubtract', 'F10');
});
