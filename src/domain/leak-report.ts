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

/** Reports added up one by one, as many as there are calls. */
export interface LeakSum {
  add(report: LeakReport): void;
  /** Of all so far. The same counts give the same bytes, in whatever order they were met. */
  read(): LeakReport;
}

export function sumLeaks(beginning: LeakReport = noLeaks): LeakSum {
  let calls = 0;
  let lookedAt = 0;
  const entities = new Map<string, EntityCounts>();
  const personal = new Map<string, number>();
  const ofBusiness = new Map<string, number>();
  const add: LeakSum["add"] = (report) => {
    calls += report.calls;
    lookedAt += report.secondLook.calls;
    for (const [kind, counts] of Object.entries(report.entities))
      entities.set(kind, sumOf(entities.get(kind), counts));
    addNumbers(personal, report.secondLook.personal);
    addNumbers(ofBusiness, report.secondLook.ofBusiness);
  };
  add(beginning);
  return {
    add,
    read: () => ({
      calls,
      entities: sorted(entities),
      secondLook: { calls: lookedAt, personal: sorted(personal), ofBusiness: sorted(ofBusiness) },
    }),
  };
}

/** By kind. */
export function addCounts(
  left: Readonly<Record<string, EntityCounts>>,
  right: Readonly<Record<string, EntityCounts>>,
): Record<string, EntityCounts> {
  const sum = { ...left };
  for (const [kind, counts] of Object.entries(right)) sum[kind] = sumOf(sum[kind], counts);
  return sum;
}

function sumOf(before: EntityCounts | undefined, counts: EntityCounts): EntityCounts {
  if (before === undefined) return counts;
  return {
    found: before.found + counts.found,
    replaced: before.replaced + counts.replaced,
    left: before.left + counts.left,
  };
}

function addNumbers(sum: Map<string, number>, numbers: Readonly<Record<string, number>>): void {
  for (const [kind, number] of Object.entries(numbers)) sum.set(kind, (sum.get(kind) ?? 0) + number);
}

function sorted<Value>(table: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...table].sort(([one], [other]) => (one < other ? -1 : 1)));
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
