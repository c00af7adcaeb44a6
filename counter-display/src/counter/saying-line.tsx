import { useEffect, useState } from 'preact/hooks';
import type { Saying } from './terminal.ts';
import { texts } from './texts.ts';

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
      return t.said[saying.what]({ number: saying.number });
    case 'paper':
      return t.paper.failed({ reason: saying.reason ? t.paper.reasons[saying.reason] : t.paper.unknown });
    case 'lost':
      return t.said[saying.what];
    default:
      return saying satisfies never;
  }
}
