import { type Api, ApiError } from '@jiaohao/shared/client/api.ts';
import { hubNow, sync, tick } from '@jiaohao/shared/client/hub-clock.ts';
import { bringLanguages, hallProfile } from '@jiaohao/shared/client/languages.ts';
import type { Live } from '@jiaohao/shared/client/live.ts';
import { recall, remember } from '@jiaohao/shared/client/storage.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { computed, signal } from '@preact/signals';
import { type PadMemory, resumed, sceneOf } from './scene.ts';

/**
 * What became of a press: `closed` when its time was over before it arrived, `too-soon` when it came before
 * anybody can have read the question, which then stays.
 */
export type PressResult = 'taken' | 'closed' | 'too-soon' | 'not-sent';

const KEYS_SLOT = 'jiaohao.counter-pad.keys';
const counterPath = (id: string): string => `/api/counters/${encodeURIComponent(id)}`;

/** The pad of one counter: the hub's last snapshot and the little that only this pad knows. */
export function createPadState(api: Api, live: Live) {
  const view = signal<CounterView | null>(null);
  const memory = signal<PadMemory>({ pressed: null, told: null, resumedAt: null });
  const scene = computed(() => (view.value ? sceneOf(view.value, tick.value, memory.value) : null));

  const onCounter = (next: CounterView) => {
    sync(next.now);
    if (resumed(view.value, next)) memory.value = { ...memory.value, resumedAt: hubNow() };
    view.value = next;
    hallProfile.value = next.profile;
    void bringLanguages(next.languages);
  };
  live.socket.on('counter', onCounter);
  const keyed = signal(recall(KEYS_SLOT) !== null);

  /** Sends a press for `turnId`, the turn of the form that was pressed, whatever the pad shows by now. */
  async function rate(counterId: string, turnId: string, level: number): Promise<PressResult> {
    try {
      const { tooSoon } = await api.post<{ tooSoon?: boolean }>(`${counterPath(counterId)}/rating`, {
        level,
        turnId,
      });
      if (tooSoon) return 'too-soon';
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) return 'closed';
      return 'not-sent';
    }
    memory.value = { ...memory.value, pressed: { turnId, level, at: hubNow() } };
    return 'taken';
  }

  /** Why it was pressed; with no reason chosen it only ends the asking. Sent once: the press itself is safe. */
  function explain(counterId: string, turnId: string, reasons: string[]): void {
    if (memory.peek().told?.turnId === turnId) return;
    memory.value = { ...memory.peek(), told: { turnId, at: hubNow() } };
    const reasonsVersion = view.peek()?.asking?.reasons?.version;
    if (reasons.length === 0) return;
    api
      .post(`${counterPath(counterId)}/rating/reasons`, { turnId, reasons, reasonsVersion })
      // Too late, or no hub: nothing that the customer should be held up for.
      .catch(() => undefined);
  }

  return {
    view,
    scene,
    rate,
    explain,
    keyed,
    /** A keypad is used here: its digits are shown from now on. */
    useKeys(): void {
      if (keyed.peek()) return;
      keyed.value = true;
      remember(KEYS_SLOT, 'yes');
    },
    stop: () => live.socket.off('counter', onCounter),
  };
}
