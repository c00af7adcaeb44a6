/**
 * Every error a caller can meet: its code and HTTP status. The words in each language stand in
 * `i18n/<language>/errors.ts`; a test holds the two together.
 */
export const ERROR_STATUS = {
  malformed: 400,
  'unknown-priority': 400,
  'weak-password': 400,
  'unknown-reason': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'session-expired': 401,
  'device-revoked': 401,
  'pairing-code-invalid': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'password-change-needed': 403,
  'not-found': 404,
  'unknown-service': 404,
  'unknown-counter': 404,
  'unknown-ticket': 404,
  'unknown-person': 404,
  'unknown-device': 404,
  'unknown-appointment': 404,
  'service-closed': 409,
  'numbers-exhausted': 409,
  'issuing-held': 409,
  'queue-empty': 409,
  'ticket-in-hand': 409,
  'no-ticket-in-hand': 409,
  'wrong-state': 409,
  'stale-turn': 409,
  'counter-taken': 409,
  'clerk-elsewhere': 409,
  'counter-not-open': 409,
  'counter-paused': 409,
  'not-served-here': 409,
  'rating-closed': 409,
  'day-closed': 409,
  'no-appointments': 409,
  'slot-closed': 409,
  'slot-full': 409,
  'appointment-early': 409,
  'appointment-over': 409,
  'key-reused': 409,
  'username-taken': 409,
  'no-printer': 409,
  'stale-settings': 409,
  'invalid-settings': 400,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many-attempts': 429,
  'not-built-yet': 501,
  'store-unavailable': 503,
  internal: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_STATUS;

export interface ErrorBody {
  error: { code: ErrorCode; message: string; details?: unknown };
}
