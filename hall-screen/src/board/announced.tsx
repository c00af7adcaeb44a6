import { EmergencyScreen } from '@jiaohao/shared/ui/emergency-screen.tsx';
import { emergencyTexts } from '@jiaohao/shared/ui/emergency-texts.ts';
import { useContext } from 'preact/hooks';
import { BothWords, ShownLanguages } from '../both.tsx';
import type { HallState } from '../hall-state.ts';

/** What the whole hall is told: an emergency over everything, else the latest announcement at the foot. */
export function AnnouncedWords({ hall }: { hall: HallState }) {
  const languages = useContext(ShownLanguages);
  const board = hall.board.value;
  if (board?.emergency) return <EmergencyScreen emergency={board.emergency} languages={languages} />;
  const announcements = board?.announcements ?? [];
  const shown = announcements[announcements.length - 1];
  return (
    <div aria-live="polite">
      {shown && (
        <section class="announced">
          <h2 class="announced-tag">{emergencyTexts(languages[0] ?? 'zh-CN').announcement}</h2>
          <p>
            <BothWords text={shown.text} />
          </p>
        </section>
      )}
    </div>
  );
}
