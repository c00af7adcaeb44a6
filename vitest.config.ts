import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long begin first, so that none is left running alone at the end. */
const LONGEST_FIRST = [
  'torture/kill',
  'journey/',
  'counter.browser',
  'hall-screen.browser',
  'reports/reports',
];

const PURE = 'test/domain/**/*.test.ts';

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
      // The domain is pure: its tests leave nothing behind, so they need no process each.
      { extends: true, test: { name: 'domain', include: [PURE], isolate: false } },
      {
        extends: true,
        test: { name: 'hub', include: ['test/**/*.test.{ts,tsx}'], exclude: [PURE, '**/node_modules/**'] },
      },
    ],
  },
});
