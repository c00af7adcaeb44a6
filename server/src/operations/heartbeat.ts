import type { Store } from '../store/port.ts';

/** How often the hub says that it is there: an outage is known to begin so exactly. */
const EVERY_MS = 20_000;

/**
 * The hub's sign of life, from which the next start learns since when nobody was there: one row, written over, in
 * the hub's own time. Beside the writer's queue and the journal: it changes nothing that anybody is shown. One
 * that cannot be kept makes an outage look longer and nothing else, so no request fails for it.
 */
export function createHeartbeat(
  store: Pick<Store, 'commit'>,
  now: () => number,
  onError: (error: unknown) => void,
) {
  let at = now();

  async function beat(stopped: boolean): Promise<void> {
    at = now();
    await store.commit({ writes: [{ kind: 'beat', at, stopped }] }).catch(onError);
  }

  return {
    beat: () => beat(false),
    async beatIfDue(): Promise<void> {
      if (now() - at >= EVERY_MS) await beat(false);
    },
    /** The last one: the hub is stopped in order. */
    stop: () => beat(true),
  };
}

/** When the hub was last there; null where it never said so: an older version did not. */
export async function lastSeen(
  store: Pick<Store, 'heartbeat' | 'lastEventAt'>,
): Promise<{ from: number; clean: boolean } | null> {
  const beat = await store.heartbeat();
  if (beat === null) return null;
  return { from: Math.max(beat.at, (await store.lastEventAt()) ?? beat.at), clean: beat.stopped };
}
