import { describe, expect, test } from 'vitest';
import { possible } from '../../counter-display/src/counter/commands.ts';
import { enterChooses, matching } from '../../counter-display/src/counter/counter-choice.ts';
import type { Digit, Stroke } from '../../counter-display/src/counter/keys.ts';
import { panelWish, pauseChoices, wishOf } from '../../counter-display/src/counter/panel.ts';
import { situationOf } from '../../counter-display/src/counter/situation.ts';
import { ticket, view, wang } from './support/views.ts';

const digit = (d: Digit): Stroke => ({ kind: 'digit', digit: d });

function desk(seen = view()) {
  return {
    view: seen,
    can: possible(situationOf(seen, wang), seen.rules.pressesStart),
    outcome: 'done' as const,
  };
}

const idle = desk();
const called = desk(view({ ticket: ticket('A012', 'called') }));
const serving = desk(view({ ticket: ticket('A012', 'serving') }));
const paused = desk(view({ state: 'paused' }));

describe('a key on the page', () => {
  test('Enter is the green button, always', () => {
    for (const state of [idle, called, serving, paused]) {
      expect(wishOf({ kind: 'enter' }, state)).toEqual({ kind: 'primary' });
    }
  });

  test('does nothing where it has nothing to do', () => {
    expect(wishOf({ kind: 'multiply' }, idle)).toBeNull();
    expect(wishOf({ kind: 'decimal' }, called)).toBeNull();
    expect(wishOf(digit('9'), serving)).toBeNull();
    expect(wishOf({ kind: 'add' }, serving)).toBeNull();
    expect(wishOf(digit('1'), idle)).toBeNull();
    expect(wishOf({ kind: 'letter', letter: 'A' }, idle)).toBeNull();
  });

  test('recalls, ends and misses the customer in hand', () => {
    expect(wishOf({ kind: 'multiply' }, called)).toEqual({ kind: 'command', command: { name: 'recall' } });
    expect(wishOf(digit('9'), called)).toEqual({ kind: 'command', command: { name: 'no-show' } });
    expect(wishOf({ kind: 'decimal' }, { ...serving, outcome: 'accepted' })).toEqual({
      kind: 'command',
      command: { name: 'finish', outcome: 'accepted' },
    });
  });

  test('a digit chooses the outcome while somebody is served', () => {
    expect(wishOf(digit('4'), serving)).toEqual({ kind: 'outcome', outcome: 'refused' });
  });

  test('minus is kept for parking', () => {
    expect(wishOf({ kind: 'subtract' }, serving)).toBeNull();
  });
});

describe('the pause panel', () => {
  test('takes the reason by its number', () => {
    expect(panelWish({ kind: 'pause' }, digit('2'), idle)).toEqual({
      kind: 'command',
      command: { name: 'pause', reason: 'meal' },
    });
    expect(panelWish({ kind: 'pause' }, digit('8'), idle)).toBeNull();
  });

  test('offers to close the counter only with nobody in hand, and so lets the numpad close it', () => {
    expect(pauseChoices(idle).at(-1)).toEqual({ name: 'close' });
    expect(pauseChoices(serving)).not.toContainEqual({ name: 'close' });
    expect(wishOf(digit('0'), paused)).toEqual({ kind: 'panel', panel: { kind: 'pause' } });
    expect(pauseChoices(paused)).toEqual([{ name: 'close' }]);
  });

  test('Enter presses nothing in it, and minus leaves it', () => {
    expect(panelWish({ kind: 'pause' }, { kind: 'enter' }, idle)).toBeNull();
    expect(panelWish({ kind: 'pause' }, { kind: 'subtract' }, idle)).toEqual({ kind: 'panel', panel: null });
  });
});

describe('choosing a counter', () => {
  const counters = [1, 2, 10, 11].map((number) => ({
    id: `counter-${number}`,
    number,
    state: number === 2 ? ('open' as const) : ('closed' as const),
    clerkName: number === 2 ? '李强' : null,
  }));

  test('by its number', () => {
    expect(matching(counters, '1').map((counter) => counter.number)).toEqual([1, 10, 11]);
    expect(enterChooses(counters, '1', null)?.id).toBe('counter-1');
    expect(enterChooses(counters, '7', null)).toBeNull();
  });

  test('Enter alone takes the last one used on this machine, unless somebody is there', () => {
    expect(enterChooses(counters, '', 'counter-10')?.id).toBe('counter-10');
    expect(enterChooses(counters, '', 'counter-2')).toBeNull();
    expect(enterChooses(counters, '', null)).toBeNull();
  });
});
