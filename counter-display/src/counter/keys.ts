/**
 * What a key means on the clerk's terminal, read from `event.code`: the place of the key, which an
 * input method, NumLock and a shifted layer cannot change. `event.key` speaks only where a remote
 * desktop or an on-screen keyboard leaves the code empty.
 */
export interface KeyPress {
  code: string;
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

type Named = 'enter' | 'multiply' | 'divide' | 'decimal' | 'add' | 'subtract' | 'escape' | 'backspace';

export type Stroke =
  | { kind: Named }
  | { kind: 'digit'; digit: Digit }
  | { kind: 'letter'; letter: string }
  | { kind: 'function'; number: number };

/** Function keys that are the terminal's, also while they do nothing: the browser would leave the page for some. */
export const OWN_FUNCTION_KEYS: ReadonlySet<number> = new Set([1, 2, 3, 4, 6, 7, 8, 9, 10]);

const NAMED: Record<string, Named> = {
  Enter: 'enter',
  NumpadEnter: 'enter',
  NumpadMultiply: 'multiply',
  NumpadDivide: 'divide',
  Slash: 'divide',
  NumpadDecimal: 'decimal',
  Period: 'decimal',
  NumpadAdd: 'add',
  Equal: 'add',
  NumpadSubtract: 'subtract',
  Minus: 'subtract',
  Escape: 'escape',
  Backspace: 'backspace',
  NumpadBackspace: 'backspace',
};

const BY_KEY: Record<string, string> = {
  Enter: 'Enter',
  '*': 'NumpadMultiply',
  '/': 'NumpadDivide',
  '.': 'NumpadDecimal',
  '+': 'NumpadAdd',
  '-': 'NumpadSubtract',
  Escape: 'Escape',
  Backspace: 'Backspace',
};

/** The stroke of a press; null for keys that are the browser's own (Ctrl+R, Tab, arrows, …). */
export function strokeOf(press: KeyPress): Stroke | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const code = press.code || codeOf(press.key);
  // On a keyboard without a numpad `*` is a shifted 8.
  if (code === 'Digit8' && press.shiftKey) return { kind: 'multiply' };
  const named = NAMED[code];
  if (named) return { kind: named };
  const digit = /^(?:Numpad|Digit)([0-9])$/.exec(code);
  if (digit) return { kind: 'digit', digit: digit[1] as Digit };
  const letter = /^Key([A-Z])$/.exec(code);
  if (letter) return { kind: 'letter', letter: letter[1] as string };
  const fn = /^F([0-9]{1,2})$/.exec(code);
  if (fn) return { kind: 'function', number: Number(fn[1]) };
  return null;
}

function codeOf(key: string): string {
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  if (/^[a-zA-Z]$/.test(key)) return `Key${key.toUpperCase()}`;
  if (/^F[0-9]{1,2}$/.test(key)) return key;
  return BY_KEY[key] ?? '';
}
