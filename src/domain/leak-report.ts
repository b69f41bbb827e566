import { z } from "zod";

/** How often a kind was found, and what became of it; never a value. */
export const EntityCounts = z.object({
  /** Places where a value of the kind stands: replaced + left. */
  found: z.int(),
  replaced: z.int(),
  /** Left because the allow list, the operator or the business's own data says so, or because it is a surrogate. */
  left: z.int(),
});

export type EntityCounts = z.infer<typeof EntityCounts>;

/** What redaction did to calls, and what an independent second look at the result still takes for personal. */
export const LeakReport = z.object({
  calls: z.int(),
  /** By kind. */
  entities: z.record(z.string(), EntityCounts),
  secondLook: z.object({
    /** Calls looked at. */
    calls: z.int(),
    /** By kind: what looks personal and stands neither in the prompt nor in the tenant's columns. */
    personal: z.record(z.string(), z.int()),
    /** By kind: the same look, but the business's own: it stands in the prompt or in the tenant's columns. */
    ofBusiness: z.record(z.string(), z.int()),
  }),
});
export type LeakReport = z.infer<typeof LeakReport>;

export const noLeaks: LeakReport = {
  calls: 0,
  entities: {},
  secondLook: { calls: 0, personal: {}, ofBusiness: {} },
};

export function addLeaks(left: LeakReport, right: LeakReport): LeakReport {
  const [one, other] = [left.secondLook, right.secondLook];
  return {
    calls: left.calls + right.calls,
    entities: sorted(addCounts(left.entities, right.entities)),
    secondLook: {
      calls: one.calls + other.calls,
      personal: addNumbers(one.personal, other.personal),
      ofBusiness: addNumbers(one.ofBusiness, other.ofBusiness),
    },
  };
}

/** By kind. */
export function addCounts(
  left: Readonly<Record<string, EntityCounts>>,
  right: Readonly<Record<string, EntityCounts>>,
): Record<string, EntityCounts> {
  const sum = { ...left };
  for (const [kind, counts] of Object.entries(right)) {
    const before = sum[kind] ?? { found: 0, replaced: 0, left: 0 };
    sum[kind] = {
      found: before.found + counts.found,
      replaced: before.replaced + counts.replaced,
      left: before.left + counts.left,
    };
  }
  return sum;
}

function addNumbers(
  left: Readonly<Record<string, number>>,
  right: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = { ...left };
  for (const [key, number] of Object.entries(right)) sum[key] = (sum[key] ?? 0) + number;
  return sorted(sum);
}

/** The same counts give the same bytes, in whatever order they were met. */
function sorted<Value>(table: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(table).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether and how the calls of a workspace were redacted. */
export const RedactionMark = z.object({
  on: z.boolean(),
  /** SHA-256 of the settings' canonical JSON; null without redaction. */
  settings: z.string().nullable(),
  /** Tells one salt from another, and is of no use to find it. */
  salt: z.string(),
});
export type RedactionMark = z.infer<typeof RedactionMark>;
