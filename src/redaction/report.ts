import type { Entity } from "../plugins/redactors/redactor.ts";

/** How often a kind was found, and what became of it; never a value. */
export interface EntityCounts {
  /** Places where a value of the kind stands, in texts and in fields. */
  readonly found: number;
  readonly replaced: number;
  /** Left because the allow list, the operator or the business's own data says so, or because it is a surrogate. */
  readonly left: number;
}

export type RedactionCounts = Readonly<Partial<Record<Entity, EntityCounts>>>;

export function addCounts(left: RedactionCounts, right: RedactionCounts): RedactionCounts {
  const sum: Partial<Record<Entity, EntityCounts>> = { ...left };
  for (const [entity, counts] of entriesOf(right)) {
    const before = sum[entity] ?? { found: 0, replaced: 0, left: 0 };
    sum[entity] = {
      found: before.found + counts.found,
      replaced: before.replaced + counts.replaced,
      left: before.left + counts.left,
    };
  }
  return sum;
}

/** Counts of a first pass with what a later one still replaced. */
export function addReplaced(first: RedactionCounts, later: RedactionCounts): RedactionCounts {
  const more: Partial<Record<Entity, EntityCounts>> = {};
  for (const [entity, { replaced }] of entriesOf(later)) {
    if (replaced > 0) more[entity] = { found: replaced, replaced, left: 0 };
  }
  return addCounts(first, more);
}

export interface Tally {
  count(entity: Entity, outcome: "replaced" | "left"): void;
  counts(): RedactionCounts;
}

export function createTally(): Tally {
  const counts: Partial<Record<Entity, { found: number; replaced: number; left: number }>> = {};
  return {
    count(entity, outcome) {
      const entry = counts[entity] ?? { found: 0, replaced: 0, left: 0 };
      counts[entity] = entry;
      entry.found += 1;
      entry[outcome] += 1;
    },
    counts: () => counts,
  };
}

function entriesOf(counts: RedactionCounts): [Entity, EntityCounts][] {
  return Object.entries(counts) as [Entity, EntityCounts][];
}
