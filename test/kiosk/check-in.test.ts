import { ApiError } from '@jiaohao/shared/client/api.ts';
import { withCheckDigit } from '@jiaohao/shared/contract/appointment-code.ts';
import { describe, expect, it, vi } from 'vitest';
import { createCheckIn } from '../../kiosk/src/kiosk/check-in/check-in.ts';
import { entryKeyOf, flawIn, spaced, typed } from '../../kiosk/src/kiosk/check-in/entry.ts';
import type { KioskActions } from '../../kiosk/src/kiosk/kiosk-actions.ts';
import type { KioskState } from '../../kiosk/src/kiosk/kiosk-state.ts';

const CODE = withCheckDigit('4821093');

/** A check-in before a hub that answers so. */
function checkInWith(post: (path: string, body: unknown) => Promise<unknown>) {
  const asked: [string, unknown][] = [];
  const actions = { settle: vi.fn(), goOn: vi.fn(), showIssued: vi.fn() };
  const state = {
    wishing: { value: null },
    blocked: { value: null },
    comfort: { language: { value: 'en' } },
  } as unknown as KioskState;
  const api = {
    post: (path: string, body: unknown) => {
      asked.push([path, body]);
      return post(path, body) as never;
    },
  };
  const checkIn = createCheckIn(state, actions as unknown as KioskActions, api);
  const type = (digits: string) => {
    for (const digit of digits) checkIn.press({ kind: 'digit', digit });
  };
  return { checkIn, type, asked, actions, state };
}

const found = async () => ({ appointments: [{ id: 'a', standing: 'on-time' }] });
const refuse = (code: string) => async () => {
  throw new ApiError(code as never, 409, `the hub says ${code}`);
};

describe('digits', () => {
  it('are taken as far as there is room, erased one by one or all at once', () => {
    const nine = { kind: 'digit', digit: '9' } as const;
    expect(typed('12345678', nine, 'code')).toBe('12345678');
    expect(typed('12345678', nine, 'phone')).toBe('123456789');
    expect(typed('123', { kind: 'erase' }, 'code')).toBe('12');
    expect(typed('123', { kind: 'clear' }, 'code')).toBe('');
  });

  it('are shown in groups, as people read them aloud', () => {
    expect(['4', '48210', CODE].map((digits) => spaced(digits, 'code'))).toEqual([
      '4',
      '4821 0',
      `4821 ${CODE.slice(4)}`,
    ]);
    expect(spaced('13800138000', 'phone')).toBe('138 0013 8000');
  });

  it('with a flaw are told before the hub is asked', () => {
    expect(flawIn(CODE, 'code')).toBeNull();
    expect(flawIn(`${CODE.slice(0, 7)}${(Number(CODE[7]) + 1) % 10}`, 'code')).toBe('wrongCode');
    expect(flawIn('4821', 'code')).toBe('wrongCode');
    expect(flawIn('138', 'phone')).toBe('wrongPhone');
    expect(flawIn('13800138000', 'phone')).toBeNull();
  });

  it('come from a keyboard or keypad by the place of the key', () => {
    expect([entryKeyOf('Digit4'), entryKeyOf('Numpad4')]).toEqual(
      Array(2).fill({ kind: 'digit', digit: '4' }),
    );
    expect(['Backspace', 'Enter', 'NumpadEnter', 'KeyA', 'F5'].map(entryKeyOf)).toEqual([
      { kind: 'erase' },
      'enter',
      'enter',
      null,
      null,
    ]);
  });
});

describe('looking for an appointment', () => {
  it('asks nobody about a code that cannot be one', async () => {
    const { checkIn, type, asked } = checkInWith(found);
    type('12345678');
    await checkIn.find();
    expect(asked).toEqual([]);
    expect(checkIn.problem.value).toBe('wrongCode');
    checkIn.press({ kind: 'erase' });
    expect(checkIn.problem.value).toBeNull();
  });

  it('shows what was found, and takes a number for it with the same words', async () => {
    const { checkIn, type, asked, actions } = checkInWith(async (path) =>
      path.endsWith('/find') ? found() : { ticket: { id: 't' } },
    );
    type(CODE);
    await checkIn.find();
    expect(checkIn.phase.value).toMatchObject({ at: 'found', appointments: [{ id: 'a' }] });
    await Promise.all([checkIn.take('a'), checkIn.take('a')]);
    expect(asked).toEqual([
      ['/api/appointments/find', { code: CODE }],
      ['/api/appointments/check-in', { code: CODE, appointmentId: 'a', language: 'en' }],
    ]);
    expect(actions.showIssued).toHaveBeenCalledExactlyOnceWith({ id: 't' });
  });

  it.each([
    ['unknown-appointment', 'unknown'],
    ['too-many-attempts', 'tooMany'],
    ['unreachable', 'unreachable'],
    ['issuing-held', { words: 'the hub says issuing-held' }],
  ])('says in plain words what came instead: %s', async (code, problem) => {
    const { checkIn, type } = checkInWith(refuse(code));
    type(CODE);
    await checkIn.find();
    expect(checkIn.problem.value).toEqual(problem);
    expect(checkIn.phase.value).toEqual({ at: 'typing' });
  });

  it('begins anew with another means, and forgets what was typed', async () => {
    const { checkIn, type } = checkInWith(found);
    type('4821');
    checkIn.choose('phone');
    expect([checkIn.means.value, checkIn.digits.value]).toEqual(['phone', '']);
  });

  it('looks up a code that was scanned at once', async () => {
    const { checkIn, asked } = checkInWith(found);
    checkIn.read(CODE);
    await vi.waitFor(() => expect(checkIn.phase.value.at).toBe('found'));
    expect(asked).toEqual([['/api/appointments/find', { code: CODE }]]);
  });
});

describe('somebody who has left', () => {
  it('is not shown what comes too late, and neither is the next one', async () => {
    let answer: (value: unknown) => void = () => {};
    const { checkIn, type, actions, state } = checkInWith(
      (path) =>
        new Promise((resolve) => {
          if (path.endsWith('/find')) resolve(found());
          else answer = resolve;
        }),
    );
    type(CODE);
    await checkIn.find();
    const taking = checkIn.take('a');
    checkIn.leave();
    answer({ ticket: { id: 't' } });
    await taking;
    expect(actions.showIssued).not.toHaveBeenCalled();
    expect(checkIn.digits.value).toBe('');
    expect(state.wishing.value).toBeNull();
  });
});
