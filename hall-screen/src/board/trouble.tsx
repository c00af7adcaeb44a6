import { dateTime } from '@jiaohao/shared/i18n/format.ts';
import { SoundOffIcon, WarningIcon } from '@jiaohao/shared/ui/icons.tsx';
import { useContext, useMemo } from 'preact/hooks';
import { Both, ShownLanguages } from '../both.tsx';
import { canDrawHanzi } from '../glyphs.ts';
import type { HallState } from '../hall-state.ts';
import { textsOf } from '../texts.ts';

/** Lies over the header while the hub is gone; the last calls stay below it, dimmed. */
export function LostBand({ hall }: { hall: HallState }) {
  const lost = hall.connection.value === 'lost';
  return (
    <div class="lost" role="alert" data-shown={lost}>
      {lost && (
        <>
          <WarningIcon />
          <div>
            <p class="title">
              <Both text={(texts) => texts.lostTitle} />
            </p>
            <p>
              <Both text={(texts) => texts.lostHint} />
            </p>
          </div>
          <LastContact hall={hall} />
        </>
      )}
    </div>
  );
}

function LastContact({ hall }: { hall: HallState }) {
  const languages = useContext(ShownLanguages);
  const at = hall.lastContact.value;
  const timeZone = hall.board.value?.timeZone;
  if (at === null || timeZone === undefined) return null;
  return (
    <p class="since">
      {languages.map((language) => (
        <span key={language} lang={language}>
          {textsOf(language).lastContact({ time: dateTime(at, timeZone, language) })}
        </span>
      ))}
    </p>
  );
}

/**
 * For the staff: this screen cannot be heard, and what to press; or it has no Chinese font. It lies over the
 * notices, away from the calls. A screen that is meant to be silent says nothing.
 */
export function SoundBand({ hall }: { hall: HallState }) {
  const hanzi = useMemo(canDrawHanzi, []);
  const sound = hall.sound.value;
  if (!hanzi) {
    return (
      <div class="band" role="status">
        <WarningIcon />
        <p>
          <Both text={(texts) => texts.missingGlyphs} />
        </p>
      </div>
    );
  }
  if (sound === 'on' || sound === 'silent') return null;
  return (
    <div class="band" role="status">
      <SoundOffIcon />
      {sound === 'none' ? (
        <p>
          <Both text={(texts) => texts.soundNone} />
        </p>
      ) : (
        <>
          <p>
            <Both text={(texts) => texts.unlockTouch} />
          </p>
          <p>
            <Both text={(texts) => texts.unlockRemote} />
          </p>
        </>
      )}
    </div>
  );
}
