import { randomId } from '@jiaohao/shared/client/random-id.ts';
import type { Guide } from '@jiaohao/shared/contract/guide.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { type Signal, signal } from '@preact/signals';

/** What a guide says once. */
const TEXTS = ['form', 'where', 'timeLimit', 'responsible'] as const;
export type TextName = (typeof TEXTS)[number];

type Part = 'text' | 'name' | 'note' | 'matter' | 'office' | 'contact' | 'address' | 'basis';
interface Shape {
  parts: readonly [Part, ...Part[]];
  /** Without these a row says nothing. */
  needed: readonly Part[];
  /** Rows, as the format has it. */
  most: number;
}
const LINES: Shape = { parts: ['text'], needed: ['text'], most: 20 };

/** What a guide lists, and of what a row of each list consists. */
export const LISTS = {
  materials: { parts: ['name', 'note'], needed: ['name'], most: 30 },
  bring: LINES,
  conditions: LINES,
  procedure: LINES,
  notHandled: LINES,
  elsewhere: {
    parts: ['matter', 'office', 'contact', 'address', 'basis'],
    needed: ['matter', 'office'],
    most: 10,
  },
  basis: LINES,
} satisfies Record<string, Shape>;
export type ListName = keyof typeof LISTS;
const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** As the form shows them: in the order in which people read the guide. */
export const ORDER = [
  'materials',
  'bring',
  'form',
  'where',
  'conditions',
  'procedure',
  'timeLimit',
  'fee',
  'notHandled',
  'elsewhere',
  'basis',
  'responsible',
  'complaintPhone',
] as const;

export interface Row {
  /** Of a material or an office: the guide's own, which stands in the log. Of a line: the form's. */
  id: string;
  texts: readonly { part: Part; text: Signal<Localized> }[];
  phone: Signal<string>;
}

/** A guide as the form holds it: a signal for each thing that is written. */
export interface GuideDraft {
  texts: Record<TextName, Signal<Localized>>;
  lists: Record<ListName, Signal<readonly Row[]>>;
  fee: Signal<'unsaid' | 'free' | 'charged'>;
  standard: Signal<Localized>;
  complaintPhone: Signal<string>;
}

export function draftOf(guide: Guide = {}): GuideDraft {
  const rows = (list: ListName): Row[] =>
    (guide[list] ?? []).map((entry) =>
      list === 'materials' || list === 'elsewhere'
        ? rowOf(list, entry as Entry)
        : rowOf(list, { id: randomId(), text: entry as Localized }),
    );
  return {
    texts: recordOf(TEXTS, (name) => signal(guide[name] ?? {})),
    lists: recordOf(LIST_NAMES, (list) => signal(rows(list))),
    fee: signal(guide.fee ? (guide.fee.charged ? 'charged' : 'free') : 'unsaid'),
    standard: signal(guide.fee?.standard ?? {}),
    complaintPhone: signal(guide.complaintPhone ?? ''),
  };
}

type Entry = { id: string; phone?: string } & Partial<Record<Part, Localized>>;

const rowOf = (list: ListName, { id, phone = '', ...texts }: Entry): Row => ({
  id,
  texts: LISTS[list].parts.map((part) => ({ part, text: signal(texts[part] ?? {}) })),
  phone: signal(phone),
});

/** An empty row. What it names has an id that no other paper or office ever had. */
export const newRow = (list: ListName): Row => rowOf(list, { id: `${list}-${randomId().slice(0, 12)}` });

/** The guide that was written: blanks around texts fall away, and so do texts and rows in which nothing stands. */
export function guideIn(draft: GuideDraft, languages: readonly string[]): Guide {
  const said = (text: Signal<Localized>) => written(text.value, languages);
  const texts = TEXTS.map((name) => [name, said(draft.texts[name])] as const);
  const lists = LIST_NAMES.map((list) => {
    const rows = draft.lists[list].value.filter((row) => !isBlank(row, languages));
    return [list, rows.map((row) => entryOf(list, row, said))] as const;
  });
  const standard = said(draft.standard);
  const complaintPhone = draft.complaintPhone.value.trim();
  return {
    ...Object.fromEntries(texts.filter(([, text]) => text !== undefined)),
    ...Object.fromEntries(lists.filter(([, entries]) => entries.length > 0)),
    ...(draft.fee.value !== 'unsaid' && {
      fee: { charged: draft.fee.value === 'charged', ...(standard && { standard }) },
    }),
    ...(complaintPhone && { complaintPhone }),
  };
}

function entryOf(
  list: ListName,
  { id, texts, phone }: Row,
  said: (text: Signal<Localized>) => Localized | undefined,
): Entry | Localized {
  const parts = texts.flatMap(({ part, text }) => {
    const words = said(text);
    // A row that says something has all that is needed, if only as an empty text: previews read it.
    return words || LISTS[list].needed.some((each) => each === part) ? [[part, words ?? {}] as const] : [];
  });
  const named = Object.fromEntries(parts) as Partial<Record<Part, Localized>>;
  if (list !== 'materials' && list !== 'elsewhere') return named.text ?? {};
  return { id, ...named, ...(phone.value.trim() && { phone: phone.value.trim() }) };
}

/** Undefined where no language of the hall has words. Words in other languages stay with those that have. */
function written(text: Localized, languages: readonly string[]): Localized | undefined {
  if (languages.every((tag) => !text[tag]?.trim())) return undefined;
  const own = languages.map((tag) => [tag, oneLine(text[tag] ?? '')] as const).filter(([, words]) => words);
  const others = Object.entries(text).filter(([tag]) => !languages.includes(tag));
  return Object.fromEntries([...own, ...others]);
}

/** What is written over several lines, or pasted so, is one entry of a list: screens and slips break it themselves. */
const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');

export const isBlank = ({ texts, phone }: Row, languages: readonly string[]): boolean =>
  phone.value.trim() === '' && texts.every(({ text }) => written(text.value, languages) === undefined);

/** The languages in which `text` is still to be written: all or none of them, unless it is `needed`. */
export function lackingIn(languages: readonly string[], text: Localized, needed = false): string[] {
  const lacking = languages.filter((tag) => !text[tag]?.trim());
  return needed || lacking.length < languages.length ? lacking : [];
}

export const isNeeded = (list: ListName, part: Part): boolean =>
  (LISTS[list].needed as readonly Part[]).includes(part);

export const textId = (name: TextName | 'standard'): string => `guide-${name}`;
export const partId = (list: ListName, row: Row, part: Part): string => `guide-${list}-${row.id}-${part}`;

/** The fields in which words are missing, by their ids, in the order of the form. */
export function unwritten(draft: GuideDraft, languages: readonly string[]): string[] {
  const fields = (id: string, text: Signal<Localized>, needed = false) =>
    lackingIn(languages, text.value, needed).map((tag) => `${id}-${tag}`);
  return ORDER.flatMap((name) => {
    if (name === 'complaintPhone') return [];
    if (name === 'fee') return draft.fee.value === 'unsaid' ? [] : fields(textId('standard'), draft.standard);
    if (isList(name))
      return draft.lists[name].value
        .filter((row) => !isBlank(row, languages))
        .flatMap((row) =>
          row.texts.flatMap(({ part, text }) => fields(partId(name, row, part), text, isNeeded(name, part))),
        );
    return fields(textId(name), draft.texts[name]);
  });
}

export const isList = (name: string): name is ListName => name in LISTS;

const recordOf = <Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;
