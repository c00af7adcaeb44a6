import { recall, remember } from '@jiaohao/shared/client/storage.ts';
import { type Language, nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { effect, signal } from '@preact/signals';

const SLOT = 'jiaohao.manager.language';

/** The language chosen on this machine, else the browser's. */
export const language = signal<Language>(nearestLanguage(recall(SLOT) ?? navigator.language));

export function switchLanguage(): void {
  language.value = language.value === 'en' ? 'zh-CN' : 'en';
  remember(SLOT, language.value);
}

effect(() => {
  document.documentElement.lang = language.value;
});
