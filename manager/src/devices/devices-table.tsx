import type { Zone } from '@jiaohao/shared/contract/hall.ts';
import type { Device } from '@jiaohao/shared/contract/session.ts';
import { dateTime } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { language } from '../language.ts';
import { hallView, timeZone } from '../live-hall.ts';
import { texts } from '../texts.ts';

export function DevicesTable({
  devices,
  zones,
  onEdit,
  onNewCode,
  onStaffPin,
  onRevoke,
}: {
  devices: readonly Device[];
  zones: readonly Zone[];
  onEdit: (device: Device) => void;
  onNewCode: (device: Device) => void;
  onStaffPin: (device: Device) => void;
  onRevoke: (device: Device) => void;
}) {
  const t = texts.value;
  const numbers = new Map((hallView.value?.counters ?? []).map(({ id, number }) => [id, number]));
  const connected = new Set(
    (hallView.value?.devices ?? []).filter((device) => device.connected).map(({ id }) => id),
  );
  const voices = new Map((hallView.value?.devices ?? []).map(({ id, voice }) => [id, voice]));
  const zoneNames = new Map(zones.map(({ id, name }) => [id, words(name, language.value)]));
  const place = ({ kind, counterId, zoneId }: Device) => {
    // A zone that is no longer there: the screen shows the whole hall.
    if (kind === 'hall-screen') return zoneNames.get(zoneId ?? '') ?? t.wholeHall;
    const number = counterId === null ? undefined : numbers.get(counterId);
    return number === undefined ? (counterId ?? t.none) : t.common.counter({ number });
  };
  const state = (device: Device) => {
    if (device.revoked) return t.revokedState;
    if (!device.paired) return t.unpaired;
    if (connected.has(device.id)) {
      const voice = voices.get(device.id);
      return voice ? `${t.online} · ${t.voices[voice]}` : t.online;
    }
    return device.lastSeenAt === null
      ? t.pairedState
      : `${t.offline} · ${t.lastSeen({ at: dateTime(device.lastSeenAt, timeZone.value, language.value) })}`;
  };
  if (devices.length === 0) return <p class="empty panel">{t.devicesEmpty}</p>;
  return (
    <section class="panel" aria-label={t.nav.devices}>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{t.deviceName}</th>
            <th scope="col">{t.deviceKind}</th>
            <th scope="col">{t.devicePlace}</th>
            <th scope="col">{t.status}</th>
            <th scope="col">{t.actions}</th>
          </tr>
        </thead>
        <tbody>
          {[...devices]
            .sort((a, b) => Number(a.revoked) - Number(b.revoked))
            .map((device) => (
              <tr key={device.id} class={device.revoked ? 'faded' : undefined}>
                <th scope="row">{device.name}</th>
                <td>{t.kinds[device.kind]}</td>
                <td>{place(device)}</td>
                <td>{state(device)}</td>
                <td class="row-actions">
                  {!device.revoked && (
                    <>
                      {device.kind === 'hall-screen' && (
                        <button
                          type="button"
                          aria-label={`${t.screenSet} ${device.name}`}
                          onClick={() => onEdit(device)}
                        >
                          {t.screenSet}
                        </button>
                      )}
                      {device.kind === 'kiosk' && (
                        <button
                          type="button"
                          aria-label={`${device.staffPin ? t.staffPin : t.staffPinSet} ${device.name}`}
                          onClick={() => onStaffPin(device)}
                        >
                          {device.staffPin ? t.staffPin : t.staffPinSet}
                        </button>
                      )}
                      <button
                        type="button"
                        aria-label={`${t.newCode} ${device.name}`}
                        onClick={() => onNewCode(device)}
                      >
                        {t.newCode}
                      </button>
                      <button
                        type="button"
                        aria-label={`${t.revoke} ${device.name}`}
                        onClick={() => onRevoke(device)}
                      >
                        {t.revoke}
                      </button>
                    </>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
