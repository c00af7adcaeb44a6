import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { columnsOf } from './charset.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { endSheet, headSheet, section, startSheet, type Wording } from './sheet.ts';
import type { SlipLine } from './slip-lines.ts';

/** Everybody who waits, for calling by voice while there is no power. Numbers only: nobody's name stands on it. */
export interface WaitingListContent extends Wording {
  hallName: Localized;
  printedAt: number;
  /** IANA, of the hall */
  timeZone: string;
  /** Called or being served when it was printed. */
  atCounters: { counter: number; number: string }[];
  /** Services for which somebody waits, each line in the order of its queue. */
  services: {
    letter: string;
    name: Localized;
    waiting: { number: string; queuedAt: number; priorityName?: Localized }[];
  }[];
}

/** A box to tick off in front of each number, the time beside it, and its priority where it has one. */
export function layoutWaitingList(content: WaitingListContent, profile: PrinterProfile): SlipLine[] {
  const sheet = startSheet(content, profile);
  const { words, pick } = sheet;
  const people = content.services.reduce((sum, { waiting }) => sum + waiting.length, 0);
  headSheet(sheet, content.hallName, words.waitingList);
  sheet.space(8);
  sheet.text(words.printedAt({ time: sheet.time(content.printedAt, content.timeZone) }));
  sheet.text(words.waitingInAll({ people }), { bold: true });
  sheet.text(words.waitingListUse);

  if (content.atCounters.length > 0) {
    section(sheet, words.atCounters);
    for (const { counter, number } of content.atCounters) sheet.text(words.atCounter({ counter, number }));
  }
  for (const { letter, name, waiting } of content.services) {
    section(sheet, `${letter}  ${pick(name)}  ${words.waitingHere({ people: waiting.length })}`);
    const widest = Math.max(...waiting.map(({ number }) => columnsOf(number, profile.encoding)));
    for (const { number, queuedAt, priorityName } of waiting) {
      const time = sheet.hour(queuedAt, content.timeZone);
      const priority = priorityName ? `  ${pick(priorityName)}` : '';
      sheet.text(`${number.padEnd(widest)}  ${time}${priority}`, { bullet: '[  ] ' });
    }
  }
  sheet.space(8);
  sheet.rule();
  sheet.text(words.endOfList, { align: 'center' });
  return endSheet(sheet);
}
