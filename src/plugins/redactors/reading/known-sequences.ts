import { codeAt } from "../../../lib/text-codes.ts";
import type { Finding, KnownValue, SearchedText } from "../redactor.ts";
import { toFinding } from "./letters-and-digits.ts";
import { numberWords } from "./number-words.ts";
import { is } from "./word-table.ts";

/** The known values as a tree of their characters. */
interface Node {
  readonly next: Map<number, Node>;
  readonly ends: KnownValue[];
}

/** A way through the tree: how many characters each token stood for. */
interface Way {
  readonly node: Node;
  readonly share: number;
  readonly before: Way | null;
}

/**
 * Finds where known values stand, letter case, spaces and spoken digits aside. Each must be three characters or
 * longer. All values are looked for at once, so that a text takes no longer for many of them.
 */
export function sequenceFinder(values: readonly KnownValue[]): (text: SearchedText) => readonly Finding[] {
  const root = treeOf(values);
  if (root.next.size === 0) return () => none;
  const spoken = beginsWithDigit(root) ? is.number : 0;
  return (text) => {
    const found: Finding[] = [];
    const lasts = new Map<KnownValue, number>();
    for (let token = 0; token < text.words.length; token += 1)
      if (root.next.has(codeAt(text.words[token] ?? "", 0)) || ((text.kinds[token] ?? 0) & spoken) !== 0)
        addFrom(text, { first: token, root, lasts }, found);
    return found;
  };
}

const none: readonly Finding[] = [];

function treeOf(values: readonly KnownValue[]): Node {
  const root: Node = { next: new Map(), ends: [] };
  for (const known of values) {
    if (known.value.length < 3) continue;
    let node = root;
    for (let at = 0; at < known.value.length; at += 1) {
      const code = known.value.charCodeAt(at);
      const next = node.next.get(code) ?? { next: new Map(), ends: [] };
      node.next.set(code, next);
      node = next;
    }
    node.ends.push(known);
  }
  return root;
}

/** Only then does a number's word begin one. */
function beginsWithDigit({ next }: Node): boolean {
  for (let code = 0x30; code <= 0x39; code += 1) if (next.has(code)) return true;
  return false;
}

interface Search {
  readonly first: number;
  readonly root: Node;
  /** Where each value was found last: its places don't overlap. */
  readonly lasts: Map<KnownValue, number>;
}

function addFrom(text: SearchedText, { first, root, lasts }: Search, found: Finding[]): void {
  let ways: readonly Way[] = [{ node: root, share: 0, before: null }];
  for (let token = first; token < text.words.length && ways.length > 0; token += 1) {
    if (token > first && (text.starts[token] ?? 0) - (text.ends[token - 1] ?? 0) > 3) return;
    const word = text.words[token] ?? "";
    ways = ways.flatMap((way) => onward(way, word));
    addEnds(text, ways, { first, last: token, lasts }, found);
  }
}

function addEnds(
  text: SearchedText,
  ways: readonly Way[],
  { first, last, lasts }: Omit<Search, "root"> & { readonly last: number },
  found: Finding[],
): void {
  for (const way of ways)
    for (const known of way.node.ends)
      if (isApart(lasts, known, { first, last }))
        found.push(toFinding(text, { first, last, shares: sharesOf(way) }, { ...known, score: 1 }));
}

function isApart(
  lasts: Map<KnownValue, number>,
  known: KnownValue,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  if ((lasts.get(known) ?? -1) >= first) return false;
  lasts.set(known, last);
  return true;
}

/** By the word as it is written and, where it is a number's, by its digits. */
function onward(way: Way, word: string): Way[] {
  const written = follow(way.node, word);
  const digits = numberWords.get(word) ?? "";
  const spoken = digits === "" ? null : follow(way.node, digits);
  const ways: Way[] = [];
  if (written !== null) ways.push({ node: written, share: word.length, before: way });
  if (spoken !== null) ways.push({ node: spoken, share: digits.length, before: way });
  return ways;
}

function follow(from: Node, piece: string): Node | null {
  let node: Node | undefined = from;
  for (let at = 0; at < piece.length && node !== undefined; at += 1)
    node = node.next.get(piece.charCodeAt(at));
  return node ?? null;
}

function sharesOf(way: Way): number[] {
  const shares: number[] = [];
  for (let at: Way = way; at.before !== null; at = at.before) shares.push(at.share);
  return shares.reverse();
}
