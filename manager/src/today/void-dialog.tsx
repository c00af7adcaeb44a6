import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Select } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';

const ALL = '';

/** Sends home all who wait for a service, or for any, with a reason that they read. */
export function VoidDialog({
  queues,
  reasons,
  onClose,
}: {
  queues: HallView['queues'];
  reasons: NonNullable<HallView['voidReasons']>;
  onClose: () => void;
}) {
  const t = texts.value;
  const serviceId = useSignal(queues[0]?.serviceId ?? ALL);
  const reason = useSignal(reasons[0]?.id ?? '');
  const { busy, problem, send } = useSending();
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  const named = (queue: HallView['queues'][number]) =>
    t.voids.one({ service: words(queue.name, language.value), count: queue.waiting });

  function submit(event: Event) {
    event.preventDefault();
    void send(async () => {
      const which = serviceId.value === ALL ? {} : { serviceId: serviceId.value };
      await hub.post('/api/void', { ...which, reason: reason.value });
      onClose();
    });
  }

  return (
    <Dialog title={t.voids.title} onClose={onClose}>
      <form class="dialog-form" onSubmit={submit}>
        <p>{t.voids.lead}</p>
        <Select
          id="void-service"
          label={t.voids.which}
          value={serviceId.value}
          choices={[
            ...queues.map((queue) => ({ value: queue.serviceId, label: named(queue) })),
            { value: ALL, label: t.voids.all({ count: waiting }) },
          ]}
          onChange={(value) => {
            serviceId.value = value;
          }}
        />
        <Select
          id="void-reason"
          label={t.voids.reason}
          value={reason.value}
          choices={reasons.map(({ id, name }) => ({ value: id, label: words(name, language.value) }))}
          onChange={(value) => {
            reason.value = value;
          }}
        />
        <DialogEnd problem={problem.value} onClose={onClose} go={t.voids.go} disabled={busy.value} danger />
      </form>
    </Dialog>
  );
}
