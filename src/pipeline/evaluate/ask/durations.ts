/** Milliseconds of `6s`, `1.57s`, `2m59.56s`, `120ms`, `1h`, or bare seconds; null where it is none. */
export function durationMs(text: string | null): number | null {
  if (text === null || text.trim() === "") return null;
  const bare = Number(text);
  if (Number.isFinite(bare)) return bare >= 0 ? bare * 1000 : null;
  const parts = [...text.trim().matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text.trim()) return null;
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (units[unit ?? ""] ?? 0), 0);
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** How long a refused client is asked to wait: seconds, milliseconds (OpenAI), or a date. `nowMs` since 1970. */
export function retryAfterMs(headers: Headers, nowMs: number): number | null {
  const exact = Number(headers.get("retry-after-ms") ?? Number.NaN);
  if (exact >= 0) return exact;
  const text = headers.get("retry-after");
  const duration = durationMs(text);
  if (duration !== null || text === null) return duration;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
