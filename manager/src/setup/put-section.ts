import { ApiError } from '@jiaohao/shared/client/api.ts';
import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import { hub } from '../session.ts';

/**
 * Replaces a section of the settings and loads them `again`. Where somebody else has changed the settings
 * since `version`, theirs are loaded too: the error says so, and the next press is sent against them.
 * @throws ApiError what the hub refuses
 */
export async function putSection<Name extends keyof HallSettings>(
  name: Name,
  version: number,
  section: HallSettings[Name],
  again: () => Promise<void>,
): Promise<void> {
  try {
    await hub.put(`/api/settings/${name}`, { version, [name]: section });
  } catch (error) {
    if (error instanceof ApiError && error.code === 'stale-settings') await again();
    throw error;
  }
  await again();
}
