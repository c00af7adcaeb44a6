import type { CatalogueOf } from '../language.ts';
import type { apiClients as zh } from '../zh-CN/api-clients.ts';

export const apiClients: CatalogueOf<typeof zh> = {
  title: 'Booking systems',
  lead: 'Other systems, such as a booking site, that book appointments for customers. Each has a token of its own and can look up free times, book, and see and cancel its own bookings, nothing else.',
  empty: 'No other system is connected.',
  add: 'Add a system',
  name: 'Name of the system',
  nameHint: 'For example: City booking portal',
  addedAt: 'Added',
  usedAt: 'Last used',
  neverUsed: 'Never used',
  inUse: 'In use',
  revoked: 'Revoked',
  tokenTitle: (p) => `Token of ${p.name}`,
  tokenHow: 'Give it to those who run that system. It goes into the Authorization header of each request:',
  tokenOnce:
    'It is shown this once only. If it is lost or has become known, revoke the system and add it anew.',
  tokenClose: 'Saved, close',
  revokeTitle: (p) => `Revoke ${p.name}?`,
  revokeWhy: 'Its token opens nothing from now on, for good. What it has booked stays booked.',
};
