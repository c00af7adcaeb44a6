import type {
  CoverageReport,
  EmergenciesReport,
  ExceptionsReport,
  OutagesReport,
} from '@jiaohao/shared/contract/reports.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { stringify } from 'csv-stringify/sync';
import type { HallTime } from './hall-time.ts';
import { reportWords } from './wording.ts';

/** As csv.ts writes them: Excel opens it right, nothing in it runs. */
const csv = (records: unknown[][]): Uint8Array =>
  Buffer.from(stringify(records, { bom: true, escape_formulas: true, record_delimiter: 'windows' }));

export function exceptionsCsv(
  rows: ExceptionsReport['rows'],
  hallTime: HallTime,
  language: Language,
  profile: HallProfile,
): Uint8Array {
  const say = reportWords(language, profile);
  const { exceptionColumns: h } = say;
  return csv([
    [h.at, h.number, h.what, h.about, h.by, h.role, h.reason, h.words],
    ...rows.map((row) => [
      hallTime.text(row.at),
      row.number,
      say.decisions[row.what],
      words(row.about ?? undefined, language),
      row.byName ?? row.byId,
      say.roles[row.byRole as keyof typeof say.roles] ?? row.byRole,
      words(row.reason ?? undefined, language),
      row.words,
    ]),
  ]);
}

export function coverageCsv(
  rows: CoverageReport['rows'],
  hallTime: HallTime,
  language: Language,
  profile: HallProfile,
): Uint8Array {
  const say = reportWords(language, profile);
  const { coverageColumns: h } = say;
  type Posts = CoverageReport['rows'][number]['main'];
  const posts = (all: Posts) => all.map((post) => say.post({ ...post })).join(' / ');
  return csv([
    [h.service, h.from, h.to, h.minutes, h.waited, h.main, h.backup],
    ...rows.map((row) => [
      words(row.serviceName, language),
      hallTime.text(row.from),
      row.goesOn ? say.goesOn : hallTime.text(row.to),
      Math.round((row.to - row.from) / 60_000),
      row.waited,
      posts(row.main),
      posts(row.backup),
    ]),
  ]);
}

export function outagesCsv(
  rows: OutagesReport['rows'],
  hallTime: HallTime,
  language: Language,
  profile: HallProfile,
): Uint8Array {
  const say = reportWords(language, profile);
  const { outageColumns: h } = say;
  return csv([
    [h.from, h.to, h.minutes, h.what, h.waiting, h.called, h.serving, h.parked],
    ...rows.map(({ from, to, planned, waiting, called, serving, parked }) => [
      hallTime.text(from),
      hallTime.text(to),
      Math.round((to - from) / 60_000),
      planned ? say.restarted : say.outage,
      waiting,
      called,
      serving,
      parked,
    ]),
  ]);
}

export function emergenciesCsv(
  rows: EmergenciesReport['rows'],
  hallTime: HallTime,
  language: Language,
  profile: HallProfile,
): Uint8Array {
  const say = reportWords(language, profile);
  const { emergencyColumns: h } = say;
  return csv([
    [h.at, h.what, h.kind, h.by, h.role, h.note],
    ...rows.map((row) => [
      hallTime.text(row.at),
      say.emergencySteps[row.what],
      words(row.kind ?? undefined, language),
      row.byName ?? row.byId,
      say.roles[row.byRole as keyof typeof say.roles] ?? row.byRole,
      row.note,
    ]),
  ]);
}
