import type { ErrorBody, ErrorCode } from '../contract/errors.ts';
import { randomId } from './random-id.ts';

/** What a call to the hub can fail with: the hub's own error, or no answer at all (`unreachable`). */
export class ApiError extends Error {
  readonly code: ErrorCode | 'unreachable';
  readonly status: number;
  readonly details: unknown;

  constructor(code: ErrorCode | 'unreachable', status: number, message: string, details?: unknown) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

export interface Api {
  get<T>(path: string): Promise<T>;
  /**
   * A command, sent with an idempotency key. An unanswered one is sent again with the same key
   * (twice, within about `timeoutMs` each), so a lost answer never makes two effects.
   */
  post<T>(path: string, body?: unknown, options?: { key?: string; retries?: number }): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  delete<T>(path: string): Promise<T>;
}

interface ApiOptions {
  /** A device's token, read at each call; absent: the cookie speaks. */
  token?: () => string | null;
  language?: () => string;
  timeoutMs?: number;
  /** Sent with every call. */
  headers?: Record<string, string>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The typed fetch of every screen. Rejects with {@link ApiError} only. */
export function createApi({ token, language, timeoutMs = 5000, headers: always }: ApiOptions = {}): Api {
  async function once<T>(method: string, path: string, body: unknown, key: string | undefined): Promise<T> {
    const headers: Record<string, string> = { ...always };
    const bearer = token?.();
    if (bearer) headers['Authorization'] = `Bearer ${bearer}`;
    const tongue = language?.();
    if (tongue) headers['Accept-Language'] = tongue;
    if (key) headers['Idempotency-Key'] = key;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeoutMs);
    let response: Response;
    let text: string;
    try {
      response = await fetch(path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: abort.signal,
        credentials: 'same-origin',
        cache: 'no-store',
      });
      text = await response.text();
    } catch {
      throw new ApiError('unreachable', 0, '');
    } finally {
      clearTimeout(timer);
    }
    const parsed = parse(text);
    if (response.ok) return parsed as T;
    const error = (parsed as Partial<ErrorBody> | undefined)?.error;
    // A proxy's or a half-started hub's page is no answer of the hub.
    if (!error) throw new ApiError('unreachable', response.status, '');
    throw new ApiError(error.code, response.status, error.message, error.details);
  }

  return {
    get: (path) => once('GET', path, undefined, undefined),
    put: (path, body) => once('PUT', path, body, undefined),
    delete: (path) => once('DELETE', path, undefined, undefined),
    async post<T>(path: string, body: unknown = {}, { key = randomId(), retries = 2 } = {}): Promise<T> {
      for (let attempt = 0; ; attempt++) {
        try {
          return await once<T>('POST', path, body, key);
        } catch (error) {
          if (!(error instanceof ApiError) || error.code !== 'unreachable' || attempt >= retries) throw error;
          await pause(300 * (attempt + 1));
        }
      }
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
