import type { CatalogueOf } from '../catalogue-of.ts';
import type { counterChange as zh } from '../zh-CN/counter-change.ts';

export const counterChange: CatalogueOf<typeof zh> = {
  title: (p) => `Change to counter ${p.to}`,
  ask: (p) =>
    `You are at counter ${p.from}. Change to counter ${p.to}? Counter ${p.from} closes as you leave it.`,
  go: (p) => `Change to counter ${p.to}`,
  inHand: (p) =>
    `You are at counter ${p.from} with ${p.number}. Before you change to counter ${p.to}, press a number:`,
  ways: {
    finish: (p) => `Finish ${p.number}, then change`,
    park: (p) => `Park ${p.number}, then change`,
    carry: (p) => `Bring ${p.number} along to counter ${p.to}`,
  },
  hints: {
    finish: 'Choose the outcome; the customer gives their rating where they are',
    notCome: 'Service has not started',
    park: 'The customer leaves for now; you go on with them when they are back',
    goesOn: (p) => `Service goes on at counter ${p.to}, without another call and without a break in its time`,
    calledAgain: (p) => `They are called again, to counter ${p.to}`,
    notServed: (p) => `counter ${p.to} does not usually do this service`,
    held: 'Emergency: nobody is called now',
  },
  semicolon: '; ',
  parkWhy: (p) => `Press a number for why ${p.number} is parked; you then change to counter ${p.to}`,
  goOn: 'Go on',
  finishAs: (p) => `Finish as “${p.outcome}” and change to counter ${p.to}`,
  finishPrinting: (p) => `Finish as “${p.outcome}”, print, and change to counter ${p.to}`,
  yourCounter: (p) =>
    `You are at counter ${p.number}: Enter takes you back. To change, type a counter’s number and Enter`,
  key: 'Change counters: finish, park or bring along who is in hand',
  said: {
    'carried-along': (p) => `${p.number} came along; service goes on here.`,
    'called-along': (p) => `${p.number} was called again, to this counter.`,
    changed: () => 'You have changed to this counter; the other one is closed.',
  },
};
