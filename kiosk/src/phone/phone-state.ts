import { installedLanguages, known } from '@jiaohao/shared/client/languages.ts';
import type { Connection } from '@jiaohao/shared/client/live.ts';
import type { PhoneView } from '@jiaohao/shared/contract/ticket.ts';
import { type Language, nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { computed, signal } from '@preact/signals';
import { commonTexts, spokenLanguages } from '../texts.ts';
import { phaseOf } from './phase.ts';
import { phoneTexts } from './phone-texts.ts';

/** What the phone page shows. `browserLanguage` speaks until the ticket's own language is known. */
export function createPhoneState(browserLanguage: string) {
  const view = signal<PhoneView | null>(null);
  const unknown = signal(false);
  const connection = signal<Connection>('connecting');
  const chosen = signal<Language | null>(null);
  const asking = signal(false);
  const sending = signal<'cancel' | 'rating' | null>(null);
  /** The hub's sentence when it refused what was pressed. */
  const problem = signal('');
  /** The turn that was rated from here: the thanks come at once, the snapshot may come later. */
  const ratedTurn = signal<string | null>(null);

  const languages = computed(() => spokenLanguages(view.value?.languages, installedLanguages));
  /** Spoken as soon as its words are here. */
  const wanted = computed(
    () => chosen.value ?? nearestLanguage(view.value?.language ?? browserLanguage, installedLanguages),
  );
  const language = computed<Language>(() => nearestLanguage(wanted.value, known.value));
  const phase = computed(() => {
    if (!view.value) return null;
    const phase = phaseOf(view.value);
    return phase === 'rate' && ratedTurn.value === view.value.turnId ? 'thanks' : phase;
  });
  const t = computed(() => phoneTexts(language.value, view.value?.profile));
  const c = computed(() => commonTexts(language.value, view.value?.profile));
  /** In the middle of a press: no reload now. */
  const busy = computed(() => asking.value || sending.value !== null || phase.value === 'rate');

  return {
    view,
    unknown,
    connection,
    chosen,
    asking,
    sending,
    problem,
    ratedTurn,
    languages,
    wanted,
    language,
    phase,
    t,
    c,
    busy,
  };
}

export type PhoneState = ReturnType<typeof createPhoneState>;
