import { describe, expect, it } from 'vitest';
import { compareReports } from '../../../scripts/replay/report.ts';
import { waitFigures } from '../../../scripts/replay/wait-figures.ts';

const compared = (hub: number[], file: number[]) =>
  compareReports([{ letter: 'A', name: 'Passports', hub: waitFigures(hub), file: waitFigures(file) }]);

describe('the comparison of the two reports', () => {
  it('agrees where every figure does', () => {
    const { lines, equal } = compared([60_000, 120_000], [60_000, 120_000]);
    expect(equal).toBe(true);
    expect(lines.join('\n')).toMatch(/file +2 +1:30 +1:30 +1:54 +2:00 +=/);
  });
  it('tells a wait that is a second off, one that is missing, and nobody from nothing', () => {
    for (const [hub, file] of [
      [[60_000], [61_000]],
      [[60_000, 60_000], [60_000]],
      [[], [0]],
    ] as [number[], number[]][]) {
      const { lines, equal } = compared(hub, file);
      expect(equal).toBe(false);
      expect(lines.join('\n')).toContain('DIFFERENT');
      expect(lines.at(-1)).toContain('differs from the file in 1 of 1 services: A');
    }
  });
});
