import { Face, LEVELS, type Level } from '@jiaohao/shared/ui/faces.tsx';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Both } from './both.tsx';
import { createFormGuard } from './form-guard.ts';
import type { PressResult } from './pad-state.ts';
import type { Tongue } from './texts.ts';
import { usePadKeys } from './use-pad-keys.ts';

/**
 * The question, for one turn. Give it `key={turnId}`: another turn gets other buttons, so a finger
 * that went down on the old ones cannot press the new.
 */
export function RatingForm({
  turnId,
  secondsLeft,
  ofSeconds,
  first,
  second,
  digits,
  onKey,
  rate,
}: {
  turnId: string;
  secondsLeft: number;
  ofSeconds: number;
  first: Tongue;
  second: Tongue | null;
  /** Shows which key stands for which face. */
  digits: boolean;
  onKey: () => void;
  rate: (turnId: string, level: Level) => Promise<PressResult>;
}) {
  const guard = useMemo(() => createFormGuard(turnId, performance.now()), [turnId]);
  const chosen = useSignal<Level | null>(null);
  const failed = useSignal(false);

  async function press(level: Level) {
    const turn = guard.take(performance.now());
    if (turn === null) return;
    chosen.value = level;
    failed.value = false;
    const result = await rate(turn, level);
    // Taken or too late: the next snapshot shows what comes now.
    if (result !== 'not-sent' && result !== 'too-soon') return;
    failed.value = result === 'not-sent';
    chosen.value = null;
    guard.again();
  }

  usePadKeys((key) => {
    const level = key.kind === 'digit' ? LEVELS.find((one) => one === key.digit) : undefined;
    if (level === undefined) return false;
    onKey();
    void press(level);
    return true;
  });

  const notice = (tongue: Tongue) => {
    if (failed.value) return tongue.pad.notSent;
    return chosen.value === null ? tongue.pad.countdown({ seconds: secondsLeft }) : tongue.pad.sending;
  };
  return (
    <main class="rating">
      <h2>
        <span lang={first.language}>{first.pad.ask}</span>
        <small class="under">
          {second && (
            <span class="asked" lang={second.language}>
              {second.pad.ask}
            </span>
          )}
          <span class="promise" lang={first.language}>
            {first.pad.hidden}
          </span>
        </small>
      </h2>
      <ul class="faces">
        {LEVELS.map((level) => (
          <li key={level}>
            <button
              type="button"
              data-level={level}
              aria-keyshortcuts={String(level)}
              data-chosen={chosen.value === level}
              data-other={chosen.value !== null && chosen.value !== level}
              onClick={() => void press(level)}
            >
              {digits && (
                <i class="digit" aria-hidden="true">
                  {level}
                </i>
              )}
              <Face level={level} />
              <b lang={first.language}>{first.pad.levels[level]}</b>
              {second && (
                <small class="second" lang={second.language}>
                  {second.pad.levels[level]}
                </small>
              )}
            </button>
          </li>
        ))}
      </ul>
      <footer data-failed={failed.value}>
        <p>
          <Both first={first} second={second} say={notice} />
        </p>
        <div class="countdown" aria-hidden="true">
          <i style={{ transform: `scaleX(${Math.min(1, secondsLeft / ofSeconds)})` }} />
        </div>
        <p class="visually-hidden" role="status">
          {failed.value ? first.pad.notSent : ''}
        </p>
      </footer>
    </main>
  );
}
