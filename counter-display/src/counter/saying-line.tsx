import { words } from '@jiaohao/shared/i18n/words.ts';
import { useEffect, useState } from 'preact/hooks';
import type { Saying } from './saying.ts';
import { language, texts } from './texts.ts';

/** An answer that takes longer than this is worth a word. */
const SLOW_MS = 400;

/** One line of fixed height for what went wrong or was done. */
export function SayingLine({
  saying,
  pending,
  onPrintAgain,
}: {
  saying: Saying | null;
  pending: boolean;
  onPrintAgain: (jobId: string) => Promise<void>;
}) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!pending) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [pending]);

  const bad = saying !== null && saying.tone !== 'done';
  return (
    <p class="saying" data-tone={saying?.tone} role={bad ? 'alert' : 'status'}>
      {saying ? sentence(saying) : slow && pending ? texts.value.sending : ''}
      {saying?.tone === 'paper' && saying.jobId !== '' && (
        <button type="button" class="again" onClick={() => void onPrintAgain(saying.jobId)}>
          {texts.value.paper.again}
        </button>
      )}
    </p>
  );
}

export function sentence(saying: Saying): string {
  const t = texts.value;
  switch (saying.tone) {
    case 'problem':
      return saying.words;
    case 'unreachable':
      return t.unreachable;
    case 'done':
      return doneWords(saying);
    case 'paper':
      return t.paper.failed({ reason: saying.reason ? t.paper.reasons[saying.reason] : t.paper.unknown });
    case 'slip':
      return t.moves.slipFailed({
        number: saying.number,
        reason: saying.reason ? t.paper.reasons[saying.reason] : t.paper.unknown,
      });
    case 'lost':
      return t.said[saying.what];
    default:
      return saying satisfies never;
  }
}

function doneWords(saying: Extract<Saying, { tone: 'done' }>): string {
  const t = { ...texts.value.said, ...texts.value.moves.said, ...texts.value.change.said };
  const { number } = saying;
  if ('counter' in saying) return t[saying.what]({ number, counter: saying.counter });
  if ('service' in saying) return t[saying.what]({ number, service: words(saying.service, language.value) });
  return t[saying.what]({ number });
}
