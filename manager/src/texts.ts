import { hallProfile } from '@jiaohao/shared/client/languages.ts';
import { common as commonEn } from '@jiaohao/shared/i18n/en/common.ts';
import { floor as floorEn } from '@jiaohao/shared/i18n/en/floor.ts';
import { manager as managerEn } from '@jiaohao/shared/i18n/en/manager.ts';
import { reports as reportsEn } from '@jiaohao/shared/i18n/en/reports.ts';
import { setup as setupEn } from '@jiaohao/shared/i18n/en/setup.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { common as commonZh } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { floor as floorZh } from '@jiaohao/shared/i18n/zh-CN/floor.ts';
import { manager as managerZh } from '@jiaohao/shared/i18n/zh-CN/manager.ts';
import { reports as reportsZh } from '@jiaohao/shared/i18n/zh-CN/reports.ts';
import { setup as setupZh } from '@jiaohao/shared/i18n/zh-CN/setup.ts';
import { computed } from '@preact/signals';
import { language } from './language.ts';

/** Columns and headings name the clerk by the short word; a bank's is as short. */
const BANK = {
  'zh-CN': { clerk: '柜员', groupHeads: { clerk: '柜员' }, columns: { clerk: '柜员' } },
};

const managerTexts = inEveryLanguage(
  { ...managerZh, common: commonZh, floor: floorZh, reports: reportsZh, setup: setupZh },
  { ...managerEn, common: commonEn, floor: floorEn, reports: reportsEn, setup: setupEn },
  ({ manager, common, floor, reports, setup }) => ({ ...manager, common, floor, reports, setup }),
  BANK,
);

/** The words of these pages in the chosen language. */
export const texts = computed(() => managerTexts(language.value, hallProfile.value));
export type Texts = ReturnType<typeof managerTexts>;

/** `6 分 40 秒`, `6 min 40 s`; a dash where there is nothing. Whole seconds, rounded. */
export function durationWords(ms: number | null | undefined, t: Texts = texts.value): string {
  if (ms === null || ms === undefined) return t.none;
  const total = Math.max(0, Math.round(ms / 1000));
  return t.duration({
    hours: Math.floor(total / 3600),
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  });
}
