import { findPhoneNumbersInText } from "libphonenumber-js/min";
import type { Entity } from "../plugins/redactors/redactor.ts";
import { fullNames, introducedNames } from "./find-names.ts";
import { births, postalCodes, spelledNames, streets } from "./find-places.ts";
import { matchesOf } from "./matches-of.ts";
import { hasFictionalEnd, isReservedDomain, luhn, mod97 } from "./second-opinion.ts";

/** Something that looks personal: its kind and place, never its words. */
export interface PersonalTrace {
  readonly entity: Entity;
  readonly start: number;
  readonly end: number;
}

/**
 * A second look at a text that is said to be redacted. It shares no code with the redactors but the lists of names, so that what they are
 * blind to has a chance to be seen: written forms by plain patterns, phones by libphonenumber, names by capitals.
 * Surrogates are known by their reserved ranges, whatever salt they were made with. Takes time linear in the text.
 */
export function findPersonal(text: string): readonly PersonalTrace[] {
  const traces: PersonalTrace[] = [];
  addTraces(looks, text, traces);
  if (words.test(text)) addTraces(looksBehindWords, text, traces);
  if (/\d/.test(text)) addTraces(looksAtDigits, text, traces);
  return traces.length < 2 ? traces : traces.sort((left, right) => left.start - right.start);
}

function addTraces(looks: readonly Look[], text: string, traces: PersonalTrace[]): void {
  for (const look of looks) for (const trace of look(text)) traces.push(trace);
}

type Look = (text: string) => readonly PersonalTrace[];

const looks: readonly Look[] = [emails, fullNames];
const looksBehindWords: readonly Look[] = [births, introducedNames, spelledNames];
const looksAtDigits: readonly Look[] = [numbers, streets, postalCodes];

/** One of these stands before whatever is looked for behind words: one look for all spares most texts three. */
const words = /name|this is|speaking with|\bm(?:r|rs|s)\b|born|birth|dob|spell/i;

/** How many traces of each kind. */
export function countTraces(traces: readonly PersonalTrace[]): Readonly<Partial<Record<Entity, number>>> {
  const counts: Partial<Record<Entity, number>> = {};
  for (const { entity } of traces) counts[entity] = (counts[entity] ?? 0) + 1;
  return counts;
}

const local = /[^\s@<>()[\]{}"',;:]{1,64}$/;
const domain = /@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})/iy;

function emails(text: string): PersonalTrace[] {
  const traces: PersonalTrace[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    domain.lastIndex = at;
    const behind = domain.exec(text)?.[1];
    if (behind === undefined || isReservedDomain(behind)) continue;
    const before = local.exec(text.slice(Math.max(0, at - 64), at))?.[0] ?? "";
    if (before === "") continue;
    traces.push({ entity: "EMAIL_ADDRESS", start: at - before.length, end: at + 1 + behind.length });
  }
  return traces;
}

/** Digits with single marks between them; a stretch is cut after 40 characters. */
const stretch = /\+?\(?\d[\d().\-/ ]{5,39}\d|[A-Z]{2}\d{2}[A-Z0-9 ]{11,36}/g;

function numbers(text: string): PersonalTrace[] {
  return matchesOf(stretch, text).flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    const entity = /[$£€\w]$/.test(before) ? null : kindOf(match[0]);
    return entity === null ? [] : [{ entity, start: match.index, end: match.index + match[0].length }];
  });
}

function kindOf(written: string): Entity | null {
  const digits = written.replace(/\D/g, "");
  if (/^[A-Z]{2}\d{2}/.test(written))
    return mod97(written.replace(/ /g, "")) && !/TEST|0000/.test(written) ? "IBAN_CODE" : null;
  if (/^\d{3}-\d{2}-\d{4}$/.test(written)) return /^9\d\d-[0-4]/.test(written) ? null : "US_SSN";
  if (digits.length >= 13 && digits.length <= 19 && luhn(digits))
    return isNobodysCard(digits) ? null : "CREDIT_CARD";
  if (
    /^\d{4}-\d{2}-\d{2}|^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(written) ||
    digits.length < 8 ||
    digits.length > 15 ||
    hasFictionalEnd(digits)
  )
    return null;
  const found = findPhoneNumbersInText(written, "US")[0];
  if (found === undefined || hasFictionalEnd(found.number.nationalNumber)) return null;
  return "PHONE_NUMBER";
}

/** A surrogate, or the digits of a surrogate's phone with others beside them. */
function isNobodysCard(digits: string): boolean {
  return digits.startsWith("0000", 8) || digits.includes("55501");
}
