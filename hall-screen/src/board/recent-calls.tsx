import { ArrowIcon } from '@jiaohao/shared/ui/icons.tsx';
import { Both } from '../both.tsx';
import type { HallState } from '../hall-state.ts';
import { RECENT_CALLS } from './shown-calls.ts';

const SLOTS = Array.from({ length: RECENT_CALLS }, (_, slot) => slot);

/** The calls before, each in a slot that is always there; those still to be spoken carry a mark. */
export function RecentCalls({ hall }: { hall: HallState }) {
  const { recent } = hall.calls.value;
  const waiting = new Set(hall.speech.value.waiting.map(({ id }) => id));
  return (
    <>
      <h2 class="visually-hidden">
        <Both text={(texts) => texts.recentCalls} />
      </h2>
      <ol class="recent">
        {SLOTS.map((slot) => {
          const call = recent[slot];
          return call ? (
            <li key={slot} data-waiting={waiting.has(call.id)}>
              <b>{call.number}</b>
              <ArrowIcon />
              <span class="counter">
                <b>{call.counter}</b>
                <span class="word">
                  <Both text={(texts) => texts.counterWord} />
                </span>
              </span>
              {waiting.has(call.id) && (
                <span class="visually-hidden">
                  <Both text={(texts) => texts.awaitingSpeech} />
                </span>
              )}
            </li>
          ) : (
            <li key={slot} class="free" aria-hidden="true" />
          );
        })}
      </ol>
    </>
  );
}
