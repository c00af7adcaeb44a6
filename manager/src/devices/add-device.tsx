import type { Counter } from '@jiaohao/shared/contract/hall.ts';
import type { DeviceKind } from '@jiaohao/shared/contract/session.ts';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useLoaded } from '../load.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Field, Select } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { ScreenFields, screenForm, screenSettings, useZones } from './screen-fields.tsx';

const KINDS: readonly DeviceKind[] = ['kiosk', 'hall-screen', 'counter-pad'];

export function AddDevice({
  onClose,
  onAdded,
}: {
  onClose: () => void;
  onAdded: (device: { id: string; name: string; kind: DeviceKind }, code: string) => void;
}) {
  const t = texts.value;
  const kind = useSignal<DeviceKind>('kiosk');
  const name = useSignal('');
  const counterId = useSignal('');
  const { busy, problem, send } = useSending();
  const loaded = useLoaded(() => hub.get<{ counters: Counter[] }>('/api/settings/counters'), []);
  const counters = (loaded.value?.counters ?? []).filter(({ archived }) => !archived);
  const atCounter = kind.value === 'counter-pad';
  const isScreen = kind.value === 'hall-screen';
  const form = useMemo(() => screenForm(null), []);
  const zones = useZones();
  const chosen = counterId.value || counters[0]?.id;

  function submit(event: Event) {
    event.preventDefault();
    void send(async () => {
      const fields = {
        kind: kind.value,
        name: name.value.trim(),
        ...(atCounter && { counterId: chosen }),
        ...(isScreen && screenSettings(form)),
      };
      const { id, pairingCode } = await hub.post<{ id: string; pairingCode: string }>('/api/devices', fields);
      onAdded({ id, name: fields.name, kind: fields.kind }, pairingCode);
    });
  }

  return (
    <Dialog title={t.addDevice} onClose={onClose}>
      <form class="dialog-form" onSubmit={submit}>
        <Select
          id="device-kind"
          label={t.deviceKind}
          value={kind.value}
          choices={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
          onChange={(value) => {
            kind.value = value as DeviceKind;
          }}
        />
        {atCounter && (
          <Select
            id="device-counter"
            label={t.deviceCounter}
            value={chosen ?? ''}
            choices={counters.map(({ id, number }) => ({ value: id, label: t.common.counter({ number }) }))}
            onChange={(value) => {
              counterId.value = value;
            }}
          />
        )}
        {isScreen && <ScreenFields form={form} zones={zones.value?.zones ?? []} />}
        <Field id="device-name" label={t.deviceName} hint={t.deviceNameHint} value={name} maxLength={60} />
        <DialogEnd problem={problem.value} onClose={onClose} go={t.add} disabled={busy.value} />
      </form>
    </Dialog>
  );
}
