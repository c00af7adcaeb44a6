import { isIdCardNumber } from '@jiaohao/shared/contract/id-card-number.ts';
import type { HolderKind } from '@jiaohao/shared/contract/ticket.ts';

const LENGTH: Record<HolderKind, number> = { phone: 11, id: 18 };
/** How the digits stand apart: 138 0013 8000. */
const GROUPS: Record<HolderKind, number[]> = { phone: [3, 4, 4], id: [6, 8, 4] };
/** So many of the last digits can be read while somebody types; nobody behind them reads the whole. */
const SEEN = 4;

/** `typed` with one more key. What could not stand there is not taken: the first digit, the X of a card. */
export function withKey(kind: HolderKind, typed: string, key: string): string {
  if (typed.length >= LENGTH[kind]) return typed;
  if (key === 'X') return kind === 'id' && typed.length === LENGTH.id - 1 ? `${typed}X` : typed;
  if (typed === '' && (kind === 'phone' ? key !== '1' : key === '0')) return typed;
  return typed + key;
}

export type Entry = 'short' | 'wrong' | 'right';

export function judge(kind: HolderKind, typed: string): Entry {
  if (typed.length < LENGTH[kind]) return 'short';
  const right = kind === 'phone' ? /^1[3-9]\d{9}$/.test(typed) : isIdCardNumber(typed);
  return right ? 'right' : 'wrong';
}

/** `*** **** 8000`: what is typed, but for the last of it hidden, and the places still empty. */
export function shown(kind: HolderKind, typed: string): string {
  const places = Array.from({ length: LENGTH[kind] }, (_, place) => {
    if (place >= typed.length) return '_';
    return place < typed.length - SEEN ? '*' : (typed[place] as string);
  });
  let from = 0;
  return GROUPS[kind]
    .map((size) => {
      from += size;
      return places.slice(from - size, from).join('');
    })
    .join(' ');
}
