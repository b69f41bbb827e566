import { z } from "zod";
import type { Call } from "./call.ts";

/** A day or an instant, as ISO 8601 writes it; UTC where no zone is told. */
export const Instant = z.string().transform((text, context) => {
  const instant = isoInstant(text.trim());
  if (instant === null)
    context.addIssue({
      code: "custom",
      message: "expected a day (2026-10-01) or an instant (2026-10-01T08:00:00Z)",
    });
  return instant ?? z.NEVER;
});

function isoInstant(text: string): string | null {
  const form = /^\d{4}-\d\d-\d\d(?:([T ])\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i.exec(
    text,
  );
  if (form === null) return null;
  const [, clock, zone = ""] = form;
  const whole = /^[+-]\d\d$/.test(zone) ? `${text}:00` : text;
  const at = Date.parse(clock !== undefined && zone === "" ? `${text}Z` : whole);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Which calls to take. */
export const CallFilter = z.strictObject({
  /** Statuses that count as completed; empty takes every status. A call whose log keeps no status passes. */
  statuses: z.array(z.string()).default(["completed"]),
  /** ISO instants: started at or after `since`, before `until`. */
  since: Instant.nullable().default(null),
  until: Instant.nullable().default(null),
  tenants: z.array(z.string()).default([]),
  /** Calls with fewer turns are left out. */
  minTurns: z.int().min(1).default(1),
});
export type CallFilter = z.infer<typeof CallFilter>;

/** Why a readable call was left out. */
export type LeftOutReason = "status" | "time_window" | "tenant" | "too_short";

/** Null when the call passes. A call that doesn't say when it was or whose it is fails a filter that asks. */
export function leftOutBy(call: Call, filter: CallFilter): LeftOutReason | null {
  if (filter.statuses.length > 0 && call.status !== null && !filter.statuses.includes(call.status))
    return "status";
  if (!inWindow(call.startedAt, filter)) return "time_window";
  if (filter.tenants.length > 0 && !(call.tenant && filter.tenants.includes(call.tenant.id))) return "tenant";
  if (call.turns.length < filter.minTurns) return "too_short";
  return null;
}

function inWindow(startedAt: string | null, filter: CallFilter): boolean {
  if (filter.since === null && filter.until === null) return true;
  if (startedAt === null) return false;
  const at = Date.parse(startedAt);
  if (filter.since !== null && at < Date.parse(filter.since)) return false;
  return filter.until === null || at < Date.parse(filter.until);
}
