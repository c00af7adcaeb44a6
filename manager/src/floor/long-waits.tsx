import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { language } from '../language.ts';
import { texts } from '../texts.ts';

/** At most so many lines: a hall where everything is late is told by its worst queues. */
const SHOWN = 3;
const MINUTE = 60_000;

/** Services that nobody serves while people wait, then queues with people past the target wait, the longest wait first. */
export function LongWaits({ queues, gaps = [] }: Pick<HallView, 'queues' | 'gaps'>) {
  const t = texts.value.floor;
  const late = queues
    .filter((queue) => queue.late > 0)
    .sort((a, b) => (a.oldestQueuedAt ?? 0) - (b.oldestQueuedAt ?? 0))
    .slice(0, SHOWN);
  const unserved = gaps.filter(({ alertAt }) => alertAt !== null && alertAt <= tick.value);
  return (
    <ul class="long-waits" aria-label={t.attention} hidden={late.length + unserved.length === 0}>
      {unserved.map(({ serviceId, letter, name, waiting }) => (
        <li key={`gap ${serviceId}`}>
          {t.nobodyServes({ letter, service: words(name, language.value), waiting })}
        </li>
      ))}
      {late.map((queue) => (
        <li key={queue.serviceId}>
          {t.longWait({
            letter: queue.letter,
            service: words(queue.name, language.value),
            count: queue.late,
            minutes: Math.floor((tick.value - (queue.oldestQueuedAt ?? tick.value)) / MINUTE),
          })}
        </li>
      ))}
    </ul>
  );
}
