import type { CatalogueOf } from '../catalogue-of.ts';
import type { opening as zh } from '../zh-CN/opening.ts';

export const opening: CatalogueOf<typeof zh> = {
  morning: (p) => `${p.time}`,
  tomorrow: (p) => `${p.time} tomorrow`,
  onDate: (p) => `${p.time} on ${p.date}`,
  begins: (p) => `Numbers from ${p.when}`,
  lunch: (p) => `Lunch break: numbers again from ${p.when}`,
  breakNow: (p) => `Break: numbers again from ${p.when}`,
  lastOfInterval: (p) => `No more numbers for now: again from ${p.when}`,
  usedForNow: (p) => `All numbers taken for now: again from ${p.when}`,
  overForToday: 'No more numbers today',
  usedToday: 'All numbers taken today',
  notToday: 'No numbers today',
  occasion: (p) => `Closed for ${p.occasion}`,
  notYet: 'No numbers yet',
  held: 'No numbers now',
  andThen: (p) => `${p.why}: again from ${p.when}`,
};
