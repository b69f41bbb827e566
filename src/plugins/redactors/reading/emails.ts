import type { SearchedText } from "../redactor.ts";
import { digitName, numberWords } from "./number-words.ts";
import { gapAfter, gapWidth } from "./scan.ts";
import { is } from "./word-table.ts";
import { type FoundEmail, writtenForms } from "./written-emails.ts";

/** All addresses of a text: `j.smith@mail.com`, "j dot smith at gmail dot com", "j s m i t h at gmail". */
export function emailForms(text: SearchedText): readonly FoundEmail[] {
  const written = text.text.includes("@") ? writtenForms(text.text) : none;
  if ((text.any & is.at) === 0) return written;
  const spoken = spokenForms(text);
  return spoken.length === 0 ? written : [...written, ...spoken];
}

const none: readonly FoundEmail[] = [];

const providers = new Set(
  "gmail yahoo hotmail outlook icloud aol proton protonmail live msn comcast example gmx googlemail".split(
    " ",
  ),
);
const endings = new Set(
  "com net org edu gov co io uk de fr es it ie au ca us me info biz in nl pl eu".split(" "),
);
const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dot: ".",
    period: ".",
    point: ".",
    underscore: "_",
    dash: "-",
    hyphen: "-",
    minus: "-",
    plus: "+",
  }),
);

interface SpokenDomain {
  readonly last: number;
  readonly domain: string;
}

function spokenForms(text: SearchedText): FoundEmail[] {
  const found: FoundEmail[] = [];
  let free = 0;
  for (let token = 1; token < text.words.length; token += 1) {
    if (((text.kinds[token] ?? 0) & is.at) === 0 || !mayBeDomain(text, token + 1)) continue;
    const first = spokenStart(text, token, free);
    if (first === token) continue;
    const domain = spokenDomain(text, token + 1, isSurelyMail(text, first, token));
    if (domain === null) continue;
    found.push(spokenForm(text, { first, at: token, domain }));
    free = domain.last + 1;
  }
  return found;
}

/** A great provider's name, or a dot not far behind. */
function mayBeDomain(text: SearchedText, first: number): boolean {
  if (providers.has(text.words[first] ?? "")) return true;
  const end = Math.min(first + longestSpokenDomain, text.words.length);
  for (let token = first; token < end; token += 1)
    if (marks.get(text.words[token] ?? "") === "." || gapAfter(text, token) === ".") return true;
  return false;
}

/** An address was asked for or announced, or what stands before "at" has a mark, a digit or spelled letters in it. */
function isSurelyMail(text: SearchedText, first: number, at: number): boolean {
  if (text.asked === "email" || text.topics.some(({ topic }) => topic === "email")) return true;
  return text.words
    .slice(first, at)
    .some((word) => marks.has(word) || word.length === 1 || numberWords.has(word) || /^\d/.test(word));
}

/** "gmail dot com", "gmail.com", "example dot co dot uk", or a great provider's bare name. */
function spokenDomain(text: SearchedText, first: number, sure: boolean): SpokenDomain | null {
  const provider = text.words[first] ?? "";
  const bare = providers.has(provider) && !isDotted(text, first);
  if (!sure && (bare || stops.has(provider))) return null;
  return bare ? { last: first, domain: provider } : dottedDomain(text, first);
}

function dottedDomain(text: SearchedText, first: number): SpokenDomain | null {
  let domain = "";
  for (let token = first; token < Math.min(first + longestSpokenDomain, text.words.length); token += 1) {
    const word = text.words[token] ?? "";
    const gap = token === first ? "" : gapAfter(text, token - 1);
    if (!domainGaps.has(gap)) return null;
    domain += (gap === "." ? gap : "") + writtenOf(word, undefined);
    if (isEnded(domain) && !goesOn(text, token)) return { last: token, domain };
  }
  return null;
}

const domainGaps = new Set(["", " ", ".", "-"]);

/** Tokens of "my dash firm dot co dot uk". */
const longestSpokenDomain = 9;

function isDotted(text: SearchedText, token: number): boolean {
  return text.words[token + 1] === "dot" || gapAfter(text, token) === ".";
}

function isEnded(domain: string): boolean {
  const dot = domain.lastIndexOf(".");
  return dot > 0 && endings.has(domain.slice(dot + 1));
}

/** Another ending follows: "dot co dot uk". */
function goesOn(text: SearchedText, token: number): boolean {
  if (text.words[token + 1] === "dot") return endings.has(text.words[token + 2] ?? "");
  return gapAfter(text, token) === "." && endings.has(text.words[token + 1] ?? "");
}

const stops = new Set(
  `is s its it email address mail to at the yes yeah yep sure ok okay um uh so well that be my me a i m re would and or
  with use try send sent write says said was as like actually no not thats sorry correct right for of on by in your our
  their his her this look looking looked`.split(/\s+/),
);

/** Goes back from "at" over what can be a local part. */
function spokenStart(text: SearchedText, at: number, free: number): number {
  let first = at;
  for (let token = at - 1; token >= Math.max(free, at - longestSpokenLocal); token -= 1) {
    if (!isLocalWord(text, token)) break;
    first = token;
  }
  const number = longNumberBefore(text, at);
  if (number !== null && number >= first && number + 1 < at) first = number + 1;
  while (first < at && marks.get(text.words[first] ?? "") !== undefined) first += 1;
  return first;
}

/** The last token of a number as long as a phone's that ends before a token: it is said before the address. */
function longNumberBefore({ runs }: SearchedText, token: number): number | null {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.last ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  for (const run of runs.slice(Math.max(0, low - 2), low).reverse())
    if (run.digits.length >= 7) return run.last;
  return null;
}

/** Tokens of a local part that is spelled. */
const longestSpokenLocal = 40;

function isLocalWord(text: SearchedText, token: number): boolean {
  const gap = gapAfter(text, token);
  const word = text.words[token] ?? "";
  const letter = word.length === 1;
  if (!/^[ .\-_]?$/.test(gap) && !(letter && /^,? ?-?$/.test(gap))) return false;
  if (/['’]/.test(text.text.charAt((text.starts[token] ?? 0) - 1))) return false;
  return !stops.has(word) || (letter && isSpelled(text, token));
}

/** A letter between letters is spelled; "a" and "i" alone are words. */
function isSpelled(text: SearchedText, token: number): boolean {
  if (text.words[token - 1] === "is") return true;
  return (
    text.words[token + 1]?.length === 1 ||
    text.words[token - 1]?.length === 1 ||
    marks.get(text.words[token + 1] ?? "") !== undefined
  );
}

interface SpokenPlace {
  readonly first: number;
  readonly at: number;
  readonly domain: SpokenDomain;
}

function spokenForm(text: SearchedText, { first, at, domain }: SpokenPlace): FoundEmail {
  const words = text.words.slice(first, at);
  let local = "";
  words.forEach((word, index) => {
    const gap = index === 0 ? "" : gapAfter(text, first + index - 1);
    local +=
      (gap === "." || gap === "_" || (gap === "-" && word.length > 1) ? gap : "") +
      writtenOf(word, words[index - 1]);
  });
  // A unit takes the place of the zero of the tens before it.
  local = local.replaceAll("0\b", "");
  const letters = words.filter((word) => marks.get(word) === undefined);
  const spelled = letters.length > 2 && letters.every((word) => word.length === 1);
  const middle = text.text.slice(text.ends[at - 1], text.starts[at + 1]);
  const joiner = spelled && gapWidth(text, first) === 1 ? gapAfter(text, first) : " ";
  return {
    start: text.starts[first] ?? 0,
    end: text.ends[domain.last] ?? 0,
    local,
    domain: domain.domain.includes(".") ? domain.domain : `${domain.domain}.com`,
    write: (address) => {
      const [name = "", host = ""] = address.split("@");
      return speak(name, spelled ? joiner : null) + middle + host.replace(/\./g, " dot ");
    },
  };
}

/** "dot" is ".", "thirty two" is "32"; a letter is itself, "o" too. */
function writtenOf(word: string, before: string | undefined): string {
  if (word.length === 1) return word;
  const digits = numberWords.get(word);
  const tens = before === undefined ? undefined : numberWords.get(before);
  const isUnit = digits?.length === 1 && tens?.length === 2 && tens.endsWith("0") && tens !== "10";
  return marks.get(word) ?? (isUnit ? `\b${digits}` : digits) ?? word;
}

/** An address as it is said: letters of a spelled word one by one, marks by their names, digits as words. */
function speak(local: string, joiner: string | null): string {
  const pieces = local.match(/[._+-]|\d|[^._+\d-]+/g) ?? [];
  return pieces
    .map((piece) => {
      if (/^\d$/.test(piece)) return digitName(piece);
      const mark = { ".": "dot", _: "underscore", "-": "dash", "+": "plus" }[piece];
      return mark ?? (joiner === null ? piece : Array.from(piece).join(joiner));
    })
    .join(" ");
}
