import { ApiError } from '@jiaohao/shared/client/api.ts';
import { texts } from './texts.ts';

/** What to say about an error of a call: the hub's own words where it gave some. */
export function failureWords(error: unknown): string {
  if (!(error instanceof ApiError)) return texts.value.unexpected;
  return error.code === 'unreachable' ? texts.value.unreachable : error.message || texts.value.unexpected;
}
