import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useComputed } from '@preact/signals';
import { useContext } from 'preact/hooks';
import { Both, BothWords, ShownLanguages } from '../both.tsx';
import type { HallState } from '../hall-state.ts';
import { driftAt } from '../shift.ts';
import { openWords } from './open-words.ts';

/** The screen at night: the time and when the hall opens, faint and never long in one place. */
export function Dark({ hall }: { hall: HallState }) {
  const languages = useContext(ShownLanguages);
  const [first = 'zh-CN'] = languages;
  const board = hall.board.value;
  const timeZone = board?.timeZone ?? 'UTC';
  const time = useComputed(() => clockTime(hall.now.value, timeZone, first));
  const place = useComputed(() => {
    const { x, y } = driftAt(hall.now.value);
    const share = (part: number) => `${(part * 100).toFixed(1)}%`;
    return [share(x), share(y)].join(' ');
  }).value;
  const [x, y] = place.split(' ');
  const opens = board && openWords(board, languages, hall.now.value);
  return (
    <main class="dark">
      <div style={{ left: x, top: y, transform: `translate(-${x}, -${y})` }}>
        <time>{time}</time>
        <p class="hall-name">{words(board?.hallName, first)}</p>
        {opens && (
          <p>
            <BothWords text={opens} />
          </p>
        )}
        {hall.connection.value === 'lost' && (
          <p class="gone">
            <Both text={(texts) => texts.lostTitle} />
          </p>
        )}
      </div>
    </main>
  );
}
