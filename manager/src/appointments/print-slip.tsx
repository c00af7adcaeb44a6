import type { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import { languageName } from '@jiaohao/shared/i18n/language.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language } from '../language.ts';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { appointmentTexts } from './texts.ts';

/** A slip is there in a second; a printer that has not said so by then is looked at again. */
const ASK_MS = 1000;
const isUnderWay = (print: PrintView | null): boolean =>
  print?.state === 'queued' || print?.state === 'printing';

/** Prints an appointment's slip in a language of the hall, and says what became of it. */
export function PrintSlip({
  id,
  languages,
  onClose,
}: {
  id: string;
  languages: readonly string[];
  /** In a dialog: the way out, beside it. */
  onClose?: () => void;
}) {
  const say = appointmentTexts.value;
  const print = useSignal<PrintView | null>(null);
  const { busy, problem, send } = useSending();
  // In the words that the clerk reads first; the others by their own names.
  const own = languages.includes(language.value) ? language.value : (languages[0] ?? language.value);
  const others = languages.filter((tag) => tag !== own);

  useEffect(() => {
    if (!isUnderWay(print.value)) return;
    const timer = setInterval(
      () =>
        void hub
          .get<{ print: PrintView }>(`/api/print/${print.value?.jobId}`)
          .then((answer) => {
            print.value = answer.print;
          })
          // The hub is away for a moment: it is asked again.
          .catch(() => {}),
      ASK_MS,
    );
    return () => clearInterval(timer);
  }, [print.value]);

  const go = (tongue: string) =>
    void send(async () => {
      print.value = null;
      const path = `/api/appointments/${encodeURIComponent(id)}/print`;
      print.value = (await hub.post<{ print: PrintView }>(path, { language: tongue })).print;
    });

  const main = (
    <button
      type="button"
      class={onClose ? 'go' : 'button'}
      aria-disabled={busy.value}
      onClick={() => go(own)}
    >
      {say.print}
    </button>
  );
  return (
    <div class="print-slip">
      <div class={onClose ? 'dialog-buttons' : 'print-buttons'}>
        {onClose ? (
          <button type="button" class="plain" onClick={onClose}>
            {say.close}
          </button>
        ) : (
          main
        )}
        {others.map((tag) => (
          <button key={tag} type="button" class="plain" aria-disabled={busy.value} onClick={() => go(tag)}>
            {say.printIn({ language: languageName(tag) })}
          </button>
        ))}
        {onClose && main}
      </div>
      <p class={problem.value || print.value?.state === 'failed' ? 'problem' : 'told'} role="status">
        {problem.value || (print.value && say.printed[print.value.state])}
      </p>
    </div>
  );
}
