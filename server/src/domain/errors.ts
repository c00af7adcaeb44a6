import type { ErrorCode } from '@jiaohao/shared/contract/errors.ts';

/** A rule said no. Nothing has changed; the code tells people and programs why. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, details?: Record<string, unknown>) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}
