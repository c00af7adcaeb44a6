import type { CatalogueOf } from '../language.ts';
import type { emergency as zh } from '../zh-CN/emergency.ts';

export const emergency: CatalogueOf<typeof zh> = {
  title: 'Emergency',
  held: 'No numbers are given and nobody is called. Every queue keeps its order.',
  yourNumber: 'Your number stays valid and keeps its place.',
  announcement: 'Announcement',
  terminal: 'Emergency: calling is held. Finish or set aside the customer in hand.',
};
