import { words } from '@jiaohao/shared/i18n/words.ts';
import { CheckIcon } from '@jiaohao/shared/ui/icons.tsx';
import { Both } from './both.tsx';
import type { Scene } from './scene.ts';
import type { Tongue } from './texts.ts';

/** Everything that is not the question: one sentence, large, and at most one under it. */
export function SceneWords({
  scene,
  first,
  second,
}: {
  scene: Exclude<Scene, { kind: 'rating' | 'reasons' }>;
  first: Tongue;
  second: Tongue | null;
}) {
  const said = sentencesOf(scene);
  return (
    <main class="scene" aria-live="polite">
      {scene.kind === 'thanks' && <CheckIcon size={96} />}
      <h2>
        <Both first={first} second={second} say={said.title} />
      </h2>
      {said.line && (
        <p>
          <Both first={first} second={second} say={said.line} />
        </p>
      )}
    </main>
  );
}

interface Said {
  title: (tongue: Tongue) => string;
  line: ((tongue: Tongue) => string) | null;
}

function sentencesOf(scene: Exclude<Scene, { kind: 'rating' | 'reasons' }>): Said {
  switch (scene.kind) {
    case 'thanks':
      return { title: (t) => t.pad.thanks, line: (t) => t.pad.thanksHint };
    case 'left':
      return {
        title: (t) => leftWords(scene.left, t),
        line: (t) => t.pad.leftHints[scene.left.how],
      };
    case 'paused':
      return { title: (t) => t.pad.paused, line: (t) => words(scene.sentence, t.language) };
    case 'called':
    case 'serving':
      return {
        title: (t) => t.pad[scene.kind](scene),
        line: scene.backAgain ? (t) => t.pad.thanksForWaiting : null,
      };
    case 'idle':
      return {
        title: (t) => t.pad.welcome,
        line: (t) => (scene.backAgain ? t.pad.thanksForWaiting : t.pad.welcomeHint),
      };
    case 'closed':
      return { title: (t) => t.pad.closed, line: (t) => t.pad.closedHint };
    default:
      return scene satisfies never;
  }
}

function leftWords(
  { number, how, toCounter, service }: Extract<Scene, { kind: 'left' }>['left'],
  { pad, language }: Tongue,
): string {
  if (how === 'parked') return pad.parked({ number });
  return toCounter === null
    ? pad.sentToService({ number, service: words(service, language) })
    : pad.sentToCounter({ number, counter: toCounter });
}
