import { hallProfile } from '../client/languages.ts';
import { emergency as en } from '../i18n/en/emergency.ts';
import type { Language } from '../i18n/language.ts';
import { inEveryLanguage } from '../i18n/library.ts';
import { emergency as zh } from '../i18n/zh-CN/emergency.ts';

const texts = inEveryLanguage(zh, en, ({ emergency }) => emergency);

/** What screens say in an emergency, in a language. */
export const emergencyTexts = (language: Language) => texts(language, hallProfile.value);
