import { hash53 } from "../../../src/lib/hash.ts";
import { type Random, seededRandom } from "../../../src/lib/seeded-random.ts";
import { vary } from "../../../src/samples/speech/vary.ts";

/** Which words and sentences may be used: an eighth of every list is kept for the held-out cases and never learnt. */
export type Side = "training" | "held-out";

/** Reproducible draws that keep to one side. */
export interface Draw {
  readonly random: Random;
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`. */
  between(low: number, high: number): number;
  /** One of the items of this side; of any side where this side has none. */
  pick<Item>(items: readonly Item[]): Item;
  /** As `pick`, but the first items come far more often, as common words do. */
  prefer<Item>(items: readonly Item[]): Item;
  /** Several different items. */
  some<Item>(items: readonly Item[], count: number): Item[];
  /** One of the templates, with `[one|other]` decided and `{name}` filled in. */
  say(templates: readonly string[], values?: Readonly<Record<string, string>>): string;
  /** A word that isn't in any dictionary, of so many syllables. */
  word(least: number, most: number): string;
}

export function createDraw(seed: string, side: Side): Draw {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]) => pickOfSide(random, items, side);
  return {
    random,
    chance: random.chance,
    between: (low, high) => low + random.below(high - low + 1),
    pick,
    prefer: (items) => preferOfSide(random, items, side),
    some: (items, count) => someOf(items, count, pick),
    say: (templates, values = {}) =>
      vary(random, pick(templates)).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ""),
    word: (least, most) => drawWord(random, least + random.below(most - least + 1), side),
  };
}

/** Lists are long and drawn from often; each is parted once. */
const parted = new WeakMap<readonly unknown[], Record<Side, readonly unknown[]>>();

function ownItems<Item>(items: readonly Item[], side: Side): readonly Item[] {
  let parts = parted.get(items);
  if (!parts) {
    parts = {
      training: items.filter((item) => isOfSide(item, "training")),
      "held-out": items.filter((item) => isOfSide(item, "held-out")),
    };
    parted.set(items, parts);
  }
  const own = parts[side] as readonly Item[]; // parted from items of this type
  return own.length > 0 ? own : items;
}

function pickOfSide<Item>(random: Random, items: readonly Item[], side: Side): Item {
  return random.pick(ownItems(items, side));
}

function preferOfSide<Item>(random: Random, items: readonly Item[], side: Side): Item {
  const own = ownItems(items, side);
  const item = own[Math.floor(random.next() ** 2.5 * own.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

function isOfSide(item: unknown, side: Side): boolean {
  if (typeof item !== "string") return true;
  return (hash53(item) % 8 === 0) === (side === "held-out");
}

function someOf<Item>(items: readonly Item[], count: number, pick: (items: readonly Item[]) => Item): Item[] {
  const chosen = new Set<Item>();
  const most = items.length === 0 ? 0 : count * 6;
  for (let tries = 0; chosen.size < count && tries < most; tries += 1) chosen.add(pick(items));
  return [...chosen];
}

const onsets = "b br c ch cl d dr f fl g gr h j k kh l m n p pr qu r s sh sl st t th tr v w y z".split(" ");
const nuclei = "a e i o u a e i o ai ea ee ia io oa ou ei".split(" ");
const codas = ["", "", "", "n", "r", "l", "s", "m", "t", "nd", "rt", "ck", "x", "th", "v", "sk", "ng"];

function drawWord(random: Random, syllables: number, side: Side): string {
  for (;;) {
    const word = Array.from(
      { length: syllables },
      () => random.pick(onsets) + random.pick(nuclei) + random.pick(codas),
    ).join("");
    if (isOfSide(word, side)) return word;
  }
}

export function capitalised(text: string): string {
  return text.replace(/(?<=^|[\s-])[a-z]/g, (letter) => letter.toUpperCase());
}
