import { hallProfile } from '@jiaohao/shared/client/languages.ts';
import { appointments as en } from '@jiaohao/shared/i18n/en/appointments.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { appointments as zh } from '@jiaohao/shared/i18n/zh-CN/appointments.ts';
import { computed } from '@preact/signals';
import { language } from '../language.ts';

const appointmentTextsIn = inEveryLanguage(zh, en, ({ appointments }) => appointments);

/** The words of this page in the chosen language. */
export const appointmentTexts = computed(() => appointmentTextsIn(language.value, hallProfile.value));
