import type { Api } from '@jiaohao/shared/client/api.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type CounterChoice, enterChooses, heldBy, matching } from './counter-choice.ts';
import { failureWords } from './failure.ts';
import { strokeOf } from './keys.ts';
import { LanguageButton } from './language-button.tsx';
import { lastCounter } from './place.ts';
import type { SessionState } from './session.ts';
import { language, texts } from './texts.ts';

const REFRESH_MS = 3000;

/** Which counter? A number and Enter on the numpad, or a click. */
export function CounterPicker({
  api,
  me,
  state,
  onChoose,
  onSetPin,
}: {
  api: Api;
  me: WhoAmI;
  state: SessionState;
  /** `held`: the counter that this person holds, where another that is free was chosen. */
  onChoose: (id: string, held: string | null) => void;
  onSetPin: () => void;
}) {
  const t = texts.value;
  const counters = useSignal<CounterChoice[] | null>(null);
  const typed = useSignal('');
  const problem = useSignal('');

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function load() {
      try {
        const answer = await api.get<{ counters: CounterChoice[] }>('/api/counters');
        if (gone) return;
        counters.value = answer.counters;
        problem.value = '';
      } catch (error) {
        if (!gone) problem.value = failureWords(error);
      }
      if (!gone) timer = setTimeout(load, REFRESH_MS);
    }
    void load();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [api, counters, problem]);

  function pick(choice: CounterChoice): void {
    // Helping at somebody's counter is no reason to leave one's own.
    const held = choice.state === 'closed' ? heldBy(counters.value ?? [], me.id) : null;
    onChoose(choice.id, held?.id ?? null);
  }

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const stroke = strokeOf(event);
      const onButton = event.target instanceof HTMLButtonElement;
      if (!stroke || event.repeat) return;
      if (stroke.kind === 'digit') typed.value = (typed.value + stroke.digit).slice(-3);
      else if (stroke.kind === 'backspace' || stroke.kind === 'subtract')
        typed.value = typed.value.slice(0, -1);
      else if (stroke.kind === 'escape') {
        // What was typed first, then the page: whoever only looked goes back to their own counter.
        const own = typed.value === '' ? heldBy(counters.value ?? [], me.id) : null;
        typed.value = '';
        if (own) pick(own);
      } else if (stroke.kind === 'enter' && !onButton) {
        const choice = enterChooses(counters.value ?? [], typed.value, lastCounter(), me.id);
        if (choice) pick(choice);
        else if (typed.value) problem.value = texts.value.noSuchCounter({ number: typed.value });
      } else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [counters, typed, problem, me.id, onChoose]);

  const list = counters.value;
  const byEnter = enterChooses(list ?? [], typed.value, lastCounter(), me.id);
  const held = heldBy(list ?? [], me.id);
  const shown = matching(list ?? [], typed.value);
  const isNone = list !== null && typed.value !== '' && shown.length === 0;
  return (
    <main class="entry picker">
      <section>
        <header>
          <h1>{t.chooseCounter}</h1>
          <output aria-label={t.number}>{typed.value}</output>
        </header>
        <p>{list?.length === 0 ? t.noCounters : held ? t.change.yourCounter(held) : t.chooseHint}</p>
        <p class="problem" role="alert">
          {problem.value || (isNone && t.noSuchCounter({ number: typed.value }))}
        </p>
        <ul>
          {shown.map((counter) => (
            <li key={counter.id}>
              <button
                type="button"
                class="choice"
                data-state={counter.state}
                data-enter={counter.id === byEnter?.id}
                onClick={() => pick(counter)}
              >
                <b>{counter.number}</b>
                <span>{words(counter.name, language.value)}</span>
                <small>{stateWords(counter, me)}</small>
              </button>
            </li>
          ))}
        </ul>
        <footer>
          <span>{me.name}</span>
          <LanguageButton className="plain" />
          <button type="button" class="plain" onClick={onSetPin}>
            {me.reliefPin ? t.relief.change : t.relief.set}
          </button>
          <button
            type="button"
            class="plain"
            onClick={() => void state.signOut().catch((error) => (problem.value = failureWords(error)))}
          >
            {t.signOut}
          </button>
        </footer>
      </section>
    </main>
  );
}

function stateWords(counter: CounterChoice, me: WhoAmI): string {
  const t = texts.value;
  if (counter.state === 'closed') return counter.id === lastCounter() ? t.lastTime : t.free;
  return counter.clerkId === me.id ? t.yours : t.heldBy({ name: counter.clerkName ?? '' });
}
