import type { RatingReasons } from '@jiaohao/shared/contract/rating-reasons.ts';
import type { HubCaller } from '../lib/hub-caller.ts';
import type { Life } from './life.ts';
import type { Chance } from './random.ts';

export interface RatingsOptions {
  life: Life;
  chance: Chance;
  phone: HubCaller;
  /** The pad at a counter; undefined where there is none. */
  padAt(counterId: string): HubCaller | undefined;
  /** What may be said with a press, by level. */
  reasons: RatingReasons;
}

/** Many press nothing; who does is mostly content. Level 5 is the best. */
const LEVELS = [5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 2, 1];
const BY_PAD = 0.55;
const BY_PHONE = 0.1;
const SAYS_WHY = 0.4;
/** A press within a second of the question is taken for a mistake, at any speed of the demo. */
const HAND_MS = 1200;

/** After being served: a press on the pad, or later on the phone, or none. */
export async function rate(
  { life, chance, phone, padAt, reasons }: RatingsOptions,
  served: { counterId: string; turnId: string; token: string | undefined },
): Promise<void> {
  const { turnId } = served;
  const level = chance.pick(LEVELS);
  const why = reasons[String(level) as keyof RatingReasons] ?? [];
  async function press(by: HubCaller, path: string): Promise<void> {
    const taken = await life.ask(() => by.post(path, { level, turnId }));
    if (!taken || why.length === 0 || !chance.likely(SAYS_WHY)) return;
    await life.ask(() => by.post(`${path}/reasons`, { turnId, reasons: [chance.pick(why).id] }));
  }

  const pad = padAt(served.counterId);
  if (pad && chance.likely(BY_PAD)) {
    // A hand needs its time at any speed, and the pad asks for so long only.
    await life.sleep(chance.about(8000), HAND_MS);
    await press(pad, `/api/counters/${served.counterId}/rating`);
  } else if (served.token !== undefined && chance.likely(BY_PHONE)) {
    await life.sleep(chance.about(3 * 60_000), HAND_MS);
    await press(phone, `/api/tickets/${served.token}/rating`);
  }
}
