/**
 * Twelve hex digits that change when the value does, and with nothing else: the order of an object's keys
 * is not part of it. Two FNV-1a sums of 32 and 16 bits (seeds apart): it tells versions of one text apart,
 * and is no protection against somebody who forges one.
 */
export function fingerprint(value: unknown): string {
  const text = canonical(value);
  const high = fnv1a(text, 0x811c9dc5);
  const low = fnv1a(text, 0x01000193) & 0xffff;
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(4, '0');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function fnv1a(text: string, seed: number): number {
  let sum = seed;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}
