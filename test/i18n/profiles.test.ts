import { en } from '@jiaohao/shared/i18n/areas-en.ts';
import { zhCN } from '@jiaohao/shared/i18n/areas-zh.ts';
import { learn } from '@jiaohao/shared/i18n/library.ts';
import { BANK_WORDS, inWords } from '@jiaohao/shared/i18n/profiles.ts';
import { describe, expect, it } from 'vitest';
import { kioskTexts } from '../../kiosk/src/kiosk/kiosk-texts.ts';
import { reportWords } from '../../server/src/reports/wording.ts';
import { INVENTED, invented } from '../support/invented-language.ts';

/** What each kind of house says for the same people and things, as its staff say it. */
const GOVERNMENT = ['群众', '窗口工作人员', '值班长', '业务日期'];
const BANK = ['客户', '柜员', '大堂经理', '营业日'];

/** Every text of a catalogue that can be said without knowing what its parameters are. */
function said(texts: unknown, path = ''): [path: string, words: string][] {
  if (typeof texts === 'string') return [[path, texts]];
  if (typeof texts === 'function') {
    const given = new Proxy({}, { get: () => 7 });
    try {
      return [[path, String(texts(given))]];
    } catch {
      return [[path, String(texts)]];
    }
  }
  return Object.entries(texts as object).flatMap(([key, inner]) =>
    said(inner, path ? `${path}.${key}` : key),
  );
}

const holding = (texts: unknown, words: string[]) =>
  said(texts).filter(([, text]) => words.some((word) => text.includes(word)));

describe('the words of a bank', () => {
  it('leave no word of a government hall in any catalogue', () => {
    expect(holding(inWords(zhCN, BANK_WORDS['zh-CN']), GOVERNMENT)).toEqual([]);
    expect(holding(inWords(en, BANK_WORDS.en), ['lerk', 'all manager', 'uty manager', 'ervice day'])).toEqual(
      [],
    );
  });

  it('stand nowhere in the catalogues, which speak for a government hall', () => {
    expect(holding(zhCN, BANK)).toEqual([]);
    expect(holding(en, ['eller', 'obby manager', 'usiness day'])).toEqual([]);
  });

  it('are put into texts and into what functions answer, with capitals kept', () => {
    const texts = inWords(
      { role: '大厅值班长', hall: { ask: (p: { name: string }) => `请值班长${p.name}` } },
      BANK_WORDS['zh-CN'],
    );
    expect([texts.role, texts.hall.ask({ name: '李' })]).toEqual(['大堂经理', '请大堂经理李']);
    const english = inWords(
      { a: 'Clerks call the hall manager', b: 'the clerk’s service day' },
      BANK_WORDS.en,
    );
    expect(english).toEqual({ a: 'Tellers call the lobby manager', b: 'the teller’s business day' });
  });

  it('come where a text is looked up, with entries that a bank says in its own way', () => {
    expect(reportWords('zh-CN').columns.clerk).toBe('工作人员');
    expect(reportWords('zh-CN', 'bank').columns).toMatchObject({ clerk: '柜员', serviceDay: '营业日' });
    expect(reportWords('en', 'bank').columns.clerk).toBe('Teller');
    expect(kioskTexts('zh-CN', 'government')).toBe(kioskTexts('zh-CN'));
  });

  it('are a language’s own where it was added', () => {
    learn({ ...invented(), bank: [['clerk', 'bankulo']] });
    expect(reportWords(INVENTED, 'bank').columns.clerk).toBe('Qa! Bankulo');
    expect(reportWords(INVENTED).columns.clerk).toBe('Qa! Clerk');
  });
});
