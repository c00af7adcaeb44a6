import type { MissedRule } from '@jiaohao/shared/contract/hall.ts';
import { missedRuleOf } from '@jiaohao/shared/i18n/missed-words.ts';
import { describe, expect, it } from 'vitest';

const hall = { languages: ['zh-CN', 'en'] };
const told = (missed: MissedRule | undefined, missedReturnsBehind = 3) =>
  missedRuleOf(hall, { missed, missedReturnsBehind });

describe('what people are told of a missed number', () => {
  it.each<[string, MissedRule | undefined, string, string]>([
    ['nothing said', undefined, '顺延 3 位后重新叫号', 'called again after 3 others'],
    ['kept for some calls', { policy: 'keep', count: 5 }, '再叫 5 个号后作废', 'void after 5 more calls'],
    [
      'void',
      { policy: 'void', voidAfter: 3 },
      '过号作废，请重新取号。',
      'A missed number is void: please take a new one.',
    ],
    ['places', { policy: 'places', count: 1 }, '自动顺延 1 位', 'called again after 1 other.'],
    ['minutes', { policy: 'minutes', count: 10 }, '过号 10 分钟后自动重新排队', '10 minutes later'],
    [
      'void after three',
      { policy: 'places', count: 2, voidAfter: 3 },
      '过号满 3 次作废。',
      'missed 3 times is void',
    ],
  ])('is the rule itself: %s', (_which, missed, zh, en) => {
    expect(told(missed)['zh-CN']).toContain(zh);
    expect(told(missed)['en']).toContain(en);
  });

  it('is the hall’s own sentence where it has one', () => {
    const missedRule = { 'zh-CN': '过号请到咨询台。', en: 'Please ask at the desk.' };
    expect(missedRuleOf(hall, { missedReturnsBehind: 3, missedRule })).toBe(missedRule);
  });

  it('is said with a bank’s words in a bank', () => {
    const bank = missedRuleOf({ ...hall, profile: 'bank' }, { missedReturnsBehind: 2 });
    expect(bank['zh-CN']).toContain('柜员');
    expect(bank['zh-CN']).not.toContain('值班长');
  });
});
