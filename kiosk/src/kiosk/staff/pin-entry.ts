/** As long as a PIN may be, and as short. */
export const LONGEST = 8;
export const SHORTEST = 4;

export type PinKey = { kind: 'digit'; digit: string } | { kind: 'erase' | 'enter' | 'leave' };

/** What a key of a keyboard means to the PIN; by its place, so that no input method changes it. */
export function pinKeyOf(code: string): PinKey | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  if (digit !== undefined) return { kind: 'digit', digit };
  if (code === 'Backspace' || code === 'NumpadSubtract' || code === 'Delete') return { kind: 'erase' };
  if (code === 'Enter' || code === 'NumpadEnter') return { kind: 'enter' };
  return code === 'Escape' ? { kind: 'leave' } : null;
}

/** The PIN after a key that is no enter. */
export function typed(pin: string, key: PinKey): string {
  if (key.kind === 'digit') return pin.length < LONGEST ? pin + key.digit : pin;
  return key.kind === 'erase' ? pin.slice(0, -1) : pin;
}

export const complete = (pin: string): boolean => pin.length >= SHORTEST && pin.length <= LONGEST;
