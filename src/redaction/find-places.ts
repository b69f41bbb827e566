import { commonWords } from "../plugins/redactors/lexicon/common-words.ts";
import {
  surrogateFamilyNames,
  surrogateGivenNames,
  surrogateStreetNames,
} from "../plugins/redactors/lexicon/surrogate-names.ts";
import type { PersonalTrace } from "./find-personal.ts";
import { matchesOf } from "./matches-of.ts";

const everyday = new Set(commonWords);
const inventedStreets = new Set(surrogateStreetNames);
const inventedNames = new Set([...surrogateGivenNames, ...surrogateFamilyNames]);

const kinds =
  "street|avenue|ave|road|rd|drive|lane|ln|boulevard|blvd|crescent|terrace|St|Dr|Court|Ct|Place|Way|Close";
const street = new RegExp(
  `\\b\\d{1,5} ((?:[\\p{L}']{2,20} ){1,3})(?:${kinds.replace(/\b[a-z]+/g, (word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`)})\\b`,
  "gu",
);

/** A number, up to three words and a kind of street: names with capitals, or no everyday word before the kind. */
export function streets(text: string): PersonalTrace[] {
  return matchesOf(street, text).flatMap((match) => {
    const names = (match[1] ?? "").trim().split(" ");
    const words = names.map((name) => name.toLowerCase());
    const named = names.every((name) => /^\p{Lu}/u.test(name)) || !everyday.has(words.at(-1) ?? "");
    if (!named || words.some((word) => inventedStreets.has(word))) return [];
    return [toTrace("LOCATION", match.index, match[0])];
  });
}

/** British codes as one writes them and Canadian ones; surrogates begin with Q. */
const lettered =
  /\b(?:[A-PR-Z][A-Z]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}|[A-CEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d)\b/g;
const announced = /\b(?:zip|post ?code|postal code)\b[^\d"]{1,15}(?!00)(\d{5})\b/gi;

/** Postal codes by their look, or behind the word for one: a field that holds nothing else asks for an area served. */
export function postalCodes(text: string): PersonalTrace[] {
  const looks = matchesOf(lettered, text).map((match) => toTrace("POSTAL_CODE", match.index, match[0]));
  const told = matchesOf(announced, text).map((match) => {
    const code = match[1] ?? "";
    return toTrace("POSTAL_CODE", match.index + match[0].length - code.length, code);
  });
  return [...looks, ...told];
}

const birth = /\b(?:born|date[ _]of[ _]birth|dob|birth[ _]?date|birthday)\b/gi;
const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const date = new RegExp(
  `\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\b(?:${months})[a-z]{0,6} (?:the )?[\\da-z]{1,11}(?:[ -][a-z]+)?(?:,? \\d{4})?|\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months})[a-z]{0,6}(?:,? \\d{4})?`,
  "i",
);
const reach = 40;

/** A date within 40 characters behind a word for birth. Surrogates are of days 13 to 27, in every fourth year. */
export function births(text: string): PersonalTrace[] {
  return matchesOf(birth, text).flatMap((match) => {
    const from = match.index + match[0].length;
    const found = date.exec(text.slice(from, from + reach));
    if (found === null || !/\d|(?:first|second|third|th)\b/i.test(found[0]) || mayBeInvented(found[0]))
      return [];
    return [toTrace("DATE_OF_BIRTH", from + found.index, found[0])];
  });
}

function mayBeInvented(written: string): boolean {
  const numbers = [...written.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const year = numbers.find((number) => number > 31) ?? (numbers.length === 3 ? numbers[2] : undefined);
  if (year !== undefined && year % 4 !== 1) return false;
  return numbers.some((number) => number >= 13 && number <= 27) || lateDay.test(written);
}

const lateDay =
  /\b(?:thir|four|fif|six|seven|eigh|nine)teenth|\btwentieth|\btwenty[ -](?:first|second|third|fourth|fifth|sixth|seventh)/i;

const spelled = /\bspell\w{0,4}\b[^.?!]{0,40}?\b([a-z](?:[ -][a-z]\b){2,30})/gi;

/** Letters one by one behind "spell"; letters of a surrogate, or of several, aren't anybody's. */
export function spelledNames(text: string): PersonalTrace[] {
  if (!/spell/i.test(text)) return [];
  return matchesOf(spelled, text).flatMap((match) => {
    const letters = match[1] ?? "";
    const word = letters.replace(/[ -]/g, "").toLowerCase();
    if (isInvented(word) || isInvented(word.slice(0, -1))) return [];
    return [toTrace("PERSON", match.index + match[0].length - letters.length, letters)];
  });
}

function isInvented(word: string): boolean {
  // "O'", "Mc", "Mac" stay before a surrogate.
  if ([0, 1, 2, 3].some((particle) => inventedNames.has(word.slice(particle)))) return true;
  for (let at = 3; at < word.length - 2; at += 1)
    if (inventedNames.has(word.slice(0, at)) && inventedNames.has(word.slice(at))) return true;
  return false;
}

function toTrace(entity: PersonalTrace["entity"], start: number, words: string): PersonalTrace {
  return { entity, start, end: start + words.length };
}
