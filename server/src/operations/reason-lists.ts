import type { OfferedReasons } from '@jiaohao/shared/contract/rating-reasons.ts';
import { type Envelope, SETTINGS_STREAM, type SettingsEvent } from '../domain/event.ts';
import type { Settings } from '../domain/settings.ts';
import type { Store } from '../store/port.ts';

/**
 * The lists of reasons of earlier versions of the settings: a form that stood open while a manager changed
 * the lists still names what it showed. Each version is read once; they are few and never change.
 */
export function createReasonLists(store: Store, settings: () => Settings) {
  let known = new Map<number, OfferedReasons>();

  /** The list of `version`; undefined where that is the one in force, or none that ever was. */
  return async (version: number | undefined): Promise<OfferedReasons | undefined> => {
    if (version === undefined || version >= settings().version) return undefined;
    if (!known.has(version)) {
      const events = (await store.readStream(SETTINGS_STREAM)) as Envelope<SettingsEvent>[];
      known = new Map(
        events.map(({ event: { data } }) => [
          data.version,
          { version: data.version, lists: data.document.rules.ratingReasons ?? {} },
        ]),
      );
    }
    return known.get(version);
  };
}

export type ReasonLists = ReturnType<typeof createReasonLists>;
