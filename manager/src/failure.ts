import { ApiError } from '@jiaohao/shared/client/api.ts';
import { texts } from './texts.ts';

/** What to say about an error of a call: the hub's own words where it gave some. */
export function failureWords(error: unknown): string {
  const t = texts.value;
  if (!(error instanceof ApiError)) return t.common.unexpected;
  if (error.code === 'unreachable') return t.unreachable;
  return [error.message || t.common.unexpected, ...problemsOf(error.details)].join(' ');
}

/** Settings that are refused are refused with what is wrong where. */
function problemsOf(details: unknown): string[] {
  const { problems } = (details ?? {}) as { problems?: unknown };
  return Array.isArray(problems) ? problems.map(String) : [];
}
