import { installedLanguages, known } from '@jiaohao/shared/client/languages.ts';
import type { Connection } from '@jiaohao/shared/client/live.ts';
import type { RatingReason, RatingReasons } from '@jiaohao/shared/contract/rating-reasons.ts';
import type { PhoneView } from '@jiaohao/shared/contract/ticket.ts';
import { type Language, nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import type { Level } from '@jiaohao/shared/ui/faces.tsx';
import { computed, signal } from '@preact/signals';
import { commonTexts, spokenLanguages } from '../texts.ts';
import { mayAsk, phaseOf, questionOf } from './phase.ts';
import { phoneTexts } from './phone-texts.ts';

/** What the phone page shows. `browserLanguage` speaks until the ticket's own language is known. */
export function createPhoneState(browserLanguage: string) {
  const view = signal<PhoneView | null>(null);
  const unknown = signal(false);
  const connection = signal<Connection>('connecting');
  const chosen = signal<Language | null>(null);
  const asking = signal(false);
  /** The guide of the service is unfolded. */
  const reading = signal(false);
  const sending = signal<'cancel' | 'rating' | 'rating/reasons' | null>(null);
  /** The hub's sentence when it refused what was pressed. */
  const problem = signal('');
  /** The turns that were rated here: the thanks come at once, the snapshot may come later. */
  const rated = signal<readonly string[]>([]);
  /** The press whose reasons may be told; null once they are, or were left out. */
  const telling = signal<{ turnId: string; level: Level } | null>(null);

  const languages = computed(() => spokenLanguages(view.value?.languages, installedLanguages));
  /** Spoken as soon as its words are here. */
  const wanted = computed(
    () => chosen.value ?? nearestLanguage(view.value?.language ?? browserLanguage, installedLanguages),
  );
  const language = computed<Language>(() => nearestLanguage(wanted.value, known.value));
  const served = computed(() =>
    (view.value?.served ?? []).map((turn) =>
      rated.value.includes(turn.turnId) ? { ...turn, rating: 'done' as const } : turn,
    ),
  );
  const phase = computed(() => view.value && phaseOf({ ...view.value, served: served.value }));
  const t = computed(() => phoneTexts(language.value, view.value?.profile));
  const c = computed(() => commonTexts(language.value, view.value?.profile));
  /** The reasons to choose from: after a press made here, until they are told. */
  const reasons = computed<readonly RatingReason[]>(() => {
    const press = telling.value;
    if (!press || !served.value.some(({ turnId }) => turnId === press.turnId)) return [];
    return view.value?.ratingReasons?.lists[String(press.level) as keyof RatingReasons] ?? [];
  });
  /** The service that is asked about now. */
  const question = computed(() =>
    phase.value && mayAsk(phase.value) && reasons.value.length === 0 ? questionOf(served.value) : null,
  );
  /** In the middle of a press: no reload now. */
  const busy = computed(
    () => asking.value || sending.value !== null || phase.value === 'rate' || reasons.value.length > 0,
  );

  return {
    view,
    unknown,
    connection,
    chosen,
    asking,
    reading,
    sending,
    problem,
    rated,
    telling,
    served,
    reasons,
    question,
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
