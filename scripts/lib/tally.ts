import { readFileSync } from 'node:fs';

/** What is read of vitest's JSON report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/**
 * `N passed, N failed` from vitest's JSON report. A file that breaks before its first test counts
 * as one failure, and so does a run that fails for a reason outside the tests (`exitCode`).
 */
export function tally(file: string, exitCode: number): string {
  const report = read(file);
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + broken.length;
  return `${report.numPassedTests} passed, ${failed === 0 && exitCode !== 0 ? 1 : failed} failed`;
}

function read(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    // Vitest ended before it could write: its own words say why, and its exit code makes it a failure.
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}
