import { clockTime, longDate } from '@jiaohao/shared/i18n/format.ts';
import { useComputed } from '@preact/signals';
import { useContext } from 'preact/hooks';
import { BothWords, ShownLanguages } from '../both.tsx';
import type { HallState } from '../hall-state.ts';

export function Header({ hall }: { hall: HallState }) {
  const board = hall.board.value;
  return (
    <header>
      <h1>{board && <BothWords text={board.hallName} />}</h1>
      {board?.zone && (
        <p class="zone">
          <BothWords text={board.zone.name} />
        </p>
      )}
      {board && <Clock hall={hall} timeZone={board.timeZone} />}
    </header>
  );
}

function Clock({ hall, timeZone }: { hall: HallState; timeZone: string }) {
  const languages = useContext(ShownLanguages);
  const [first = 'zh-CN'] = languages;
  // Computed texts: the page is drawn once a minute, not once a second.
  const time = useComputed(() => clockTime(hall.now.value, timeZone, first));
  const dates = languages.map((language) => longDate(hall.now.value, timeZone, language));
  return (
    <div class="clock">
      <span class="dates">
        {dates.map((date, n) => (
          <span key={languages[n]} lang={languages[n]}>
            {date}
          </span>
        ))}
      </span>
      <time>{time}</time>
    </div>
  );
}
