import type { CatalogueOf } from '../language.ts';
import type { home as zh } from '../zh-CN/home.ts';

export const home: CatalogueOf<typeof zh> = {
  language: 'Language',
  title: 'Queue calling',
  lead: 'Choose the page that this device should show.',
  forCustomers: 'Screens for customers',
  forStaff: 'Pages for staff',
  needsPairing: 'The first time they ask for a pairing code; managers make one on the Devices page.',
  needsSignIn: 'These ask you to sign in.',
  kiosk: 'Kiosk',
  kioskHint: 'Touch screen: choose a service, take the slip.',
  hall: 'Hall screen',
  hallHint: 'Television in the hall: shows and speaks the calls.',
  pad: 'Rating pad',
  padHint: 'Tablet on the counter: the number now served, then a rating.',
  counter: 'Clerk’s terminal',
  counterHint: 'For clerks: call, serve, mark no-shows.',
  manager: 'Manager',
  managerHint: 'Today, wait-time report, people and devices.',
  docs: 'API reference',
  docsHint: 'For developers who connect other systems.',
};
