import { signal } from '@preact/signals';
import type { DeviceKind } from '../contract/session.ts';
import { ApiError, createApi } from './api.ts';
import { recall, remember } from './storage.ts';

/**
 * A device's token: taken from a pairing link's `#pair=CODE` or from a typed code, kept in the
 * browser, and gone when the hub says that it was revoked.
 */
export function createDevice(kind: DeviceKind) {
  const slot = `jiaohao.${kind}.token`;
  const token = signal<string | null>(recall(slot));

  async function pair(pairingCode: string): Promise<'paired' | 'wrong-kind'> {
    const answer = await createApi().post<{ token: string; kind: DeviceKind }>('/api/devices/pair', {
      pairingCode,
    });
    if (answer.kind !== kind) return 'wrong-kind';
    remember(slot, answer.token);
    token.value = answer.token;
    return 'paired';
  }

  function forget(): void {
    remember(slot, null);
    token.value = null;
  }

  /** The code of a pairing link, taken out of the address so that it is not kept in the history. */
  function takeLinkCode(): string | null {
    const found = /^#pair=([A-Za-z0-9-]+)$/.exec(location.hash);
    if (!found) return null;
    history.replaceState(null, '', location.pathname + location.search);
    return found[1] ?? null;
  }

  return { token, pair, forget, takeLinkCode };
}

export type DevicePairing = ReturnType<typeof createDevice>;

/** Whether an error means that this device's token is no longer good. */
export const isRevoked = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'device-revoked' || error.code === 'not-signed-in');
