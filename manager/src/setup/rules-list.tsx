import type { HallInfo, Rules } from '@jiaohao/shared/contract/hall.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { listSeparator } from '@jiaohao/shared/i18n/format.ts';
import { missedRuleOf } from '@jiaohao/shared/i18n/missed-words.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { language } from '../language.ts';
import { texts } from '../texts.ts';

/** The hall's rules in words. */
export function RulesList({ hall, rules }: { hall: HallInfo; rules: Rules }) {
  const t = texts.value;
  const r = t.rules;
  const separator = listSeparator(language.value);
  const say = (text: Localized) => words(text, language.value);
  const line = (name: string, value: string): [string, string] => [name, value];
  const lines: [string, string][] = [
    ...(rules.lastNumberMinutes
      ? [line(t.hours.lastNumber, t.hours.lastNumberValue({ minutes: rules.lastNumberMinutes }))]
      : []),
    ...(rules.liveNumbersPerHolder
      ? [line(t.hours.perHolder, t.hours.perHolderValue(rules.liveNumbersPerHolder))]
      : []),
    ...(rules.coolDownSeconds
      ? [line(t.hours.coolDown, r.secondsValue({ count: rules.coolDownSeconds }))]
      : []),
    [r.waitingLimitMinutes, t.common.minutes({ count: rules.waitingLimitMinutes })],
    [r.starvationShare, r.starvationValue(rules.starvationShare)],
    [r.backupJoinsAfterMinutes, r.backupValue({ minutes: rules.backupJoinsAfterMinutes })],
    [
      r.priorityInARow,
      rules.priorityInARow === undefined ? r.noLimit : r.priorityValue({ count: rules.priorityInARow }),
    ],
    [
      r.priorityClasses,
      rules.priorityClasses
        .map(({ name, headStartMinutes }) =>
          r.priorityClassValue({ name: say(name), minutes: headStartMinutes }),
        )
        .join(separator) || t.none,
    ],
    [r.pressesStart, rules.pressesStart ? t.common.yes : t.common.no],
    [r.defaultOutcome, t.common.outcomes[rules.defaultOutcome]],
    [r.ratingSeconds, r.secondsValue({ count: rules.ratingSeconds })],
    [r.missedReturnsBehind, r.missedValue({ count: rules.missedReturnsBehind })],
    [r.missedRule, say(missedRuleOf(hall, rules))],
    [r.pauseReasons, rules.pauseReasons.map(({ name }) => say(name)).join(separator)],
  ];
  return (
    <section class="panel" aria-labelledby="rules-title">
      <header>
        <h2 id="rules-title">{t.rulesTitle}</h2>
      </header>
      <dl class="rules">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
