import { ApiError } from '@jiaohao/shared/client/api.ts';
import { texts } from './texts.ts';

/** What to say about an error of a call: the hub's own words where it gave some. */
export function failureWords(error: unknown): string {
  const t = texts.value;
  if (!(error instanceof ApiError)) return t.common.unexpected;
  return error.code === 'unreachable' ? t.unreachable : error.message || t.common.unexpected;
}
