import type { RatingReason } from '@jiaohao/shared/contract/rating-reasons.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { CheckIcon } from '@jiaohao/shared/ui/icons.tsx';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Both } from './both.tsx';
import { createFormGuard } from './form-guard.ts';
import type { Tongue } from './texts.ts';
import { usePadKeys } from './use-pad-keys.ts';

/** The level from which people are asked what was good rather than what to do better. */
const CONTENT = 4;

/**
 * After the press: thanks, and a few words to choose from, or none. Give it `key={turnId}`. What was chosen is
 * told when the form goes, however it goes.
 */
export function ReasonsForm({
  level,
  reasons,
  secondsLeft,
  ofSeconds,
  first,
  second,
  digits,
  onKey,
  tell,
}: {
  level: number;
  reasons: readonly RatingReason[];
  secondsLeft: number;
  ofSeconds: number;
  first: Tongue;
  second: Tongue | null;
  /** Shows which key chooses which. */
  digits: boolean;
  onKey: () => void;
  tell: (reasons: string[]) => void;
}) {
  const chosen = useSignal<readonly string[]>([]);
  // A second tap on the face before lands here, where a chip now is.
  const guard = useMemo(() => createFormGuard('', performance.now()), []);
  const told = useRef(tell);
  told.current = tell;
  useEffect(() => () => told.current([...chosen.peek()]), []);

  function toggle(id: string) {
    if (guard.take(performance.now()) === null) return;
    guard.again();
    const without = chosen.value.filter((one) => one !== id);
    chosen.value = without.length < chosen.value.length ? without : [...without, id];
  }
  const send = () => tell([...chosen.value]);
  usePadKeys((key) => {
    if (key.kind === 'enter') send();
    else {
      const reason = reasons[key.digit - 1];
      if (!reason) return false;
      onKey();
      toggle(reason.id);
    }
    return true;
  });

  return (
    <main class="reasons">
      <h2>
        <CheckIcon size={56} />
        <Both first={first} second={second} say={(t) => t.pad.thanks} />
      </h2>
      <p class="why" id="why">
        <Both
          first={first}
          second={second}
          say={(t) => (level >= CONTENT ? t.pad.whyGood : t.pad.whyBetter)}
        />
      </p>
      <ul aria-labelledby="why">
        {reasons.map(({ id, name }, index) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={chosen.value.includes(id)}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => toggle(id)}
            >
              {digits && (
                <i class="digit" aria-hidden="true">
                  {index + 1}
                </i>
              )}
              <span>
                <Both
                  first={first}
                  second={second && name[second.language] ? second : null}
                  say={(t) => words(name, t.language)}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <footer>
        <button type="button" class="done" data-chosen={chosen.value.length > 0} onClick={send}>
          <Both
            first={first}
            second={second}
            say={(t) => (chosen.value.length > 0 ? t.pad.send : t.pad.skip)}
          />
        </button>
        <div class="countdown" aria-hidden="true">
          <i style={{ transform: `scaleX(${Math.min(1, secondsLeft / ofSeconds)})` }} />
        </div>
      </footer>
    </main>
  );
}
