import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tally } from '../../scripts/lib/tally.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-tally-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const reported = (report: object): string => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
};

describe('tally', () => {
  it('counts tests', () => {
    expect(tally(reported({ numPassedTests: 12, numFailedTests: 0, testResults: [] }), 0)).toBe(
      '12 passed, 0 failed',
    );
  });
  it('counts a file that broke before its first test as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ];
    expect(tally(reported({ numPassedTests: 3, numFailedTests: 1, testResults }), 1)).toBe(
      '3 passed, 2 failed',
    );
  });
  it('never says that all is well when the run itself failed', () => {
    expect(tally(reported({ numPassedTests: 3, numFailedTests: 0, testResults: [] }), 1)).toBe(
      '3 passed, 1 failed',
    );
    expect(tally(join(folder, 'never-written.json'), 1)).toBe('0 passed, 1 failed');
  });
});
