import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { number } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { durationWords, texts } from '../texts.ts';
import { VoidDialog } from './void-dialog.tsx';

/** Queues that hold somebody, the longest first. */
export function QueuesNow({ queues, voidReasons = [] }: Pick<HallView, 'queues' | 'voidReasons'>) {
  const voiding = useSignal(false);
  const t = texts.value;
  const waiting = queues.filter((queue) => queue.waiting > 0).sort((a, b) => b.waiting - a.waiting);
  return (
    <section class="panel" aria-labelledby="queues-title">
      <header>
        <h2 id="queues-title">{t.queuesTitle}</h2>
        <p>{t.common.people({ count: waiting.reduce((sum, queue) => sum + queue.waiting, 0) })}</p>
      </header>
      {waiting.length === 0 && <p class="empty">{t.queuesEmpty}</p>}
      <ul class="queues">
        {waiting.map((queue) => (
          <li key={queue.serviceId}>
            <span class="letter" aria-hidden="true">
              {queue.letter}
            </span>
            <span class="queue-name">{words(queue.name, language.value)}</span>
            <strong>{number(queue.waiting, language.value)}</strong>
            <span class="queue-age">
              {queue.oldestQueuedAt !== null &&
                t.waited({ duration: durationWords(tick.value - queue.oldestQueuedAt) })}
              {queue.late > 0 && <em>{t.late({ count: queue.late })}</em>}
            </span>
          </li>
        ))}
      </ul>
      {waiting.length > 0 && voidReasons.length > 0 && (
        <button type="button" class="plain void" onClick={() => (voiding.value = true)}>
          {t.voids.button}
        </button>
      )}
      {voiding.value && (
        <VoidDialog queues={waiting} reasons={voidReasons} onClose={() => (voiding.value = false)} />
      )}
    </section>
  );
}
