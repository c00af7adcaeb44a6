import type { ServedTurn } from '@jiaohao/shared/contract/ticket.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { Face, LEVELS } from '@jiaohao/shared/ui/faces.tsx';
import { useEffect, useRef } from 'preact/hooks';
import type { PhoneProps } from './phone-props.ts';
import type { PhoneState } from './phone-state.ts';

type RatingProps = PhoneProps & { turn: ServedTurn; title: 'h1' | 'h2' };

/** Five faces with words; one touch is the answer, and none is an answer too. */
export function Rating({ state, actions, turn, title: Title }: RatingProps) {
  const t = state.t.value;
  const sending = state.sending.value === 'rating';
  const isNamed = state.served.value.length > 1 || state.view.value?.turnId !== turn.turnId;
  const faces = useRef<HTMLUListElement>(null);
  // Asked is who had the faces before their eyes, not below the screen's edge.
  useEffect(() => {
    const sight = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) actions.ratingShown(turn.turnId);
    });
    if (faces.current) sight.observe(faces.current);
    return () => sight.disconnect();
  }, []);
  return (
    <section class="status rating" data-phase="rate">
      <Title id="rate" class={isNamed ? 'named' : undefined}>
        {isNamed ? askingFor(turn, state) : t.rate}
      </Title>
      <p>{sending ? t.rateSending : t.rateHint}</p>
      <ul aria-labelledby="rate" ref={faces}>
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

/** By the name of the service, where the page speaks of another one too. */
function askingFor({ serviceName, counter }: ServedTurn, state: PhoneState): string {
  const t = state.t.value;
  const service = words(serviceName, state.language.value);
  return counter === null ? t.rateService({ service }) : t.rateServiceAt({ service, counter });
}
