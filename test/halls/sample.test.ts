import { readFileSync } from 'node:fs';
import type { HallDefinition } from '@jiaohao/shared/contract/hall.ts';
import { describe, expect, it } from 'vitest';

const SAMPLE = readFileSync(new URL('../../server/halls/sample.json', import.meta.url), 'utf8');
const sample = (): HallDefinition => JSON.parse(SAMPLE) as HallDefinition;

describe('the sample hall', () => {
  const { services, groups, counters, people } = sample();
  const mains = (id: string) =>
    counters.filter((counter) =>
      counter.services.some(({ serviceId, role }) => serviceId === id && role === 'main'),
    );

  it('has six groups of two to four services, twelve counters and eight clerks', () => {
    expect([groups.length, counters.length, people.length]).toEqual([6, 12, 8]);
    for (const { id } of groups) {
      const count = services.filter(({ groupId }) => groupId === id).length;
      expect(count, id).toBeGreaterThanOrEqual(2);
      expect(count, id).toBeLessThanOrEqual(4);
    }
    expect(people.every(({ role, staffNumber }) => role === 'clerk' && staffNumber)).toBe(true);
  });
  it('has two main counters for every service of the first group', () => {
    for (const { id } of services.filter(({ groupId }) => groupId === groups[0]!.id)) {
      expect(mains(id).length, id).toBeGreaterThanOrEqual(2);
    }
  });
  it('tells of every service what the rule books ask for, in a guide that is its own', () => {
    const asked = ['materials', 'form', 'where', 'basis', 'procedure', 'timeLimit', 'fee', 'responsible'];
    for (const { id, guide, enquiries } of services) {
      const fields = [...asked, 'notHandled', 'elsewhere', ...(enquiries ? [] : ['conditions'])];
      expect(Object.keys(guide ?? {}), id).toEqual(expect.arrayContaining(fields));
      const ids = [guide!.materials!, guide!.elsewhere!].map((list) => list.map((each) => each.id));
      for (const list of ids) expect(new Set(list).size, id).toBe(list.length);
    }
    const told = services.map(({ guide }) => JSON.stringify(guide));
    expect(new Set(told).size).toBe(services.length);
  });
});
