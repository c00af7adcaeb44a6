import { bringLanguages } from '@jiaohao/shared/client/languages.ts';
import { LANGUAGES, type Language } from '@jiaohao/shared/i18n/language.ts';
import { computed, effect, signal } from '@preact/signals';
import { spokenLanguages } from '../texts.ts';

/** How one person wants the screen; the next one finds the hall's default again. */
export function createComfort() {
  const hallLanguages = signal<readonly string[]>(LANGUAGES);
  const languages = computed(() => spokenLanguages(hallLanguages.value));
  const chosen = signal<Language | null>(null);
  const largeText = signal(false);
  const highContrast = signal(false);
  const lowPosition = signal(false);
  /** The list of languages is open, where there are more than two. */
  const choosing = signal(false);
  /** Says aloud what the screen asks and what was issued. */
  const speech = signal(false);

  const language = computed<Language>(() => chosen.value ?? languages.value[0] ?? LANGUAGES[0]);
  const isDefault = computed(
    () =>
      chosen.value === null &&
      ![choosing, largeText, highContrast, lowPosition, speech].some((comfort) => comfort.value),
  );

  return {
    languages,
    language,
    choosing,
    largeText,
    highContrast,
    lowPosition,
    speech,
    isDefault,
    offer(hall: readonly string[]): void {
      if (hall.join() !== hallLanguages.value.join()) hallLanguages.value = hall;
      // Asked for with each menu: what the hub could not give at one time it may at the next.
      void bringLanguages(hall);
    },
    choose(next: Language): void {
      chosen.value = next === languages.value[0] ? null : next;
      choosing.value = false;
    },
    reset(): void {
      chosen.value = null;
      choosing.value = false;
      largeText.value = false;
      highContrast.value = false;
      lowPosition.value = false;
      speech.value = false;
    },
    /** Writes the choice onto the page, where the styles read it. */
    apply(root: HTMLElement): void {
      effect(() => {
        root.lang = language.value;
        root.dataset['text'] = largeText.value ? 'large' : 'normal';
        root.dataset['contrast'] = highContrast.value ? 'high' : 'normal';
        root.dataset['position'] = lowPosition.value ? 'low' : 'normal';
      });
    },
  };
}

export type Comfort = ReturnType<typeof createComfort>;
