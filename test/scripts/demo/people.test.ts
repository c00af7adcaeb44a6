import { readFileSync } from 'node:fs';
import type { HallDefinition } from '@jiaohao/shared/contract/hall.ts';
import { describe, expect, it } from 'vitest';
import { createChance } from '../../../scripts/demo/random.ts';
import { rushAt } from '../../../scripts/demo/rush.ts';
import { capacity, countersToOpen } from '../../../scripts/demo/staff.ts';

const hall = JSON.parse(
  readFileSync(new URL('../../../server/halls/sample.json', import.meta.url), 'utf8'),
) as HallDefinition;

describe('chance in the demo', () => {
  it('is the same for the same seed and another for another', () => {
    const some = (seed: number) => {
      const chance = createChance(seed);
      return Array.from({ length: 20 }, () => chance.next());
    };
    expect(some(1)).toEqual(some(1));
    expect(some(1)).not.toEqual(some(2));
  });
  it('lets people come at the mean that was asked for, and never in no time at all', () => {
    const chance = createChance(7);
    const gaps = Array.from({ length: 20_000 }, () => chance.until(1000));
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeCloseTo(1000, -2);
    const work = Array.from({ length: 20_000 }, () => chance.about(900));
    expect(work.reduce((sum, each) => sum + each, 0) / work.length).toBeCloseTo(900, -2);
    expect(Math.min(...work)).toBeGreaterThanOrEqual(300);
  });
});

describe('the staff of the demo', () => {
  it('leaves the newcomer’s counter free and serves every service of the sample hall', () => {
    const open = countersToOpen(hall.counters, 'counter-1', 8);
    expect(open).toHaveLength(8);
    expect(open.map(({ id }) => id)).not.toContain('counter-1');
    // Backup counters join where no main counter is open.
    const served = new Set(open.flatMap(({ services }) => services.map(({ serviceId }) => serviceId)));
    expect(hall.services.map(({ id }) => id).filter((id) => !served.has(id))).toEqual([]);
  });
  it('can serve what its counters’ standard times say', () => {
    const [service] = hall.services;
    const counter = { id: 'c', number: 1, services: [{ serviceId: service!.id, role: 'main' as const }] };
    expect(capacity([counter, counter], [{ ...service!, standardMinutes: 10 }])).toBeCloseTo(2 / 600_000, 12);
  });
});

describe('the rush of a demo day', () => {
  it('peaks in the morning, ebbs at noon, and begins again after five', () => {
    const hour = 3600_000;
    expect(rushAt(hour)).toBe(1);
    expect(rushAt(4 * hour)).toBeLessThan(0.5);
    expect(rushAt(8.5 * hour)).toBe(rushAt(0));
  });
  it('never stops: whoever opens a demo sees it move', () => {
    for (let minute = 0; minute < 3000; minute += 10) expect(rushAt(minute * 60_000)).toBeGreaterThan(0);
  });
});
