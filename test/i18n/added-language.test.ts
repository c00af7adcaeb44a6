import { readdirSync } from 'node:fs';
import { zhCN } from '@jiaohao/shared/i18n/areas-zh.ts';
import { problemsOfLanguage } from '@jiaohao/shared/i18n/check-language.ts';
import { knownLanguages, languageName, nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import type { LanguageFile } from '@jiaohao/shared/i18n/language-file.ts';
import { inEveryLanguage, learn } from '@jiaohao/shared/i18n/library.ts';
import { readLanguages } from '@jiaohao/shared/i18n/read-languages.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { kioskTexts } from '../../kiosk/src/kiosk/kiosk-texts.ts';
import { spokenLanguages } from '../../kiosk/src/texts.ts';
import { checkSettings, describeProblem } from '../../server/src/domain/hall-definition.ts';
import { indexSettings } from '../../server/src/domain/settings.ts';
import { printerProfile } from '../../server/src/printing/printer-profile.ts';
import { layoutSlip } from '../../server/src/printing/slip.ts';
import { announcement } from '../../server/src/voice/announcement.ts';
import { slipContent } from '../printing/slip-content.ts';
import { hallDocument } from '../support/hall.ts';
import { INVENTED, invented, inventedFolder, MARK } from '../support/invented-language.ts';

let folder: ReturnType<typeof inventedFolder> | undefined;
afterEach(() => folder?.remove());

const read = async (edit?: string) => {
  folder = inventedFolder(edit);
  return readLanguages(folder.url);
};

describe('the check of a language file', () => {
  it('finds nothing in a whole one', async () => {
    expect(await read()).toEqual({ learnt: [INVENTED], problems: [] });
  });

  it('names a key that is missing, and what it says in English', async () => {
    const { problems } = await read('delete language.kiosk.title; delete language.manager.roles.clerk;');
    expect(problems).toEqual([
      expect.stringMatching(/^qaa\.ts: kiosk\.title is missing \(in English: "/),
      'qaa.ts: manager.roles.clerk is missing (in English: "Clerk")',
    ]);
  });

  it('names a whole area that is missing', async () => {
    expect((await read('delete language.slip;')).problems).toEqual([
      'qaa.ts: slip is missing, with all that is in it',
    ]);
  });

  it('names a variable that is forgotten, one that is not given, and a text that should ask for one', async () => {
    const { problems } = await read(`
      language.common.counter = () => 'Giĉeto';
      language.common.minutes = (p) => p.count + ' / ' + p.hours;
      language.phone.goTo = 'Iru';`);
    expect(problems).toEqual([
      'qaa.ts: common.minutes says {hours}, which is not given there; what is: {count}',
      'qaa.ts: common.counter does not say {number} (in English: "Counter {number}")',
      expect.stringMatching(/^qaa\.ts: phone\.goTo should be a function and is a plain text/),
    ]);
  });

  it('names an empty text, a stranger, a wrong tag and a voice that cannot speak', async () => {
    const { problems } = await read(`
      language.tag = 'qab';
      language.pad.welcome = ' ';
      language.pad.welcom = 'x';
      language.voice.template = 'Qa {number}';
      language.voice.digits.pop();`);
    expect(problems).toEqual([
      'qaa.ts: `tag` is "qab", the file\'s name is qaa',
      'qaa.ts: pad.welcom is in no other language: remove it, or mend its name',
      expect.stringMatching(/^qaa\.ts: pad\.welcome is empty/),
      'qaa.ts: voice.template lacks {counter}',
      'qaa.ts: voice.digits needs ten words, for 0 to 9',
    ]);
  });

  it('tells of a file that cannot be read and goes on', async () => {
    const { learnt, problems } = await read('throw new Error("broken");');
    expect(learnt).toEqual([]);
    expect(problems).toEqual(['qaa.ts: cannot be read: broken']);
  });

  it('knows every area that there is', () => {
    const files = readdirSync(new URL('../../shared/src/i18n/zh-CN/', import.meta.url));
    const area = (file: string) =>
      file.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(Object.keys(zhCN).sort()).toEqual(files.map(area).sort());
  });

  it('is made by the compiler too', () => {
    const { slip, ...rest } = invented();
    // @ts-expect-error a language without its slip is no language
    const withoutSlip: LanguageFile = rest;
    const { reprint, ...others } = slip;
    // @ts-expect-error nor is one whose slip lacks a line
    const withoutReprint: LanguageFile = { ...rest, slip: others };
    expect(problemsOfLanguage(withoutSlip, INVENTED)).toHaveLength(1);
    expect(problemsOfLanguage(withoutReprint, INVENTED)).toEqual([
      expect.stringMatching(/^slip\.reprint is missing/),
    ]);
  });
});

describe('a language that was added', () => {
  it('is known by its name, and found for who asks for it', async () => {
    await read();
    expect(knownLanguages()).toEqual(['zh-CN', 'en', INVENTED]);
    expect(languageName(INVENTED)).toBe('Qaa');
    expect(nearestLanguage('qaa-Latn,en;q=0.5')).toBe(INVENTED);
    expect(spokenLanguages([INVENTED, 'zh-CN'], knownLanguages())).toEqual([INVENTED, 'zh-CN']);
  });

  it('speaks on the kiosk', () => {
    learn(invented());
    expect(kioskTexts(INVENTED).help).toBe(`${MARK}${kioskTexts('en').help}`);
  });

  it('says in English what its file does not have yet', () => {
    const whole = invented();
    const { help, ...older } = whole.kiosk;
    learn({ ...whole, kiosk: older as typeof whole.kiosk });
    expect(kioskTexts(INVENTED).help).toBe(kioskTexts('en').help);
    expect(kioskTexts(INVENTED).home).toBe(`${MARK}${kioskTexts('en').home}`);
    expect(help).toContain(MARK);
  });

  it('prints on the slip, unless the printer lacks its letters', () => {
    learn(invented());
    const said = (encoding: 'gb18030' | 'cp437') =>
      JSON.stringify(layoutSlip(slipContent({ language: INVENTED }), printerProfile({ encoding })));
    expect(said('gb18030')).toContain(`${MARK}Your number`);
    const whole = invented();
    learn({ ...whole, slip: { ...whole.slip, yourNumber: 'ลำดับของคุณ' } });
    expect(said('gb18030')).toContain('"Your number"');
  });

  it('is spoken where it has a voice', async () => {
    await read();
    const rules = { templates: {}, one: '一' as const };
    expect(announcement({ number: 'A012', counter: 3, language: INVENTED, rules })).toBe(
      'Qa A, nul, unu, du al 3',
    );
    const own = { ...rules, templates: { [INVENTED]: '{counter}: {number}' } };
    expect(announcement({ number: 'A7', counter: 3, language: INVENTED, rules: own })).toBe('3: A, sep');
  });

  it('may be named in a hall file from then on', () => {
    const document = hallDocument();
    document.hall.languages = ['en', 'qab'];
    const told = checkSettings(document).filter(({ where }) => where === 'hall.languages[1]');
    expect(told.map((problem) => describeProblem(problem, 'en'))).toEqual([
      expect.stringMatching(/^hall\.languages\[1\]: there are no texts in "qab".*"zh-CN", "en"/),
    ]);
    expect(describeProblem(told[0]!, 'zh-CN')).toContain('没有“qab”的文字');
    learn(invented());
    document.hall.languages = ['en', INVENTED];
    expect(checkSettings(document).filter(({ where }) => where.startsWith('hall.languages'))).toEqual([]);
  });
});

describe('a hall’s own words in a language that a text lacks', () => {
  it('are those of its first language, however the text was written', () => {
    const document = hallDocument();
    document.hall.languages = ['en', 'zh-CN'];
    document.services[0]!.name = { 'zh-CN': '社保', en: 'Social security' };
    const { name } = indexSettings(1, document).services[0]!;
    expect(words(name, 'qaa')).toBe('Social security');
    expect(words(name, 'zh-CN')).toBe('社保');
    expect(words(name, 'zh-TW')).toBe('社保');
  });

  it('are any that there are, rather than none', () => {
    expect(words({ fr: 'Impôts' }, 'zh-CN')).toBe('Impôts');
    expect(words({ en: '', fr: 'Impôts' }, 'en')).toBe('Impôts');
    expect(words(undefined, 'en')).toBe('');
  });
});

describe('the one place where texts are looked up', () => {
  it('answers in Chinese for a language that nobody knows', () => {
    const say = inEveryLanguage({ yes: '是' }, { yes: 'Yes' }, ({ common }) => common);
    expect([say('zh-CN').yes, say('en').yes, say('xx').yes]).toEqual(['是', 'Yes', '是']);
  });
});
