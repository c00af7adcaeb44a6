/** A random id without a secure context (`crypto.randomUUID` is not there on a plain-http LAN): 128 bits, hex. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
