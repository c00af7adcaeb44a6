import type {
  CoverageReport,
  EmergenciesReport,
  ExceptionsReport,
  OutagesReport,
} from '@jiaohao/shared/contract/reports.ts';
import { clockTime, dateTime } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import type { ComponentChildren } from 'preact';
import { language } from '../language.ts';
import { timeZone } from '../live-hall.ts';
import { useLoaded } from '../load.ts';
import { Scroll } from '../parts/scroll.tsx';
import { StateLine } from '../parts/state-line.tsx';
import { getReport } from '../session.ts';
import { texts } from '../texts.ts';

/** What does not show in figures: emergencies, when the hub was away, what persons decided, and where nobody was. By the period alone. */
export function JournalTables({ from, to }: { from: string; to: string }) {
  const t = texts.value.reports;
  const query = new URLSearchParams({ from, to }).toString();
  const exceptions = useLoaded(
    () => getReport<ExceptionsReport>(`/api/reports/exceptions?${query}`),
    [query],
  );
  const coverage = useLoaded(() => getReport<CoverageReport>(`/api/reports/coverage?${query}`), [query]);
  const outages = useLoaded(() => getReport<OutagesReport>(`/api/reports/outages?${query}`), [query]);
  const emergencies = useLoaded(
    () => getReport<EmergenciesReport>(`/api/reports/emergencies?${query}`),
    [query],
  );
  return (
    <>
      {emergencies.value && (
        <Panel
          id="emergencies"
          title={t.emergenciesTitle}
          count={emergencies.value.count}
          query={query}
          heads={Object.values(t.emergencyColumns)}
          none={t.noEmergencies}
        >
          {emergencies.value.rows.map((row) => (
            <tr key={`${row.at} ${row.what}`}>
              <td class="words">{at(row.at)}</td>
              <th scope="row" class="words">
                {t.emergencySteps[row.what]}
              </th>
              <td class="words">{words(row.kind ?? undefined, language.value)}</td>
              <td class="words">{row.byName ?? row.byId}</td>
              <td class="words">{t.roles[row.byRole as keyof typeof t.roles] ?? row.byRole}</td>
              <td class="words">{row.note}</td>
            </tr>
          ))}
        </Panel>
      )}
      <StateLine of={emergencies} />
      {outages.value && (
        <Panel
          id="outages"
          title={t.outagesTitle}
          count={outages.value.count}
          query={query}
          heads={Object.values(t.outageColumns)}
          none={t.noOutages}
        >
          {outages.value.rows.map(({ from, to, planned, waiting, called, serving, parked }) => (
            <tr key={from}>
              <th scope="row" class="words">
                {at(from)}
              </th>
              <td class="words">{at(to)}</td>
              <td class="words">{Math.round((to - from) / 60_000)}</td>
              <td class="words">{planned ? t.restarted : t.outage}</td>
              <td class="words">{waiting}</td>
              <td class="words">{called}</td>
              <td class="words">{serving}</td>
              <td class="words">{parked}</td>
            </tr>
          ))}
        </Panel>
      )}
      <StateLine of={outages} />
      {exceptions.value && (
        <Panel
          id="exceptions"
          title={t.exceptionsTitle}
          count={exceptions.value.count}
          query={query}
          heads={Object.values(t.exceptionColumns)}
          none={t.noExceptions}
        >
          {exceptions.value.rows.map((row) => (
            <tr key={`${row.at} ${row.number} ${row.what}`}>
              <td class="words">{at(row.at)}</td>
              <th scope="row">{row.number ?? texts.value.none}</th>
              <td class="words">{t.decisions[row.what]}</td>
              <td class="words">{words(row.about ?? undefined, language.value)}</td>
              <td class="words">{row.byName ?? row.byId}</td>
              <td class="words">{t.roles[row.byRole as keyof typeof t.roles] ?? row.byRole}</td>
              <td class="words">{words(row.reason ?? undefined, language.value)}</td>
              <td class="words">{row.words}</td>
            </tr>
          ))}
        </Panel>
      )}
      <StateLine of={exceptions} />
      {coverage.value && (
        <Panel
          id="coverage"
          title={t.coverageTitle}
          count={coverage.value.count}
          query={query}
          heads={Object.values(t.coverageColumns)}
          none={t.noGaps}
        >
          {coverage.value.rows.map((row) => (
            <tr key={`${row.serviceId} ${row.from}`}>
              <th scope="row" class="words">
                {words(row.serviceName, language.value)}
              </th>
              <td class="words">{at(row.from)}</td>
              <td class="words">
                {row.goesOn ? t.goesOn : clockTime(row.to, timeZone.value, language.value)}
              </td>
              <td>{Math.round((row.to - row.from) / 60_000)}</td>
              <td>{row.waited}</td>
              <Posts posts={row.main} />
              <Posts posts={row.backup} />
            </tr>
          ))}
        </Panel>
      )}
      <StateLine of={coverage} />
    </>
  );
}

const at = (when: number) => dateTime(when, timeZone.value, language.value);

function Posts({ posts }: { posts: CoverageReport['rows'][number]['main'] }) {
  return (
    <td class="words">
      {posts.map((post) => (
        <div key={post.counterId}>{texts.value.reports.post(post)}</div>
      ))}
    </td>
  );
}

function Panel({
  id,
  title,
  count,
  query,
  heads,
  none,
  children,
}: {
  id: 'emergencies' | 'outages' | 'exceptions' | 'coverage';
  title: string;
  count: number;
  query: string;
  heads: string[];
  none: string;
  children: ComponentChildren;
}) {
  const href = `/api/reports/${id}.csv?${query}&language=${encodeURIComponent(language.value)}`;
  return (
    <section class="panel" aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        <p role="status">{count}</p>
        <div class="downloads">
          <a class="button" href={href} download>
            {texts.value.downloadCsv}
          </a>
        </div>
      </header>
      {count === 0 ? (
        <p class="empty">{none}</p>
      ) : (
        <Scroll tall>
          <table aria-labelledby={`${id}-title`} class="turns">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col" class="words">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
