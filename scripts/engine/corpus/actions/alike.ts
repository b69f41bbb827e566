import type { ActionName } from "./index.ts";

/** Actions whose requests for the same thing sound alike: an agent has one of each row for a thing. */
const rows: readonly (readonly ActionName[])[] = [
  ["book", "enroll", "order", "replace"],
  ["order", "send"],
  ["update", "move"],
  ["update", "upgrade"],
  ["update", "downgrade"],
  ["update", "dropItem"],
  ["update", "measure"],
  ["cancel", "deactivate", "unsubscribe"],
  ["cancel", "refund"],
  ["search", "available", "compare"],
  ["available", "eligible"],
  ["verify", "confirm"],
  ["verify", "activate"],
  ["send", "replace", "refund"],
  ["report", "claim", "rate"],
  ["report", "dispatch", "emergency", "claim"],
  ["dispatch", "replace"],
  ["claim", "refund"],
  ["pay", "wire", "donate"],
  ["wire", "send"],
  ["wire", "move"],
];

/** Each action with itself and all that sound like it. */
const neighbours: ReadonlyMap<string, ReadonlySet<string>> = neighboursIn(rows);

export function alike(action: string, other: string): boolean {
  return action === other || (neighbours.get(action)?.has(other) ?? false);
}

function neighboursIn(table: readonly (readonly string[])[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of table)
    for (const one of row) found.set(one, new Set([...(found.get(one) ?? []), ...row]));
  return found;
}
