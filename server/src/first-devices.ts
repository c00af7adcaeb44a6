import { randomBytes } from 'node:crypto';
import type { DeviceKind } from '@jiaohao/shared/contract/session.ts';
import { start as en } from '@jiaohao/shared/i18n/en/start.ts';
import { nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { start as zh } from '@jiaohao/shared/i18n/zh-CN/start.ts';
import { PAIRING_MS } from './http/routes/devices.ts';
import type { Secrets } from './operations/secrets.ts';
import type { Operations } from './operations.ts';
import type { DeviceRow, Store, Write } from './store/port.ts';

const startWords = inEveryLanguage(zh, en, ({ start }) => start);

/** How the ids of the first devices begin. */
const FIRST = 'first-';

export interface PairingInvitation {
  kind: DeviceKind;
  name: string;
  pairingCode: string;
}

/**
 * A kiosk, a hall screen and a pad to begin with, made when there are no devices; those of the three that
 * nobody has paired yet get a fresh code at every start, so that the links in the terminal always work.
 * Devices that a manager added are left alone: their codes may be on their way to somebody.
 */
export async function inviteFirstDevices(
  store: Store,
  operations: Operations,
  secrets: Secrets,
): Promise<PairingInvitation[]> {
  return operations.write(async (now) => {
    const known = await store.devices();
    const devices =
      known.length === 0 ? firstDevices(operations, now) : known.filter(({ id }) => id.startsWith(FIRST));
    const writes: Write[] = [];
    const invitations: PairingInvitation[] = [];
    for (const device of devices) {
      if (device.tokenHash !== null || device.revokedAt !== null) continue;
      const pairingCode = secrets.pairingCode(randomBytes(16).toString('base64url'));
      const invited = {
        ...device,
        pairingHash: secrets.keyedHash(pairingCode),
        pairingExpiresAt: now + PAIRING_MS,
      };
      writes.push(
        known.length === 0
          ? { kind: 'add-device', device: invited }
          : { kind: 'change-device', device: invited },
      );
      invitations.push({ kind: device.kind, name: device.name, pairingCode });
    }
    return { writes, answer: invitations };
  });
}

function firstDevices(operations: Operations, now: number): DeviceRow[] {
  const { hall, counters } = operations.settings();
  const texts = startWords(nearestLanguage(hall.languages[0]));
  const counter = counters.filter(({ archived }) => !archived).sort((a, b) => a.number - b.number)[0];
  // In this order in every list.
  let at = now;
  const device = (kind: DeviceKind, name: string, counterId: string | null): DeviceRow => ({
    id: FIRST + kind,
    kind,
    name,
    counterId,
    printerId: null,
    zoneId: null,
    speaks: true,
    overscan: null,
    tokenHash: null,
    pairingHash: null,
    pairingExpiresAt: null,
    createdAt: at++,
    seenAt: null,
    revokedAt: null,
  });
  const devices = [device('kiosk', texts.kioskName, null), device('hall-screen', texts.hallName, null)];
  if (counter) devices.push(device('counter-pad', texts.padName({ number: counter.number }), counter.id));
  return devices;
}
