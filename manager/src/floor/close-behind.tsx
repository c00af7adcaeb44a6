import type { Role } from '@jiaohao/shared/contract/hall.ts';
import { useSignal } from '@preact/signals';
import { Dialog } from '../parts/dialog.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';

/** Closes a counter whose clerk has gone, and says what becomes of the number there. For those who may. */
export function CloseBehind({ details, role }: { details: Record<string, unknown>; role: Role }) {
  const t = texts.value;
  const asking = useSignal(false);
  const { busy, problem, send } = useSending();
  const { counterId, number, ticket, turnId } = details;
  const may = role === 'hall-manager' || role === 'admin';
  if (!may || typeof counterId !== 'string' || typeof number !== 'number') return null;
  const close = (leave: 'queue' | 'park') =>
    void send(async () => {
      await hub.post(`/api/counters/${encodeURIComponent(counterId)}/close`, { leave, turnId });
      asking.value = false;
    });
  const dismiss = () => {
    asking.value = false;
  };
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          asking.value = true;
        }}
      >
        {t.floor.closeBehind}
      </button>
      {asking.value && (
        <Dialog title={t.floor.closeBehind} onClose={dismiss}>
          <p>{t.floor.closeBehindWhy({ number, ticket: String(ticket) })}</p>
          <p class="problem" role="alert">
            {problem.value}
          </p>
          <div class="dialog-buttons stacked">
            <button type="button" class="go" aria-disabled={busy.value} onClick={() => close('queue')}>
              {t.floor.closeToQueue}
            </button>
            <button type="button" class="button" aria-disabled={busy.value} onClick={() => close('park')}>
              {t.floor.closeAndPark}
            </button>
            <button type="button" class="plain" onClick={dismiss}>
              {t.common.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
