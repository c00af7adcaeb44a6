import type { Stroke } from './keys.ts';

/**
 * Picking one of a numbered list by typing its number or its letter. Numbers are places that do not
 * change, so that fingers can learn them; with more than nine lines they have two digits.
 */
export interface Pickable {
  id: string;
  number: number;
  /** Typed again, it goes on to the next one with the same letter. */
  letter?: string;
  /** In the list, so that the numbers stay, but it cannot be picked: what is in hand already. */
  barred?: boolean;
}

/** The one whose whole number was typed. */
export function picked<T extends Pickable>(typed: string, list: readonly T[]): T | null {
  return list.find(({ number, barred }) => !barred && String(number) === typed) ?? null;
}

/** What was typed after this stroke; null where the stroke fits nothing in the list. */
export function stepPick(typed: string, stroke: Stroke, list: readonly Pickable[]): string | null {
  switch (stroke.kind) {
    case 'digit': {
      const next = typed + stroke.digit;
      return list.some(({ number }) => String(number).startsWith(next)) ? next : null;
    }
    case 'letter': {
      const same = list.filter(({ letter, barred }) => !barred && letter === stroke.letter);
      const at = same.findIndex(({ number }) => String(number) === typed);
      const next = same[(at + 1) % same.length];
      return next ? String(next.number) : null;
    }
    case 'subtract':
    case 'backspace':
      return typed === '' ? null : typed.slice(0, -1);
    default:
      return null;
  }
}
