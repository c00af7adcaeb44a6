import type { CatalogueOf } from '../language.ts';
import type { relief as zh } from '../zh-CN/relief.ts';

export const relief: CatalogueOf<typeof zh> = {
  title: 'Hand over or come back',
  hint: 'The counter stays open. Choose who takes over; they type their own PIN. You come back in the same way.',
  stays: (p) => `${p.number} stays at the counter and goes on with your colleague`,
  pauseEnds: 'The pause ends: the counter is served again',
  people: 'Colleagues',
  noPin: 'No PIN yet',
  atCounter: (p) => `At counter ${p.counter}`,
  next: 'Next',
  pinTitle: (p) => `${p.name} takes over`,
  pinHint: 'Whoever takes over types their own PIN',
  pin: 'Takeover PIN',
  digits: '4–6 digits',
  typed: (p) => (p.count === 1 ? '1 digit typed' : `${p.count} digits typed`),
  send: 'Take over',
  ownMissing: 'You have no takeover PIN yet; you need it to come back',
  set: 'Set takeover PIN',
  change: 'Change takeover PIN',
  why: 'With it you take over a colleague’s counter, and come back to your own. It does not sign you in.',
  rule: '4 to 6 digits: none repeated or in a row, and not your staff number',
  malformed: 'The PIN must have 4 to 6 digits.',
  repeat: 'Repeat the PIN',
  differ: 'The two PINs are not the same.',
  save: 'Save PIN',
  key: 'Hand over to a colleague, or come back',
};
