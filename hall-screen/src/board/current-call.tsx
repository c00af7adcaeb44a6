import type { CallEntry } from '@jiaohao/shared/contract/screens.ts';
import { ArrowIcon } from '@jiaohao/shared/ui/icons.tsx';
import { Both } from '../both.tsx';
import type { HallState } from '../hall-state.ts';
import { fit } from './fit.ts';

/** The call being spoken, else the newest; the largest thing on the screen. */
export function CurrentCall({ hall, portrait }: { hall: HallState; portrait: boolean }) {
  const { current } = hall.calls.value;
  const { speaking } = hall.speech.value;
  return (
    <div class="current" data-empty={current === null} data-speaking={speaking !== null}>
      {current ? (
        <Call call={current} speaking={speaking !== null} portrait={portrait} />
      ) : (
        <div class="welcome">
          <p class="big">
            <Both text={(texts) => (hall.board.value ? texts.welcome : texts.connecting)} />
          </p>
          {hall.board.value && (
            <p class="hint">
              <Both text={(texts) => texts.welcomeHint} />
            </p>
          )}
        </div>
      )}
      <p class="visually-hidden" aria-live="assertive" aria-atomic="true">
        {current && <Both text={(texts) => texts.sentence(current)} />}
      </p>
    </div>
  );
}

function Call({ call, speaking, portrait }: { call: CallEntry; speaking: boolean; portrait: boolean }) {
  const characters = portrait ? call.number.length : call.number.length + String(call.counter).length;
  return (
    <>
      <h2 class="label">
        <span class="bars" aria-hidden="true">
          <i />
          <i />
          <i />
          <i />
        </span>
        <Both text={(texts) => (speaking ? texts.nowCalling : texts.latestCall)} />
      </h2>
      <div class="figures" style={{ '--fit': fit(characters, portrait ? 5 : 6) }}>
        <b class="number">{call.number}</b>
        <ArrowIcon />
        <span class="counter">
          <b>{call.counter}</b>
          <span class="word">
            <Both text={(texts) => texts.counterWord} />
          </span>
        </span>
      </div>
      <p class="sentence" aria-hidden="true">
        <Both text={(texts) => texts.sentence(call)} />
      </p>
    </>
  );
}
