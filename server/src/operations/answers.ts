import { DomainError } from '../domain/errors.ts';
import type { Answered, Store } from '../store/port.ts';

/** What a request that may come twice is known by. */
export interface RequestKey {
  /** Whose key it is: `person:…`, `device:…`, `slip:…`. */
  actor: string;
  key: string;
  /** Keyed hash of method, route and body. */
  request: string;
}

/** How long an answer is kept for a request that comes again. */
export const ANSWERS_KEPT_MS = 48 * 3600_000;

/** Latest answers held in memory, before the database is asked. */
const REMEMBERED = 2000;

/** Answers already given, by actor and key. */
export function createAnswers(store: Store) {
  const recent = new Map<string, Answered>();
  const scope = ({ actor, key }: { actor: string; key: string }) => `${actor}\n${key}`;

  return {
    scope,
    /**
     * The answer given before to this very request, or null when it is new.
     * @throws DomainError `key-reused` when the key came with another request
     */
    async find(key: RequestKey, now: number): Promise<{ answer: unknown } | null> {
      const known = recent.get(scope(key)) ?? (await store.answered(key.actor, key.key));
      if (!known || now - known.at > ANSWERS_KEPT_MS) return null;
      if (known.request !== key.request) throw new DomainError('key-reused');
      return { answer: JSON.parse(known.answer) };
    },
    remember(answered: Answered): void {
      recent.set(scope(answered), answered);
      if (recent.size > REMEMBERED) recent.delete(recent.keys().next().value as string);
    },
  };
}
