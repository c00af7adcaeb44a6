import type { Use } from './script.ts';

/**
 * Names that a Chrome-80-era WebView has not, or that exist in a secure context only (halls are
 * plain-http LANs). The number is the Chrome that brought it; `secure`: never over plain http.
 */
const METHODS: Record<string, number> = {
  replaceAll: 85,
  at: 92,
  findLast: 97,
  findLastIndex: 97,
  toSorted: 110,
  toReversed: 110,
  toSpliced: 110,
  replaceChildren: 86,
  checkVisibility: 105,
  showPopover: 114,
  showPicker: 99,
  formatRangeToParts: 106,
  selectRange: 106,
  isWellFormed: 111,
  toWellFormed: 111,
};

const MEMBERS: Record<string, number | 'secure'> = {
  'Object.hasOwn': 93,
  'Object.groupBy': 117,
  'Map.groupBy': 117,
  'Promise.any': 85,
  'Promise.withResolvers': 119,
  'Promise.try': 128,
  'Array.fromAsync': 121,
  'AbortSignal.timeout': 103,
  'AbortSignal.any': 116,
  'AbortSignal.abort': 93,
  'URL.canParse': 120,
  'Intl.DisplayNames': 81,
  'Intl.Segmenter': 87,
  'Intl.supportedValuesOf': 99,
  'Intl.DurationFormat': 129,
  'document.startViewTransition': 111,
  'crypto.randomUUID': 'secure',
  'crypto.subtle': 'secure',
  'navigator.clipboard': 'secure',
  'navigator.serviceWorker': 'secure',
  'navigator.wakeLock': 'secure',
  'navigator.mediaDevices': 'secure',
  'navigator.share': 'secure',
  'navigator.locks': 'secure',
  'navigator.storage': 'secure',
  'navigator.userAgentData': 'secure',
};

const GLOBALS: Record<string, number | 'secure'> = {
  structuredClone: 98,
  WeakRef: 84,
  FinalizationRegistry: 84,
  AggregateError: 85,
  reportError: 95,
  URLPattern: 95,
  Temporal: 144,
  Iterator: 122,
  Notification: 'secure',
  caches: 'secure',
  AudioWorkletNode: 'secure',
};

const own = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The name of the API that is too new for the unattended screens, or undefined. */
export function tooNew({ object, property, called }: Use): string | undefined {
  const member = `${object}.${property}`;
  if (object !== 'globalThis' && called && own(METHODS, property)) return `.${property}()`;
  if (own(MEMBERS, member)) return member;
  const global = object === 'globalThis' || object === 'window' || object === 'self';
  return global && own(GLOBALS, property) ? property : undefined;
}
