import { describe, expect, test } from 'vitest';
import { KIOSK_PROMPTS, kioskPrompt, spokenTicket } from '../../server/src/voice/kiosk-speech.ts';

describe('the number somebody has taken, said aloud', () => {
  const say = (number: string, ahead: number, language: 'zh' | 'en' = 'zh') =>
    spokenTicket({ number, ahead, language, one: '一' });

  test('every digit is a word, because an engine left to itself would read a cardinal', () => {
    expect(say('A012', 5)).toBe('您的号码是，A零一二号。前面还有五人，请留意叫号。');
    expect(say('AB102', 12)).toBe('您的号码是，A、B一零二号。前面还有十二人，请留意叫号。');
    expect(say('A012', 5, 'en')).toBe(
      'Your number is A, zero, one, two. There are 5 people ahead of you. Please watch for your number.',
    );
  });

  test('two people are 两人, not 二人; one is one person; nobody is said so', () => {
    expect(say('A001', 2)).toContain('两人');
    expect(say('A001', 22)).toContain('二十二人');
    expect(say('A001', 1, 'en')).toContain('There is one person ahead');
    expect(say('A001', 0)).toContain('没有人等候');
    expect(say('A001', 0, 'en')).toContain('Nobody is ahead');
  });

  test('the hall’s 幺 is kept', () => {
    expect(spokenTicket({ number: 'A011', ahead: 1, language: 'zh', one: '幺' })).toContain('A零幺幺号');
  });

  test.each([-1, 1000, 0.5, Number.NaN])('%s is no count of people', (ahead) => {
    expect(() => say('A001', ahead)).toThrow(RangeError);
  });

  test('no sentence holds a digit', () => {
    for (const prompt of KIOSK_PROMPTS) expect(kioskPrompt(prompt, 'zh')).not.toMatch(/\d/);
  });
});
