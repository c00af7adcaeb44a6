import type { Api } from '@jiaohao/shared/client/api.ts';
import type { CounterView, Menu } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { signal } from '@preact/signals';
import type { CounterChoice } from './counter-choice.ts';
import type { Pickable } from './pick.ts';

/** A service as a clerk picks it. */
export interface ServiceLine extends Pickable {
  letter: string;
  name: Localized;
  waiting: number;
}

/** A counter as a clerk picks it: by its own number. */
export interface CounterLine extends Pickable {
  name: Localized | undefined;
  state: CounterChoice['state'];
  clerkId: string | null;
  clerkName: string | null;
  /** Ids of what it serves. */
  services: readonly string[];
}

/** What else there is in the hall, to send people to. */
export interface HallDirectory {
  services: readonly ServiceLine[];
  counters: readonly CounterLine[];
}

/** Services are numbered as the kiosk lists them. */
export function directoryOf(
  menu: Pick<Menu, 'groups'>,
  { counters }: { counters: CounterChoice[] },
): HallDirectory {
  return {
    services: menu.groups
      .flatMap(({ services }) => services)
      .map(({ id, letter, name, waiting }, index) => ({ id, letter, name, waiting, number: index + 1 })),
    counters: counters
      .map(({ id, number, name, state, clerkId, clerkName, services }) => ({
        id,
        number,
        name,
        state,
        clerkId,
        clerkName,
        services,
      }))
      .sort((a, b) => a.number - b.number),
  };
}

/** With what cannot be picked now barred: the service in hand, this counter. */
export function besides({ services, counters }: HallDirectory, view: CounterView): HallDirectory {
  return {
    services: services.map((line) => ({ ...line, barred: line.id === view.ticket?.serviceId })),
    counters: counters.map((line) => ({ ...line, barred: line.id === view.counter.id })),
  };
}

/**
 * The directory as last heard from the hub. It is asked for ahead, so that a panel opens at once, and
 * again when one opens; a key press never waits for it.
 */
export function createHallDirectory(api: Api) {
  const known = signal<HallDirectory | null>(null);
  return {
    known,
    /** Never rejects: what was known stays. */
    async refresh(): Promise<void> {
      try {
        const [menu, counters] = await Promise.all([
          api.get<Menu>('/api/menu'),
          api.get<{ counters: CounterChoice[] }>('/api/counters'),
        ]);
        known.value = directoryOf(menu, counters);
      } catch {
        // The page says itself that the hub is away.
      }
    },
  };
}
