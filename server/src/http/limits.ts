import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DomainError } from '../domain/errors.ts';

/**
 * Counts failures by whatever the caller names (a device, a number that was asked for), so that guessing
 * is slow. Names are kept in memory only.
 */
export function createNamedFailureLimit({ failures, seconds }: { failures: number; seconds: number }) {
  const limiter = new RateLimiterMemory({ points: failures, duration: seconds });

  return {
    /** @throws DomainError `too-many-attempts` */
    async check(name: string): Promise<void> {
      const state = await limiter.get(name);
      if (state !== null && state.consumedPoints >= failures) throw new DomainError('too-many-attempts');
    },
    async failed(name: string): Promise<void> {
      await limiter.penalty(name);
    },
  };
}

/**
 * Counts failures by address, so that guessing is slow and a right credential from another address is
 * never kept out. Where finding out takes time, check before and after: guesses sent all at once are
 * then answered no differently from each other once the limit is reached.
 */
export function createFailureLimit({
  perMinute,
  of = (request) => request.ip,
}: {
  perMinute: number;
  /** Whose failures count together; else an address's. */
  of?: (request: FastifyRequest) => string;
}) {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });

  return {
    /** @throws DomainError `too-many-attempts` */
    async check(request: FastifyRequest): Promise<void> {
      const state = await limiter.get(of(request));
      if (state !== null && state.consumedPoints >= perMinute) throw new DomainError('too-many-attempts');
    },
    async failed(request: FastifyRequest): Promise<void> {
      await limiter.penalty(of(request));
    },
  };
}

export type FailureLimit = ReturnType<typeof createFailureLimit>;
