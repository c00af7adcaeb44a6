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
  likelyAt: ({ clock }) => `Likely at ${clock}`,
  afterClosing: 'This may be after closing time',
  longWait: ({ hours }) => `Likely wait: over ${hours} hours`,
  priority: ({ name }) => `Priority: ${name}. Please show your document`,
  scanLink: 'Scan to see your place in line',
  showCode: 'Please show this slip at the counter',
  bring: 'Please have ready',
  bullet: '- ',
  missed: 'If you miss your call',
  missedVoid: 'A missed number is void: please take a new one.',
  missedReturn: ({ places }: { places: number }) =>
    places === 0
      ? 'Missed your call? Tell any clerk or the duty manager: you will be called next. You need no new number.'
      : `Missed your call? Tell any clerk or the duty manager: you will be called again after ${places} ${places === 1 ? 'other' : 'others'}. You need no new number.`,
  missedKept: ({ calls }: { calls: number }) =>
    `Your number is void after ${calls} more ${calls === 1 ? 'call' : 'calls'} for this service.`,
  missedPlaces: ({ places }: { places: number }) =>
    `If you miss your call, you will be called again after ${places} ${places === 1 ? 'other' : 'others'}.`,
  missedMinutes: ({ minutes }: { minutes: number }) =>
    `If you miss your call, you wait in line again ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} later.`,
  missedVoidAfter: ({ times }: { times: number }) =>
    times === 1 ? 'A number missed once is void.' : `A number missed ${times} times is void.`,
  complaints: ({ phone }) => `Complaints: ${phone}`,
  issued: ({ time }) => `Issued ${time}`,
  reprint: ({ copy }) => `Reprint ${copy}`,
  appointmentTitle: 'Appointment',
  appointmentCode: 'Your code',
  appointmentHow: 'Check in first when you come',
  appointmentCheckIn: ({ from, to }) =>
    `Between ${from} and ${to}, tap "Have an appointment?" at a kiosk. Scan the code above, or type it or your phone number.`,
  appointmentWalkUp: ({ time }) => `After ${time} you join the line like everybody without an appointment.`,
  appointmentVoid: ({ time }) => `After ${time} the appointment is void.`,
  missingTitle: 'What is still missing',
  missing: 'Please bring as well',
  missingThen: 'Please come back with all of these. Nothing else is missing.',
  refusalTitle: 'Not accepted',
  refusalReason: 'Why it is not accepted',
  refusalThen: 'If you disagree, please speak to the duty manager or call the number below.',
  referralTitle: 'Where to go instead',
  referralTo: 'Please go to',
  referralService: 'In this hall: please take a number for that service.',
  responsibleIs: ({ name }) => `Office in charge: ${name}`,
  handledAt: ({ counter }) => `Counter ${counter}`,
  toldAt: ({ time }) => `Told ${time}`,
  printedAt: ({ time }) => `Printed ${time}`,
  waitingList: 'Waiting list',
  waitingInAll: ({ people }) => (people === 0 ? 'Nobody is waiting' : `${people} waiting in all`),
  waitingHere: ({ people }) => `${people} waiting`,
  waitingListUse: 'If the power or the system fails: call from this list and tick off each number.',
  atCounters: 'At the counters',
  atCounter: ({ counter, number }) => `Counter ${counter}  ${number}`,
  endOfList: '-- end of list --',
  testSlip: 'Test slip',
  testSample: 'The quick brown fox jumps over the lazy dog. 中文应能正常打印。',
  testEdges: 'This line must be whole, on one line:',
  testCode: 'This code must read JH:TEST',
};
