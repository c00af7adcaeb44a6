import { CsvError, parse } from 'csv-parse/sync';
import { createLocalTimes } from './local-time.ts';

/** One day of one hall, as it was recorded. */
export interface QueueLog {
  /** Hall-local date, `2020-01-09`. */
  date: string;
  timeZone: string;
  /** In the order of the file. */
  services: LoggedService[];
  tickets: LoggedTicket[];
}

/** A service is its letter and its name together: two services may share a letter. */
export interface LoggedService {
  letter: string;
  name: string;
}

export interface LoggedTicket {
  /** Line of the file, from 1. */
  line: number;
  service: LoggedService;
  /** UTC ms. */
  issuedAt: number;
  /** UTC ms; null for a ticket that nobody called. */
  calledAt: number | null;
}

/** The file cannot be replayed. `problems` has a line for each mistake: where, what, what would be right. */
export class QueueLogError extends Error {
  override name = 'QueueLogError';
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const COLUMNS = ['service_letter', 'service_name', 'ticket', 'issued_at', 'called_at'] as const;
type Column = (typeof COLUMNS)[number];
/** More would not help anybody who mends a file. */
const MOST_PROBLEMS = 20;

/**
 * Reads `service_letter,service_name,ticket,issued_at,called_at`; times are hall-local, `2020-01-09T07:58:00`.
 * `ticket` tells people which one is meant; the hub gives its own numbers.
 * @throws QueueLogError
 */
export function readQueueLog(csv: string, timeZone: string): QueueLog {
  const at = createLocalTimes(timeZone);
  const services = new Map<string, LoggedService>();
  const tickets: LoggedTicket[] = [];
  const problems: string[] = [];
  let date: string | undefined;

  for (const { line, fields } of rowsOf(csv)) {
    const wrong = (what: string) => problems.push(`line ${line}: ${what}`);
    const { service_letter: letter, service_name: name } = fields;
    if (!/^[A-Z]{1,2}$/.test(letter))
      wrong(`service_letter is "${letter}": one or two capital letters, such as A`);
    if (name === '') wrong('service_name is empty');

    const issued = at(fields.issued_at);
    const called = fields.called_at === '' ? null : at(fields.called_at);
    if ('problem' in issued) wrong(`issued_at ${issued.problem}`);
    if (called !== null && 'problem' in called) wrong(`called_at ${called.problem}`);
    if ('problem' in issued || (called !== null && 'problem' in called)) continue;

    date ??= issued.date;
    for (const [column, time] of [
      ['issued_at', issued],
      ['called_at', called],
    ] as const) {
      if (time && time.date !== date)
        wrong(`${column} is on ${time.date}, and the file began on ${date}: one day a file`);
    }
    if (called !== null && called.at < issued.at) {
      wrong(
        `ticket ${letter}${fields.ticket} was called (${fields.called_at}) before it was issued (${fields.issued_at})`,
      );
    }
    const key = `${letter}\n${name}`;
    const service = services.get(key) ?? { letter, name };
    services.set(key, service);
    tickets.push({ line, service, issuedAt: issued.at, calledAt: called?.at ?? null });
  }

  if (problems.length > 0) throw new QueueLogError(shortened(problems));
  if (date === undefined) throw new QueueLogError(['the file holds no tickets']);
  return { date, timeZone, services: [...services.values()], tickets };
}

function* rowsOf(csv: string): Generator<{ line: number; fields: Record<Column, string> }> {
  let header: string[] | undefined;
  for (const { record, info } of records(csv)) {
    if (header === undefined) {
      header = record;
      const missing = COLUMNS.filter((column) => !record.includes(column));
      if (missing.length === 0) continue;
      throw new QueueLogError([
        `line 1: there is no column ${missing.join(', ')}; the columns are ${record.join(', ')}`,
      ]);
    }
    const names = header;
    const field = (column: Column) => record[names.indexOf(column)]?.trim() ?? '';
    const fields = Object.fromEntries(COLUMNS.map((column) => [column, field(column)])) as Record<
      Column,
      string
    >;
    yield { line: info.lines, fields };
  }
}

function records(csv: string): { record: string[]; info: { lines: number } }[] {
  try {
    return parse(csv, { bom: true, info: true, skip_empty_lines: true }) as never;
  } catch (error) {
    if (error instanceof CsvError)
      throw new QueueLogError([`line ${String(error['lines'])}: ${error.message}`]);
    throw error;
  }
}

const shortened = (problems: string[]): string[] =>
  problems.length <= MOST_PROBLEMS
    ? problems
    : [...problems.slice(0, MOST_PROBLEMS), `… and ${problems.length - MOST_PROBLEMS} more`];
