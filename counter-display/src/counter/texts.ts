import { createLanguageChoice, hallProfile } from '@jiaohao/shared/client/languages.ts';
import { common as commonEn } from '@jiaohao/shared/i18n/en/common.ts';
import { counter as counterEn } from '@jiaohao/shared/i18n/en/counter.ts';
import { counterChange as changeEn } from '@jiaohao/shared/i18n/en/counter-change.ts';
import { counterMoves as movesEn } from '@jiaohao/shared/i18n/en/counter-moves.ts';
import { guide as guideEn } from '@jiaohao/shared/i18n/en/guide.ts';
import { relief as reliefEn } from '@jiaohao/shared/i18n/en/relief.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { common as commonZh } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { counter as counterZh } from '@jiaohao/shared/i18n/zh-CN/counter.ts';
import { counterChange as changeZh } from '@jiaohao/shared/i18n/zh-CN/counter-change.ts';
import { counterMoves as movesZh } from '@jiaohao/shared/i18n/zh-CN/counter-moves.ts';
import { guide as guideZh } from '@jiaohao/shared/i18n/zh-CN/guide.ts';
import { relief as reliefZh } from '@jiaohao/shared/i18n/zh-CN/relief.ts';
import { computed, effect } from '@preact/signals';

const counterTexts = inEveryLanguage(
  { ...commonZh, ...counterZh, moves: movesZh, change: changeZh, relief: reliefZh },
  { ...commonEn, ...counterEn, moves: movesEn, change: changeEn, relief: reliefEn },
  ({ common, counter, counterMoves, counterChange, relief }) => ({
    ...common,
    ...counter,
    moves: counterMoves,
    change: counterChange,
    relief,
  }),
);

/** The clerk's language, and how it is changed. */
export const { language, choose: chooseLanguage } = createLanguageChoice('jiaohao.clerk.language');

const guides = inEveryLanguage(guideZh, guideEn, ({ guide }) => guide);
/** The words of a service's guide. */
export const guideTexts = computed(() => guides(language.value, hallProfile.value));

/** The words of the terminal in that language. */
export const texts = computed(() => counterTexts(language.value, hallProfile.value));
export type Texts = ReturnType<typeof counterTexts>;

/** What each command is called. */
export const commandWords = computed(() => ({ ...texts.value.commands, ...texts.value.moves.commands }));

/** A language's name in the clerk's: `英语` for `en`. */
export const nameOfLanguage = (tag: string): string =>
  new Intl.DisplayNames([language.value], { type: 'language' }).of(tag) ?? tag;

effect(() => {
  document.documentElement.lang = language.value;
  document.title = texts.value.title;
});
