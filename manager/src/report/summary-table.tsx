import type { Kpis, SummaryReport } from '@jiaohao/shared/contract/reports.ts';
import { number, percent } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { language } from '../language.ts';
import { Scroll } from '../parts/scroll.tsx';
import { durationWords, texts } from '../texts.ts';
import { GROUPS, type ReportGroup } from './filter.ts';

type Figure = keyof ReturnType<typeof texts.peek>['reports']['kpis'];

/** The columns, in reading order: how many, how long they waited, how they were served, what they said. */
const FIGURES: { name: Figure; of: (kpis: Kpis) => number | null; as: 'count' | 'share' | 'duration' }[] = [
  { name: 'issued', of: (kpis) => kpis.issued, as: 'count' },
  { name: 'served', of: (kpis) => kpis.served, as: 'count' },
  { name: 'notServed', of: (kpis) => kpis.notServed.count, as: 'count' },
  { name: 'done', of: (kpis) => kpis.outcomes.done, as: 'count' },
  { name: 'accepted', of: (kpis) => kpis.outcomes.accepted, as: 'count' },
  { name: 'missing', of: (kpis) => kpis.outcomes['materials-missing'], as: 'count' },
  { name: 'refused', of: (kpis) => kpis.outcomes.refused, as: 'count' },
  { name: 'referred', of: (kpis) => kpis.outcomes.referred, as: 'count' },
  { name: 'meanWait', of: (kpis) => kpis.waitMs.mean, as: 'duration' },
  { name: 'p50Wait', of: (kpis) => kpis.waitMs.p50, as: 'duration' },
  { name: 'p90Wait', of: (kpis) => kpis.waitMs.p90, as: 'duration' },
  { name: 'maxWait', of: (kpis) => kpis.waitMs.max, as: 'duration' },
  { name: 'serviceLevel', of: (kpis) => kpis.serviceLevel, as: 'share' },
  { name: 'meanHandling', of: (kpis) => kpis.handlingMs.mean, as: 'duration' },
  { name: 'withinStandard', of: (kpis) => kpis.withinStandard, as: 'share' },
  { name: 'noShowRate', of: (kpis) => kpis.noShowRate, as: 'share' },
  { name: 'cancelRate', of: (kpis) => kpis.cancelRate, as: 'share' },
  { name: 'satisfaction', of: (kpis) => kpis.satisfaction, as: 'share' },
  { name: 'participation', of: (kpis) => kpis.participation, as: 'share' },
];
/** Only in a report that has any. */
const RARE: typeof FIGURES = [
  { name: 'paper', of: (kpis) => kpis.paper, as: 'count' },
  { name: 'waitsMet', of: (kpis) => kpis.metOutage.waits, as: 'count' },
  { name: 'handlingsMet', of: (kpis) => kpis.metOutage.handlings, as: 'count' },
];

const FORMATS = {
  count: (value: number) => number(value, language.value),
  share: (value: number) => percent(value, language.value),
  duration: (value: number) => durationWords(value),
};

export function SummaryTable({
  report,
  groupBy,
  onGroupBy,
}: {
  report: SummaryReport;
  groupBy: ReportGroup;
  onGroupBy: (group: ReportGroup) => void;
}) {
  const t = texts.value;
  // While another grouping is on its way the table is still of the one before.
  const figures = [...FIGURES, ...RARE.filter(({ of }) => of(report.total))];
  const shown = GROUPS.find((one) => one === report.groupBy) ?? groupBy;
  return (
    <section class="panel" aria-labelledby="summary-title">
      <header>
        <h2 id="summary-title">{t.summaryTitle}</h2>
        <fieldset class="quick" aria-label={t.groupBy}>
          {GROUPS.map((group) => (
            <button
              key={group}
              type="button"
              aria-pressed={group === groupBy}
              onClick={() => onGroupBy(group)}
            >
              {t.groups[group]}
            </button>
          ))}
        </fieldset>
      </header>
      <Scroll>
        <table aria-labelledby="summary-title" class="summary">
          <thead>
            <tr>
              <th scope="col">{t.groupHeads[shown]}</th>
              {figures.map(({ name }) => (
                <th key={name} scope="col">
                  {t.reports.kpis[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.groups.map(({ key, label, kpis }) => (
              <Line key={key} label={words(label, language.value)} kpis={kpis} figures={figures} />
            ))}
          </tbody>
          <tfoot>
            <Line label={t.total} kpis={report.total} figures={figures} />
          </tfoot>
        </table>
      </Scroll>
    </section>
  );
}

function Line({ label, kpis, figures }: { label: string; kpis: Kpis; figures: typeof FIGURES }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {figures.map(({ name, of, as }) => {
        const value = of(kpis);
        return <td key={name}>{value === null ? texts.value.none : FORMATS[as](value)}</td>;
      })}
    </tr>
  );
}
