import type { Kpis } from '@jiaohao/shared/contract/reports.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import type { ReportFilter, ReportRow } from '../store/report-queries.ts';
import type { HallTime } from './hall-time.ts';
import { lastDay } from './query.ts';
import { reportWords } from './wording.ts';

interface Stated {
  /** Rows. */
  count: number;
  /** Any row of the report: it knows the names of what was filtered by. */
  sample: ReportRow | undefined;
  hallTime: HallTime;
  language: Language;
  profile?: HallProfile;
}

/**
 * What a report says about itself: its period and filter, how many rows, how no-shows were treated, what its two
 * durations mean, and how many of them an outage met.
 */
export function reportStatement(
  filter: ReportFilter,
  { metOutage, paper }: Kpis,
  { count, sample, hallTime, language, profile }: Stated,
): string[] {
  const say = reportWords(language, profile);
  const { service, clerk, counter } = filter;
  const counterNumber = sample?.counterNumber ?? null;
  const names = {
    service: service === null ? say.all : words(sample?.serviceName, language) || service,
    clerk: clerk === null ? say.all : (sample?.clerkName ?? clerk),
    counter:
      counter === null
        ? say.all
        : counterNumber === null
          ? counter
          : say.counterName({ number: String(counterNumber) }),
  };
  const { kpis, definitions } = say;
  return [
    `${say.title} · ${say.period({ from: filter.from, last: lastDay(filter) })}`,
    `${say.filter(names)} · ${say.count({ count })} · ${say.madeAt({ at: hallTime.text(filter.now) })}`,
    say.noShows,
    `${kpis.meanWait}: ${definitions.meanWait} ${kpis.meanHandling}: ${definitions.meanHandling}`,
    ...(paper > 0 ? [say.paperCounted({ count: paper })] : []),
    ...(metOutage.waits + metOutage.handlings > 0 ? [say.outagesCounted(metOutage)] : []),
  ];
}
