import type { Random } from "../../lib/seeded-random.ts";

const gaps = / {2,}/g;

/** Fills a template: each `[one|other|]` becomes one of its alternatives. They don't nest. */
export function vary(random: Random, template: string): string {
  let filled = "";
  let from = 0;
  for (;;) {
    const open = template.indexOf("[", from);
    const close = template.indexOf("]", open);
    if (open === -1 || close === -1) break;
    filled += template.slice(from, open) + random.pick(template.slice(open + 1, close).split("|"));
    from = close + 1;
  }
  filled += template.slice(from);
  return (filled.includes("  ") ? filled.replace(gaps, " ") : filled).trim();
}

/** One of the templates, filled. */
export function varyOne(random: Random, templates: readonly string[]): string {
  return vary(random, random.pick(templates));
}

/** One key of a table of weights; they need not add up to 1. */
export function pickWeighted<Key extends string>(
  random: Random,
  weights: Readonly<Record<Key, number>>,
): Key {
  const keys = Object.keys(weights) as Key[]; // a record's own keys are its key type
  let left = random.next() * keys.reduce((sum, key) => sum + weights[key], 0);
  for (const key of keys) {
    left -= weights[key];
    if (left < 0) return key;
  }
  return random.pick(keys);
}

/** The items in an order of their own. */
export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
