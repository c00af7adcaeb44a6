import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Select } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import type { FloorProps } from './floor-props.ts';

/** Everybody who waits for a service, or for any, is sent home with a reason. Asked twice. */
export function VoidQueue({ view, onClose }: FloorProps) {
  const t = texts.value;
  const reasons = view.voidReasons ?? [];
  const service = useSignal(view.queues.find(({ waiting }) => waiting > 0)?.serviceId ?? '');
  const reason = useSignal(reasons[0]?.id ?? '');
  const sure = useSignal(false);
  const told = useSignal('');
  const { busy, problem, send } = useSending();
  const queue = view.queues.find(({ serviceId }) => serviceId === service.value);
  const count = queue ? queue.waiting : view.waiting;
  const unsure = () => {
    sure.value = false;
    told.value = '';
  };
  return (
    <Dialog title={t.floor.voidTitle} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!sure.value) {
            sure.value = true;
            return;
          }
          void send(async () => {
            const { voided } = await hub.post<{ voided: number }>('/api/void', {
              ...(service.value && { serviceId: service.value }),
              reason: reason.value,
            });
            unsure();
            told.value = t.floor.voided({ count: voided });
          });
        }}
      >
        <p>{t.floor.voidWhy}</p>
        <Select
          id="void-service"
          label={t.floor.issueWhat}
          value={service.value}
          choices={[
            ...view.queues.map(({ serviceId, letter, name, waiting }) => ({
              value: serviceId,
              label: `${letter} ${words(name, language.value)} · ${waiting}`,
            })),
            { value: '', label: t.floor.allServices },
          ]}
          onChange={(value) => {
            unsure();
            service.value = value;
          }}
        />
        <Select
          id="void-reason"
          label={t.floor.moveReason}
          value={reason.value}
          choices={reasons.map(({ id, name }) => ({ value: id, label: words(name, language.value) }))}
          onChange={(value) => {
            unsure();
            reason.value = value;
          }}
        />
        <DialogEnd
          told={told.value}
          problem={sure.value ? t.floor.voidSure({ count }) : problem.value}
          onClose={onClose}
          leave={t.floor.close}
          go={sure.value ? t.floor.voidYes : t.floor.voidGo}
          disabled={busy.value}
          danger
        />
      </form>
    </Dialog>
  );
}
