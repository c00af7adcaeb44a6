import { CODE_LENGTH, isAppointmentCode, spacedCode } from '@jiaohao/shared/contract/appointment-code.ts';
import { parsePhone } from '@jiaohao/shared/contract/phone-number.ts';

/** What somebody is known by. */
export type Means = 'code' | 'phone';

export type EntryKey = { kind: 'digit'; digit: string } | { kind: 'erase' } | { kind: 'clear' };

const PHONE_LENGTH = 11;
/** Numbers of other countries, and fixed lines with an area code. */
const LONGEST_PHONE = 15;

/** The digits after one more key. */
export function typed(digits: string, key: EntryKey, means: Means): string {
  if (key.kind === 'clear') return '';
  if (key.kind === 'erase') return digits.slice(0, -1);
  const most = means === 'code' ? CODE_LENGTH : LONGEST_PHONE;
  return digits.length < most ? digits + key.digit : digits;
}

/** As people read it aloud: `4821 0937`, `138 0013 8000`. */
export function spaced(digits: string, means: Means): string {
  if (means === 'code') return spacedCode(digits);
  if (digits.length > PHONE_LENGTH) return digits;
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].filter(Boolean).join(' ');
}

/** What is wrong with it before the hub is asked: typing errors are told at once, and are no guesses. */
export function flawIn(digits: string, means: Means): 'wrongCode' | 'wrongPhone' | null {
  if (means === 'code') return isAppointmentCode(digits) ? null : 'wrongCode';
  return digits.length >= 7 && parsePhone(digits) !== null ? null : 'wrongPhone';
}

const KEY = /^(?:Digit|Numpad)(\d)$/;

/** What a key of a keyboard or keypad types here; null: nothing. */
export function entryKeyOf(code: string): EntryKey | 'enter' | null {
  const digit = KEY.exec(code)?.[1];
  if (digit !== undefined) return { kind: 'digit', digit };
  if (code === 'Backspace' || code === 'NumpadDecimal') return { kind: 'erase' };
  if (code === 'Delete') return { kind: 'clear' };
  return code === 'Enter' || code === 'NumpadEnter' ? 'enter' : null;
}
