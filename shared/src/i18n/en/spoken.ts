import type { CatalogueOf } from '../catalogue-of.ts';
import type { spoken as zh } from '../zh-CN/spoken.ts';

export const spoken: CatalogueOf<typeof zh> = {
  ticket: (p) => {
    const people = p.ahead === '1' ? 'There is one person' : `There are ${p.ahead} people`;
    const before = p.ahead === null ? 'Nobody is ahead of you' : `${people} ahead of you`;
    return `Your number is ${p.number}. ${before}. Please watch for your number.`;
  },
  kiosk: {
    home: 'Please touch a group of services. If you are not sure, touch the enquiry desk. To call our staff, touch help.',
    group: 'Please touch a service. Your number comes at once.',
    enquiry: 'To take a number for the enquiry desk, press the key once more, or touch take a number.',
    several: 'Please touch the services you need, up to five, then touch take a number.',
    still: 'Are you still there? Please touch go on.',
    again: 'This number was taken just now. For a new one, press again.',
    sorry: 'No number was issued. Please ask our staff for help.',
    'no-paper': 'Your slip was not printed. Please remember your number.',
    'help-sent': 'Our staff have been told. Please wait here.',
    'help-coming': 'Somebody is on the way. Please wait here.',
    'help-failed': 'We could not reach our staff. Please go to the service desk.',
  },
};
