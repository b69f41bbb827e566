import type { Business, Finding, KnownValue, SearchedText } from "../redactor.ts";
import { inCaseOf } from "./letter-case.ts";
import { nameWordsOf } from "./name-words.ts";
import { gapAfter, isCapitalised, rare, startsSentence } from "./scan.ts";
import { soundOf } from "./sound.ts";
import { is, wordTable } from "./word-table.ts";

export interface Sounding {
  readonly parts: ReadonlySet<string>;
  /** The first known part of each sound. */
  readonly sounds: ReadonlyMap<string, string>;
  /** First letters of the sounds: most words need no further look. */
  readonly firsts: ReadonlySet<string>;
  readonly business: Business;
}

/** What the known parts sound like. */
export function soundsOf(parts: ReadonlySet<string>): ReadonlyMap<string, string> {
  const sounds = new Map<string, string>();
  for (const part of parts) {
    const sound = part.length > 3 ? soundOf(part) : null;
    if (sound !== null && !sounds.has(sound)) sounds.set(sound, part);
  }
  return sounds;
}

/**
 * The parts that only speech holds and that sound like one of a field: "kaitlin" was heard, "Katelyn" is meant. Written
 * as that one.
 */
export function meantParts(values: readonly KnownValue[]): ReadonlyMap<string, string> {
  const meant = new Map<string, string>();
  if (!values.some(({ heard }) => heard === true)) return meant;
  const held = new Set(
    values.filter(({ heard }) => heard !== true).flatMap(({ value }) => nameWordsOf(value)),
  );
  const sounds = soundsOf(held);
  if (sounds.size === 0) return meant;
  const heard = values.filter((known) => known.heard === true).flatMap(({ value }) => nameWordsOf(value));
  for (const word of heard) {
    const isInvented = ((wordTable.get(word) ?? 0) & is.surrogateName) !== 0;
    const part =
      word.length > 3 && !held.has(word) && !isInvented ? sounds.get(soundOf(word) ?? "") : undefined;
    if (part !== undefined) meant.set(word, part);
  }
  return meant;
}

/** A word that sounds like a known part. */
interface Heard {
  readonly first: number;
  readonly last: number;
  readonly word: string;
  readonly part: string;
}

/** A name that a recogniser wrote otherwise than the field has it: "jonson" for "Johnson", "O'Conquo" for "Okonkwo". */
export function addMisheard(text: SearchedText, known: Sounding, found: Finding[]): void {
  if ((text.any & rare) === 0 || known.sounds.size === 0) return;
  if (text.speaker === "data" || text.speaker === "system") return;
  const heard: Heard[] = [];
  for (let token = 0; token < text.words.length; token += 1) {
    const alike = soundingAt(text, token, known);
    if (alike !== null) heard.push(alike);
  }
  if (heard.length === 0) return;
  const cued = new Set(text.cues.flatMap(({ at }) => [at, at + 1]));
  for (const [index, alike] of heard.entries()) {
    const beside = heard[index + 1]?.first === alike.last + 1 || heard[index - 1]?.last === alike.first - 1;
    const named = beside || cued.has(alike.first) || text.asked === "name" || looksNamed(text, alike);
    if (named && !known.business().includes(` ${alike.word} `)) found.push(toFinding(text, alike));
  }
}

/** A name by the lexicon, by a capital inside a sentence, or by being all but the part itself. */
function looksNamed(text: SearchedText, { first, last, word, part }: Heard): boolean {
  if (((text.kinds[last] ?? 0) & (is.given | is.family)) !== 0 || first < last) return true;
  if (isCapitalised(text, last) && !startsSentence(text, first)) return true;
  return part.length >= longPart && isOneOff(word, part);
}

const longPart = 6;

/** One letter more, less or other. */
function isOneOff(word: string, part: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === part[start]) start += 1;
  const [rest, other] = [word.slice(start), part.slice(start)];
  return rest.slice(1) === other || rest === other.slice(1) || rest.slice(1) === other.slice(1);
}

/** No everyday word, and like a known part in its consonants. */
function soundingAt(text: SearchedText, token: number, { parts, sounds, firsts }: Sounding): Heard | null {
  const own = text.words[token] ?? "";
  if (own.length < 4 || ((text.kinds[token] ?? 0) & ~(is.given | is.family)) !== 0 || parts.has(own))
    return null;
  const irish = isIrish(text, token);
  const first = irish ? "o" : own.charAt(0);
  if (!firsts.has(first) && !turning.has(first)) return null;
  const word = irish ? `o${own}` : own;
  const part = sounds.get(soundOf(word) ?? "");
  return part === undefined ? null : { first: irish ? token - 1 : token, last: token, word, part };
}

function isIrish(text: SearchedText, token: number): boolean {
  return text.words[token - 1] === "o" && /^['’]$/.test(gapAfter(text, token - 1));
}

/** Letters that are written for the sound of another: "c" for "k", "ph" for "f". */
const turning = new Set("kgwpcqzs");

function toFinding(text: SearchedText, { first, last, part }: Heard): Finding {
  const model = text.text.slice(text.starts[first], text.ends[last]);
  return {
    entity: "PERSON",
    value: part,
    score: 1,
    start: text.starts[first] ?? 0,
    end: text.ends[last] ?? 0,
    write: (surrogate) => inCaseOf(model, surrogate),
  };
}
