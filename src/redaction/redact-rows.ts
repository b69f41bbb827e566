import type { Tool } from "../domain/tool.ts";
import type { CallRedactor } from "./create-redactor.ts";
import type { Part } from "./parts.ts";
import type { ReadRow } from "./read-row.ts";
import type { RedactionCounts } from "./report.ts";

export interface RedactedRows {
  /** In the order in which they were given. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Places where values stand; what rows repeat counts once. */
  readonly counts: RedactionCounts;
}

/**
 * Redacts rows that were cut from one call together: what one of them gives away is known in all. `scope` is what values
 * share a surrogate in: the same word for all rows of a file that was cut from the same calls.
 */
export function redactRows(rows: readonly ReadRow[], redactor: CallRedactor, scope: string): RedactedRows {
  const { parts, places } = joined(rows);
  const { texts, counts } = redactor.redactScript(
    { parts, tools: allTools(rows), businessJson: null },
    scope,
  );
  const written = rows.map((row, at) => {
    const remaining = (places[at] ?? []).values();
    return row.write(() => texts[remaining.next().value ?? -1] ?? "");
  });
  return { rows: written, counts };
}

interface Joined {
  readonly parts: readonly Part[];
  /** For each row the places of its parts among all. */
  readonly places: readonly (readonly number[])[];
}

/** A row begins in most cases with all that the one before said; that is taken once, as in the call itself. */
function joined(rows: readonly ReadRow[]): Joined {
  const parts: Part[] = [];
  const places: number[][] = [];
  for (const row of rows) {
    const before = places.at(-1) ?? [];
    const fresh = row.parts.findIndex((part, at) => !isSame(part, parts[before[at] ?? -1]));
    const shared = fresh === -1 ? row.parts.length : fresh;
    places.push(row.parts.map((part, at) => (at < shared ? (before[at] ?? 0) : parts.push(part) - 1)));
  }
  return { parts, places };
}

function isSame(one: Part, other: Part | undefined): boolean {
  if (other === undefined || one.kind !== other.kind || one.text !== other.text) return false;
  return !("tool" in one && "tool" in other) || one.tool === other.tool;
}

/** Each tool once; null where no row has any. */
function allTools(rows: readonly ReadRow[]): Tool[] | null {
  const lists = new Set(rows.map(({ tools }) => tools).filter((tools) => tools !== null));
  if (lists.size === 0) return null;
  const tools = new Map([...lists].flat().map((tool) => [JSON.stringify(tool), tool]));
  return [...tools.values()];
}
