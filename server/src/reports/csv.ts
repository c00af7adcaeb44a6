import { stringify } from 'csv-stringify/sync';
import type { ReportRow } from '../store/report-queries.ts';
import type { Column } from './columns.ts';
import type { HallTime } from './hall-time.ts';

/**
 * CSV as Excel opens it right: UTF-8 with BOM, CRLF, a header row, hall-local times. Text that a
 * spreadsheet would run as a formula is preceded by an apostrophe (`escape_formulas`, OWASP's CSV
 * injection list).
 */
export function* csvChunks(
  pages: Iterable<ReportRow[]>,
  columns: Column[],
  hallTime: HallTime,
): Generator<Uint8Array> {
  const cell = (column: Column, row: ReportRow): string | number | null => {
    if (column.holds !== 'at') return column.value(row);
    const at = column.value(row);
    return at === null ? null : hallTime.text(at);
  };
  const write = (records: unknown[][], bom: boolean) =>
    Buffer.from(stringify(records, { bom, escape_formulas: true, record_delimiter: 'windows' }));

  yield write([columns.map(({ header }) => header)], true);
  for (const rows of pages)
    yield write(
      rows.map((row) => columns.map((column) => cell(column, row))),
      false,
    );
}
