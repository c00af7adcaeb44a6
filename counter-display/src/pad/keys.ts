/** What a key of a keypad or keyboard means on the pad. By `event.code`, so that no input method stands between. */
export type PadKey = { kind: 'digit'; digit: number } | { kind: 'enter' };

export function padKeyOf(
  event: Pick<KeyboardEvent, 'code' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): PadKey | null {
  // A held key is one press; chords are the browser's.
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.code === 'Enter' || event.code === 'NumpadEnter') return { kind: 'enter' };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit === undefined ? null : { kind: 'digit', digit: Number(digit) };
}
