import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import type { FloorProps } from './floor-props.ts';

/** Every waiting number on paper, for a power cut. */
export function PrintList({ onClose }: FloorProps) {
  const t = texts.value;
  const sent = useSignal(false);
  const { busy, problem, send } = useSending();
  return (
    <Dialog title={t.floor.listTitle} onClose={onClose}>
      <p>{t.floor.listWhy}</p>
      <p class="told" role="status">
        {sent.value ? t.floor.listSent : ''}
      </p>
      <p class="problem" role="alert">
        {problem.value}
      </p>
      <div class="dialog-buttons">
        <button type="button" class="plain" onClick={onClose}>
          {t.floor.close}
        </button>
        <button
          type="button"
          class="go"
          aria-disabled={busy.value}
          onClick={() =>
            void send(async () => {
              sent.value = false;
              await hub.post('/api/print/waiting-list', { language: language.value });
              sent.value = true;
            })
          }
        >
          {t.floor.listGo}
        </button>
      </div>
    </Dialog>
  );
}
