import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { number, percent } from '@jiaohao/shared/i18n/format.ts';
import { language } from '../language.ts';
import { texts } from '../texts.ts';

type Outcomes = NonNullable<HallView['outcomes']>;
const ORDER = [
  'done',
  'accepted',
  'materials-missing',
  'refused',
  'referred',
] as const satisfies readonly (keyof Outcomes)[];

/** What became of those served today: a bar for the eye, and the same in words. */
export function OutcomesNow({ outcomes }: { outcomes: Outcomes }) {
  const t = texts.value;
  const all = ORDER.reduce((sum, outcome) => sum + outcomes[outcome], 0);
  return (
    <section class="panel outcomes" aria-labelledby="outcomes-title">
      <header>
        <h2 id="outcomes-title">{t.outcomesTitle}</h2>
        <p>{t.outcomesOf({ count: all })}</p>
      </header>
      {all === 0 ? (
        <p class="empty">{t.outcomesEmpty}</p>
      ) : (
        <>
          <div class="outcome-bar" aria-hidden="true">
            {ORDER.filter((outcome) => outcomes[outcome] > 0).map((outcome) => (
              <span key={outcome} class={outcome} style={{ flexGrow: outcomes[outcome] }} />
            ))}
          </div>
          <ul class="outcome-list">
            {ORDER.map((outcome) => (
              <li key={outcome} class={outcomes[outcome] === 0 ? `${outcome} none` : outcome}>
                <span>{t.common.outcomes[outcome]}</span>{' '}
                <strong>{number(outcomes[outcome], language.value)}</strong>{' '}
                <small>{percent(outcomes[outcome] / all, language.value)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
