import type { Kpis, ReasonsReport } from '@jiaohao/shared/contract/reports.ts';
import { number, percent } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { language } from '../language.ts';
import { Scroll } from '../parts/scroll.tsx';
import { texts } from '../texts.ts';

/** What people pressed and what they chose to say; beside it who did not press, who was not asked, and what was not counted. */
export function RatingsTable({ report, total }: { report: ReasonsReport; total: Kpis }) {
  const t = texts.value;
  const { levels, kpis, definitions } = t.reports;
  const beside = [
    { name: 'notPressed', count: total.asked - total.pressed },
    { name: 'notAsked', count: total.served - total.asked },
    { name: 'doubtful', count: total.doubtful },
  ] as const;
  return (
    <section class="panel" aria-labelledby="ratings-title">
      <header>
        <h2 id="ratings-title">{t.ratingsTitle}</h2>
      </header>
      {total.pressed === 0 ? (
        <p class="empty">{t.ratingsNone}</p>
      ) : (
        <Scroll>
          <table aria-labelledby="ratings-title" class="list ratings">
            <thead>
              <tr>
                <th scope="col">{t.ratingLevel}</th>
                <th scope="col">{t.ratingCount}</th>
                <th scope="col">{t.ratingShare}</th>
                <th scope="col">{t.ratingReasons}</th>
              </tr>
            </thead>
            <tbody>
              {report.levels.map(({ level, pressed, reasons }) => (
                <tr key={level}>
                  <th scope="row">{levels[level as keyof typeof levels]}</th>
                  <td>{number(pressed, language.value)}</td>
                  <td>{percent(pressed / total.pressed, language.value)}</td>
                  <td>
                    {reasons.length > 0 ? (
                      <ul class="reason-counts">
                        {reasons.map(({ id, name, count }) => (
                          <li key={id + JSON.stringify(name)}>
                            {t.reasonTimes({ reason: words(name, language.value), count })}
                          </li>
                        ))}
                      </ul>
                    ) : (
                      pressed > 0 && <span class="faded">{t.ratingNoReasons}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <dl class="beside">
        {beside.map(({ name, count }) => (
          <div key={name} class="beside-figure" title={definitions[name]}>
            <dt>{kpis[name]}</dt>
            <dd>{number(count, language.value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
