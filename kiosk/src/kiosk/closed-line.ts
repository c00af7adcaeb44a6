import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import { closedWords } from '@jiaohao/shared/i18n/closed-words.ts';
import { opening as en } from '@jiaohao/shared/i18n/en/opening.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { opening as zh } from '@jiaohao/shared/i18n/zh-CN/opening.ts';
import { groupFigures } from '../figures.ts';
import type { KioskState } from './kiosk-state.ts';

const textsOf = inEveryLanguage(zh, en, ({ opening }) => opening);
type Closed = ReturnType<typeof groupFigures>['closed'];

/** `午休中，13:30 恢复取号`; `otherwise` where the hub did not say why. */
export function closedLine(closed: Closed, state: KioskState, otherwise: string): string {
  const menu = state.menu.value;
  if (!closed || !menu) return otherwise;
  const language = state.comfort.language.value;
  const place = { now: menu.now, timeZone: menu.timeZone, language };
  return closedWords(closed, place, textsOf(language, menu.profile));
}

/** Why no number at all can be had now, and when the first one can; null while there is one. */
export function hallClosedLine(menu: Menu, state: KioskState): string | null {
  const all = groupFigures(menu.groups.flatMap((group) => group.services));
  return all.open || !all.closed || all.closed.reason === 'held' ? null : closedLine(all.closed, state, '');
}
