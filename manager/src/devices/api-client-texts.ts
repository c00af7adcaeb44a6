import { hallProfile } from '@jiaohao/shared/client/languages.ts';
import { apiClients as en } from '@jiaohao/shared/i18n/en/api-clients.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { apiClients as zh } from '@jiaohao/shared/i18n/zh-CN/api-clients.ts';
import { computed } from '@preact/signals';
import { language } from '../language.ts';

const textsIn = inEveryLanguage(zh, en, ({ apiClients }) => apiClients);

export const apiClientTexts = computed(() => textsIn(language.value, hallProfile.value));
