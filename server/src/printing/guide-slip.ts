import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { type GuideSection, guideSections } from '@jiaohao/shared/i18n/guide-sections.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { endSheet, headSheet, type Sheet, section, startSheet, type Wording } from './sheet.ts';
import type { SlipLine } from './slip-lines.ts';

/** A service's guide on paper (一次性告知单). */
export interface GuideSlipContent extends Wording {
  hallName: Localized;
  guide: GuideView;
  printedAt: number;
  timeZone: string;
}

export function layoutGuide(content: GuideSlipContent, profile: PrinterProfile): SlipLine[] {
  const { guide } = content;
  const sheet = startSheet(content, profile);
  const { words, pick } = sheet;
  headSheet(sheet, content.hallName, words.guide.title);
  sheet.space(12);
  sheet.heading(pick(guide.serviceName), 2, 2);
  for (const part of guideSections(guide, words.guide, pick)) print(sheet, part);
  sheet.space(8);
  sheet.rule();
  sheet.space(8);
  if (guide.complaintPhone)
    sheet.text(words.complaints({ phone: guide.complaintPhone }), { align: 'center' });
  sheet.text(words.printedAt({ time: sheet.time(content.printedAt, content.timeZone) }), { align: 'center' });
  sheet.text(words.guide.version({ version: guide.version }), { align: 'center' });
  return endSheet(sheet);
}

function print(sheet: Sheet, { title, as, points }: GuideSection): void {
  section(sheet, title);
  for (const [index, { text, more }] of points.entries()) {
    if (index > 0 && points.some((point) => point.more.length > 0)) sheet.space(8);
    const bullet = { steps: `${index + 1}. `, points: sheet.words.bullet, words: undefined }[as];
    sheet.text(text, { bullet });
    for (const line of more) sheet.text(line);
  }
}
