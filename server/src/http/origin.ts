import type { IncomingMessage } from 'node:http';

/** The host that a request came to, as its sender named it. */
export const hostOf = (request: IncomingMessage): string => request.headers.host ?? '';

/** Whether a page of `origin` was served by this hub: the same host, or the public address before a proxy. */
export function originIsOurs(origin: string, host: string, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  return (protocol === 'http:' || protocol === 'https:') && from !== '' && from === host.toLowerCase();
}
