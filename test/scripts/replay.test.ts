import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replay } from '../../scripts/replay.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-replay-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const HEAD = 'service_letter,service_name,ticket,issued_at,called_at';

async function replayed(lines: string[], ...options: string[]): Promise<{ code: number; said: string }> {
  const file = join(folder, 'day.csv');
  writeFileSync(file, [HEAD, ...lines].join('\n'));
  const said: string[] = [];
  const code = await replay([file, ...options], (line) => said.push(line));
  return { code, said: said.join('\n') };
}

/** Two services share the letter A; times tie; one ticket is called out of order, two at one moment, one never. */
const AWKWARD_DAY = [
  'A,Passports,1,2026-03-02T08:00:00,2026-03-02T08:10:00',
  'A,Passports,2,2026-03-02T08:00:00,2026-03-02T08:30:07',
  'A,Passports,3,2026-03-02T08:05:30,2026-03-02T08:20:00',
  'A,Passports,4,2026-03-02T08:06:00,2026-03-02T08:30:07',
  'A,Passports,5,2026-03-02T08:40:00,2026-03-02T08:40:00',
  'A,"Taxes, fees",1,2026-03-02T08:00:00,2026-03-02T08:00:01',
  'A,"Taxes, fees",2,2026-03-02T09:00:00,2026-03-02T17:59:59',
  'K,Cash desk,1,2026-03-02T08:00:00,',
];

describe('replaying a recorded day', () => {
  it('prints the waits that the file has, to the second', async () => {
    const { code, said } = await replayed(AWKWARD_DAY, '--time-zone', 'Asia/Shanghai');
    expect(said).toContain('2026-03-02, Asia/Shanghai: 8 tickets, 3 services');
    expect(said).toContain('issued 8, called 6 as the next and 1 by number');
    const lines = said.split('\n').map((line) => line.split(/\s{2,}/));
    // Waits of 10:00, 30:07, 14:30, 24:07 and 0:00, counted by hand.
    expect(lines).toContainEqual(['A Passports', 'hub', '5', '15:45', '14:30', '27:43', '30:07']);
    expect(lines).toContainEqual(['', 'file', '5', '15:45', '14:30', '27:43', '30:07', '=']);
    expect(said).toMatch(/B Taxes, fees +hub +2 +4:30:00 +4:30:00 +8:05:59 +8:59:59/);
    expect(said).toMatch(/K Cash desk +hub +0 +– +– +– +–/);
    expect(said).toContain('equals the file, to the second, in all 3 services');
    expect(code).toBe(0);
    // Four clerks and an administrator sign in, and passwords are slow on purpose.
  }, 90_000);

  it('says where a file cannot be right, and starts no hub', async () => {
    const { code, said } = await replayed([
      'A,Passports,1,2026-03-02T08:00:00,2026-03-02T07:59:59',
      'A,Passports,2,8 o’clock,2026-03-02T08:30:00',
    ]);
    expect(code).toBe(2);
    expect(said.split('\n')).toEqual([
      'line 2: ticket A1 was called (2026-03-02T07:59:59) before it was issued (2026-03-02T08:00:00)',
      'line 3: issued_at is "8 o’clock": a local time such as 2020-01-09T07:58:00 is wanted',
    ]);
  });

  it('says how it is used when it is told no file, and which file is not there', async () => {
    const said: string[] = [];
    expect(await replay([], (line) => said.push(line))).toBe(2);
    expect(said.join()).toContain('pnpm replay FILE.csv');
    expect(await replay([join(folder, 'none.csv')], (line) => said.push(line))).toBe(2);
    expect(said.at(-1)).toContain('none.csv');
  });
});
