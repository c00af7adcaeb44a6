import { createLanguageChoice } from '@jiaohao/shared/client/languages.ts';
import { effect } from '@preact/signals';

/** The language chosen on this machine, else the browser's; and how it is changed. */
export const { language, choose: chooseLanguage } = createLanguageChoice('jiaohao.manager.language');

effect(() => {
  document.documentElement.lang = language.value;
});
