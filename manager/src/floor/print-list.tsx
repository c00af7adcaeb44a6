import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
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
      <DialogEnd
        told={sent.value ? t.floor.listSent : ''}
        problem={problem.value}
        onClose={onClose}
        leave={t.floor.close}
        go={t.floor.listGo}
        disabled={busy.value}
        act={() =>
          void send(async () => {
            sent.value = false;
            await hub.post('/api/print/waiting-list', { language: language.value });
            sent.value = true;
          })
        }
      />
    </Dialog>
  );
}
