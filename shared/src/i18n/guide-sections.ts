import type { Elsewhere } from '../contract/guide.ts';
import type { GuideContent } from '../contract/guide-content.ts';
import type { Localized } from '../contract/text.ts';
import type { GuideWords } from './zh-CN/guide.ts';

export interface GuidePoint {
  text: string;
  /** Lines that belong under it. */
  more: string[];
}

export interface GuideSection {
  key:
    | 'materials'
    | 'form'
    | 'conditions'
    | 'procedure'
    | 'timeLimit'
    | 'fee'
    | 'notHandled'
    | 'elsewhere'
    | 'basis'
    | 'responsible';
  title: string;
  /** Counted, listed, or one plain line after the other. */
  as: 'steps' | 'points' | 'words';
  points: GuidePoint[];
}

/**
 * A guide in the words of one language, the same on every screen and on paper, in the order in which
 * people ask: what to bring, where, whether they may, how long, how much; then by what right. What a guide
 * does not say has no section.
 */
export function guideSections(
  guide: GuideContent,
  words: GuideWords,
  pick: (text: Localized) => string,
): GuideSection[] {
  const lines = (texts: string[]): GuidePoint[] => texts.map((text) => ({ text, more: [] }));
  const one = (text: Localized | null) => (text ? lines([pick(text)]) : []);
  const { fee } = guide;
  const standard = fee?.standard ? pick(fee.standard) : '';
  const sections: Omit<GuideSection, 'title'>[] = [
    {
      key: 'materials',
      as: 'steps',
      points: lines(
        guide.materials.map(({ name, note }) =>
          note ? words.withNote({ name: pick(name), note: pick(note) }) : pick(name),
        ),
      ),
    },
    { key: 'form', as: 'words', points: guide.form ? [...one(guide.form), ...one(guide.where)] : [] },
    { key: 'conditions', as: 'points', points: lines(guide.conditions.map(pick)) },
    { key: 'procedure', as: 'steps', points: lines(guide.procedure.map(pick)) },
    { key: 'timeLimit', as: 'words', points: one(guide.timeLimit) },
    {
      key: 'fee',
      as: 'words',
      points: fee ? lines([fee.charged ? words.charged({ standard }) : words.free({ standard })]) : [],
    },
    { key: 'notHandled', as: 'points', points: lines(guide.notHandled.map(pick)) },
    {
      key: 'elsewhere',
      as: 'points',
      points: guide.elsewhere.map((place) => placeWords(place, words, pick)),
    },
    { key: 'basis', as: 'points', points: lines(guide.basis.map(pick)) },
    { key: 'responsible', as: 'words', points: one(guide.responsible) },
  ];
  return sections
    .filter(({ points }) => points.length > 0)
    .map((section) => ({ ...section, title: words[section.key] }));
}

/** Who does it, and how to reach them: 承办的单位、承办人、联系电话、依据. */
function placeWords(place: Elsewhere, words: GuideWords, pick: (text: Localized) => string): GuidePoint {
  const office = pick(place.office);
  const more = [place.contact ? words.officeAndContact({ office, contact: pick(place.contact) }) : office];
  if (place.phone) more.push(words.phone({ phone: place.phone }));
  if (place.address) more.push(pick(place.address));
  if (place.basis) more.push(words.basisOf({ basis: pick(place.basis) }));
  return { text: pick(place.matter), more };
}
