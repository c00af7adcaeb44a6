import type { Api } from '@jiaohao/shared/client/api.ts';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { KioskState } from '../kiosk-state.ts';
import { PinPad } from './pin-pad.tsx';
import { ScreenTest } from './screen-test.tsx';
import { createStaffApi } from './staff-api.ts';
import { StaffPages } from './staff-pages.tsx';
import { staffTextsOf } from './staff-texts.ts';

/** Nobody is there any more: what staff opened closes by itself. */
export const STAFF_QUIET_MS = 60_000;
const SAID_FROM_S = 20;

interface StaffMenuProps {
  state: KioskState;
  api: Pick<Api, 'post'>;
  token: () => string | null;
  /** Gives up the pairing. */
  unpair: () => void;
  onLeave: () => void;
}

/** The staff's menu of a kiosk, behind its PIN. It lies over everything and closes by itself. */
export function StaffMenu({ state, api, token, unpair, onLeave }: StaffMenuProps) {
  const t = staffTextsOf(state);
  const pass = useSignal<string | null>(null);
  const testing = useSignal(false);
  const quietSince = useSignal(performance.now());
  const staffApi = useMemo(
    () =>
      pass.value === null ? null : createStaffApi(token, () => state.comfort.language.value, pass.value),
    [pass.value],
  );
  useEffect(() => {
    const touched = () => {
      quietSince.value = performance.now();
    };
    window.addEventListener('pointerdown', touched, true);
    window.addEventListener('keydown', touched, true);
    return () => {
      window.removeEventListener('pointerdown', touched, true);
      window.removeEventListener('keydown', touched, true);
    };
  }, []);
  const left = STAFF_QUIET_MS - (state.now.value - quietSince.value);
  useEffect(() => {
    if (left <= 0) onLeave();
  }, [left <= 0]);
  const seconds = Math.ceil(left / 1000);

  if (testing.value) {
    return (
      <ScreenTest
        t={t}
        onDone={() => {
          testing.value = false;
        }}
      />
    );
  }
  return (
    <div class="staff" role="dialog" aria-modal="true" aria-label={t.title}>
      <div class="staff-head">
        <p class="staff-title">{t.title}</p>
        <p role="status">{seconds <= SAID_FROM_S ? t.closesIn({ seconds: Math.max(0, seconds) }) : ''}</p>
        <button type="button" class="plain" onClick={onLeave}>
          {t.leave}
        </button>
      </div>
      {staffApi === null ? (
        <PinPad
          api={api}
          t={t}
          onLeave={onLeave}
          onOpen={(given) => {
            pass.value = given;
          }}
        />
      ) : (
        <StaffPages
          api={staffApi}
          state={state}
          t={t}
          unpair={unpair}
          onScreenTest={() => {
            testing.value = true;
          }}
        />
      )}
    </div>
  );
}
