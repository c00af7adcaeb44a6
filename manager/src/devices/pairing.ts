import type { DeviceKind } from '@jiaohao/shared/contract/session.ts';

/** How long a pairing code can be used. */
export const VALID_MS = 15 * 60_000;

const PAGES: Record<DeviceKind, string> = { kiosk: '/kiosk', 'hall-screen': '/hall', 'counter-pad': '/pad' };

/** The link that pairs a device by being opened. The code is in the fragment, which no server logs. */
export const pairingLink = (origin: string, kind: DeviceKind, code: string): string =>
  `${origin}${PAGES[kind]}#pair=${code}`;

/** Whether a page opened under this name cannot be reached under it by other machines. */
export const isOwnMachine = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname);
