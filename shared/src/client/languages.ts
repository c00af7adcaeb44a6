import { computed, effect, signal } from '@preact/signals';
import type { AboutHall } from '../contract/screens.ts';
import { knownLanguages, LANGUAGES, type Language, nearestLanguage } from '../i18n/language.ts';
import type { LanguageFile } from '../i18n/language-file.ts';
import { learn } from '../i18n/library.ts';
import type { HallProfile } from '../i18n/profiles.ts';
import { createApi } from './api.ts';
import { recall, remember } from './storage.ts';

/** Each language that was added is a chunk of its own, fetched by the screens of halls that speak it. */
const FILES = import.meta.glob<{ language: LanguageFile }>('../i18n/languages/*.ts');
const tagOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
const fileOf = new Map(Object.keys(FILES).map((path) => [tagOf(path), FILES[path]]));

/** All languages that this build holds. */
export const installedLanguages: readonly Language[] = [...LANGUAGES, ...fileOf.keys()];

/** Those that this page can speak at once. */
export const known = signal<readonly Language[]>(knownLanguages());

/** Whose words this page uses: its hall's, from the first snapshot on. */
export const hallProfile = signal<HallProfile | undefined>(undefined);

/** Fetches what of `tags` is installed and not known yet. One that cannot be fetched is asked for again next time. */
export async function bringLanguages(tags: readonly string[]): Promise<void> {
  const wanted = tags.filter((tag) => fileOf.has(tag) && known.peek().indexOf(tag) < 0);
  for (const tag of wanted) {
    try {
      const file = await fileOf.get(tag)?.();
      if (file) learn(file.language);
    } catch {
      // The hub is away: the page goes on in a language that it has.
    }
  }
  if (wanted.length > 0) known.value = knownLanguages();
}

/** For pages that people open before they sign in. A hub that does not answer leaves the usual words. */
export async function askAboutHall(): Promise<void> {
  try {
    const { profile } = await createApi().get<AboutHall>('/api/hall/about');
    hallProfile.value ??= profile;
  } catch {
    // The page says itself that the hub is away.
  }
}

/** A member of staff's language: the one chosen on this machine, else the browser's. Kept in `slot`. */
export function createLanguageChoice(slot: string) {
  const chosen = signal(nearestLanguage(recall(slot) ?? navigator.language, installedLanguages));
  effect(() => void bringLanguages([chosen.value]));
  return {
    language: computed(() => nearestLanguage(chosen.value, known.value)),
    choose(tag: Language): void {
      chosen.value = tag;
      remember(slot, tag);
    },
  };
}
