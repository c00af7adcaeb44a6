export interface ScanLimits {
  /** Two keys of a burst are never further apart (ms); a person's hardly ever closer. */
  gapMs: number;
  /** Fewer characters are a person's, however quick. */
  minLength: number;
}

export type Collected = { kind: 'character'; length: number } | { kind: 'scan'; text: string };

/** Without an end key a burst must be longer to be believed: a hand laid on the keys is quick too. */
const MIN_WITHOUT_END = 10;
const MAX_LENGTH = 1000;
const ENDS = new Set(['Enter', 'NumpadEnter', 'Tab']);

/** What a scanner set to the US layout (all are, out of the box) means by a key: plain and shifted. */
const SIGNS: Record<string, string> = {
  Backquote: '`~',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
  NumpadAdd: '++',
  NumpadSubtract: '--',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
};
const SHIFTED_DIGITS = ')!@#$%^&*(';

/** The character of a key; null for a key that has none. */
export function characterOf(code: string, shift: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const digit = /^(Digit|Numpad)([0-9])$/.exec(code);
  if (digit) {
    const value = digit[2] as string;
    return shift && digit[1] === 'Digit' ? (SHIFTED_DIGITS[Number(value)] as string) : value;
  }
  return SIGNS[code]?.[shift ? 1 : 0] ?? null;
}

/** Tells a scanner's burst from a person's typing by the time between keys (ms of any steady clock). */
export function createScanCollector({ gapMs = 50, minLength = 5 }: Partial<ScanLimits> = {}) {
  let text = '';
  let lastAt = Number.NEGATIVE_INFINITY;

  const clear = () => {
    text = '';
    lastAt = Number.NEGATIVE_INFINITY;
  };

  return {
    gapMs,
    /** What has come so far. */
    typed: () => text,
    clear,
    /** Whether a press at `at` is too late for the burst before it. */
    over: (at: number): boolean => text !== '' && at - lastAt > gapMs,
    /** A key went down. Null: no part of a scan, and nor is what came before it. */
    press(code: string, shift: boolean, at: number): Collected | null {
      const inBurst = at - lastAt <= gapMs;
      if (ENDS.has(code)) {
        const read = text;
        if (!inBurst || read.length < minLength) return null;
        clear();
        return { kind: 'scan', text: read };
      }
      const character = characterOf(code, shift);
      if (character === null) return null;
      const first = !inBurst || text === '';
      // Nothing that is read begins with a blank, and a person presses buttons with it.
      if (first && code === 'Space') return null;
      text = (first ? '' : text) + character;
      // Longer than any code: something else is going on.
      if (text.length > MAX_LENGTH) return null;
      lastAt = at;
      return { kind: 'character', length: text.length };
    },
    /** No key for `gapMs`: the text of a burst that came without an end key, else null. */
    quiet(): string | null {
      if (text.length < Math.max(minLength, MIN_WITHOUT_END)) return null;
      const read = text;
      clear();
      return read;
    },
  };
}
