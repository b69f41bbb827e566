import type { Leaf } from "../../../domain/grounding/leaves.ts";
import type { Json } from "../../../lib/json.ts";
import type { Day } from "../../../lib/spoken/days.ts";
import { comparedKinds, valuesOfLeaves } from "./values.ts";

/** A place in two tool calls' arguments that differs; null where one has nothing there. */
export interface Change {
  readonly before: Leaf | null;
  readonly after: Leaf | null;
}

/** Leaves that differ, place by place; the same value in another form is no difference. */
export function changedLeaves(
  before: readonly Leaf[],
  after: readonly Leaf[],
  today: readonly Day[],
): Change[] {
  const [old, fresh] = [byPlace(before), byPlace(after)];
  const changes: Change[] = [];
  for (const place of new Set([...old.keys(), ...fresh.keys()])) {
    const [was, is] = [old.get(place) ?? null, fresh.get(place) ?? null];
    if (was !== null && is !== null && meansSame(was, is, today)) continue;
    changes.push({ before: was, after: is });
  }
  return changes;
}

function byPlace(leaves: readonly Leaf[]): Map<string, Leaf> {
  const counts = new Map<string, number>();
  const places = new Map<string, Leaf>();
  for (const leaf of leaves) {
    const path = leaf.path.join("/");
    const count = counts.get(path) ?? 0;
    counts.set(path, count + 1);
    places.set(`${path}#${count}`, leaf);
  }
  return places;
}

function meansSame(one: Leaf, other: Leaf, today: readonly Day[]): boolean {
  if (looseText(one.value) === looseText(other.value)) return true;
  const [left, right] = [valuesOfLeaves([one], today), valuesOfLeaves([other], today)];
  return comparedKinds.some((kind) => left.forms[kind].some((form) => right.forms[kind].includes(form)));
}

function looseText(value: Json): string {
  return String(value).trim().toLowerCase();
}
