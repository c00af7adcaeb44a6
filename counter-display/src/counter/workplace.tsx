import type { Api } from '@jiaohao/shared/client/api.ts';
import { connectLive } from '@jiaohao/shared/client/live.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { HubLost } from '@jiaohao/shared/ui/connection.tsx';
import { useSignal, useSignalEffect } from '@preact/signals';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { CounterPicker } from './counter-picker.tsx';
import { Desk } from './desk.tsx';
import { NewPassword } from './new-password.tsx';
import { NewPin } from './new-pin.tsx';
import { counterInAddress, rememberCounter } from './place.ts';
import { isExpired, type SessionState } from './session.ts';
import { type Arrival, createTerminal, type Terminal } from './terminal.ts';
import { texts } from './texts.ts';

/** A signed-in person's page: a counter, or the choice of one. */
export function Workplace({ api, state, me }: { api: Api; state: SessionState; me: WhoAmI }) {
  const address = counterInAddress();
  const counterId = useSignal(me.counterId ?? address);
  /** The counter asked for by somebody who holds another: the page of that one asks what becomes of it. */
  const wanted = useSignal(me.counterId !== null && address !== me.counterId && !me.byPin ? address : null);
  const arrival = useSignal<Arrival | null>(null);
  /** What of one's own is being changed instead of working. */
  const changing = useSignal<'password' | 'pin' | null>(null);
  const terminal = useSignal<Terminal | null>(null);
  // A newer build waits until nobody is at the counter: a page that reloads under the hands costs a press.
  const live = useMemo(
    () =>
      connectLive(() => ({}), {
        reloadWhen: () => terminal.value === null || terminal.value.restful(),
      }),
    [terminal],
  );
  useEffect(() => () => live.stop(), [live]);

  useSignalEffect(() => {
    if (isExpired(live.refused.value)) state.expired();
  });

  useEffect(() => {
    if (counterId.value === null) return;
    const here = counterId.value;
    const made = createTerminal({
      api,
      live,
      me,
      counterId: here,
      arrival: arrival.value,
      onExpired: state.expired,
      onElsewhere: (held) => {
        wanted.value = here;
        counterId.value = held;
      },
      onChanged: (to, what) => {
        arrival.value = what;
        rememberCounter(to);
        counterId.value = to;
      },
    });
    arrival.value = null;
    terminal.value = made;
    return () => {
      made.stop();
      terminal.value = null;
    };
  }, [api, live, me, state, counterId.value, terminal]);

  const choose = useCallback(
    (id: string | null, held: string | null = null) => {
      wanted.value = held === null || held === id ? null : id;
      rememberCounter(held ?? id);
      counterId.value = held ?? id;
    },
    [counterId, wanted],
  );
  const asked = useCallback(
    (mine: boolean) => {
      const id = wanted.value;
      wanted.value = null;
      if (!mine) choose(id);
    },
    [wanted, choose],
  );
  const chooseAnother = useCallback(() => choose(null), [choose]);

  const done = () => {
    changing.value = null;
  };
  const setPin = () => {
    changing.value = 'pin';
  };

  return (
    <>
      <HubLost connection={live.connection.value} text={texts.value.hubLost} />
      {changing.value === 'password' ? (
        <NewPassword state={state} me={me} onDone={done} />
      ) : changing.value === 'pin' ? (
        <NewPin state={state} me={me} onDone={done} />
      ) : counterId.value !== null && terminal.value ? (
        <Desk
          key={terminal.value.counterId}
          terminal={terminal.value}
          // Not by the page that is about to go.
          wanted={terminal.value.counterId === counterId.value ? wanted.value : null}
          onAsked={asked}
          connection={live.connection.value}
          onOtherCounter={chooseAnother}
          onChangePassword={() => (changing.value = 'password')}
          onSetPin={setPin}
          onRelieved={state.become}
          onSignOut={state.signOut}
        />
      ) : (
        <CounterPicker api={api} me={me} state={state} onChoose={choose} onSetPin={setPin} />
      )}
    </>
  );
}
