import { describe, expect, it } from 'vitest';
import { groupFigures, likelyWait, type Service } from '../../kiosk/src/figures.ts';
import { commonTexts, nextLanguage, spokenLanguages } from '../../kiosk/src/texts.ts';

const service = (part: Partial<Service>): Service => ({
  id: 'x',
  letter: 'A',
  name: { 'zh-CN': '业务' },
  waiting: 0,
  estimate: null,
  open: true,
  enquiries: false,
  bring: [],
  ...part,
});

describe('the figures on a group', () => {
  it('add up who waits, and span the likely waits', () => {
    const figures = groupFigures([
      service({ waiting: 9, estimate: { fromMinutes: 20, toMinutes: 30 } }),
      service({ waiting: 5, estimate: { fromMinutes: 5, toMinutes: 10 } }),
    ]);
    expect(figures).toEqual({ waiting: 14, estimate: { fromMinutes: 5, toMinutes: 30 }, open: true });
  });

  it('promise no wait for a service that gives no numbers', () => {
    const figures = groupFigures([
      service({ waiting: 3, open: false, estimate: { fromMinutes: 0, toMinutes: 0 } }),
      service({ waiting: 2, estimate: null }),
    ]);
    expect(figures).toEqual({ waiting: 5, estimate: null, open: true });
  });

  it('say a wait in words, or nothing where nothing honest can be said', () => {
    const texts = commonTexts['zh-CN'];
    expect(likelyWait({ fromMinutes: 20, toMinutes: 30 }, texts)).toBe('约 20–30 分钟');
    expect(likelyWait({ fromMinutes: 0, toMinutes: 5 }, texts)).toBe('最长约 5 分钟');
    expect(likelyWait({ fromMinutes: 0, toMinutes: 0 }, texts)).toBe('随到随办');
    expect(likelyWait(null, texts)).toBeNull();
  });
});

describe('the languages of a hall', () => {
  it('are those that have a catalogue, in the hall’s order', () => {
    expect(spokenLanguages(['en', 'bo', 'zh-CN'])).toEqual(['en', 'zh-CN']);
    expect(spokenLanguages(['bo'])).toEqual(['zh-CN']);
  });

  it('go round', () => {
    expect(nextLanguage(['zh-CN', 'en'], 'zh-CN')).toBe('en');
    expect(nextLanguage(['zh-CN', 'en'], 'en')).toBe('zh-CN');
    expect(nextLanguage(['zh-CN'], 'zh-CN')).toBeNull();
  });
});
