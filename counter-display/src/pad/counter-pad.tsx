import { createApi } from '@jiaohao/shared/client/api.ts';
import { connectLive } from '@jiaohao/shared/client/live.ts';
import { HubLost } from '@jiaohao/shared/ui/connection.tsx';
import { EmergencyScreen } from '@jiaohao/shared/ui/emergency-screen.tsx';
import { useComputed, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { createPadState } from './pad-state.ts';
import { createQuestionVoice } from './question-voice.ts';
import { RatingForm } from './rating-form.tsx';
import { ReasonsForm } from './reasons-form.tsx';
import { REASONS_MS, reasonsOf } from './scene.ts';
import { SceneWords } from './scene-words.tsx';
import { spokenQuestion, tongues } from './texts.ts';

/** What stands in front of the customer. */
export function CounterPad({ token, onRevoked }: { token: string; onRevoked: () => void }) {
  const { live, state } = useMemo(() => {
    const made = connectLive(() => ({ token }), {
      // Never under a finger.
      reloadWhen: () => state.scene.value?.kind !== 'rating' && state.scene.value?.kind !== 'reasons',
    });
    const state = createPadState(
      createApi({ token: () => token, language: () => document.documentElement.lang }),
      made,
    );
    return { live: made, state };
  }, [token]);
  useEffect(
    () => () => {
      state.stop();
      live.stop();
    },
    [live, state],
  );
  useSignalEffect(() => {
    const refused = live.refused.value;
    if (refused === 'device-revoked' || refused === 'not-signed-in') onRevoked();
  });

  const voice = useMemo(() => createQuestionVoice(token), [token]);
  const asked = useComputed(() => {
    const scene = state.scene.value;
    return scene?.kind === 'rating' ? scene.turnId : null;
  });
  // Once for each customer asked, and no longer than they are.
  useSignalEffect(() => {
    if (asked.value === null) return;
    const { languages = [], asking } = state.view.peek() ?? {};
    void voice.say(spokenQuestion(asking?.audio ?? null, languages));
    return () => voice.hush();
  });

  const view = state.view.value;
  const scene = state.scene.value;
  const { first, second } = tongues(view?.languages ?? ['zh-CN', 'en'], view?.ticket?.language);
  document.documentElement.lang = first.language;
  document.title = first.pad.title;
  const lost = <HubLost connection={live.connection.value} text={hubLostWords()} />;
  function hubLostWords(): string {
    return [first, second].map((tongue) => tongue?.pad.hubLost).join(' ');
  }

  if (!view || !scene) {
    return (
      <>
        {lost}
        <main class="pad-waiting">
          <p role="status">{first.common.connecting}</p>
        </main>
      </>
    );
  }
  // `3 号窗口`, but `Counter 3`.
  const unitLast = first.common
    .counter({ number: view.counter.number })
    .startsWith(String(view.counter.number));
  const number = scene.kind === 'rating' ? scene.number : scene.kind === 'reasons' ? '' : view.ticket?.number;
  // While somebody is asked, whose service it was: another clerk may have taken over meanwhile.
  const asksAbout = scene.kind === 'rating' || scene.kind === 'reasons' ? view.rating?.clerk : null;
  const clerk = asksAbout ?? (view.state === 'closed' ? null : view.clerk);
  return (
    <div class="pad" data-scene={scene.kind}>
      {lost}
      <header>
        <h1>
          {!unitLast && <small class="unit">{first.pad.counterWord}</small>}
          {view.counter.number}
          {unitLast && <small class="unit">{first.pad.counterWord}</small>}
        </h1>
        {clerk && (
          <p class="clerk">
            {clerk.name}
            {clerk.staffNumber && (
              <small class="staff">{first.pad.staffNumber({ number: clerk.staffNumber })}</small>
            )}
          </p>
        )}
        <p class="ticket">{number}</p>
      </header>
      {view.emergency && <EmergencyScreen emergency={view.emergency} languages={view.languages} />}
      {scene.kind === 'rating' ? (
        <RatingForm
          key={scene.turnId}
          turnId={scene.turnId}
          secondsLeft={scene.secondsLeft}
          ofSeconds={view.rules.ratingSeconds}
          first={first}
          second={second}
          digits={state.keyed.value}
          onKey={state.useKeys}
          rate={(turnId, level) => state.rate(view.counter.id, turnId, level)}
        />
      ) : scene.kind === 'reasons' ? (
        <ReasonsForm
          key={`why ${scene.turnId}`}
          level={scene.level}
          reasons={reasonsOf(view, scene.level)}
          secondsLeft={scene.secondsLeft}
          ofSeconds={REASONS_MS / 1000}
          first={first}
          second={second}
          digits={state.keyed.value}
          onKey={state.useKeys}
          tell={(reasons) => state.explain(view.counter.id, scene.turnId, reasons)}
        />
      ) : (
        <SceneWords scene={scene} first={first} second={second} />
      )}
    </div>
  );
}
