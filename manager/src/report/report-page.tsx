import { hubNow } from '@jiaohao/shared/client/hub-clock.ts';
import type { ReasonsReport, SummaryReport, TurnsReport } from '@jiaohao/shared/contract/reports.ts';
import { language } from '../language.ts';
import { hallView } from '../live-hall.ts';
import { useLoaded } from '../load.ts';
import { StateLine } from '../parts/state-line.tsx';
import { replaceParams, route } from '../route.ts';
import { getReport } from '../session.ts';
import { texts } from '../texts.ts';
import { Definitions } from './definitions.tsx';
import { Downloads } from './downloads.tsx';
import { type Filter, filterParams, isBackwards, plusDays, readFilter, reportQuery } from './filter.ts';
import { FilterForm } from './filter-form.tsx';
import { JournalTables } from './journal-tables.tsx';
import { RatingsTable } from './ratings-table.tsx';
import { SummaryTable } from './summary-table.tsx';
import { TurnsTable } from './turns-table.tsx';
import { useChoices } from './use-choices.ts';

/** `2026-11-21`: Swedish writes dates so. */
const browserDate = () => new Intl.DateTimeFormat('sv-SE').format(hubNow());

/** The wait-time report. What it is asked stands in the address: a report can be bookmarked and sent on. */
export function ReportPage() {
  const t = texts.value;
  // Until the hall's own day is known, the browser's date will do.
  const today = hallView.value?.serviceDay ?? browserDate();
  const filter = readFilter(route.value.params, today);
  const choices = useChoices();
  const change = (changes: Partial<Filter>) =>
    replaceParams('report', filterParams({ ...filter, ...changes }));

  return (
    <>
      <h1 tabIndex={-1}>{t.nav.report}</h1>
      <FilterForm filter={filter} today={today} choices={choices} onChange={change} />
      {isBackwards(filter) ? (
        <p class="problem" role="alert">
          {t.datesWrong}
        </p>
      ) : (
        <Report filter={filter} priorities={choices.priorities} onChange={change} />
      )}
    </>
  );
}

function Report({
  filter,
  priorities,
  onChange,
}: {
  filter: Filter;
  priorities: ReadonlyMap<string, string>;
  onChange: (changes: Partial<Filter>) => void;
}) {
  const t = texts.value;
  const query = reportQuery(filter);
  const inputs = [query, language.value];
  const summary = useLoaded(
    () => getReport<SummaryReport>(`/api/reports/summary?${query}&groupBy=${filter.groupBy}`),
    [...inputs, filter.groupBy],
  );
  const turns = useLoaded(() => getReport<TurnsReport>(`/api/reports/turns?${query}`), inputs);
  const ratings = useLoaded(() => getReport<ReasonsReport>(`/api/reports/reasons?${query}`), inputs);
  const empty = turns.value?.count === 0;
  return (
    <div class="report" aria-busy={summary.busy || turns.busy}>
      {summary.value && !empty && (
        <SummaryTable
          report={summary.value}
          groupBy={filter.groupBy}
          onGroupBy={(groupBy) => onChange({ groupBy })}
        />
      )}
      {summary.value && ratings.value && !empty && (
        <RatingsTable report={ratings.value} total={summary.value.total} />
      )}
      <StateLine of={summary} />
      {empty && <p class="empty panel">{t.reportEmpty}</p>}
      {summary.value && <Definitions noShows={summary.value.noShows} />}
      {turns.value && !empty && (
        <TurnsTable report={turns.value} priorities={priorities}>
          <Downloads query={query} />
        </TurnsTable>
      )}
      {turns.problem && <StateLine of={turns} />}
      <JournalTables from={filter.from} to={plusDays(filter.last, 1)} />
    </div>
  );
}
