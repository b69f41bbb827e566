import type { Business, Finding, KnownValue, SearchedText } from "../redactor.ts";
import { initialsAround, namesByWord } from "./known-initials.ts";
import { signsOf } from "./known-words.ts";
import { inCaseOf } from "./letter-case.ts";
import { addMisheard, meantParts, soundsOf } from "./misheard-names.ts";
import { isName, type Known } from "./name-use.ts";
import { isParticleWord, nameWordsOf } from "./name-words.ts";
import { letters, rare } from "./scan.ts";
import { type Spelling, writeSpelling } from "./spelling.ts";

const none: readonly Finding[] = [];
const unspacedScript = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;

/** Finds the words of known names, one by one, wherever they are used as names. */
export function knownNames(
  values: readonly KnownValue[],
  business: Business,
): (text: SearchedText) => readonly Finding[] {
  const parts = new Set<string>();
  for (const { value } of values) for (const part of nameWordsOf(value)) parts.add(part);
  if (parts.size === 0) return () => none;
  const sign = signsOf(parts);
  const unspaced = values.filter(({ value }) => unspacedScript.test(value));
  const substrings = unspaced.flatMap(({ value }) => value.split(" "));
  const sounds = soundsOf(parts);
  const firsts = new Set([...sounds.keys()].map((sound) => sound.charAt(0)));
  const names = namesByWord(values);
  const doubled = doubledWords(values);
  const meant = meantParts(values);
  const used = { parts, doubled, business };
  const sounding = { parts, sounds, firsts, business };
  const spellable = { parts, meant };
  return (text) => {
    const spoken = (text.any & (rare | letters)) !== 0;
    const found: Finding[] = [];
    if ((text.sign & sign) !== 0)
      for (const token of nameTokens(text, used))
        found.push(wordFinding(text, token, meant), ...initialsAround(text, token, names));
    if (spoken) addMisheard(text, sounding, found);
    if (spoken) addSpelled(text, spellable, found);
    for (const part of substrings) addSubstrings(text, part, found);
    return found;
  };
}

/** "Dean Dean": elsewhere a word said twice is a stutter. */
function doubledWords(values: readonly KnownValue[]): ReadonlySet<string> {
  const doubled = new Set<string>();
  for (const { value } of values) {
    const words = value.split(" ");
    for (const [index, word] of words.entries()) if (word === words[index + 1]) doubled.add(word);
  }
  return doubled;
}

/** The tokens that are words of known names, used as names. */
function nameTokens(text: SearchedText, { parts, doubled, business }: Omit<Known, "cued">): number[] {
  const found: number[] = [];
  let known: Known | null = null;
  for (let token = 0; token < text.words.length; token += 1) {
    if (!parts.has(text.words[token] ?? "")) continue;
    known ??= { parts, doubled, business, cued: new Set(text.cues.map((cue) => cue.at)) };
    if (isName(text, token, known)) found.push(token);
  }
  return found;
}

function wordFinding(text: SearchedText, token: number, meant: ReadonlyMap<string, string>): Finding {
  const word = text.words[token] ?? "";
  const model = text.text.slice(text.starts[token], text.ends[token]);
  return {
    entity: "PERSON",
    value: meant.get(word) ?? word,
    score: 1,
    start: text.starts[token] ?? 0,
    end: text.ends[token] ?? 0,
    write: (surrogate) => inCaseOf(model, surrogate),
  };
}

interface Spellable {
  readonly parts: ReadonlySet<string>;
  readonly meant: ReadonlyMap<string, string>;
}

function addSpelled(text: SearchedText, { parts, meant }: Spellable, found: Finding[]): void {
  for (const spelling of text.spellings) {
    const whole = splitInto(spelling.letters, parts);
    const candidate = whole === null ? withoutLast(spelling) : spelling;
    const words = whole ?? splitInto(candidate.letters, parts);
    if (words === null) continue;
    const meantWords = words.map((word) => meant.get(word) ?? word);
    found.push(toFinding(text, candidate, meantWords));
  }
}

function toFinding(text: SearchedText, spelling: Spelling, words: readonly string[]): Finding {
  return {
    entity: "PERSON",
    value: words.join(" "),
    score: 1,
    start: text.starts[spelling.first] ?? 0,
    end: text.ends[spelling.last] ?? 0,
    write: (surrogate) => writeSpelling(text, spelling, surrogate.replace(/ /g, "")),
  };
}

/** "s m i t h i was …": the last letter is a word. */
function withoutLast(spelling: Spelling): Spelling {
  const pieces = spelling.pieces.slice(0, -1);
  const last = pieces.at(-1)?.last ?? spelling.first;
  return { first: spelling.first, last, pieces, letters: pieces.map(({ letters }) => letters).join("") };
}

/** The letters as one known part, or as two in a row. */
function splitInto(letters: string, parts: ReadonlySet<string>): readonly string[] | null {
  if (letters.length > longestSpelled) return null;
  if (parts.has(letters)) return [letters];
  for (let at = 1; at < letters.length; at += 1) {
    const [head, tail] = [letters.slice(0, at), letters.slice(at)];
    if (parts.has(tail) && (parts.has(head) || isParticleWord(head))) return [head, tail];
  }
  return null;
}

/** Letters of a given and a family name, spelled in one go. */
const longestSpelled = 60;

/** Scripts without spaces between words: the name is looked for as it is. */
function addSubstrings(text: SearchedText, part: string, found: Finding[]): void {
  const lower = text.text.toLowerCase();
  if (part.length < 2) return;
  for (let start = lower.indexOf(part); start >= 0; start = lower.indexOf(part, start + part.length)) {
    const end = start + part.length;
    found.push({ entity: "PERSON", value: part, score: 0.95, start, end, write: (surrogate) => surrogate });
  }
}
