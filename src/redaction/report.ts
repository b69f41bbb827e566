import { addCounts, type EntityCounts } from "../domain/leak-report.ts";
import type { Entity } from "../plugins/redactors/redactor.ts";

export type RedactionCounts = Readonly<Partial<Record<Entity, Readonly<EntityCounts>>>>;

/** Counts of a first pass with what a later one still replaced. */
export function addReplaced(first: RedactionCounts, later: RedactionCounts): RedactionCounts {
  const more: Record<string, EntityCounts> = {};
  for (const [entity, { replaced }] of Object.entries(later)) {
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
