import type { Announced, EmergencyView } from '@jiaohao/shared/contract/announcements.ts';
import type { CallEntry } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { DayState } from '../state.ts';

/** The words of an announcement that were written for the occasion; null where they were erased. */
export type WordsOf = (textId: string) => Localized | null;
type AudioOf = (id: string) => CallEntry['audio'];

/** What is in force, in the words that everybody reads; undefined: no emergency. */
export function emergencyOf({ emergency }: DayState): EmergencyView | undefined {
  return emergency
    ? { id: emergency.id, kind: emergency.kind, text: emergency.text, since: emergency.since }
    : undefined;
}

/** What screens show and speak beside calls, oldest first. */
export function announcedNow(day: DayState, now: number, wordsOf: WordsOf, audioOf: AudioOf): Announced[] {
  return day.announcements.flatMap(({ id, at, until, times, text, textId }) => {
    const words = text ?? (textId === null ? null : wordsOf(textId));
    return until > now && words ? [{ id, text: words, at, until, times, audio: audioOf(id) }] : [];
  });
}

/** The words behind an id that screens may fetch the sound of. */
export function wordsAnnounced(day: DayState, id: string, now: number, wordsOf: WordsOf): Localized | null {
  if (day.emergency?.id === id) return day.emergency.text;
  return (
    announcedNow(day, now, wordsOf, () => ({ zh: null, en: null })).find((each) => each.id === id)?.text ??
    null
  );
}
