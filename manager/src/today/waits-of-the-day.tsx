import type { WaitsReport } from '@jiaohao/shared/contract/reports.ts';
import { clockTime, number } from '@jiaohao/shared/i18n/format.ts';
import { language } from '../language.ts';
import { timeZone } from '../live-hall.ts';
import { Scroll } from '../parts/scroll.tsx';
import { durationWords, texts } from '../texts.ts';
import { WaitPlot } from './wait-plot.tsx';

/** The plot of the day's waits, what it says in a sentence, and the same as a table. */
export function WaitsOfTheDay({ report }: { report: WaitsReport }) {
  const t = texts.value;
  const points = report.points.filter(({ count }) => count > 0);
  const worst = points.reduce((one, two) => ((two.meanMs ?? 0) > (one?.meanMs ?? -1) ? two : one), points[0]);
  const time = (at: number) => clockTime(at, timeZone.value, language.value);
  return (
    <section class="panel waits" aria-labelledby="waits-title">
      <header>
        <h2 id="waits-title">{t.waitsTitle}</h2>
        <p>{t.waitsHint}</p>
        {worst && (
          <ul class="legend" aria-hidden="true">
            <li class="mean">{t.waitsMean}</li>
            <li class="p90">{t.waitsP90}</li>
          </ul>
        )}
      </header>
      {worst ? (
        <>
          <WaitPlot
            points={points}
            bucketMs={report.bucketMs}
            summary={t.waitsSummary({
              count: points.length,
              worst: durationWords(worst.meanMs),
              at: time(worst.at),
            })}
          />
          <details>
            <summary>{t.waitsTable}</summary>
            <Scroll>
              <table aria-labelledby="waits-title">
                <thead>
                  <tr>
                    <th scope="col">{t.takenAt}</th>
                    <th scope="col">{t.servedCount}</th>
                    <th scope="col">{t.waitsMean}</th>
                    <th scope="col">{t.waitsP90}</th>
                    <th scope="col">{t.reports.kpis.maxWait}</th>
                    <th scope="col">{t.stillWaiting}</th>
                  </tr>
                </thead>
                <tbody>
                  {report.points.map((point) => (
                    <tr key={point.at}>
                      <th scope="row">
                        {time(point.at)}–{time(point.at + report.bucketMs)}
                      </th>
                      <td>{number(point.count, language.value)}</td>
                      <td>{durationWords(point.meanMs)}</td>
                      <td>{durationWords(point.p90Ms)}</td>
                      <td>{durationWords(point.maxMs)}</td>
                      <td>{number(point.stillWaiting, language.value)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          </details>
        </>
      ) : (
        <p class="empty">{t.waitsEmpty}</p>
      )}
    </section>
  );
}
