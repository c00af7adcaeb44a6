import type { HubCaller } from '../lib/hub-caller.ts';
import type { Life } from './life.ts';
import type { Chance } from './random.ts';

export interface RatingsOptions {
  life: Life;
  chance: Chance;
  phone: HubCaller;
  /** The pad at a counter; undefined where there is none. */
  padAt(counterId: string): HubCaller | undefined;
}

/** Many press nothing; who does is mostly content. Level 5 is the best. */
const LEVELS = [5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 2, 1];
const BY_PAD = 0.55;
const BY_PHONE = 0.1;

/** After being served: a press on the pad, or later on the phone, or none. */
export async function rate(
  { life, chance, phone, padAt }: RatingsOptions,
  served: { counterId: string; turnId: string; token: string | undefined },
): Promise<void> {
  const body = { level: chance.pick(LEVELS), turnId: served.turnId };
  const pad = padAt(served.counterId);
  if (pad && chance.likely(BY_PAD)) {
    // A hand needs its time at any speed, and the pad asks for so long only.
    await life.sleep(chance.about(8000));
    await life.ask(() => pad.post(`/api/counters/${served.counterId}/rating`, body));
  } else if (served.token !== undefined && chance.likely(BY_PHONE)) {
    await life.sleep(chance.about(3 * 60_000));
    await life.ask(() => phone.post(`/api/tickets/${served.token}/rating`, body));
  }
}
