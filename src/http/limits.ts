import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import errors from 'restify-errors';

export interface Limit {
  /** Counts one; throws 429 with how long to wait when it is one too many. */
  count(key: string): Promise<void>;
}

/** So many a minute for each key, in this process. */
export function createLimit(perMinute: number): Limit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    async count(key) {
      try {
        await limiter.consume(key);
      } catch (reason) {
        throw reason instanceof RateLimiterRes ? tooMany(reason.msBeforeNext) : reason;
      }
    },
  };
}

/** 429; `retryAfterSeconds` becomes the Retry-After header. */
function tooMany(waitMs: number): Error {
  const error = new errors.TooManyRequestsError('too many requests; please wait a moment');
  return Object.assign(error, { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
}
