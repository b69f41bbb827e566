import type { Finding, KnownValue, SearchedText } from "../redactor.ts";
import { inCaseOf } from "./letter-case.ts";
import { isParticleWord, nameWordsOf } from "./name-words.ts";
import { gapAfter, isCapitalised } from "./scan.ts";

/** The known names that a word is part of, each as its words. */
export type NamesByWord = ReadonlyMap<string, readonly (readonly string[])[]>;

export function namesByWord(values: readonly KnownValue[]): NamesByWord {
  const names = new Map<string, string[][]>();
  for (const { value, heard } of values) {
    const words = value.split(" ");
    if (words.length < 2 || (heard === true && words.some((word) => word.length === 1))) continue;
    for (const part of nameWordsOf(value)) {
      const list = names.get(part);
      if (list === undefined) names.set(part, [words]);
      else if (list.length < mostNames) list.push(words);
    }
  }
  return names;
}

/** So many people of one name are looked at for an initial. */
const mostNames = 16;

/** The initials around a known name's word: "S. Okonkwo" for Sarah Okonkwo, "Priya V.", "J. R. O'Ulwyke". */
export function initialsAround(text: SearchedText, token: number, names: NamesByWord): Finding[] {
  const ofWord = names.get(text.words[token] ?? "");
  if (ofWord === undefined) return [];
  const found: Finding[] = [];
  let before = token - 1;
  while (isJoined(text, before) && isParticleWord(text.words[before] ?? "") && !isInitial(text, before))
    before -= 1;
  for (let left = mostInitials; left > 0 && isJoined(text, before) && isInitial(text, before); left -= 1) {
    found.push(...initialOf(text, before, ofWord));
    before -= 1;
  }
  if (isJoined(text, token) && isInitial(text, token + 1)) found.push(...initialOf(text, token + 1, ofWord));
  return found;
}

const mostInitials = 3;

function initialOf(text: SearchedText, token: number, names: readonly (readonly string[])[]): Finding[] {
  const letter = text.words[token] ?? "";
  const words =
    names.find((candidate) => candidate.includes(letter)) ??
    names.find((candidate) => candidate.some((word) => word.startsWith(letter)));
  if (words === undefined) return [];
  const whole = words.indexOf(letter);
  const index = whole >= 0 ? whole : words.findIndex((word) => word.startsWith(letter));
  const model = text.text.slice(text.starts[token], text.ends[token]);
  return [
    {
      entity: "PERSON",
      value: words.join(" "),
      score: 1,
      start: text.starts[token] ?? 0,
      end: text.ends[token] ?? 0,
      write: (surrogate) => inCaseOf(model, surrogate.split(" ")[index]?.charAt(0) ?? model),
    },
  ];
}

/** "Priya I have" has none; "Priya I. said" does. */
function isInitial(text: SearchedText, token: number): boolean {
  const word = text.words[token] ?? "";
  if (word.length !== 1 || !isCapitalised(text, token)) return false;
  return (word !== "i" && word !== "a") || gapAfter(text, token).startsWith(".");
}

function isJoined(text: SearchedText, token: number): boolean {
  return token >= 0 && token + 1 < text.words.length && /^(?:\.? ?|['’-])$/.test(gapAfter(text, token));
}
