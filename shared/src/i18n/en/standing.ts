import type { CatalogueOf } from '../language.ts';
import type { standing as zh } from '../zh-CN/standing.ts';

export const standing: CatalogueOf<typeof zh> = {
  planned: 'This service of the number is not in a queue yet, so this cannot be done.',
  waiting: 'This number is still waiting, so this cannot be done.',
  called: 'This number is being called, so this cannot be done.',
  serving: 'This number is being served, so this cannot be done.',
  parked: 'This number is parked, so this cannot be done.',
  missed: 'This number was missed, so this cannot be done.',
  served: 'This number has been served, so this cannot be done.',
  transferred: 'This number was transferred, so this cannot be done.',
  cancelled: 'This number was given up. A new number is needed.',
  voided: 'This number was voided. A new number is needed.',
  expired: 'This number has expired. A new number is needed.',
  unfinished: 'The service day of this number is over, so this cannot be done.',
};
