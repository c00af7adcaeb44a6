import type { Committed } from '../operations.ts';
import type { ApiClientRow, DeviceRow, PersonRow, Store } from '../store/port.ts';

/** People, devices and other systems, at hand for snapshots and for every request; follows what is committed. */
export async function createDirectory(store: Store) {
  const people = new Map<string, PersonRow>();
  const devices = new Map<string, DeviceRow>();
  for (const person of await store.people()) people.set(person.id, person);
  const byToken = new Map<string, string>();
  for (const device of await store.devices()) put(device);

  const clients = new Map<string, ApiClientRow>();
  const clientByToken = new Map<string, string>();
  for (const client of await store.apiClients()) putClient(client);

  function putClient(client: ApiClientRow): void {
    clients.set(client.id, client);
    clientByToken.set(client.tokenHash, client.id);
  }

  function changeClient(id: string, changes: Partial<ApiClientRow>): void {
    const client = clients.get(id);
    if (client) clients.set(id, { ...client, ...changes });
  }

  function put(device: DeviceRow): void {
    const before = devices.get(device.id)?.tokenHash;
    if (before) byToken.delete(before);
    devices.set(device.id, device);
    if (device.tokenHash !== null) byToken.set(device.tokenHash, device.id);
  }

  return {
    person: (id: string): PersonRow | undefined => people.get(id),
    device: (id: string): DeviceRow | undefined => devices.get(id),
    /** Asked with every request of a device: no query for it. */
    deviceByToken: (tokenHash: string): DeviceRow | undefined => devices.get(byToken.get(tokenHash) ?? ''),
    client: (id: string): ApiClientRow | undefined => clients.get(id),
    clientByToken: (tokenHash: string): ApiClientRow | undefined =>
      clients.get(clientByToken.get(tokenHash) ?? ''),
    clients: (): ApiClientRow[] => [...clients.values()],
    people: (): PersonRow[] => [...people.values()],
    devices: (): DeviceRow[] => [...devices.values()],
    follow({ writes }: Committed): void {
      for (const write of writes) {
        if (write.kind === 'add-person' || write.kind === 'change-person')
          people.set(write.person.id, write.person);
        if (write.kind === 'add-device' || write.kind === 'change-device') put(write.device);
        if (write.kind === 'add-client') putClient(write.client);
        if (write.kind === 'revoke-client') changeClient(write.clientId, { revokedAt: write.at });
        if (write.kind === 'see-client') changeClient(write.clientId, { seenAt: write.at });
        if (write.kind === 'see-device') {
          const device = devices.get(write.deviceId);
          if (device) devices.set(device.id, { ...device, seenAt: write.at });
        }
      }
    },
  };
}

export type Directory = Awaited<ReturnType<typeof createDirectory>>;
