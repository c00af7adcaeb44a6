import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { endSheet, headSheet, type Sheet, section, startSheet } from './sheet.ts';
import type { SlipLine } from './slip-lines.ts';

/** A service's guide on paper (一次性告知单). */
export interface GuideSlipContent {
  hallName: Localized;
  guide: GuideView;
  printedAt: number;
  timeZone: string;
  language: string;
}

/** In the order in which people ask: what to bring, where, whether they may, how long, how much; then by what right. */
export function layoutGuide(content: GuideSlipContent, profile: PrinterProfile): SlipLine[] {
  const { guide } = content;
  const sheet = startSheet(content.language, profile);
  const { words, pick } = sheet;
  headSheet(sheet, content.hallName, words.guide);
  sheet.space(12);
  sheet.heading(pick(guide.serviceName), 2, 2);

  list(
    sheet,
    words.materials,
    guide.materials.map(({ name, note }) => pick(name) + bracketed(sheet, note)),
    true,
  );
  if (guide.form) {
    section(sheet, words.form);
    sheet.text(pick(guide.form));
    if (guide.where) sheet.text(pick(guide.where));
  }
  list(sheet, words.conditions, guide.conditions.map(pick));
  list(sheet, words.procedure, guide.procedure.map(pick), true);
  if (guide.timeLimit) line(sheet, words.timeLimit, pick(guide.timeLimit));
  if (guide.fee) {
    const charge = guide.fee.charged ? words.charged : words.free;
    line(sheet, words.fee, guide.fee.standard ? `${charge}${words.stop}${pick(guide.fee.standard)}` : charge);
  }
  list(sheet, words.notHandled, guide.notHandled.map(pick));
  for (const [index, place] of guide.elsewhere.entries()) {
    if (index === 0) section(sheet, words.elsewhere);
    else sheet.space(8);
    sheet.text(pick(place.matter), { bullet: words.bullet });
    sheet.text([pick(place.office), place.contact && pick(place.contact)].filter(Boolean).join(words.comma));
    if (place.phone) sheet.text(words.phone({ phone: place.phone }));
    if (place.address) sheet.text(pick(place.address));
    if (place.basis) sheet.text(words.basisOf({ basis: pick(place.basis) }));
  }
  list(sheet, words.basis, guide.basis.map(pick));
  if (guide.responsible) line(sheet, words.responsible, pick(guide.responsible));
  sheet.space(8);
  sheet.rule();
  sheet.space(8);
  if (guide.complaintPhone)
    sheet.text(words.complaints({ phone: guide.complaintPhone }), { align: 'center' });
  sheet.text(words.printedAt({ time: sheet.time(content.printedAt, content.timeZone) }), { align: 'center' });
  sheet.text(words.version({ version: guide.version }), { align: 'center' });
  return endSheet(sheet);
}

/** A section of several points; none where there are none. */
function list(sheet: Sheet, title: string, points: string[], counted = false): void {
  if (points.length === 0) return;
  section(sheet, title);
  for (const [index, point] of points.entries()) {
    sheet.text(point, { bullet: counted ? `${index + 1}. ` : sheet.words.bullet });
  }
}

function line(sheet: Sheet, title: string, text: string): void {
  section(sheet, title);
  sheet.text(text);
}

const bracketed = ({ pick, words }: Sheet, note: Localized | undefined): string =>
  note ? words.bracketed({ text: pick(note) }) : '';
