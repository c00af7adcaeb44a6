import { readdirSync, readFileSync } from 'node:fs';
import type { HallDefinition } from '@jiaohao/shared/contract/hall.ts';
import { missedRuleOf } from '@jiaohao/shared/i18n/missed-words.ts';
import { describe, expect, it } from 'vitest';
import { parseHallDefinition } from '../../server/src/domain/hall-definition.ts';

const FOLDER = new URL('../../server/halls/', import.meta.url);
const HALLS = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  return { file, text, hall: JSON.parse(text) as HallDefinition };
});

/** Every text of a hall in one language; what it says of other places has their words. */
function textsIn(language: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Record<string, unknown>)[language];
  return [
    ...(typeof own === 'string' ? [own] : []),
    ...Object.entries(value).flatMap(([name, inner]) =>
      name === 'elsewhere' ? [] : textsIn(language, inner),
    ),
  ];
}

describe.each(HALLS)('the hall in $file', ({ text, hall }) => {
  const { services, groups, counters, people, rules } = hall;
  const counterOf = (id: string, role: string) =>
    counters.filter((counter) => counter.services.some((one) => one.serviceId === id && one.role === role));

  it('is a valid hall', () => {
    expect(parseHallDefinition(text)).toEqual({ ok: true, definition: hall });
  });
  it('gives each service a letter of its own that cannot be taken for a digit', () => {
    const letters = services.map(({ letter }) => letter);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.filter((letter) => /[IO]/.test(letter))).toEqual([]);
  });
  it('has one to four services in a group, and somebody who stands in for the busy ones', () => {
    for (const { id } of groups) {
      const count = services.filter(({ groupId }) => groupId === id).length;
      expect(count, id).toBeGreaterThanOrEqual(1);
      expect(count, id).toBeLessThanOrEqual(4);
    }
    const stoodInFor = services.filter(({ id }) => counterOf(id, 'backup').length > 0);
    expect(stoodInFor.length).toBeGreaterThan(services.length / 2);
  });
  it('has one service for those who do not know what they need', () => {
    expect(services.filter(({ enquiries }) => enquiries)).toHaveLength(1);
  });
  it('tells of every service what to bring, and sets no end to its numbers', () => {
    expect(services.filter(({ guide }) => !guide).map(({ id }) => id)).toEqual([]);
    expect(services.filter(({ lastNumber }) => lastNumber !== undefined)).toEqual([]);
  });
  it('knows its staff by their numbers', () => {
    expect(people.filter(({ staffNumber }) => !staffNumber)).toEqual([]);
    expect(people.filter(({ role }) => role === 'clerk').length).toBeGreaterThanOrEqual(8);
  });
  it('says the same of a missed call as its rule does', () => {
    const said = missedRuleOf(hall.hall, rules);
    expect(said['zh-CN']).toContain(`${rules.missedReturnsBehind} 位`);
    expect(said['en']).toContain(`after ${rules.missedReturnsBehind} others`);
  });
  it('speaks its house’s words in its own texts', () => {
    const government = /办事群众|值班长|窗口工作人员|业务日期/;
    const bank = /客户|柜员|大堂经理|营业日/;
    const strange = hall.hall.profile === 'bank' ? government : bank;
    expect(textsIn('zh-CN', hall).filter((said) => strange.test(said))).toEqual([]);
    const strangeInEnglish =
      hall.hall.profile === 'bank' ? /\bclerks?\b|duty manager/i : /\bteller|lobby manager/i;
    expect(textsIn('en', hall).filter((said) => strangeInEnglish.test(said))).toEqual([]);
  });
});

describe('the sample bank', () => {
  const { hall } = HALLS.find(({ file }) => file === 'bank.json')!;

  it('is a bank, with a class and counters for those who hold its premier card', () => {
    expect(hall.hall.profile).toBe('bank');
    expect(hall.rules.priorityClasses.map(({ id }) => id)).toContain('vip');
    const premier = hall.services.filter(({ groupId }) => groupId === 'vip').map(({ id }) => id);
    for (const id of premier) {
      expect(hall.counters.some(({ services }) => services[0]?.serviceId === id)).toBe(true);
    }
  });
  it('does not let the premier card starve the line for cash', () => {
    expect(hall.rules.priorityInARow).toBeGreaterThan(0);
    const onlyPremier = (counter: (typeof hall.counters)[number]) =>
      counter.services.every(({ serviceId }) => serviceId.startsWith('vip-'));
    expect(hall.counters.filter(onlyPremier)).toEqual([]);
  });
});
