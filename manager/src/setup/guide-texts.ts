import { hallProfile } from '@jiaohao/shared/client/languages.ts';
import { guide as en } from '@jiaohao/shared/i18n/en/guide.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { guide as zh } from '@jiaohao/shared/i18n/zh-CN/guide.ts';

const guideTexts = inEveryLanguage(zh, en, ({ guide }) => guide);

/** The words around a service's guide in any language of the hall, whatever this page is read in. */
export const guideWords = (language: string) => guideTexts(language, hallProfile.value);
