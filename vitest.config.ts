import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long begin first, so that none is left running alone at the end. */
const LONGEST_FIRST = [
  'torture/kill',
  'journey/',
  'counter.browser',
  'hall-screen.browser',
  'invariants.property',
];

/**
 * Files that need a process each: they put things of a page into the global scope, teach the hub another
 * language, or take the whole machine. All others share processes, so that each loads the hub once.
 */
const ALONE = [
  'test/{built-files,counter-display,hall-screen,journey,kiosk,manager,scripts,torture}/**/*.test.{ts,tsx}',
  'test/**/added-language.test.ts',
  'test/realtime/coming-back.test.ts',
  'test/reports/reports.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = LONGEST_FIRST.findIndex((part) => moduleId.includes(part));
      return index < 0 ? LONGEST_FIRST.length : index;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // One more than the cores we count on: many tests wait, for pings, deadlines and browsers.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...ALONE, '**/node_modules/**'],
          isolate: false,
        },
      },
    ],
  },
});
