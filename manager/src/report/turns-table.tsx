import type { TurnRow, TurnsReport } from '@jiaohao/shared/contract/reports.ts';
import { clockTime, listSeparator, number } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import type { ComponentChildren } from 'preact';
import { language } from '../language.ts';
import { timeZone } from '../live-hall.ts';
import { Scroll } from '../parts/scroll.tsx';
import { durationWords, texts } from '../texts.ts';

/** The turns themselves, as many as the hub sends; the files hold the rest. */
export function TurnsTable({
  report,
  priorities,
  children,
}: {
  report: TurnsReport;
  priorities: ReadonlyMap<string, string>;
  children: ComponentChildren;
}) {
  const t = texts.value;
  const { columns } = t;
  const count = number(report.count, language.value);
  const shown = number(report.rows.length, language.value);
  const severalDays = report.rows.some(({ serviceDay }) => serviceDay !== report.rows[0]?.serviceDay);
  return (
    <section class="panel" aria-labelledby="turns-title">
      <header>
        <h2 id="turns-title">{t.turnsTitle}</h2>
        <p role="status">
          {report.count > report.rows.length ? t.turnsShown({ count, shown }) : t.turnsCount({ count })}
        </p>
        {children}
      </header>
      <Scroll tall>
        <table aria-labelledby="turns-title" class="turns">
          <thead>
            <tr>
              <th scope="col">{columns.number}</th>
              {severalDays && (
                <th scope="col" class="words">
                  {t.groupHeads.day}
                </th>
              )}
              <th scope="col" class="words">
                {columns.service}
              </th>
              <th scope="col">{columns.queuedAt}</th>
              <th scope="col">{columns.calledAt}</th>
              <th scope="col">{columns.wait}</th>
              <th scope="col">{columns.handling}</th>
              <th scope="col">{columns.counter}</th>
              <th scope="col" class="words">
                {columns.clerk}
              </th>
              <th scope="col" class="words">
                {columns.state}
              </th>
              <th scope="col" class="words">
                {columns.rating}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.rows.map((row) => (
              <Row key={row.turnId} row={row} day={severalDays} priorities={priorities} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Row({
  row,
  day,
  priorities,
}: {
  row: TurnRow;
  day: boolean;
  priorities: ReadonlyMap<string, string>;
}) {
  const t = texts.value;
  const time = (at: number | null) => (at === null ? t.none : clockTime(at, timeZone.value, language.value));
  const states = t.reports.states as Record<string, string>;
  const state = row.ending ?? row.state;
  const noShow = row.ending === 'expired' && row.firstCalledAt !== null;
  const late = row.waitMs !== null && row.waitMs > row.targetWaitMs;
  return (
    <tr>
      <th scope="row">{row.number}</th>
      {day && <td class="words">{row.serviceDay}</td>}
      <td class="words">
        {words(row.serviceName, language.value)}
        {row.priority && <span class="tag">{priorities.get(row.priority) ?? row.priority}</span>}
      </td>
      <td>{time(row.queuedAt)}</td>
      <td>{time(row.calledAt)}</td>
      <td class={late ? 'late' : undefined}>{durationWords(row.waitMs)}</td>
      <td>{durationWords(row.handlingMs)}</td>
      <td>{row.counterNumber ?? t.none}</td>
      <td class="words">
        {row.clerkName ?? t.none}
        {row.firstClerkId !== null && row.firstClerkId !== row.clerkId && (
          <small class="details">{t.firstClerk({ name: row.firstClerkName ?? row.firstClerkId })}</small>
        )}
      </td>
      <td class="words">
        {states[state] ?? state}
        {noShow && <span class="tag">{t.noShowMark}</span>}
        {row.paper && <span class="tag">{t.reports.columns.paper}</span>}
        {row.metOutage.length > 0 && <span class="tag">{t.reports.columns.metOutage}</span>}
        {row.outcome && row.outcome !== 'done' && <span class="tag">{t.common.outcomes[row.outcome]}</span>}
        {row.outcomeDetails.length > 0 && (
          <small class="details">
            {row.outcomeDetails
              .map((detail) => words(detail, language.value))
              .join(listSeparator(language.value))}
          </small>
        )}
      </td>
      <td class="words">{ratingWords(row)}</td>
    </tr>
  );
}

/** Not asked and not pressed are two things; neither is said of somebody who was not served. */
function ratingWords({ rating, asked, ending }: TurnRow): string {
  const t = texts.value;
  if (rating !== null) return (t.levels as Record<number, string>)[rating] ?? String(rating);
  if (ending !== 'served') return t.none;
  return asked ? t.askedOnly : t.notAsked;
}
