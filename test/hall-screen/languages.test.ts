import { hallProfile, known } from '@jiaohao/shared/client/languages.ts';
import { knownLanguages } from '@jiaohao/shared/i18n/language.ts';
import { learn } from '@jiaohao/shared/i18n/library.ts';
import { afterEach, expect, it } from 'vitest';
import { script } from '../../hall-screen/src/speaker/script.ts';
import { shownTogether, spokenLanguages, textsOf } from '../../hall-screen/src/texts.ts';
import { INVENTED, invented, MARK } from '../support/invented-language.ts';

afterEach(() => {
  hallProfile.value = undefined;
});

it('shows the hall’s two languages together', () => {
  const spoken = spokenLanguages(['en', 'zh-CN']);
  expect(spoken).toEqual(['en', 'zh-CN']);
  expect(shownTogether(spoken, 0)).toEqual(['en', 'zh-CN']);
  expect(shownTogether(spokenLanguages(['en']), 0)).toEqual(['en']);
  expect(spokenLanguages([])).toEqual(['zh-CN']);
});

it('shows nothing twice for a language that it cannot speak yet, and speaks it from then on', () => {
  const hall = ['zh-CN', 'en', INVENTED];
  expect(spokenLanguages(hall)).toEqual(['zh-CN', 'en']);
  learn(invented());
  known.value = knownLanguages();
  expect(spokenLanguages(hall)).toEqual(hall);
  expect(textsOf(INVENTED).missed).toBe(`${MARK}${textsOf('en').missed}`);
});

it('gives each further language its turn beside the first', () => {
  const three = ['zh-CN', 'en', INVENTED] as const;
  expect([0, 1].map((turn) => shownTogether([...three], turn))).toEqual([
    ['zh-CN', 'en'],
    ['zh-CN', INVENTED],
  ]);
});

it('says a call in every language that has a clip, by its whole tag or its first part', () => {
  const audio = { zh: 'zh.wav', en: 'en.wav', 'pt-BR': 'br.wav' };
  const order = ['zh-CN', 'en', 'pt-BR', 'ja'].map((language) => ({ language, times: 1 }));
  expect(script(audio, order).map(({ url, second }) => [url, second])).toEqual([
    ['zh.wav', false],
    ['en.wav', true],
    ['br.wav', true],
  ]);
});
