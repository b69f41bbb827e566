import type { ScannedText } from "./scan.ts";
import { pairs, single, type Topic } from "./topic-words.ts";
import { is } from "./word-table.ts";

/** The topics of a text in order, each at the token that names it. */
export function topicsOf(scanned: ScannedText): readonly Named[] {
  if ((scanned.any & is.cue) === 0) return none;
  const found: Named[] = [];
  const { words, kinds } = scanned;
  for (let token = 0; token < words.length; token += 1) {
    if (((kinds[token] ?? 0) & is.cue) === 0) continue;
    const word = words[token] ?? "";
    const topic = pairs.get(word)?.get(words[token - 1] ?? "") ?? single.get(word);
    if (topic !== undefined) found.push({ token, topic });
  }
  return found;
}

const none: readonly Named[] = [];

/**
 * What a question asks for: its last topic, where a bare "number" means the topic before it or a phone's. In "the name
 * for the order" the order only says which name.
 */
export function askedFor(topics: readonly Named[], words: readonly string[]): Topic | null {
  const heads = topics.filter((named, index) => !isAttribute(named, topics[index - 1], words));
  const named = heads.findLast(({ topic }) => topic !== "number");
  return named?.topic ?? heads.at(-1)?.topic ?? null;
}

const prepositions = new Set(["on", "for", "of", "under", "with", "to"]);

function isAttribute({ token, topic }: Named, before: Named | undefined, words: readonly string[]): boolean {
  if (before === undefined || before.topic === "number" || !attributes.has(topic)) return false;
  const between = token - before.token > 5 ? [] : words.slice(before.token + 1, token);
  return between.some((word) => prepositions.has(word)) && !between.includes("and");
}

/** What has names, numbers and addresses of its own. */
const attributes: ReadonlySet<Topic> = new Set<Topic>([
  "business",
  "account",
  "card",
  "id",
  "address",
  "when",
]);

/** Farther than so many tokens back, a word says nothing about a number; and so many ahead. */
const reachBack = 9;
const reachAhead = 5;

interface Named {
  readonly token: number;
  readonly topic: Topic;
}

/**
 * The topic that a number or name at these tokens belongs to: the nearest named before it, else right after it,
 * else what was asked. A bare "number" gives way to what was asked.
 */
export function topicAt(
  text: { readonly topics: readonly Named[]; readonly asked: Topic | null },
  first: number,
  last: number,
): Topic | null {
  const { topics, asked } = text;
  let hasNumber = false;
  for (let index = lastUpTo(topics, first - 1); index >= 0; index -= 1) {
    const named = topics[index];
    if (named === undefined || named.token < first - reachBack) break;
    if (named.topic !== "number") return named.topic;
    hasNumber = true;
  }
  for (let index = lastUpTo(topics, last) + 1; index < topics.length; index += 1) {
    const named = topics[index];
    if (named === undefined || named.token > last + reachAhead) break;
    if (named.topic !== "number") return named.topic;
    hasNumber = true;
  }
  return asked ?? (hasNumber ? "number" : null);
}

/** Whether the last topic named before a token is this one, and not farther than so many tokens back. */
export function isJustNamed(
  topics: readonly Named[],
  topic: Topic,
  { token, within }: { readonly token: number; readonly within: number },
): boolean {
  const named = topics[lastUpTo(topics, token - 1)];
  return named?.topic === topic && token - named.token <= within;
}

/** Index of the last topic at or before a token; binary, so that a text full of topics stays cheap. */
function lastUpTo(topics: readonly Named[], token: number): number {
  let low = 0;
  let high = topics.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((topics[middle]?.token ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
