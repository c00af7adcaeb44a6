import type { HallInfo, Rules } from '@jiaohao/shared/contract/hall.ts';
import type { RatingReason } from '@jiaohao/shared/contract/rating-reasons.ts';
import { listSeparator } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { texts } from '../texts.ts';
import { putSection } from './put-section.ts';
import { ReasonsDialog } from './reasons-dialog.tsx';
import { type ReasonLevel, withReasons } from './with-reasons.ts';

/** Best first, as they stand on a pad. */
const LEVELS: readonly ReasonLevel[] = ['5', '4', '3', '2', '1'];

/** What people may choose from after they have pressed a face, level by level. */
export function ReasonsPanel({
  hall,
  rules,
  version,
  again,
}: {
  hall: HallInfo;
  rules: Rules;
  version: number;
  again: () => Promise<void>;
}) {
  const t = texts.value.setup;
  const names = texts.value.reports.levels;
  const level = useSignal<ReasonLevel | null>(null);
  const told = useSignal('');
  const listOf = (of: ReasonLevel): readonly RatingReason[] => rules.ratingReasons?.[of] ?? [];
  const close = () => {
    level.value = null;
  };

  async function save(of: ReasonLevel, reasons: RatingReason[]): Promise<void> {
    await putSection('rules', version, withReasons(rules, of, reasons), again);
    close();
    told.value = t.reasons.saved;
  }

  return (
    <section class="panel" aria-labelledby="reasons-title">
      <header>
        <h2 id="reasons-title">{t.reasons.title}</h2>
        <p>{t.reasons.lead}</p>
      </header>
      <p class="told" role="status">
        {told.value}
      </p>
      <ul class="setup-list">
        {LEVELS.map((each) => (
          <li key={each}>
            <div>
              <p>{names[each]}</p>
              <p class="setup-facts">
                {listOf(each)
                  .map(({ name }) => words(name, language.value))
                  .join(listSeparator(language.value)) || t.reasons.none}
              </p>
            </div>
            <div class="row-actions">
              <button
                type="button"
                aria-label={t.reasons.editLevel({ level: names[each] })}
                onClick={() => {
                  told.value = '';
                  level.value = each;
                }}
              >
                {t.edit}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {level.value && (
        <ReasonsDialog
          title={t.reasons.editLevel({ level: names[level.value] })}
          reasons={listOf(level.value)}
          languages={hall.languages}
          save={save.bind(null, level.value)}
          onClose={close}
        />
      )}
    </section>
  );
}
