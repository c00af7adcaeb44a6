/** A time of day as people type it in a hurry: `1405`, `9:05`, `14：05`, ` 14.05 `; null where it is none. Answers HH:MM. */
export function wallTime(typed: string): string | null {
  const [, hour = '', minute = ''] =
    /^(\d{1,2})[:.,]?(\d{2})$/.exec(typed.normalize('NFKC').replace(/\s/g, '')) ?? [];
  if (minute === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** What stands on the next paper of a pad: numbers are written one after the other. `手 9` → `手 10`; without a number nothing. */
export function nextMark(mark: string): string {
  const [, before = '', digits = '', after = ''] = /^(.*?)(\d{1,6})(\D*)$/.exec(mark.trim()) ?? [];
  return digits === '' ? '' : before + String(Number(digits) + 1).padStart(digits.length, '0') + after;
}
