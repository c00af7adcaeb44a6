import { Face, LEVELS } from '@jiaohao/shared/ui/faces.tsx';
import { useEffect } from 'preact/hooks';
import type { PhoneProps } from './phone-props.ts';

/** Five faces with words; one touch is the answer, and none is an answer too. */
export function Rating({ state, actions }: PhoneProps) {
  const t = state.t.value;
  const sending = state.sending.value === 'rating';
  useEffect(actions.ratingShown, []);
  return (
    <section class="status rating" data-phase="rate" aria-live="polite">
      <h1 id="rate">{t.rate}</h1>
      <p>{sending ? t.rateSending : t.rateHint}</p>
      <ul aria-labelledby="rate">
        {LEVELS.map((level) => (
          <li key={level}>
            <button type="button" disabled={sending} onClick={() => void actions.rate(level)}>
              <Face level={level} size={52} />
              <span>{t.levels[level]}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="problem" role="alert">
        {state.problem.value}
      </p>
    </section>
  );
}
