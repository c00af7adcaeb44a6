import * as crypto from 'node:crypto';

/**
 * An id that nobody else makes and that grows with time (UUIDv7), so that rows which are written together
 * lie together in every index. An early Node 24 does not have it; there ids are merely unique.
 */
export const timeOrderedId = (): string => crypto.randomUUIDv7?.() ?? crypto.randomUUID();
