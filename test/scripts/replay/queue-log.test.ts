import { describe, expect, it } from 'vitest';
import { QueueLogError, readQueueLog } from '../../../scripts/replay/queue-log.ts';

const HEAD = 'service_letter,service_name,ticket,issued_at,called_at';
const read = (...lines: string[]) => readQueueLog([HEAD, ...lines].join('\n'), 'Europe/Warsaw');

function problemsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof QueueLogError) return error.problems;
    throw error;
  }
  return [];
}

describe('a queue log', () => {
  it('holds times as its hall’s clocks showed them, winter and summer', () => {
    expect(read('A,X,1,2020-01-09T07:58:00,2020-01-09T08:03:00').tickets[0]).toMatchObject({
      line: 2,
      issuedAt: Date.parse('2020-01-09T06:58:00Z'),
      calledAt: Date.parse('2020-01-09T07:03:00Z'),
    });
    expect(read('A,X,1,2020-07-09 07:58:00,').tickets[0]).toMatchObject({
      issuedAt: Date.parse('2020-07-09T05:58:00Z'),
      calledAt: null,
    });
  });

  it('tells services apart by letter and name, whatever the order of the columns', () => {
    const csv = ['issued_at,called_at,ticket,service_name,service_letter', ',,,,', ''];
    csv[1] = '2020-01-09T08:00:00,2020-01-09T08:01:00,1,One,A';
    csv[2] = '2020-01-09T08:00:00,2020-01-09T08:01:00,1,Two,A';
    const { services } = readQueueLog(`\uFEFF${csv.join('\r\n')}`, 'Europe/Warsaw');
    expect(services).toEqual([
      { letter: 'A', name: 'One' },
      { letter: 'A', name: 'Two' },
    ]);
  });

  it.each([
    [
      'a column that is missing',
      () => readQueueLog('service_letter,ticket\nA,1', 'UTC'),
      /^line 1: there is no column service_name, issued_at, called_at/,
    ],
    ['no tickets', () => read(), /^the file holds no tickets/],
    ['a letter that is none', () => read('1,X,1,2020-01-09T08:00:00,'), /^line 2: service_letter is "1"/],
    ['a service without a name', () => read('A,,1,2020-01-09T08:00:00,'), /^line 2: service_name is empty/],
    [
      'a day that is not in the calendar',
      () => read('A,X,1,2020-02-30T08:00:00,'),
      /^line 2: issued_at .* no such date/,
    ],
    [
      'a time that was put forward over',
      () => read('A,X,1,2020-03-29T02:30:00,'),
      /^line 2: issued_at .* clocks in Europe\/Warsaw were changed/,
    ],
    [
      'a time that came twice',
      () => read('A,X,1,2020-10-25T02:30:00,'),
      /^line 2: issued_at .* clocks in Europe\/Warsaw were changed/,
    ],
    [
      'a second day',
      () => read('A,X,1,2020-01-09T08:00:00,', 'A,X,2,2020-01-10T08:00:00,'),
      /^line 3: issued_at is on 2020-01-10/,
    ],
    ['a quote that is never closed', () => read('A,"X,1,2020-01-09T08:00:00,'), /^line \d: Quote Not Closed/],
    ['a row that is too short', () => read('A,X'), /^line 2: Invalid Record Length/],
  ])('refuses %s', (_, work, problem) => {
    expect(problemsOf(work)[0]).toMatch(problem);
  });

  it('tells twenty problems at most', () => {
    const problems = problemsOf(() => read(...Array.from({ length: 50 }, () => 'A,X,1,?,?')));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe('… and 80 more');
  });
});
