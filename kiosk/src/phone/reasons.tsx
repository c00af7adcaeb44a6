import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import type { PhoneProps } from './phone-props.ts';

/** The level from which people are asked what was good rather than what to do better. */
const CONTENT = 4;
const COMMENT_LENGTH = 500;

/** After the press: a few words to choose from and room for one's own; none of it is a duty. */
export function Reasons({ state, actions, title: Title }: PhoneProps & { title: 'h1' | 'h2' }) {
  const t = state.t.value;
  const chosen = useSignal<readonly string[]>([]);
  const comment = useSignal('');
  const sending = state.sending.value !== null;
  const said = chosen.value.length > 0 || comment.value.trim() !== '';
  const good = (state.telling.value?.level ?? CONTENT) >= CONTENT;

  function toggle(id: string) {
    const without = chosen.value.filter((one) => one !== id);
    chosen.value = without.length < chosen.value.length ? without : [...without, id];
  }

  return (
    <section class="status reasons" data-phase="reasons">
      <Title>{t.thanks}</Title>
      <p id="why">{good ? t.whyGood : t.whyBetter}</p>
      <ul aria-labelledby="why">
        {state.reasons.value.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              class="chip"
              aria-pressed={chosen.value.includes(id)}
              onClick={() => toggle(id)}
            >
              {words(name, state.language.value)}
            </button>
          </li>
        ))}
      </ul>
      <label for="comment">{t.comment}</label>
      <textarea
        id="comment"
        rows={3}
        maxLength={COMMENT_LENGTH}
        value={comment.value}
        onInput={(event) => {
          comment.value = event.currentTarget.value;
        }}
      />
      <p class="problem" role="alert">
        {state.problem.value}
      </p>
      <button
        type="button"
        class={said ? 'send said' : 'send'}
        disabled={sending}
        onClick={() => void actions.explain(chosen.value, comment.value)}
      >
        {sending ? t.rateSending : said ? t.send : t.skip}
      </button>
    </section>
  );
}
