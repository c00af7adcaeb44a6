import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { useSignal } from '@preact/signals';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Field, Select } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { ServiceSelect } from './service-select.tsx';

const PLACES = ['next', 'old', 'end'] as const;

/** Somebody who waits is put elsewhere, and the log says who did it. */
export function MoveTicket({
  ticket,
  view,
  onClose,
  onMoved,
}: {
  ticket: TicketView;
  view: HallView;
  onClose: () => void;
  onMoved: (ticket: TicketView) => void;
}) {
  const t = texts.value;
  const place = useSignal<(typeof PLACES)[number]>('next');
  const service = useSignal(ticket.serviceId);
  const counter = useSignal('');
  const reason = useSignal('');
  const { busy, problem, send } = useSending();
  return (
    <Dialog title={t.floor.moveTitle({ number: ticket.number })} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send(async () => {
            const path = `/api/tickets/${encodeURIComponent(ticket.id)}/move`;
            const moved = await hub.post<{ ticket: TicketView }>(path, {
              place: place.value,
              serviceId: service.value,
              ...(counter.value && { counterId: counter.value }),
              reason: reason.value.trim(),
            });
            onMoved(moved.ticket);
          });
        }}
      >
        <fieldset class="quick">
          <legend>{t.floor.movePlace}</legend>
          {PLACES.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={place.value === each}
              onClick={() => {
                place.value = each;
              }}
            >
              {t.floor.places[each]}
            </button>
          ))}
        </fieldset>
        <ServiceSelect id="move-service" label={t.floor.moveService} value={service} queues={view.queues} />
        <Select
          id="move-counter"
          label={t.floor.moveCounter}
          value={counter.value}
          choices={[
            { value: '', label: t.floor.anyCounter },
            ...view.counters.map(({ id, number }) => ({ value: id, label: t.floor.atCounter({ number }) })),
          ]}
          onChange={(value) => {
            counter.value = value;
          }}
        />
        <Field
          id="move-reason"
          label={t.floor.moveReason}
          hint={t.floor.moveReasonHint}
          value={reason}
          maxLength={200}
          pattern=".*\S.*"
        />
        <DialogEnd
          problem={problem.value}
          onClose={onClose}
          leave={t.floor.back}
          go={t.floor.moveGo}
          disabled={busy.value}
        />
      </form>
    </Dialog>
  );
}
