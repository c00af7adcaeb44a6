import { recall, remember } from '@jiaohao/shared/client/storage.ts';
import { common as commonEn } from '@jiaohao/shared/i18n/en/common.ts';
import { counter as counterEn } from '@jiaohao/shared/i18n/en/counter.ts';
import { type Language, nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { common as commonZh } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { counter as counterZh } from '@jiaohao/shared/i18n/zh-CN/counter.ts';
import { computed, effect, signal } from '@preact/signals';

const SLOT = 'jiaohao.clerk.language';
const CATALOGUES = {
  'zh-CN': { ...commonZh, ...counterZh },
  en: { ...commonEn, ...counterEn },
};

/** The clerk's language: the one chosen on this machine, else the browser's. */
export const language = signal<Language>(nearestLanguage(recall(SLOT) ?? navigator.language));

/** The words of the terminal in that language. */
export const texts = computed(() => CATALOGUES[language.value]);
export type Texts = (typeof CATALOGUES)['zh-CN'];

export function switchLanguage(): void {
  language.value = language.value === 'en' ? 'zh-CN' : 'en';
  remember(SLOT, language.value);
}

effect(() => {
  document.documentElement.lang = language.value;
  document.title = texts.value.title;
});
