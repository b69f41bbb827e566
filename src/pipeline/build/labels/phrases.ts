import { startsWith } from "../../../lib/spoken/denial.ts";

/** Fixed word sequences, found by their first word. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** From a list with `|` between the phrases; where several fit, the first in the list is found. */
export function phrases(list: string): Phrases {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of list.split("|")) {
    const words = phrase.split(" ");
    const [first = ""] = words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  return byFirst;
}

/** Index after the phrase that stands at this token; null where none does. */
export function phraseEnd(tokens: readonly string[], index: number, list: Phrases): number | null {
  const sameStart = list.get(tokens[index] ?? "");
  if (sameStart === undefined) return null;
  for (const phrase of sameStart) if (startsWith(tokens, index, phrase)) return index + phrase.length;
  return null;
}
