import { type CellValue, type ColumnDef, writeXlsxStream } from 'hucre/xlsx';
import type { ReportRow } from '../store/report-queries.ts';
import type { Column } from './columns.ts';
import type { HallTime } from './hall-time.ts';

/** `@` is "text": a name that begins with = stays one even when somebody edits the cell. */
const FORMATS = { date: 'yyyy-mm-dd', at: 'yyyy-mm-dd hh:mm:ss', number: undefined, text: '@' };
const DAY_MS = 86_400_000;
const EPOCH_SERIAL = 25_569;

/**
 * A workbook of one sheet, streamed: lines that state the report, then the header, both frozen, then
 * a row per turn. Dates and times are real dates, durations numbers, and text is text: an inline
 * string is never run, whatever it starts with (docs/decisions/005-reports.md says why hucre).
 */
export function xlsxChunks(
  pages: Iterable<ReportRow[]>,
  columns: Column[],
  hallTime: HallTime,
  { sheet, statement }: { sheet: string; statement: string[] },
): AsyncIterable<Uint8Array> {
  const cell = (column: Column, row: ReportRow): CellValue => {
    switch (column.holds) {
      case 'at': {
        const at = column.value(row);
        return at === null ? null : hallTime.serial(at);
      }
      case 'date':
        return Date.parse(`${column.value(row)}T00:00:00Z`) / DAY_MS + EPOCH_SERIAL;
      default:
        return column.value(row);
    }
  };
  const formats = columns.map(({ holds, width }): ColumnDef => ({ width, numFmt: FORMATS[holds] }));
  function* lines(): Generator<CellValue[]> {
    for (const line of statement) yield [line];
    yield columns.map(({ header }) => header);
    for (const rows of pages) for (const row of rows) yield columns.map((column) => cell(column, row));
  }
  return writeXlsxStream(lines(), {
    name: sheet,
    columns: formats,
    freezePane: { rows: statement.length + 1 },
    repeatHeaders: false,
  }) as AsyncIterable<Uint8Array>;
}
