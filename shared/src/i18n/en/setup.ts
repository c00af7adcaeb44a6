import type { CatalogueOf } from '../language.ts';
import type { setup as zh } from '../zh-CN/setup.ts';

export const setup: CatalogueOf<typeof zh> = {
  textIn: (p) => `${p.name} (${p.language})`,
  notEveryLanguage: 'Write it in every language.',
  stillToWrite: 'still to be written',
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

  guides: {
    title: 'Guide',
    titleOf: (p) => `Guide: ${p.service}`,
    none: 'empty',
    lead: 'Read at kiosks, on phones and at counters, and printed. All may be left empty; what is empty is not shown. When a word changes, the guide gets a new version once it is saved; what people were told before stays on record with the version of that time.',
    versionNow: (p) => `Version now: ${p.version}`,
    bring: 'What to bring (short list)',
    where: 'Where to fill it in',
    phoneNumber: 'Phone number',
    hints: {
      materials:
        'Mend a spelling where it stands. For another paper delete the old entry and add one, or earlier records of missing papers would speak of the wrong one.',
      bring: 'Printed on the slip and shown with the number; where it is empty, the names above are taken.',
      where: 'Shown together with the form, and printed on the slip.',
      elsewhere: 'As the contact name a post, not a person.',
    },
    complaintHint: (p) =>
      p.phone
        ? `Where it is empty, the hall’s: ${p.phone}.`
        : 'The hall has none: where it is empty, none is shown.',
    fees: { unsaid: 'Not said', free: 'Free of charge', charged: 'There is a fee' },
    standards: { free: 'Remark', charged: 'How much' },
    parts: {
      name: 'Name',
      note: 'Note',
      matter: 'Matter',
      office: 'Office',
      contact: 'Contact',
      address: 'Address',
      basis: 'Legal basis',
      phone: 'Phone',
    },
    entry: (p) => `Entry ${p.nth}`,
    partOf: (p) => `${p.nth}. ${p.part}`,
    add: 'Add an entry',
    addTo: (p) => `Add an entry: ${p.title}`,
    full: (p) => `${p.most} entries at most.`,
    up: (p) => `Move up: ${p.title}, entry ${p.nth}`,
    down: (p) => `Move down: ${p.title}, entry ${p.nth}`,
    remove: (p) => `Delete: ${p.title}, entry ${p.nth}`,
    missing: (p) =>
      `${p.count === 1 ? 'One field is' : `${p.count} fields are`} still to be written: what stands in one language is needed in all.`,
    unwritten: (p) =>
      `Not saved yet: ${p.count === 1 ? 'one field is' : `${p.count} fields are`} still to be written, as marked above.`,
    preview: 'Preview',
    previewIn: 'Language of the preview',
    write: 'Go on writing',
    changedMeanwhile:
      'Somebody else has changed this guide since you opened it, and yours is not saved yet. Press “Save” again to put yours in its place; to see theirs first, cancel and open it again.',
    leaveTitle: 'Give up what is not saved?',
    leaveWhy: 'What you have written now will be lost.',
    leave: 'Give it up',
    stay: 'Go on writing',
    saved: 'Saved. Kiosks, phones and counters follow at once.',
  },
};
