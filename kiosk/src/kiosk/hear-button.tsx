import { SoundIcon } from '@jiaohao/shared/ui/icons.tsx';
import type { KioskState } from './kiosk-state.ts';

/** Has the number said aloud, once or again. Where the hub has no voice there is no button. */
export function HearButton({ state }: { state: KioskState }) {
  if (state.spoken.value === null) return null;
  return (
    <button
      type="button"
      class="hear"
      onClick={() => {
        state.hearAgain.value += 1;
      }}
    >
      <SoundIcon />
      <span>{state.t.value.hearIt}</span>
    </button>
  );
}
