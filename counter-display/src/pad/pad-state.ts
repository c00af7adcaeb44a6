import { type Api, ApiError } from '@jiaohao/shared/client/api.ts';
import { hubNow, sync, tick } from '@jiaohao/shared/client/hub-clock.ts';
import { bringLanguages, hallProfile } from '@jiaohao/shared/client/languages.ts';
import type { Live } from '@jiaohao/shared/client/live.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { computed, signal } from '@preact/signals';
import { type PadMemory, resumed, sceneOf } from './scene.ts';

/** What became of a press: `closed` when its time was over before it arrived. */
export type PressResult = 'taken' | 'closed' | 'not-sent';

/** The pad of one counter: the hub's last snapshot and the little that only this pad knows. */
export function createPadState(api: Api, live: Live) {
  const view = signal<CounterView | null>(null);
  const memory = signal<PadMemory>({ pressed: null, resumedAt: null });
  const scene = computed(() => (view.value ? sceneOf(view.value, tick.value, memory.value) : null));

  const onCounter = (next: CounterView) => {
    sync(next.now);
    if (resumed(view.value, next)) memory.value = { ...memory.value, resumedAt: hubNow() };
    view.value = next;
    hallProfile.value = next.profile;
    void bringLanguages(next.languages);
  };
  live.socket.on('counter', onCounter);

  /** Sends a press for `turnId`, the turn of the form that was pressed, whatever the pad shows by now. */
  async function rate(counterId: string, turnId: string, level: number): Promise<PressResult> {
    try {
      await api.post(`/api/counters/${encodeURIComponent(counterId)}/rating`, { level, turnId });
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) return 'closed';
      return 'not-sent';
    }
    memory.value = { ...memory.value, pressed: { turnId, at: hubNow() } };
    return 'taken';
  }

  return {
    view,
    scene,
    rate,
    stop: () => live.socket.off('counter', onCounter),
  };
}
