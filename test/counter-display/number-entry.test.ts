import { describe, expect, test } from 'vitest';
import type { Digit, Stroke } from '../../counter-display/src/counter/keys.ts';
import {
  candidates,
  type EntryStep,
  emptyEntry,
  meant,
  type NumberEntry,
  stepEntry,
} from '../../counter-display/src/counter/number-entry.ts';
import { queued, view } from './support/views.ts';

const stroke = (character: string): Stroke =>
  character === '\n'
    ? { kind: 'enter' }
    : character === '-'
      ? { kind: 'subtract' }
      : /\d/.test(character)
        ? { kind: 'digit', digit: character as Digit }
        : { kind: 'letter', letter: character };

/** Types `keys`, each as a stroke; `\n` is Enter. Stops at the first step that leaves the entry. */
function type(keys: string, purpose: NumberEntry['purpose'] = 'call', seen = view()): EntryStep {
  let step: EntryStep = { kind: 'entry', entry: emptyEntry(purpose) };
  for (const character of keys) {
    if (step.kind !== 'entry') throw new Error(`left before ${character}: ${JSON.stringify(step)}`);
    const entry: NumberEntry = step.entry;
    step = stepEntry(entry, stroke(character), seen);
    if (step.kind === 'nothing') step = { kind: 'entry', entry };
  }
  return step;
}

const sent = (number: string) => ({ kind: 'send', number });

describe('a number typed with letters', () => {
  test('is sent with Enter, filled up to three digits', () => {
    expect(type('A013\n')).toEqual(sent('A013'));
    expect(type('A13\n')).toEqual(sent('A013'));
    expect(type('B1000\n')).toEqual(sent('B1000'));
  });

  test('may have its letter after the digits', () => {
    expect(type('13A\n')).toEqual(sent('A013'));
  });

  test('need not be in the lists of this page: the hub knows', () => {
    expect(type('Z9\n')).toEqual(sent('Z009'));
  });
});

describe('a number typed on a numpad', () => {
  test('is sent at once when only one such number waits here', () => {
    expect(type('18\n')).toEqual(sent('B018'));
  });

  test('asks for the letter when several could be meant, the waiting ones first', () => {
    const seen = view({ next: [queued('B018', 42), queued('A018', 20)] });
    const asked = type('018\n', 'call', seen);
    expect(asked).toMatchObject({ kind: 'entry', entry: { picking: true } });
    expect(type('018\n2', 'call', seen)).toEqual(sent('B018'));
  });

  test('asks for the letter when the list shows only the first of many', () => {
    expect(type('18\n', 'call', view({ waiting: 300 }))).toMatchObject({ entry: { picking: true } });
    expect(type('18\n1', 'call', view({ waiting: 300 }))).toEqual(sent('B018'));
  });

  test('asks for the letter when none of them is in the list', () => {
    expect(type('500\n2')).toEqual(sent('B500'));
  });

  test('is sent at once when it is the one that missed its call', () => {
    expect(type('9\n', 'call', view({ missed: [queued('B009', 50)] }))).toEqual(sent('B009'));
  });

  test('picks from the queue when no digit was typed', () => {
    expect(type('\n2')).toEqual(sent('A013'));
  });

  test('a digit beyond the list picks nothing', () => {
    expect(type('500\n9')).toMatchObject({ kind: 'entry', entry: { picking: true } });
  });
});

describe('the return of a missed number', () => {
  test('needs one Enter when one was missed', () => {
    expect(type('\n', 'return', view({ missed: [queued('A009', 50)] }))).toEqual(sent('A009'));
  });

  test('takes the numbers from the missed, not from the queue', () => {
    const seen = view({ missed: [queued('A009', 50), queued('B007', 60)] });
    expect(candidates(emptyEntry('return'), seen).map((c) => c.number)).toEqual(['A009', 'B007']);
    expect(type('7\n', 'return', seen)).toEqual(sent('B007'));
  });
});

describe('going back', () => {
  test('leaves the letter, then the digits one by one, then the input', () => {
    expect(type('500\n-')).toMatchObject({ entry: { typed: '500', picking: false } });
    expect(type('50-')).toMatchObject({ entry: { typed: '5' } });
    expect(type('-')).toEqual({ kind: 'close' });
  });

  test('Escape leaves at once', () => {
    expect(stepEntry(emptyEntry('call', 'A01'), { kind: 'escape' }, view())).toEqual({ kind: 'close' });
  });
});

test('nothing is meant before there is a digit', () => {
  expect(meant(emptyEntry('call'), view())).toBeNull();
  expect(meant(emptyEntry('call', 'A'), view())).toBeNull();
});
