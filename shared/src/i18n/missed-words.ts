import type { HallInfo, MissedRule, Rules } from '../contract/hall.ts';
import type { Localized } from '../contract/text.ts';
import { slip as en } from './en/slip.ts';
import { inEveryLanguage } from './library.ts';
import { slip as zh } from './zh-CN/slip.ts';

const slipWords = inEveryLanguage(zh, en, ({ slip }) => slip);

/** What becomes of a number that was called in vain where the hall says nothing: it is kept until the day's end. */
export const KEPT: MissedRule = { policy: 'keep' };

/**
 * What slip, kiosk, hall screen and phone say about a missed number: the hall's own sentence, else one made of
 * the rule itself, which then cannot say anything else than what happens.
 */
export function missedRuleOf(
  { languages, profile }: Pick<HallInfo, 'languages' | 'profile'>,
  rules: Pick<Rules, 'missed' | 'missedReturnsBehind' | 'missedRule'>,
): Localized {
  const { policy, count = 0, voidAfter } = rules.missed ?? KEPT;
  if (rules.missedRule) return rules.missedRule;
  return Object.fromEntries(
    languages.map((language) => {
      const words = slipWords(language, profile);
      const sentences = {
        void: [words.missedVoid],
        keep: [
          words.missedReturn({ places: rules.missedReturnsBehind }),
          ...(count > 0 ? [words.missedKept({ calls: count })] : []),
        ],
        places: [words.missedPlaces({ places: count })],
        minutes: [words.missedMinutes({ minutes: count })],
      }[policy];
      const limit =
        voidAfter === undefined || policy === 'void' ? [] : [words.missedVoidAfter({ times: voidAfter })];
      // Chinese sentences stand side by side, others need a blank.
      return [language, [...sentences, ...limit].join(language.startsWith('zh') ? '' : ' ')];
    }),
  );
}
