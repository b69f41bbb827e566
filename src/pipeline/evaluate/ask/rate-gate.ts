import { durationMs } from "./durations.ts";

/** Keeps to what a service says it lets through: everyone who asks it passes one gate. */
export interface RateGate {
  /** Milliseconds to wait before a request of about so many tokens may be sent; 0 lets it through and counts it. */
  pauseMs(tokens: number): number;
  /** What an answer's headers say is left. */
  note(headers: Headers): void;
  /** Nobody passes for so long: the service has refused one. */
  close(ms: number): void;
}

interface Bucket {
  left: number;
  /** When it is full again. */
  resetAt: number;
}

const shortestPauseMs = 10;

/** `now` in milliseconds, of a clock that never jumps. */
export function rateGate(now: () => number): RateGate {
  const requests: Bucket = { left: Number.POSITIVE_INFINITY, resetAt: 0 };
  const tokens: Bucket = { left: Number.POSITIVE_INFINITY, resetAt: 0 };
  let closedUntil = 0;
  const missing = (bucket: Bucket, needed: number, at: number): number => {
    if (at >= bucket.resetAt) bucket.left = Number.POSITIVE_INFINITY;
    return bucket.left >= needed ? 0 : bucket.resetAt - at;
  };
  return {
    pauseMs(needed) {
      const at = now();
      const pause = Math.max(closedUntil - at, missing(requests, 1, at), missing(tokens, needed, at));
      if (pause > 0) return Math.max(shortestPauseMs, pause);
      requests.left -= 1;
      tokens.left -= needed;
      return 0;
    },
    note(headers) {
      fill(requests, headers, now(), ["x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"]);
      fill(tokens, headers, now(), ["x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"]);
    },
    close(ms) {
      closedUntil = Math.max(closedUntil, now() + ms);
    },
  };
}

/** Answers overtake each other: within one period the least that was told holds. */
function fill(bucket: Bucket, headers: Headers, at: number, [left, reset]: readonly [string, string]): void {
  const told = headers.get(left);
  const resetMs = durationMs(headers.get(reset));
  if (told === null || resetMs === null || !(Number(told) >= 0)) return;
  const isNewPeriod = at >= bucket.resetAt;
  bucket.left = isNewPeriod ? Number(told) : Math.min(bucket.left, Number(told));
  bucket.resetAt = Math.max(isNewPeriod ? 0 : bucket.resetAt, at + resetMs);
}
