import type { CatalogueOf } from '../catalogue-of.ts';
import type { counterMoves as zh } from '../zh-CN/counter-moves.ts';

export const counterMoves: CatalogueOf<typeof zh> = {
  commands: {
    transfer: 'Transfer',
    park: 'Park',
    undo: 'Undo',
    'walk-in': 'Walk-in',
    'change-service': 'Change service',
    'add-service': 'Add a service',
    'drop-service': 'Drop service',
    'resume-ticket': 'Resume parked',
    reprint: 'Reprint slip',
    priority: 'Priority',
    help: 'Call for help',
    change: 'Change counter',
  },
  held: 'Emergency: the queue is held',
  undo: {
    finished: (p) => `Undo finish of ${p.number}`,
    missed: (p) => `Undo no-show of ${p.number}`,
    seconds: (p) => `${p.seconds} s`,
  },
  people: (p) => (p === 1 ? '1 person' : `${p} people`),
  noneToPick: 'Nothing to pick',

  numbers: {
    call: {
      title: 'Call a number',
      hint: 'Type the number, such as A012; on a numpad type 012 and then pick the letter',
      none: 'Nobody is waiting',
      send: (p) => `Call ${p.number}`,
    },
    return: {
      title: 'Return a missed number',
      hint: 'Pick or type the missed number: it joins the queue again, without a new ticket',
      none: 'Nobody has missed a call',
      send: (p) => `Return ${p.number}`,
    },
    resume: {
      title: 'Resume a parked number',
      hint: 'Pick or type the parked number: service goes on at once, in silence. To announce it, call it',
      none: 'Nobody is parked',
      send: (p) => `Resume ${p.number}`,
    },
    here: 'The customer stands here: no announcement',
    hereIt: (p) => `Serve ${p.number} without announcement`,
  },

  pauseAsideHint: (p) =>
    `${p.number} is parked first, then the counter pauses. Press a number for the reason of the pause`,
  pauseWhyAside: (p) => `Press a number for why ${p.number} is parked; the counter then pauses`,

  park: {
    title: (p) => `Park ${p.number}`,
    reasonHint: 'Press a number to choose the reason',
    minutesHint:
      'Type minutes to have it back in the queue by itself; without, it is called when the customer is back',
    comesBack: 'Back in the queue',
    byItself: 'when the customer is back',
    after: (p) => `in ${p.count} min`,
    send: (p) => `Park ${p.number}`,
    sendFor: (p) => `Park ${p.number}, back in ${p.count} min`,
  },

  services: {
    list: 'Services',
    inHand: 'in hand',
    planned: 'added',
    'walk-in': {
      title: () => 'Walk-in',
      hint: 'The customer has no number: pick the service, and serve them at once, without announcement',
    },
    'change-service': {
      title: (p) => `Change the service of ${p.number}`,
      hint: 'The wrong service was chosen: it stays here if this counter serves the right one, else it waits there from its first minute',
    },
    'add-service': {
      title: (p) => `Another service for ${p.number}`,
      hint: 'It waits for this one afterwards with the same number; pick an added one again to drop it',
    },
    send: {
      'walk-in': (p) => `Serve: ${p.service}`,
      'change-service': (p) => `Change ${p.number} to ${p.service}`,
      'add-service': (p) => `Add ${p.service}`,
      'drop-service': (p) => `Drop ${p.service}`,
    },
  },

  transfer: {
    title: (p) => `Transfer ${p.number}`,
    hint: 'Type the counter’s number; for a service its letter, or / and its place in the list',
    counters: 'Counters',
    services: 'Services',
    here: 'this one',
    states: { open: 'open', paused: 'paused', closed: 'closed' },
    place: 'Place in the queue',
    places: { old: 'as it waited', end: 'at the end', next: 'next' },
    back: (p) => `Comes back to counter ${p.counter} afterwards`,
    toCounter: (p) => `Transfer ${p.number} to counter ${p.counter}`,
    toService: (p) => `Transfer ${p.number} to ${p.service}`,
  },

  priority: {
    title: (p) => `Priority of ${p.number}`,
    classHint: 'Press a number to choose the class; ask for the document',
    takeBack: (p) => `Take back: ${p.name}`,
    takeBackHint: (p) => `Taking back “${p.name}”: press a number for the reason`,
    giveHint: (p) => `${p.name}: press a number for the reason`,
    waits: 'Back into line, at the place its waiting gives it',
  },

  parked: 'Parked',
  parkedFor: (p) => `for ${p.count} min`,
  parkedUntil: (p) => `back at ${p.time}`,
  resumeNumber: (p) => `Resume ${p.number}`,
  atCounter: (p) => `counter ${p.counter}`,
  joined: (p) => (p.since ? `backup since ${p.since}: ${p.why}` : `backup, joined: ${p.why}`),
  joinedBecause: { 'no-main': 'nobody at the main counters', 'waiting-long': 'waiting too long' },
  putFirst: 'put first',
  forCounter: (p) => `for counter ${p.counter}`,
  backTo: (p) => `Goes back to counter ${p.counter}`,
  further: (p) => `Then: ${p.services}`,
  comma: ', ',

  keys: {
    transfer: 'Transfer: a counter’s number or a service, then the place and whether it comes back',
    park: 'Park: the reason, and minutes if you like',
    undo: 'Undo the last finish or no-show (within 60 s, nobody at the counter)',
    'add-service': 'Add a service (with a customer)',
    'walk-in': 'Walk-in (without a customer)',
    'change-service': 'Change the service (with a customer)',
    'resume-ticket': 'Resume a parked number (without a customer)',
    reprint: 'Reprint the slip (with a customer)',
    help: 'Call the hall manager for help',
    priority: 'Priority: give a class or take it back, with a reason',
    here: 'While calling a number: the customer stands here, no announcement',
  },

  slipFailed: (p) => `The slip of ${p.number} did not come out: ${p.reason}.`,

  said: {
    parked: (p) => `${p.number} is parked.`,
    'priority-given': (p) => `The priority of ${p.number} was changed.`,
    'priority-taken-back': (p) => `The priority of ${p.number} was taken back.`,
    'priority-waits': (p) => `${p.number} lost its priority and waits at its old place.`,
    undone: (p) => `Undone: ${p.number} is back at the counter.`,
    reprinting: (p) => `The slip of ${p.number} is being printed again.`,
    reprinted: (p) => `The slip of ${p.number} was printed again.`,
    'help-called': () => 'The hall manager has been told.',
    'sent-to-counter': (p) => `${p.number} was transferred to counter ${p.counter}.`,
    'sent-to-service': (p) => `${p.number} was transferred to ${p.service}.`,
    'service-changed': (p) => `${p.number} is now for ${p.service}.`,
    'service-left': (p) => `${p.number} is now for ${p.service}, which is not served here: it waits there.`,
    'service-added': (p) => `${p.service} was added to ${p.number}.`,
    'service-dropped': (p) => `${p.service} was taken off ${p.number}.`,
  },
};
