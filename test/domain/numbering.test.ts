import { describe, expect, it } from 'vitest';
import { formatNumber, parseNumber } from '../../server/src/domain/numbering.ts';
import { given, givenIn } from '../support/given.ts';
import { callNumber, issue, issues, open } from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';

const issued = (number: string) => ({ type: 'ticket-issued' as const, data: { number } });

describe('a number', () => {
  it('is the letter and at least three digits', () => {
    expect(formatNumber('A', 1)).toBe('A001');
    expect(formatNumber('AB', 42)).toBe('AB042');
    expect(formatNumber('A', 1000)).toBe('A1000');
  });

  it('begins at one and counts up, each service by itself', () => {
    given(issue('social'), issue('medical')).when(issue('social')).then(issued('A002'));
  });

  it('goes on with A1000 after A999', () => {
    given(...issues('social', 999))
      .when(issue('social'))
      .then(issued('A1000'));
  });

  it('begins where the range of its service begins', () => {
    given().when(issue('residence')).then(issued('P501'));
  });

  it('is refused at the end of the range, while a service with the same letter goes on', () => {
    given(...issues('property', 5))
      .when(issue('property'))
      .thenRefused('numbers-exhausted')
      .when(issue('residence'))
      .then(issued('P501'));
  });

  it('passes over numbers that are out when ranges with one letter meet', () => {
    const settings = hall({}, ({ services }) => {
      for (const service of services) Object.assign(service, { letter: 'A', firstNumber: 1 });
    });
    const story = givenIn(settings, issue('social'), issue('medical'), issue('social'));
    expect([...story.state.ticketByNumber.keys()]).toEqual(['A001', 'A002', 'A003']);
  });
});

describe('a number that somebody types or scans', () => {
  it.each([
    ['A012', 'A012'],
    ['a12', 'A012'],
    [' A-012 ', 'A012'],
    ['A 12', 'A012'],
    ['A0012', 'A012'],
    ['ab7', 'AB007'],
    ['A1000', 'A1000'],
    ['JH:20261121:A012', 'A012'],
    ['jh:20261121:a012', 'A012'],
    // What a Chinese input method makes of it in full-width mode.
    ['Ａ０１２', 'A012'],
    ['Ａ　１２', 'A012'],
  ])('%j means %s', (typed, number) => expect(parseNumber(typed)).toBe(number));

  it.each(['', 'A', '12', 'ABC1', 'A1234567', 'A1B', '号12', 'JH:2026:A012', 'https://example.org/t/A012'])(
    '%j means none',
    (typed) => expect(parseNumber(typed)).toBeNull(),
  );

  it('finds the ticket at the counter', () => {
    given(open('c1'), issue('social'))
      .when(callNumber('c1', 'JH:20261121:A001'))
      .then({ type: 'turn-called', data: { turnId: 'turn A001', why: 'chosen' } });
  });

  it("from yesterday's slip never means today's ticket", () => {
    given(open('c1'), issue('social'))
      .when(callNumber('c1', 'JH:20261120:A001'))
      .thenRefused('unknown-ticket');
  });
});
