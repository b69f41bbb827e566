import { knownNames } from "./reading/known-names.ts";
import { inCaseOf } from "./reading/letter-case.ts";
import type { NameCue } from "./reading/name-cues.ts";
import { nameEnd } from "./reading/name-end.ts";
import { isParticleWord, nameWordsOf } from "./reading/name-words.ts";
import { gapAfter, isCapitalised } from "./reading/scan.ts";
import { writeSpelling } from "./reading/spelling.ts";
import { is, wordTable } from "./reading/word-table.ts";
import type { Draw, FieldName, Finding, Form, KnownValue, Redactor, SearchedText } from "./redactor.ts";

/**
 * People's names. The value is the name's words in lower case; each word has its own surrogate, so that a first name
 * alone stays the first name. Surrogates come from lists of names that hardly anybody bears.
 */
export const person: Redactor = {
  about: "people's names: by fields, by cues such as 'my name is', spelled, in part",
  entities: ["PERSON"],
  entityOf: (field) => (isNameField(field) ? "PERSON" : null),
  read: readName,
  find(text) {
    const found: Finding[] = [];
    addCued(text, found);
    addFullNames(text, found);
    addSpelled(text, found);
    return found;
  },
  findKnown: knownNames,
  isSurrogate: ({ value }) => {
    const names = nameWordsOf(value);
    return names.length > 0 && names.every((word) => ((wordTable.get(word) ?? 0) & is.surrogateName) !== 0);
  },
  surrogate: surrogateName,
};

const whose = new Set(
  `first last full given family middle maiden customer caller patient guest client contact user host renter cardholder
  holder recipient legal buyer tenant attendee visitor passenger traveler traveller member subscriber owner person
  your my their preferred account booker sender spouse husband wife partner mother father parent child son daughter
  emergency insured beneficiary payee payer applicant borrower landlord opposing claimant plaintiff defendant witness
  student resident occupant lessee lessor buyer seller shopper purchaser signer participant player referrer referred
  guardian caregiver addressee subject lead individual nick bride groom relative`.split(/\s+/),
);
const things =
  /restaurant|hotel|business|company|item|product|service|menu|song|event|movie|venue|store|file|brand|model|city|street|agent|doctor|dentist|stylist|staff|provider|technician|driver|therapist|plan|category|theater|artist|album|pet|bank|team|property|apartment|attraction|size|quantity|price|topping|sku/;

function isNameField({ words, around }: FieldName): boolean {
  const last = words.at(-1) ?? "";
  if (/^(?:surname|lastname|firstname|fullname|forename|customername|callername|patientname)$/.test(last))
    return true;
  if (last === "holder" && words.length > 1) return true;
  if (last !== "name" && last !== "names") return words.length === 1 && people.has(last);
  const before = words.slice(0, -1);
  if (before.length > 0) return isSomebodys(before);
  return (
    ![...around].some((word) => things.test(word)) &&
    !(around.has("search") || around.has("find") || around.has("get"))
  );
}

/** The nearest word decides: "pet owner name" is a person's, "customer company name" is not. */
function isSomebodys(before: readonly string[]): boolean {
  const telling = before.findLast((word) => whose.has(word) || things.test(word));
  return telling !== undefined && whose.has(telling) && !/^(?:agent|pet)$/.test(telling);
}

const people = new Set([
  "customer",
  "caller",
  "patient",
  "guest",
  "passenger",
  "attendee",
  "attendees",
  "guests",
  "recipient",
  "sender",
  "spouse",
  "payee",
  "beneficiary",
  "addressee",
]);

/** Null for "unknown", "not given" and the like. */
function readName(text: SearchedText): Form | null {
  const count = text.words.length;
  if (count === 0 || count > 7) return null;
  const names = new Set(nameWordsOf(text.words.join(" ")));
  const named = text.words.some((word, token) => names.has(word) && !isEveryday(text.kinds[token] ?? 0));
  return named ? nameForm(text, 0, count - 1, "whole") : null;
}

function isEveryday(kind: number): boolean {
  return (kind & is.common) !== 0 && (kind & (is.given | is.family)) === 0;
}

function nameForm(text: SearchedText, first: number, last: number, extent: "whole" | "span"): Form {
  return {
    entity: "PERSON",
    value: text.words.slice(first, last + 1).join(" "),
    write: (surrogate) => {
      const words = surrogate.split(" ");
      let written = extent === "whole" ? text.text.slice(0, text.starts[first]) : "";
      for (let token = first; token <= last; token += 1) {
        const model = text.text.slice(text.starts[token], text.ends[token]);
        const word = words[token - first] ?? "";
        written += word === text.words[token] ? model : inCaseOf(model, word);
        if (token < last) written += gapAfter(text, token);
      }
      return written + (extent === "whole" ? text.text.slice(text.ends[last]) : "");
    },
  };
}

/** Where a name stands, and what speaks for it. */
interface Sighting {
  readonly first: number;
  readonly last: number;
  readonly score: number;
  readonly unlessBusiness: boolean;
}

function finding(text: SearchedText, { first, last, score, unlessBusiness }: Sighting): Finding {
  const { entity, value, write } = nameForm(text, first, last, "span");
  const start = text.starts[first] ?? 0;
  const end = text.ends[last] ?? 0;
  return { entity, value, score, start, end, write, unlessBusiness };
}

const scores = { certain: 0.9, likely: 0.75, possible: 0.6 } as const;

function addCued(text: SearchedText, found: Finding[]): void {
  let free = 0;
  for (const cue of text.cues) {
    if (cue.at < free) continue;
    const last = nameEnd(text, cue);
    if (last === null) continue;
    const score = scores[cue.strength];
    found.push(finding(text, { first: cue.at, last, score, unlessBusiness: !isSure(text, cue) }));
    free = last + 1;
  }
}

/** Not to be doubted though the business have a thing of that name: an argument copies what the caller said. */
function isSure(text: SearchedText, { at, strength }: NameCue): boolean {
  const known = ((text.kinds[at] ?? 0) & (is.given | is.surrogateName)) !== 0;
  return (strength === "certain" && text.speaker !== "agent") || (strength === "likely" && known);
}

/** A given and a family name side by side, both with capitals, or a caller's that are no everyday words. */
function addFullNames(text: SearchedText, found: Finding[]): void {
  if ((text.any & is.family) === 0) return;
  for (let token = 0; token + 1 < text.words.length; token += 1) {
    const last = isGivenName(text, token) ? fullNameEnd(text, token) : null;
    if (last === null) continue;
    found.push(finding(text, { first: token, last, score: 0.6, unlessBusiness: true }));
    token = last;
  }
}

/** The family name behind a given one, an initial between them or none; null for "Maurice Lane" and "May Day". */
function fullNameEnd(text: SearchedText, given: number): number | null {
  const last = isInitialAt(text, given + 1) ? given + 2 : given + 1;
  const kind = text.kinds[last] ?? 0;
  if (gapAfter(text, given) !== " " || !isFamilyName(text, last)) return null;
  if ((kind & is.street) !== 0 || isStreetAt(text, last + 1)) return null;
  return ((text.kinds[given] ?? 0) & kind & is.common) === 0 ? last : null;
}

/** "John Adams Drive": a street's. */
function isStreetAt(text: SearchedText, token: number): boolean {
  return ((text.kinds[token] ?? 0) & is.street) !== 0 && gapAfter(text, token - 1) === " ";
}

function isInitialAt(text: SearchedText, token: number): boolean {
  return text.words[token]?.length === 1 && isCapitalised(text, token);
}

/** Who is asked for a name may have one that nobody has heard of. */
function isGivenName(text: SearchedText, token: number): boolean {
  const kind = text.kinds[token] ?? 0;
  if (kind === 0 && text.asked === "name" && isCapitalised(text, token)) return true;
  return (kind & is.given) !== 0 && isNameLike(text, token);
}

function isFamilyName(text: SearchedText, token: number): boolean {
  return ((text.kinds[token] ?? 0) & is.family) !== 0 && isNameLike(text, token);
}

/** Recognisers write in lower case: then no everyday word will do. */
function isNameLike(text: SearchedText, token: number): boolean {
  if (isCapitalised(text, token)) return true;
  return (
    text.speaker === "caller" && ((text.kinds[token] ?? 0) & (is.common | is.particle | is.number)) === 0
  );
}

/** A spelled word where a name was asked for or "spell" is said. */
function addSpelled(text: SearchedText, found: Finding[]): void {
  if (text.spellings.length === 0) return;
  const talked = text.asked === "name" || text.topics.some(({ topic }) => topic === "name");
  if (!talked) return;
  for (const spelling of text.spellings) {
    if (spelling.letters.length <= 2) continue;
    found.push({
      entity: "PERSON",
      value: spelling.letters,
      score: 0.7,
      start: text.starts[spelling.first] ?? 0,
      end: text.ends[spelling.last] ?? 0,
      write: (surrogate: string) => writeSpelling(text, spelling, surrogate),
    });
  }
}

function surrogateName({ value, heard }: KnownValue, draw: Draw): string {
  const names = nameWordsOf(value);
  const certainty = heard === true ? "heard" : undefined;
  return value
    .split(" ")
    .map((word) => {
      if (names.includes(word)) return draw.namePart(word, roleOf(word, names), certainty);
      const initial = word.length === 1 && /[a-z]/.test(word) && !isParticleWord(word) && names.length > 0;
      return initial ? draw.namePart(word, "given") : word;
    })
    .join(" ");
}

/** The first word is the given name, unless it stands alone and is known as a family's. */
function roleOf(word: string, names: readonly string[]): "given" | "family" {
  const kind = wordTable.get(word) ?? 0;
  const familyAlone = names.length === 1 && (kind & is.given) === 0 && (kind & is.family) !== 0;
  return word === names[0] && !familyAlone ? "given" : "family";
}
