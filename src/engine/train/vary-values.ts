import type { Random } from "../../lib/seeded-random.ts";
import type { Tokenizer } from "../text/tokenizer.ts";
import { decodeText, encodeText } from "../text/values.ts";
import type { Sequence } from "./trainer.ts";

/** Share of the sequences that are varied; the rest keeps the words that callers really use. */
const varied = 0.5;
/** Letters of the shortest word that is replaced: below are articles and the like. */
const shortestWord = 3;
/** Digits of the shortest number: below are counts and times, whose meaning matters. */
const shortestNumber = 4;

/**
 * The same sequence with other words in the place of those that a caller said and an argument repeats, wherever they stand
 * in it: so a small model learns to copy what is said rather than the few hundred values it has seen. Words of the tools and of the
 * system prompt stay, since they are the business's own, and so do those that aren't copied letter by letter. What
 * would be longer than `longest` tokens is left alone.
 */
export function varyValues(
  tokenizer: Tokenizer,
  sequence: Sequence,
  { longest, random }: { readonly longest: number; readonly random: Random },
): Sequence {
  if (!random.chance(varied)) return sequence;
  const stretches = stretchesOf(tokenizer, sequence);
  const words = copiedWords(stretches);
  if (words.size === 0) return sequence;
  const replacements = new Map([...words].map((word) => [word, replacementFor(word, random)]));
  const tokens: number[] = [];
  const learn: number[] = [];
  for (const stretch of stretches) {
    const replaced = replaceWords(stretch.text, replacements);
    const own = sequence.tokens;
    const next =
      replaced === stretch.text
        ? Array.from({ length: stretch.end - stretch.start }, (_, at) => own[stretch.start + at] ?? 0)
        : encodeText(tokenizer, replaced);
    tokens.push(...next);
    for (let at = 0; at < next.length; at += 1) learn.push(sequence.learn[stretch.start] ?? 0);
  }
  return tokens.length > longest ? sequence : { tokens, learn };
}

/** Tokens between two marks, or one mark alone, which has no text. */
interface Stretch {
  readonly part: "said" | "value" | "own" | "other";
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function stretchesOf(tokenizer: Tokenizer, { tokens, learn }: Sequence): Stretch[] {
  const partOf = partsByMark(tokenizer);
  const stretches: Stretch[] = [];
  let part: Stretch["part"] = "own";
  for (let at = 0; at < tokens.length; ) {
    const mark = tokens[at] ?? 0;
    const start = at;
    if (tokenizer.pieceOf(mark) === null) {
      part = partOf.get(mark) ?? "other";
      at += 1;
      stretches.push({ part: "other", start, end: at, text: "" });
      continue;
    }
    while (at < tokens.length && tokenizer.pieceOf(tokens[at] ?? 0) !== null) at += 1;
    const inner = Array.from({ length: at - start }, (_, index) => tokens[start + index] ?? 0);
    const isLearnt = learn[start] === 1;
    stretches.push({
      part: part === "value" && !isLearnt ? "other" : part,
      start,
      end: at,
      text: decodeText(tokenizer, inner),
    });
  }
  return stretches;
}

/** What stands behind a mark; the rest is neither the caller's, nor a value, nor the business's own. */
function partsByMark(tokenizer: Tokenizer): Map<number, Stretch["part"]> {
  return new Map<number, Stretch["part"]>([
    [tokenizer.special("<user>"), "said"],
    [tokenizer.special("<value>"), "value"],
    [tokenizer.special("<item>"), "value"],
    ...(["<tool>", "<about>", "<parameter>", "<type>", "<choice>", "<system>"] as const).map(
      (mark) => [tokenizer.special(mark), "own"] as const,
    ),
  ]);
}

const word = /[a-z]+|[0-9]+/gi;

function copiedWords(stretches: readonly Stretch[]): Set<string> {
  const own = wordsOf(stretches, "own");
  const said = wordsOf(stretches, "said");
  const copied = [...wordsOf(stretches, "value")].filter((one) => said.has(one) && !own.has(one));
  return new Set(copied.filter((one) => one.length >= (isNumber(one) ? shortestNumber : shortestWord)));
}

function wordsOf(stretches: readonly Stretch[], part: Stretch["part"]): Set<string> {
  const texts = stretches.filter((stretch) => stretch.part === part).map(({ text }) => text.toLowerCase());
  return new Set(texts.flatMap((text) => text.match(word) ?? []));
}

function isNumber(text: string): boolean {
  return /^[0-9]/.test(text);
}

function replacementFor(original: string, random: Random): string {
  if (isNumber(original)) return original.replace(/[0-9]/g, () => String(random.below(10)));
  const syllables = 1 + random.below(3);
  return Array.from(
    { length: syllables },
    () => `${random.pick(consonants)}${random.pick(vowels)}${random.pick(endings)}`,
  ).join("");
}

const consonants = [
  ..."bcdfghjklmnprstvwz",
  "br",
  "ch",
  "cl",
  "dr",
  "fr",
  "gr",
  "pl",
  "sh",
  "st",
  "th",
  "tr",
];
const vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "ou"];
const endings = ["", "", "", "l", "n", "r", "s", "t", "ck", "nd", "m"];

/** A word keeps its capital. */
function replaceWords(text: string, replacements: ReadonlyMap<string, string>): string {
  return text.replace(word, (one) => {
    const replacement = replacements.get(one.toLowerCase());
    if (replacement === undefined) return one;
    const isCapital = one[0] !== one[0]?.toLowerCase();
    return isCapital ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
  });
}
