/**
 * A place inside a text that is being written under a rule: which tokens may come next, and what the text means if it
 * ends here. Places don't change; `after` answers the next one.
 */
export interface Place<Meaning> {
  /** Without duplicates. */
  readonly tokens: ArrayLike<number>;
  readonly ends: boolean;
  /** Null for a token that may not stand here. */
  after(token: number): Place<Meaning> | null;
  /** What the whole text means, the likeliest meaning first; empty where it may not end here. */
  meanings(text: string): readonly Meaning[];
}

/** A text of known wording and what it means. */
export interface Literal<Meaning> {
  readonly tokens: readonly number[];
  readonly meaning: Meaning;
}

/** Only these texts; null where there are none. Texts of the same tokens keep their order among the meanings. */
export function literalPlace<Meaning>(literals: Iterable<Literal<Meaning>>): Place<Meaning> | null {
  const root = createNode<Meaning>();
  let count = 0;
  for (const { tokens, meaning } of literals) {
    let node = root;
    for (const token of tokens) {
      const next = node.next.get(token) ?? createNode<Meaning>();
      node.next.set(token, next);
      node = next;
    }
    node.meanings.push(meaning);
    count += 1;
  }
  return count === 0 ? null : placeOf(root);
}

interface LiteralNode<Meaning> {
  readonly meanings: Meaning[];
  readonly next: Map<number, LiteralNode<Meaning>>;
}

function createNode<Meaning>(): LiteralNode<Meaning> {
  return { meanings: [], next: new Map() };
}

function placeOf<Meaning>(node: LiteralNode<Meaning>): Place<Meaning> {
  return {
    tokens: [...node.next.keys()],
    ends: node.meanings.length > 0,
    after(token) {
      const next = node.next.get(token);
      return next === undefined ? null : placeOf(next);
    },
    meanings: () => node.meanings,
  };
}

/** Any of several rules; the meanings of the first come first. Null where there is none. */
export function unionPlace<Meaning>(places: readonly Place<Meaning>[]): Place<Meaning> | null {
  const [first] = places;
  if (first === undefined || places.length === 1) return first ?? null;
  return {
    tokens: unionOf(places.map(({ tokens }) => tokens)),
    ends: places.some(({ ends }) => ends),
    after: (token) => unionPlace(places.map((place) => place.after(token)).filter((place) => place !== null)),
    meanings: (text) => places.flatMap((place) => place.meanings(text)),
  };
}

function unionOf(lists: readonly ArrayLike<number>[]): ArrayLike<number> {
  const filled = lists.filter((list) => list.length > 0);
  const [only] = filled;
  if (only === undefined || filled.length === 1) return only ?? [];
  return [...new Set(filled.flatMap((list) => Array.from(list)))];
}
