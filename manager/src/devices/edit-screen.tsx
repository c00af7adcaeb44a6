import type { Device } from '@jiaohao/shared/contract/session.ts';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Field } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { ScreenFields, screenForm, screenSettings, useZones } from './screen-fields.tsx';

/** What a hall screen shows and whether it speaks. It follows at once: the hub has it connect again. */
export function EditScreen({
  device,
  onClose,
  onSaved,
}: {
  device: Device;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = texts.value;
  const name = useSignal(device.name);
  const form = useMemo(() => screenForm(device), [device]);
  const zones = useZones();
  const { busy, problem, send } = useSending();

  function submit(event: Event) {
    event.preventDefault();
    void send(async () => {
      const path = `/api/settings/devices/${encodeURIComponent(device.id)}`;
      await hub.put(path, { name: name.value.trim(), ...screenSettings(form) });
      onSaved();
    });
  }

  return (
    <Dialog title={t.screenTitle({ name: device.name })} onClose={onClose}>
      <form class="dialog-form" onSubmit={submit}>
        <Field id="screen-name" label={t.deviceName} value={name} maxLength={60} />
        <ScreenFields form={form} zones={zones.value?.zones ?? []} />
        <DialogEnd problem={problem.value} onClose={onClose} go={t.save} disabled={busy.value} />
      </form>
    </Dialog>
  );
}
