import { type JsonLeaf, readJson } from "./json-leaves.ts";
import type { Passage } from "./passages.ts";
import type { ReadPart } from "./scope.ts";

type FieldPart = Extract<ReadPart, { json: string }>;

/** The keys that are written otherwise; no two keys of an object become the same. */
export function writeKeys(
  { json, keys }: FieldPart,
  write: (passage: Passage) => string,
): readonly { readonly leaf: JsonLeaf; readonly text: string }[] {
  const changed = keys
    .map(({ leaf, passage }) => ({ leaf, text: write(passage) }))
    .filter(({ leaf, text }) => text !== leaf.text);
  if (changed.length === 0) return changed;
  const taken = takenKeys(json);
  return changed.map(({ leaf, text }) => {
    const names = taken.get(leaf.parent) ?? new Set();
    const free = freeName(text, names);
    names.add(free);
    return { leaf, text: free };
  });
}

/** All keys by the object that they stand in. */
function takenKeys(json: string): Map<number, Set<string>> {
  const taken = new Map<number, Set<string>>();
  for (const { parent, text } of readJson(json, () => true)?.keys ?? []) {
    const names = taken.get(parent) ?? new Set();
    taken.set(parent, names.add(text));
  }
  return taken;
}

/** A letter behind it makes no number of it, and no other name. */
function freeName(text: string, names: ReadonlySet<string>): string {
  let name = text;
  while (names.has(name)) name += " b";
  return name;
}
