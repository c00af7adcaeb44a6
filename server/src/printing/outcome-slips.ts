import type { Elsewhere, Material } from '@jiaohao/shared/contract/guide.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { endSheet, headSheet, type Sheet, section, startSheet, type Wording } from './sheet.ts';
import type { SlipLine } from './slip-lines.ts';

/** What a customer takes home when their matter was not done: what is missing, why not, or where to go. */
interface OutcomeSlip extends Wording {
  hallName: Localized;
  number: string;
  serviceName: Localized;
  /** Display number of the counter. */
  counter: number | null;
  at: number;
  timeZone: string;
  /** What the clerk wrote for this customer, from the erasable table. */
  note?: string;
  responsible?: Localized;
  complaintPhone?: string;
}

export type MaterialsSlipContent = OutcomeSlip & { missing: Material[] };
export type RefusalSlipContent = OutcomeSlip & {
  reason: Localized;
  sentence?: Localized;
  basis: Localized[];
};
export type ReferralSlipContent = OutcomeSlip & {
  /** An office elsewhere, or a service of this hall with its name and letter. */
  office: Elsewhere | null;
  service: Localized | null;
};

/** 一次性补正告知: everything that is missing, at once. */
export function layoutMaterials(content: MaterialsSlipContent, profile: PrinterProfile): SlipLine[] {
  const sheet = begin(content, profile, (words) => words.missingTitle);
  const { words, pick } = sheet;
  section(sheet, words.missing);
  for (const { name, note } of content.missing) {
    const item = note ? words.guide.withNote({ name: pick(name), note: pick(note) }) : pick(name);
    sheet.text(item, { bullet: '[  ] ' });
  }
  if (content.note) sheet.text(content.note, { bullet: '[  ] ' });
  sheet.space(8);
  sheet.text(words.missingThen);
  return end(sheet, content);
}

/** 不予受理告知 (否定报备). */
export function layoutRefusal(content: RefusalSlipContent, profile: PrinterProfile): SlipLine[] {
  const sheet = begin(content, profile, (words) => words.refusalTitle);
  const { words, pick } = sheet;
  section(sheet, words.refusalReason);
  sheet.text(pick(content.reason), { bold: true });
  if (content.sentence) sheet.text(pick(content.sentence));
  if (content.note) sheet.text(content.note);
  if (content.basis.length > 0) {
    section(sheet, words.guide.basis);
    for (const each of content.basis) sheet.text(pick(each), { bullet: words.bullet });
  }
  sheet.space(8);
  sheet.text(words.refusalThen);
  return end(sheet, content);
}

/** Where it is done: 承办的单位、承办人、联系电话. */
export function layoutReferral(content: ReferralSlipContent, profile: PrinterProfile): SlipLine[] {
  const sheet = begin(content, profile, (words) => words.referralTitle);
  const { words, pick } = sheet;
  const { office, service } = content;
  section(sheet, words.referralTo);
  if (service) {
    sheet.text(pick(service), { bold: true });
    sheet.text(words.referralService);
  }
  if (office) {
    sheet.text(pick(office.office), { bold: true });
    sheet.text(pick(office.matter));
    if (office.contact) sheet.text(pick(office.contact));
    if (office.phone) sheet.text(words.guide.phone({ phone: office.phone }));
    if (office.address) sheet.text(pick(office.address));
    if (office.basis) sheet.text(words.guide.basisOf({ basis: pick(office.basis) }));
  }
  if (content.note) sheet.text(content.note);
  return end(sheet, content);
}

function begin(
  content: OutcomeSlip,
  profile: PrinterProfile,
  title: (words: Sheet['words']) => string,
): Sheet {
  const sheet = startSheet(content, profile);
  headSheet(sheet, content.hallName, title(sheet.words));
  sheet.space(12);
  sheet.heading(content.number, 2, 1);
  sheet.space(6);
  sheet.text(sheet.pick(content.serviceName), { align: 'center', bold: true });
  return sheet;
}

function end(sheet: Sheet, { counter, at, timeZone, responsible, complaintPhone }: OutcomeSlip): SlipLine[] {
  const { words, pick } = sheet;
  sheet.space(8);
  sheet.rule();
  sheet.space(8);
  if (responsible) sheet.text(words.responsibleIs({ name: pick(responsible) }));
  if (counter !== null) sheet.text(words.handledAt({ counter }));
  sheet.text(words.toldAt({ time: sheet.time(at, timeZone) }));
  if (complaintPhone) sheet.text(words.complaints({ phone: complaintPhone }));
  return endSheet(sheet);
}
