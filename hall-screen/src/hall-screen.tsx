import type { DevicePairing } from '@jiaohao/shared/client/device.ts';
import { useEffect, useMemo } from 'preact/hooks';
import { CurrentCall } from './board/current-call.tsx';
import { Header } from './board/header.tsx';
import { Missed } from './board/missed.tsx';
import { Notices } from './board/notices.tsx';
import { PausedCounters } from './board/paused-counters.tsx';
import { RecentCalls } from './board/recent-calls.tsx';
import { LostBand, SoundBand } from './board/trouble.tsx';
import { Waiting } from './board/waiting.tsx';
import { ShownLanguages } from './both.tsx';
import { createHallState } from './hall-state.ts';
import { shownLanguages } from './texts.ts';
import { usePortrait } from './use-portrait.ts';

/** The whole screen of a paired device. */
export function HallScreen({ device, silent }: { device: DevicePairing; silent: boolean }) {
  const hall = useMemo(() => createHallState(device, silent), [device, silent]);
  useEffect(() => hall.stop, [hall]);
  const portrait = usePortrait();
  const board = hall.board.value;
  const lost = hall.connection.value === 'lost';
  const languages = shownLanguages(board?.languages ?? ['zh-CN', 'en']);
  return (
    <ShownLanguages.Provider value={languages}>
      <div class="hall" data-lost={lost} data-sound={hall.sound.value}>
        <Header hall={hall} />
        <LostBand hall={hall} />
        <main>
          <section class="calls">
            <CurrentCall hall={hall} portrait={portrait} />
            <RecentCalls hall={hall} />
          </section>
          <aside>
            <Waiting hall={hall} portrait={portrait} />
            <Missed hall={hall} />
            <PausedCounters hall={hall} />
          </aside>
        </main>
        <Notices hall={hall} portrait={portrait} />
        <SoundBand hall={hall} />
      </div>
    </ShownLanguages.Provider>
  );
}
