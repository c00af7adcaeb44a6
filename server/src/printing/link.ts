/** An open way to a printer, whatever it is made of. Every way out ends in `destroy`. */
export interface PrinterLink {
  /** Resolves when all bytes are handed over to the system. Rejects with `LinkLost`. */
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when what was written will reach the printer though the link is destroyed. */
  drain(): Promise<void>;
  /** Bytes from the printer, and the loss of the link. Set once, before the first write. */
  listen(hear: { bytes(bytes: Uint8Array): void; lost(why: LinkLost): void }): void;
  destroy(): void;
}

/** Rejects with `LinkLost` when there is no link within `connectMs`. */
export type OpenLink = (connectMs: number) => Promise<PrinterLink>;

export class LinkLost extends Error {
  override name = 'LinkLost';
}

export class TimeUp extends Error {
  override name = 'TimeUp';
}

/** The promise's value, or `TimeUp` after `ms`. Leaves no timer behind. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimeUp(`nothing within ${Math.round(ms)} ms`)), Math.max(0, ms));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
