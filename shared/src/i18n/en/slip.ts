import type { SlipWords } from '../zh-CN/slip.ts';

export const slip: SlipWords = {
  yourNumber: 'Your number',
  ahead: ({ people }) => {
    if (people === 0) return 'Nobody is ahead of you: please listen for your number';
    return people === 1 ? '1 person ahead of you' : `${people} people ahead of you`;
  },
  likelyWait: ({ from, to }) => {
    if (from === to) return `Likely wait: about ${to} min`;
    return from === 0 ? `Likely wait: up to ${to} min` : `Likely wait: ${from}-${to} min`;
  },
  longWait: ({ hours }) => `Likely wait: over ${hours} hours`,
  priority: ({ name }) => `Priority: ${name}. Please show your document`,
  scanLink: 'Scan to see your place in line',
  showCode: 'Please show this slip at the counter',
  bring: 'Please have ready',
  bullet: '- ',
  missed: 'If you miss your call',
  complaints: ({ phone }) => `Complaints: ${phone}`,
  issued: ({ time }) => `Issued ${time}`,
  reprint: ({ copy }) => `Reprint ${copy}`,
};
