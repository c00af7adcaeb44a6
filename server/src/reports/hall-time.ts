const QUARTER_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** Days from the spreadsheets' day 0 (1899-12-30) to 1970-01-01. */
const EPOCH_SERIAL = 25_569;

export interface HallTime {
  /** `2026-11-21 10:24:05` */
  text(at: number): string;
  /** `00`–`23` */
  hour(at: number): string;
  /** A spreadsheet's date: days since 1899-12-30, hall-local, to the millisecond. */
  serial(at: number): number;
}

/**
 * Instants as the hall's clocks showed them. The zone is asked once for each quarter hour (no zone
 * changes within one), because asking it for each of half a million cells takes minutes.
 * @throws RangeError for an unknown zone
 */
export function createHallTime(timeZone: string): HallTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    timeZoneName: 'longOffset',
  });
  const offsets = new Map<number, number>();

  function offsetMs(at: number): number {
    const quarter = Math.floor(at / QUARTER_MS);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      offset = readOffset(quarter * QUARTER_MS);
      offsets.set(quarter, offset);
    }
    return offset;
  }

  /** From `GMT+08:00`, `GMT-03:30`, `GMT`. */
  function readOffset(at: number): number {
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const found = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name);
    if (!found) throw new RangeError(`no offset in '${name}'`);
    const [, sign, hours = 0, minutes = 0, seconds = 0] = found;
    const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -ms : ms;
  }

  /** A UTC date whose UTC fields read as the hall's clock did. */
  const local = (at: number) => new Date(at + offsetMs(at)).toISOString();

  return {
    text: (at) => local(at).slice(0, 19).replace('T', ' '),
    hour: (at) => local(at).slice(11, 13),
    serial: (at) => (at + offsetMs(at)) / DAY_MS + EPOCH_SERIAL,
  };
}
