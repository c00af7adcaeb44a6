import { dayOfCounter, type Hall } from '../domain/hall.ts';
import type { Settings } from '../domain/settings.ts';
import { counterOf, ticketOf, turnOf } from '../domain/state.ts';
import type { Committed } from '../operations.ts';

const DEFAULT_MINUTES = 3;
const MINUTE = 60_000;

interface AbsenceDeps {
  hall(): Hall;
  settings(): Settings;
  now(): number;
  /** Whether a clerk's page stands at this counter. */
  isWatched(counterId: string, personId: string): boolean;
  /** Raises or, with null, ends the trouble of a counter; answers whether that is news. */
  trouble(counterId: string, details: Record<string, unknown> | null): boolean;
}

/**
 * Clerks who vanish with a customer in hand: neither their page stands at the counter nor have they done
 * anything for `rules.absentAfterMinutes`. Memory only: after a start everybody has that long to come back.
 */
export function createAbsences({ hall, settings, now, isWatched, trouble }: AbsenceDeps) {
  const begun = now();
  /** When a person was last seen at a counter or doing anything. */
  const seen = new Map<string, number>();

  return {
    follow({ envelopes }: Pick<Committed, 'envelopes'>): void {
      for (const { by, occurredAt } of envelopes) if (by.kind === 'person') seen.set(by.id, occurredAt);
    },
    /** Looks at every counter; answers whether anything has changed for those who watch the hall. */
    check(): boolean {
      const { counters, rules } = settings();
      const after = (rules.absentAfterMinutes ?? DEFAULT_MINUTES) * MINUTE;
      let isNews = false;
      for (const { id, number } of counters) {
        const day = dayOfCounter(hall(), id);
        const { open } = counterOf(day, id);
        if (open && isWatched(id, open.clerkId)) seen.set(open.clerkId, now());
        const since = open ? Math.max(seen.get(open.clerkId) ?? 0, begun, open.since) : now();
        const isGone = open !== null && open.turnId !== null && now() - since >= after;
        const turnId = isGone ? open.turnId : null;
        const ticket = turnId === null ? null : ticketOf(day, turnOf(day, turnId).ticketId).number;
        isNews = trouble(id, isGone ? { counterId: id, number, ticket, turnId, since } : null) || isNews;
      }
      return isNews;
    },
  };
}
