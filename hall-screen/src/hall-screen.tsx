import type { DevicePairing } from '@jiaohao/shared/client/device.ts';
import { useComputed } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { AnnouncedWords } from './board/announced.tsx';
import { CurrentCall } from './board/current-call.tsx';
import { Dark } from './board/dark.tsx';
import { isDark } from './board/darkness.ts';
import { Header } from './board/header.tsx';
import { Missed } from './board/missed.tsx';
import { Notices } from './board/notices.tsx';
import { PausedCounters } from './board/paused-counters.tsx';
import { RecentCalls } from './board/recent-calls.tsx';
import { pageAt } from './board/rotation.ts';
import { LostBand, SoundBand } from './board/trouble.tsx';
import { Waiting } from './board/waiting.tsx';
import { ShownLanguages } from './both.tsx';
import { createHallState } from './hall-state.ts';
import { shownTogether, spokenLanguages } from './texts.ts';
import { useFrame } from './use-frame.ts';
import { usePortrait } from './use-portrait.ts';

/** How long the second of more than two languages stays before the next takes its place. */
const LANGUAGE_MS = 15_000;

/** The whole screen of a paired device. */
export function HallScreen({
  device,
  silent,
  overscan,
}: {
  device: DevicePairing;
  silent: boolean;
  overscan: number | null;
}) {
  const hall = useMemo(() => createHallState(device, silent), [device, silent]);
  useEffect(() => hall.stop, [hall]);
  const portrait = usePortrait();
  const frame = useFrame(hall, overscan);
  const dark = useComputed(() => isDark(hall.board.value, hall.calls.value.current, hall.now.value)).value;
  document.body.dataset['dark'] = String(dark);
  const board = hall.board.value;
  const lost = hall.connection.value === 'lost';
  const spoken = spokenLanguages(board?.languages ?? ['zh-CN', 'en']);
  const others = spoken.length - 1;
  const turn = useComputed(() => pageAt(others, hall.now.value, LANGUAGE_MS)).value;
  const languages = shownTogether(spoken, turn);
  return (
    <ShownLanguages.Provider value={languages}>
      <AnnouncedWords hall={hall} />
      {dark && <Dark hall={hall} />}
      <div class="hall" data-lost={lost} data-sound={hall.sound.value} style={frame} hidden={dark}>
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
        <Notices hall={hall} languages={spoken} portrait={portrait} />
        <SoundBand hall={hall} />
      </div>
    </ShownLanguages.Provider>
  );
}
