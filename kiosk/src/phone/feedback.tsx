import { isServed, mayAsk } from './phase.ts';
import type { PhoneProps } from './phone-props.ts';
import { Rating } from './rating.tsx';
import { Reasons } from './reasons.tsx';

/**
 * One question at a time about what was had: in the place of what is over, or beneath the place in the queue while the
 * next service is waited for. Reasons that somebody is about to tell stay, whatever happens meanwhile.
 */
export function Feedback({ state, actions }: PhoneProps) {
  const phase = state.phase.value ?? 'waiting';
  const title = isServed(phase) ? 'h1' : 'h2';
  const turn = state.question.value;
  const telling = state.reasons.value.length > 0;
  const thanks = !turn && !telling && !isServed(phase) && mayAsk(phase) && state.rated.value.length > 0;
  return (
    <div class="feedback" aria-live="polite">
      {turn && <Rating state={state} actions={actions} turn={turn} title={title} key={turn.turnId} />}
      {telling && <Reasons state={state} actions={actions} title={title} key={state.telling.value?.turnId} />}
      {thanks && (
        <section class="status" data-phase="thanked">
          <h2>{state.t.value.thanks}</h2>
        </section>
      )}
    </div>
  );
}
