import { isIPv4 } from 'node:net';

/** As long as a session lives without being used. */
const REMEMBERED_MS = 12 * 3600_000;
const ADDRESSES_KEPT = 5000;

/**
 * Who was seen at which network address, in memory and for one purpose: to tell a clerk's own machine from a
 * customer's phone. An address proves something only where one person alone works from it: behind a proxy or a
 * router that hides many machines it proves nothing, and neither does the hub's own machine.
 */
export function createAddresses(now: () => number) {
  const seen = new Map<string, Map<string, number>>();

  return {
    /** `who`: `person:…`, or `device:…` for a machine that no single clerk sits at. */
    note(address: string, who: string): void {
      const place = plain(address);
      if (isOwnMachine(place)) return;
      const there = seen.get(place) ?? new Map<string, number>();
      there.set(who, now());
      // Put last again: the addresses that were quiet longest are let go first.
      seen.delete(place);
      seen.set(place, there);
      if (seen.size > ADDRESSES_KEPT) seen.delete(seen.keys().next().value as string);
    },
    /** The one person who works from this address, or null. */
    soleUser(address: string): string | null {
      const there = seen.get(plain(address)) ?? new Map<string, number>();
      const since = now() - REMEMBERED_MS;
      const [only, another] = [...there].filter(([, at]) => at > since).map(([who]) => who);
      return only !== undefined && another === undefined && only.startsWith('person:')
        ? only.slice('person:'.length)
        : null;
    },
  };
}

export type Addresses = ReturnType<typeof createAddresses>;

/** IPv4 as such, also where a socket of both kinds writes it as IPv6. */
function plain(address: string): string {
  const mapped = address.replace(/^::ffff:/i, '');
  return isIPv4(mapped) ? mapped : address;
}

const isOwnMachine = (address: string): boolean => address === '::1' || address.startsWith('127.');
