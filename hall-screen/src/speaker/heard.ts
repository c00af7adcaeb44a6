import type { Heard } from './call-queue.ts';

/** Many times what a board holds, so that no entry that comes back is spoken again. */
const LIMIT = 300;

interface Slot {
  read(): string | null;
  write(value: string): void;
}

/** Remembers the last calls dealt with in `slot` (the browser's storage), newest last. */
export function rememberedCalls(slot: Slot): Heard {
  const ids = new Set(parse(slot.read()));
  return {
    has: (id) => ids.has(id),
    add(id) {
      ids.delete(id);
      ids.add(id);
      for (const oldest of ids) {
        if (ids.size <= LIMIT) break;
        ids.delete(oldest);
      }
      slot.write(JSON.stringify([...ids]));
    },
  };
}

function parse(text: string | null): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  } catch {
    // Damaged: better to speak a recent call twice than none ever again.
    return [];
  }
}
