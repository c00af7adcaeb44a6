import type { CatalogueOf } from '../language.ts';
import type { hallFile as zh } from '../zh-CN/hall-file.ts';

const meant = (word: string | undefined): string => (word ? ` Did you mean "${word}"?` : '');
const list = (words: string[]): string => words.map((word) => `"${word}"`).join(', ');

const FAULTS = {
  empty: () => 'the file is empty. Start from the sample, server/halls/sample.json.',
  unexpected: (p: { found: string }) =>
    `${p.found} is not expected here. Check the quotation marks, colons and brackets before it.`,
  'ends-early': () => 'the file ends too early: a closing quotation mark, ] or } is missing.',
  'comma-missing': (p: { found: string }) => `a comma is missing before ${p.found} here.`,
  'comma-too-many': () => 'there is a comma after the last entry. Remove it.',
  comment: () => 'a hall file cannot hold comments. Remove it.',
  'full-width': (p: { found: string }) =>
    `${p.found} is a full-width mark. Use the plain ones: , : " { } [ ]`,
  'string-unclosed': () => 'this text has no closing quotation mark ("). A text must stand on one line.',
  'string-escape': () => 'a backslash (\\) is misused here. For a backslash itself write two of them.',
  'quotes-missing': () => 'texts and field names need double quotation marks (") around them.',
  'after-end': (p: { found: string }) =>
    `the file has already ended before ${p.found}. Is there a } too many?`,
  'too-deep': () => 'too many brackets inside each other. Check that they come in pairs.',
};

const KINDS = {
  text: 'a text (in double quotation marks)',
  number: 'a number (without quotation marks)',
  'whole-number': 'a whole number (without quotation marks)',
  'yes-no': 'true or false (without quotation marks)',
  list: 'a list [ … ]',
  object: 'a set of fields { … }',
  other: 'what the sample file has here',
};

const FORMS = {
  id: 'lower-case letters, digits and dashes, beginning with a letter or digit, 63 at most, such as "social-card"',
  letter: 'one or two capital letters, such as "A"',
  time: 'hours and minutes on the 24-hour clock, such as "03:00"',
  date: 'year-month-day, such as "2026-10-01"',
  username: 'at most 40 letters, digits, dots, underscores or dashes, such as "wangjianping"',
  other: 'the form asked for',
};

export const hallFile: CatalogueOf<typeof zh> = {
  place: (p) => (p.where === '' ? 'the whole file: ' : `${p.where}: `),
  problems: {
    syntax: (p) => FAULTS[p.fault](p),
    'not-utf8': () =>
      'the file is not UTF-8, so texts would come out garbled. Save it as UTF-8 in your editor.',
    'repeated-field': () => 'this field is written twice, and only the last would count. Remove one.',
    missing: (p) => `this is missing. Add ${KINDS[p.expected]}.`,
    'unknown-field': (p) =>
      `there is no such field.${meant(p.meant) || ` Those there are: ${list(p.known)}.`}`,
    'wrong-kind': (p) => `this should be ${KINDS[p.expected]}.`,
    'wrong-form': (p) => `"${p.found}" does not have the right form: ${FORMS[p.form]}.`,
    'not-one-of': (p) => `"${p.found}" cannot stand here.${meant(p.meant)} What can: ${list(p.allowed)}.`,
    'too-small': (p) =>
      p.exclusive ? `this must be more than ${p.least}.` : `this must be ${p.least} or more.`,
    'too-large': (p) => `this must be ${p.most} or less.`,
    'too-short': (p) =>
      p.least === 1 ? 'this must not be empty.' : `this needs ${p.least} characters or more.`,
    'too-long': (p) => `this may have ${p.most} characters at most.`,
    'too-few': (p) => `at least ${p.least} must be listed.`,
    'too-many': (p) => `at most ${p.most} may be listed.`,
    duplicate: (p) => `"${p.value}" stands at ${p.first} already. Give each its own.`,
    'unknown-id': (p) =>
      `there is no "${p.found}".${meant(p.meant) || ` Those there are: ${list(p.known)}.`}`,
    'group-archived': (p) =>
      `the group "${p.group}" is archived, so nobody would find this service at the kiosk. Choose another group or archive the service too.`,
    'range-backwards': (p) =>
      `the last number is below the first (${p.first}). It must be the same or higher; leave it out for no end.`,
    'ranges-overlap': (p) =>
      `its numbers under the letter ${p.letter} overlap those of ${p.other} (${p.to === null ? `from ${p.from} on` : `${p.from} to ${p.to}`}), so one number would be given twice. Use another letter, or part the ranges with firstNumber and lastNumber.`,
    'no-main-counter': (p) =>
      `no counter has "${p.service}" as its main work. In counters, give at least one {"serviceId": "${p.service}", "role": "main"}.`,
    'unknown-time-zone': (p) =>
      `there is no time zone "${p.found}".${meant(p.meant) || ' Use a name such as "Asia/Shanghai" or "Europe/Warsaw".'}`,
    'unknown-language': (p) =>
      `"${p.found}" is not a language tag in its usual form.${meant(p.meant) || ' Chinese is "zh-CN", English is "en".'}`,
    'language-not-there': (p) =>
      `there are no texts in "${p.found}", so no screen can speak it. Those there are: ${list(p.known)}. How to add one: docs/languages.md.`,
    'text-missing': (p) =>
      p.meant
        ? `the words in "${p.language}" are missing; "${p.meant}" should be written "${p.language}".`
        : `the words in "${p.language}" are missing. Add them, as hall.languages names this language.`,
    'share-above-one': (p) => `this must not be more than "of" (${p.of}): of ${p.of} calls, at most ${p.of}.`,
    'placeholder-missing': (p) =>
      `the sentence lacks ${p.placeholder}. For example: "Number {number}. Please go to counter {counter}."`,
    'placeholder-unknown': (p) =>
      `${p.found} is unknown here.${meant(p.meant)} Only {number} and {counter} can be used.`,
    'second-enquiries': (p) =>
      `only one service can be for enquiries, and ${p.first} is. Remove one "enquiries".`,
    'closes-before-opening': (p) =>
      `this must be later than ${p.from}. For hours past midnight write "24:00" here and go on in the next day.`,
    'times-overlap': (p) => `this overlaps ${p.other}. Keep the two apart, or make them one.`,
    'no-such-date': (p) => `there is no day "${p.found}".`,
    'ends-before-beginning': (p) => `this must not be before the first day, ${p.begins}.`,
    'like-and-intervals': () =>
      'give either "like" (open as on another weekday) or "intervals" (the hours of that day), not both.',
    other: (p) => `this is not as it should be (${p.message}). Compare with the sample file.`,
  },
};
