import { hubNow } from '@jiaohao/shared/client/hub-clock.ts';
import type { Device, WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { hallView } from '../live-hall.ts';
import { useLoaded } from '../load.ts';
import { Ask } from '../parts/dialog.tsx';
import { StateLine } from '../parts/state-line.tsx';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { AddDevice } from './add-device.tsx';
import { ApiClients } from './api-clients.tsx';
import { DevicesTable } from './devices-table.tsx';
import { EditScreen } from './edit-screen.tsx';
import { type FreshCode, PairingPanel } from './pairing-panel.tsx';
import { useZones } from './screen-fields.tsx';
import { StaffPinDialog } from './staff-pin.tsx';

type Open =
  | { kind: 'add' }
  | { kind: 'screen'; device: Device }
  | { kind: 'new-code'; device: Device }
  | { kind: 'revoke'; device: Device }
  | { kind: 'pin'; device: Device };

/** The screens of the hall: add, pair, revoke; and, for administrators, other systems. */
export function DevicesPage({ me }: { me: WhoAmI }) {
  const t = texts.value;
  const list = useLoaded(() => hub.get<{ devices: Device[] }>('/api/settings/devices'), []);
  const zones = useZones();
  const open = useSignal<Open | null>(null);
  const fresh = useSignal<FreshCode | null>(null);
  const close = () => {
    open.value = null;
  };
  // A device that comes or goes changes the list: paired, last seen.
  const presence = (hallView.value?.devices ?? []).map(({ id, connected }) => `${id}${connected}`).join();
  useEffect(() => {
    if (presence) void list.again();
  }, [presence]);
  const devices = list.value?.devices ?? [];
  const waitsFor = devices.find(({ id }) => id === fresh.value?.deviceId);
  // A code is used from a screen that may never connect while we look on: ask now and then.
  useEffect(() => {
    if (!fresh.value || waitsFor?.paired) return;
    const timer = setInterval(() => void list.again(), 3000);
    return () => clearInterval(timer);
  }, [fresh.value, waitsFor?.paired]);

  const tell = (device: Pick<Device, 'id' | 'name' | 'kind'>, code: string) => {
    fresh.value = { deviceId: device.id, name: device.name, kind: device.kind, code, madeAt: hubNow() };
  };

  return (
    <>
      <header class="page-head">
        <div>
          <h1 tabIndex={-1}>{t.nav.devices}</h1>
          <p>{t.devicesLead}</p>
        </div>
        <button
          type="button"
          class="go"
          onClick={() => {
            open.value = { kind: 'add' };
          }}
        >
          {t.addDevice}
        </button>
      </header>
      {fresh.value && (
        <PairingPanel
          fresh={fresh.value}
          paired={waitsFor?.paired ?? false}
          onClose={() => {
            fresh.value = null;
          }}
        />
      )}
      <StateLine of={list} />
      {list.value && (
        <DevicesTable
          devices={devices}
          zones={zones.value?.zones ?? []}
          onEdit={(device) => {
            open.value = { kind: 'screen', device };
          }}
          onNewCode={(device) => {
            open.value = { kind: 'new-code', device };
          }}
          onStaffPin={(device) => {
            open.value = { kind: 'pin', device };
          }}
          onRevoke={(device) => {
            open.value = { kind: 'revoke', device };
          }}
        />
      )}
      {me.role === 'admin' && <ApiClients />}
      {open.value?.kind === 'add' && (
        <AddDevice
          onClose={close}
          onAdded={(device, code) => {
            close();
            tell(device, code);
            void list.again();
          }}
        />
      )}
      {open.value?.kind === 'screen' && (
        <EditScreen
          device={open.value.device}
          onClose={close}
          onSaved={() => {
            close();
            void list.again();
          }}
        />
      )}
      {open.value?.kind === 'new-code' && (
        <NewCode device={open.value.device} onClose={close} onCode={tell} again={list.again} />
      )}
      {open.value?.kind === 'pin' && (
        <StaffPinDialog
          device={open.value.device}
          kiosks={devices.filter(({ kind, revoked }) => kind === 'kiosk' && !revoked)}
          onClose={close}
          again={list.again}
        />
      )}
      {open.value?.kind === 'revoke' && (
        <Revoke device={open.value.device} onClose={close} again={list.again} />
      )}
    </>
  );
}

interface AskProps {
  device: Device;
  onClose: () => void;
  again: () => Promise<void>;
}

function NewCode({
  device,
  onClose,
  onCode,
  again,
}: AskProps & { onCode: (device: Device, code: string) => void }) {
  const t = texts.value;
  return (
    <Ask
      title={t.newCodeTitle(device)}
      why={t.newCodeWhy}
      yes={t.newCode}
      onClose={onClose}
      act={async () => {
        const path = `/api/devices/${encodeURIComponent(device.id)}/pairing-code`;
        const { pairingCode } = await hub.post<{ pairingCode: string }>(path);
        onCode(device, pairingCode);
        await again();
      }}
    />
  );
}

function Revoke({ device, onClose, again }: AskProps) {
  const t = texts.value;
  return (
    <Ask
      title={t.revokeTitle(device)}
      why={t.revokeWhy}
      yes={t.revoke}
      danger
      onClose={onClose}
      act={async () => {
        await hub.delete(`/api/devices/${encodeURIComponent(device.id)}`);
        await again();
      }}
    />
  );
}
