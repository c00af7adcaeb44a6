import type { CatalogueOf } from '../language.ts';
import type { pad as zh } from '../zh-CN/pad.ts';

export const pad: CatalogueOf<typeof zh> = {
  title: 'Counter pad',
  pairWhat: 'Counter pad: stands on the counter and faces the customer.',
  counterWord: 'Counter',
  staffNumber: (p) => `No. ${p.number}`,
  welcome: 'Welcome',
  welcomeHint: 'Please listen for your number',
  called: (p) => `${p.number}, please come to this counter`,
  serving: (p) => `Now serving ${p.number}`,
  thanksForWaiting: 'Sorry to have kept you waiting',
  paused: 'Service paused',
  closed: 'This counter is closed',
  closedHint: 'Please go to another counter',
  ask: 'How was our service?',
  hidden: 'Your answer is not shown to the staff at this counter',
  levels: { 5: 'Excellent', 4: 'Good', 3: 'Fair', 2: 'Poor', 1: 'Very poor' },
  countdown: (p) => `Closes in ${p.seconds} s. You need not answer.`,
  sending: 'Sending…',
  notSent: 'That did not reach us. Please press again.',
  thanks: 'Thank you',
  thanksHint: 'Please take all your documents with you',
  hubLost: 'Connection lost. Please ask the staff.',
};
