import { LANGUAGES, type Language } from '@jiaohao/shared/i18n/language.ts';
import { computed, effect, signal } from '@preact/signals';
import { spokenLanguages } from '../texts.ts';

/** How one person wants the screen; the next one finds the hall's default again. */
export function createComfort() {
  const languages = signal<Language[]>([...LANGUAGES]);
  const chosen = signal<Language | null>(null);
  const largeText = signal(false);
  const highContrast = signal(false);
  const lowPosition = signal(false);

  const language = computed<Language>(() => chosen.value ?? languages.value[0] ?? LANGUAGES[0]);
  const isDefault = computed(
    () => chosen.value === null && !largeText.value && !highContrast.value && !lowPosition.value,
  );

  return {
    languages,
    language,
    largeText,
    highContrast,
    lowPosition,
    isDefault,
    offer(hall: readonly string[]): void {
      const spoken = spokenLanguages(hall);
      if (spoken.join() !== languages.value.join()) languages.value = spoken;
    },
    choose(next: Language): void {
      chosen.value = next === languages.value[0] ? null : next;
    },
    reset(): void {
      chosen.value = null;
      largeText.value = false;
      highContrast.value = false;
      lowPosition.value = false;
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
