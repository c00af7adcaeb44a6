import { kiosk as words } from '@jiaohao/shared/i18n/zh-CN/kiosk.ts';
import { kioskStaff as t } from '@jiaohao/shared/i18n/zh-CN/kiosk-staff.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { complete, pinKeyOf, typed } from '../../kiosk/src/kiosk/staff/pin-entry.ts';
import { printerWords } from '../../kiosk/src/kiosk/staff/printer-panel.tsx';
import { slipWords } from '../../kiosk/src/kiosk/staff/slips-panel.tsx';
import { HOLD_MS, watchStaffDoor } from '../../kiosk/src/kiosk/staff-door.ts';
import { kiosk } from './support/kiosk.ts';

describe('the PIN of the staff’s menu', () => {
  it('is typed with the digits of either part of a keyboard, and nothing else', () => {
    const keys = ['Digit2', 'Numpad5', 'KeyA', 'Backspace', 'Numpad8', 'F5'].map(pinKeyOf);
    expect(keys.reduce((pin, key) => (key ? typed(pin, key) : pin), '')).toBe('28');
  });

  it('has four to eight digits, and no more go in', () => {
    const digit = { kind: 'digit', digit: '7' } as const;
    let pin = '';
    for (let n = 1; n <= 12; n++) {
      pin = typed(pin, digit);
      expect(complete(pin)).toBe(n >= 4);
    }
    expect(pin).toBe('77777777');
  });
});

describe('the way to the staff’s menu', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('Element', Spot);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** A place on the screen: on the clock, or beside it. */
  class Spot extends EventTarget {
    readonly onClock: boolean;
    constructor(onClock: boolean) {
      super();
      this.onClock = onClock;
    }
    closest = () => (this.onClock ? this : null);
  }

  function door() {
    const { state } = kiosk(async () => ({}));
    const page = new EventTarget();
    watchStaffDoor(page as Window, state);
    const point = (type: string, onClock = true, x = 0) => {
      const event = Object.assign(new Event(type), { isPrimary: true, clientX: x, clientY: 0 });
      Object.defineProperty(event, 'target', { value: new Spot(onClock) });
      page.dispatchEvent(event);
    };
    const key = (code: string, held: object) =>
      page.dispatchEvent(Object.assign(new Event('keydown'), { code, ...held }));
    return { state, point, key };
  }

  it('is five seconds on the clock', () => {
    const { state, point } = door();
    point('pointerdown');
    vi.advanceTimersByTime(HOLD_MS - 1);
    expect(state.staff.value).toBe(false);
    vi.advanceTimersByTime(1);
    expect(state.staff.value).toBe(true);
  });

  it.each(['pointerup', 'pointercancel'])('ends with %s', (end) => {
    const { state, point } = door();
    point('pointerdown');
    vi.advanceTimersByTime(HOLD_MS - 1);
    point(end);
    vi.advanceTimersByTime(HOLD_MS);
    expect(state.staff.value).toBe(false);
  });

  it('is not a finger that wanders, nor one elsewhere', () => {
    const { state, point } = door();
    point('pointerdown');
    point('pointermove', true, 60);
    vi.advanceTimersByTime(HOLD_MS);
    point('pointerdown', false);
    vi.advanceTimersByTime(HOLD_MS);
    expect(state.staff.value).toBe(false);
  });

  it('is Ctrl+Alt+S on a keyboard', () => {
    const { state, key } = door();
    key('KeyS', { ctrlKey: true, altKey: false });
    expect(state.staff.value).toBe(false);
    key('KeyS', { ctrlKey: true, altKey: true });
    expect(state.staff.value).toBe(true);
  });
});

describe('what the menu says', () => {
  it('tells in plain words how the printer is', () => {
    const printer = { name: 'p', url: 'tcp://x' };
    expect(printerWords(null, t, words)).toBe('没有打印机');
    expect(printerWords({ ...printer, state: 'ok' }, t, words)).toBe('正常');
    expect(printerWords({ ...printer, state: 'trouble', reason: 'paper-out' }, t, words)).toBe(
      '打印纸用完了',
    );
  });

  it('tells what became of a slip, why, and which copy it is', () => {
    const slip = { ticketId: 't', number: 'A001', at: 0, copy: 0, live: true } as const;
    expect(slipWords({ ...slip, state: 'printed' }, t, words)).toBe('已打出');
    expect(slipWords({ ...slip, copy: 2, state: 'failed', reason: 'cover-open' }, t, words)).toBe(
      '没有打出 · 打印机的盖子没有合上 · 补打第 2 次',
    );
  });
});
