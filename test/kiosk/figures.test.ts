import { describe, expect, it } from 'vitest';
import { groupFigures, peopleWaiting, type Service } from '../../kiosk/src/figures.ts';
import { commonTexts, spokenLanguages } from '../../kiosk/src/texts.ts';

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

  it('say who waits by what the number means', () => {
    expect(peopleWaiting(22, commonTexts('zh-CN'))).toBe('等候 22 人');
    expect(peopleWaiting(0, commonTexts('zh-CN'))).toBe('无人等候');
  });
});

describe('the languages of a hall', () => {
  it('are those that have a catalogue, in the hall’s order', () => {
    expect(spokenLanguages(['en', 'bo', 'zh-CN'])).toEqual(['en', 'zh-CN']);
    expect(spokenLanguages(['bo'])).toEqual(['zh-CN']);
  });
});
