import type { CatalogueOf } from '../catalogue-of.ts';
import { plural } from '../format.ts';
import type { kioskExtras as zh } from '../zh-CN/kiosk-extras.ts';

const people = (count: number) => plural('en', count, { one: 'person', other: 'people' });

export const kioskExtras: CatalogueOf<typeof zh> = {
  holder: {
    title: { phone: 'Your phone number, please', id: 'Your identity card number, please' },
    kind: { phone: 'Phone', id: 'Identity card' },
    hint: 'Only to limit numbers per person. It is not kept.',
    hintCard: 'Or scan your card. Only to limit numbers per person. It is not kept.',
    typed: (p) => `${p.count} digits typed`,
    wrong: 'This number is not right. Please check it and type it again.',
    erase: 'Delete one digit',
    take: 'Take a number',
    leave: 'Back',
  },
  slip: {
    title: 'Your number',
    waiting: (p) =>
      p.count > 0
        ? `${p.count} ${people(p.count)} ahead of you`
        : 'Nobody ahead of you: please watch for your number',
    called: (p) => `Please go to counter ${p.counter}`,
    serving: (p) => `Being served at counter ${p.counter}`,
    missed: 'Your number was called and missed',
    parked: 'Set aside: please wait to be called again',
    served: 'Finished',
    over: 'This number is no longer good: please take a new one',
    reprint: 'Print the slip again',
    leave: 'Back to the start',
    issued: (p) => `Issued at ${p.time}`,
  },
  guide: {
    take: 'Take a number',
    print: 'Print this',
    close: 'Back',
    more: 'More below',
    lost: 'The full guide cannot be shown now; please ask our staff',
    paper: {
      coming: 'Printing…',
      printed: 'Printed: please take it with you',
      shown: 'Printed (demonstration printer, no paper)',
      failed: 'It was not printed; please ask our staff',
    },
  },
  priority: {
    title: 'Served with priority',
    hint: 'Choose yours, then the service; please show the document at the counter.',
    none: 'Not for me: back',
    withdraw: 'Take an ordinary number after all',
  },
  several: {
    most: (p) => `Up to ${p.most}; you are served in the order you choose`,
    chosen: (p) => `${p.count} chosen`,
    none: 'No service chosen yet',
    remove: 'Remove',
    take: (p) => (p.count > 1 ? `One number for ${p.count}` : 'Take a number'),
    cancel: 'Just one service',
  },
};
