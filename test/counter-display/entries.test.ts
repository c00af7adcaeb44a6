import { describe, expect, test } from 'vitest';
import { type Stroke, strokeOf } from '../../counter-display/src/counter/keys.ts';
import { emptyPark, type ParkStep, stepPark } from '../../counter-display/src/counter/park-entry.ts';
import { picked, stepPick } from '../../counter-display/src/counter/pick.ts';
import { meantService, servicesFor, stepService } from '../../counter-display/src/counter/service-entry.ts';
import {
  emptyTransfer,
  stepTransfer,
  type TransferStep,
} from '../../counter-display/src/counter/transfer-entry.ts';
import { directory, ticket, view } from './support/views.ts';

const CODES: Record<string, string> = {
  '\n': 'Enter',
  '-': 'Subtract',
  '/': 'Divide',
  '*': 'Multiply',
  '+': 'Add',
};
/** `12\n` typed on the numpad, letters on the keyboard. */
const strokes = (keys: string): Stroke[] =>
  [...keys].map((key) => {
    const code = /[A-Z]/.test(key) ? `Key${key}` : `Numpad${CODES[key] ?? key}`;
    const stroke = strokeOf({
      code,
      key: '',
      shiftKey: false,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
    });
    if (!stroke) throw new Error(`no key ${key}`);
    return stroke;
  });

const serving = view({ ticket: ticket('A012', 'serving') });

describe('picking from a numbered list', () => {
  const list = directory.counters;

  test('takes the number that was typed whole, and goes on to a longer one', () => {
    expect(picked('1', list)?.id).toBe('counter-1');
    expect(picked('12', list)?.id).toBe('counter-12');
    expect(stepPick('1', { kind: 'digit', digit: '2' }, list)).toBe('12');
  });

  test('a digit that leads nowhere changes nothing, so that no other line is meant by mistake', () => {
    expect(stepPick('1', { kind: 'digit', digit: '3' }, list)).toBeNull();
    expect(stepPick('', { kind: 'digit', digit: '9' }, list)).toBeNull();
  });

  test('a letter goes through those that share it', () => {
    const letter = { kind: 'letter', letter: 'C' } as const;
    expect(stepPick('', letter, directory.services)).toBe('3');
    expect(stepPick('3', letter, directory.services)).toBe('4');
    expect(stepPick('4', letter, directory.services)).toBe('3');
  });
});

describe('transferring', () => {
  function type(keys: string): TransferStep {
    let entry = emptyTransfer;
    let step: TransferStep = { kind: 'nothing' };
    for (const stroke of strokes(keys)) {
      step = stepTransfer(entry, stroke, serving, directory);
      if (step.kind === 'entry') entry = step.entry;
    }
    return step;
  }

  test('to a counter takes its number and Enter', () => {
    expect(type('4\n')).toMatchObject({ kind: 'send', to: { kind: 'counter', counter: { number: 4 } } });
    expect(type('12\n')).toMatchObject({ kind: 'send', to: { kind: 'counter', counter: { number: 12 } } });
  });

  test('to a service takes its letter, or on the numpad the slash and its place in the list', () => {
    expect(type('B\n')).toMatchObject({ kind: 'send', to: { kind: 'service', service: { id: 'pension' } } });
    expect(type('/2\n')).toMatchObject({ kind: 'send', to: { kind: 'service', service: { id: 'pension' } } });
    expect(type('4C\n')).toMatchObject({ kind: 'send', to: { kind: 'service', service: { id: 'medical' } } });
  });

  test('goes neither to this counter nor to the service in hand', () => {
    expect(type('3\n')).toEqual({ kind: 'nothing' });
    expect(type('/1\n')).toEqual({ kind: 'nothing' });
    expect(type('A')).toEqual({ kind: 'nothing' });
    expect(type('\n')).toEqual({ kind: 'nothing' });
  });

  test('there and back, and the place, are one key each and stay while the destination is typed', () => {
    expect(type('*+4')).toEqual({
      kind: 'entry',
      entry: { list: 'counters', typed: '4', place: 'end', back: true },
    });
    expect(type('+++')).toMatchObject({ entry: { place: 'old' } });
  });

  test('minus takes back a digit and then closes', () => {
    expect(type('12-')).toMatchObject({ entry: { typed: '1' } });
    expect(type('1--')).toEqual({ kind: 'close' });
  });

  test('waits for the hub to tell what there is', () => {
    expect(stepTransfer(emptyTransfer, { kind: 'digit', digit: '4' }, serving, null)).toEqual({
      kind: 'nothing',
    });
    expect(stepTransfer(emptyTransfer, { kind: 'subtract' }, serving, null)).toEqual({ kind: 'close' });
  });
});

describe('parking', () => {
  const three = view({
    rules: {
      ...serving.rules,
      parkReasons: ['fetching', 'filling-in', 'asking'].map((id) => ({ id, name: {} })),
    },
  });
  function type(keys: string, at = three): ParkStep {
    let entry = emptyPark(at);
    let step: ParkStep = { kind: 'nothing' };
    for (const stroke of strokes(keys)) {
      step = stepPark(entry, stroke, at);
      if (step.kind === 'entry') entry = step.entry;
    }
    return step;
  }

  test('takes the reason, and minutes if there are any', () => {
    expect(type('2\n')).toEqual({ kind: 'send', reason: 'filling-in', minutes: null });
    expect(type('115\n')).toEqual({ kind: 'send', reason: 'fetching', minutes: 15 });
    expect(type('105\n')).toEqual({ kind: 'send', reason: 'fetching', minutes: 5 });
  });

  test('needs a reason, unless the hall has one only', () => {
    expect(type('\n')).toEqual({ kind: 'nothing' });
    expect(type('4')).toEqual({ kind: 'nothing' });
    expect(type('\n', serving)).toEqual({ kind: 'send', reason: 'fetching', minutes: null });
    expect(type('10\n', serving)).toEqual({ kind: 'send', reason: 'fetching', minutes: 10 });
  });

  test('holds no longer than the hub takes', () => {
    expect(type('1601')).toEqual({ kind: 'nothing' });
    expect(type('1600\n')).toMatchObject({ minutes: 600 });
  });

  test('minus goes back one step at a time', () => {
    expect(type('12-')).toMatchObject({ entry: { reason: 'fetching', minutes: '' } });
    expect(type('12--')).toMatchObject({ entry: { reason: null } });
    expect(type('12---')).toEqual({ kind: 'close' });
  });
});

describe('picking a service', () => {
  const walkIn = { purpose: 'walk-in', typed: '' } as const;

  test('a walk-in is for what this counter serves, its first service unless another is typed', () => {
    expect(servicesFor(walkIn, view(), directory).map(({ id }) => id)).toEqual(['social-card', 'pension']);
    expect(meantService(walkIn, view(), directory)?.id).toBe('social-card');
    expect(meantService({ ...walkIn, typed: '2' }, view(), directory)?.id).toBe('pension');
    expect(stepService(walkIn, { kind: 'digit', digit: '3' }, view(), directory)).toEqual({
      kind: 'nothing',
    });
  });

  test('a change is to another service, chosen by hand', () => {
    const change = { purpose: 'change-service', typed: '' } as const;
    expect(meantService(change, serving, directory)).toBeNull();
    expect(meantService({ ...change, typed: '1' }, serving, directory)).toBeNull();
    expect(meantService({ ...change, typed: '3' }, serving, directory)?.id).toBe('medical');
  });
});
