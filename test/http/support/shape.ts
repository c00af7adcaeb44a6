import { ERROR_STATUS, type ErrorCode } from '@jiaohao/shared/contract/errors.ts';
import { errors as en } from '@jiaohao/shared/i18n/en/errors.ts';
import { standing as enStanding } from '@jiaohao/shared/i18n/en/standing.ts';
import { errors as zh } from '@jiaohao/shared/i18n/zh-CN/errors.ts';
import { standing as zhStanding } from '@jiaohao/shared/i18n/zh-CN/standing.ts';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { expect } from 'vitest';
import type { Answer } from '../../support/hub.ts';

/** The value is what the contract's schema says; the failure names the field. */
export function expectShape(schema: TSchema, value: unknown): void {
  const wrong = [...Value.Errors(schema, value)].map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );
  expect(wrong).toEqual([]);
}

/** The answer is this error: its status, its code, its sentence in the caller's language, and nothing else. */
export function expectError(
  answer: Answer<unknown>,
  code: ErrorCode,
  language: 'zh-CN' | 'en' = 'zh-CN',
): void {
  const body = answer.body as { error?: { code?: string; message?: string } };
  expect({ status: answer.status, code: body.error?.code }).toEqual({ status: ERROR_STATUS[code], code });
  const sentences: string[] = [(language === 'en' ? en : zh)[code]];
  if (code === 'wrong-state') sentences.push(...Object.values(language === 'en' ? enStanding : zhStanding));
  expect(sentences).toContain(body.error?.message);
  expect(Object.keys(body)).toEqual(['error']);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
}
