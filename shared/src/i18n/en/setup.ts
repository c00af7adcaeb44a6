import type { CatalogueOf } from '../language.ts';
import type { setup as zh } from '../zh-CN/setup.ts';

export const setup: CatalogueOf<typeof zh> = {
  textIn: (p) => `${p.name} (${p.language})`,
  notEveryLanguage: 'Write it in every language.',
  edit: 'Edit',
  remove: 'Delete',

  notices: {
    title: 'Notices',
    lead: 'Shown in turn at the foot of the hall screens.',
    empty: 'There are no notices.',
    add: 'Add a notice',
    editTitle: 'Edit the notice',
    text: 'Words',
    personal: 'The whole hall sees it: write no name, phone or ID number of anybody.',
    states: { showing: 'On the screens', coming: 'Not yet', over: 'Over', archived: 'Taken down' },
    datesOf: (p) =>
      p.from && p.until
        ? `${p.from} to ${p.until}`
        : p.from
          ? `from ${p.from}`
          : p.until
            ? `until ${p.until}`
            : 'always',
    from: 'First day',
    fromTime: 'From (time)',
    until: 'Last day',
    untilTime: 'Until (time)',
    datesHint:
      'All may be left empty: without a first day it is shown at once, without a last day it stays; without a time, whole days count.',
    dateFirst: 'A time needs its day.',
    endsFirst: 'The end must come after the beginning.',
    zones: 'In these zones alone',
    zonesHint: 'Choose none for all hall screens. A screen without a zone shows every notice.',
    withdraw: 'Take down',
    restore: 'Show again',
    removeTitle: 'Delete this notice?',
    removeWhy: 'It cannot be brought back.',
    showPast: (p) => `Show those that are over or taken down (${p.count})`,
    saved: 'Saved. The hall screens follow at once.',
    named: (p) => `${p.act}: ${p.text}`,
  },

  reasons: {
    title: 'Reasons for ratings',
    lead: 'What people may choose from after they have pressed, on pads and phones.',
    none: 'nothing is asked',
    editLevel: (p) => `Reasons for “${p.level}”`,
    hint: (p) =>
      `${p.most} at most, the shorter the better. Reports count a reworded reason apart from what it said before.`,
    reason: (p) => `Reason ${p.nth}`,
    add: 'Add a reason',
    upNth: (p) => `Move reason ${p.nth} up`,
    removeNth: (p) => `Delete reason ${p.nth}`,
    empty: 'No reasons: nothing is asked after the press.',
    kept: 'It holds at once; ratings that are in stay as they are.',
    saved: 'Saved. Pads and phones follow at once.',
  },
};
