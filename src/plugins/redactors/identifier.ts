import { sequenceFinder } from "./reading/known-sequences.ts";
import { isOpaqueText, opaqueText, readLetters, sequenceFinding } from "./reading/letters-and-digits.ts";
import { numberWords as numberOf } from "./reading/number-words.ts";
import { digits as digitBit, gapWidth } from "./reading/scan.ts";
import { topicAt } from "./reading/topics.ts";
import { is, wordTable } from "./reading/word-table.ts";
import type { Draw, Entity, FieldName, Finding, KnownValue, Redactor, SearchedText } from "./redactor.ts";

/**
 * Numbers and words that name or open something of the caller's: PINs, passwords, answers to security questions,
 * passports, licences, plates, memberships. They have no look of their own: the field's name or the words around
 * them give them away.
 */
export const identifier: Redactor = {
  about: "PINs, passwords, security answers, passports, licences, plates, policy and member numbers",
  entities: ["SECRET", "ID", "US_PASSPORT", "US_DRIVER_LICENSE", "MEDICAL_LICENSE", "LICENSE_PLATE"],
  entityOf,
  read: (text, entity) => (isSaid(text) ? readLetters(text, entity) : null),
  find: findIdentifiers,
  findKnown: (values) => {
    const sequences = sequenceFinder(values);
    return (text) => ownUses(text, sequences(text));
  },
  isSurrogate: ({ entity, value }, draw) => isOpaqueText(entity, value, draw) || isNameLike(value, draw),
  surrogate: surrogateIdentifier,
};

const fields: readonly [RegExp, Entity][] = [
  [/\bpassport\b/, "US_PASSPORT"],
  [
    /\b(?:driver s?|drivers|driving)? ?(?:license|licence) plate|number plate|plate(?: number| no)?$|\bregistration(?: number| plate)?$|\bvin\b/,
    "LICENSE_PLATE",
  ],
  [
    /\b(?:driver|drivers|driving) (?:license|licence)|\b(?:license|licence) (?:number|no)$/,
    "US_DRIVER_LICENSE",
  ],
  [/\b(?:npi|dea|medical license)\b/, "MEDICAL_LICENSE"],
  [
    /\bpin$|\bpin (?:code|number)|\bpass(?:word|code|phrase)\b|\bsecurity (?:answer|word)|\bmaiden name|\bsecret\b|\botp\b|\baccess code|\bverification code|\bone time/,
    "SECRET",
  ],
  [
    /\b(?:member|membership|policy|subscriber|insurance|medicare|medicaid|patient|medical record|mrn|group)(?: (?:number|no|id))$|\bmrn\b|\bpolicynumber\b/,
    "ID",
  ],
];

function entityOf({ words }: FieldName): Entity | null {
  const text = words.join(" ");
  if (
    /\b(?:type|state|country|expiry|expiration|provider|name|company|required|verified|number of)$/.test(
      text,
    ) &&
    !/maiden name$/.test(text)
  )
    return null;
  return fields.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** "I don't know" and the like stand in such fields too. */
function isSaid(text: SearchedText): boolean {
  const count = text.words.length;
  if (count === 0) return false;
  const common = text.kinds.filter(
    (kind) => (kind & is.common) !== 0 && (kind & (is.given | is.family | is.number)) === 0,
  );
  return count <= 2 ? common.length < count || count === 1 : common.length * 2 < count;
}

/** An everyday word, and a short number, is the secret only where the talk is of secrets. */
function ownUses(text: SearchedText, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0 || text.words.length <= 2 || isAbout(text)) return findings;
  return findings.filter(({ value }) => {
    if (/\d/.test(value)) return value.length > 3;
    return ((wordTable.get(value) ?? 0) & is.common) === 0;
  });
}

function isAbout(text: SearchedText): boolean {
  const secret = (topic: unknown) =>
    topic === "secret" || topic === "pin" || topic === "id" || topic === "cvv";
  return secret(text.asked) || text.topics.some(({ topic }) => secret(topic));
}

function findIdentifiers(text: SearchedText): Finding[] {
  if ((text.topics.length === 0 && text.asked === null) || !isAbout(text)) return [];
  const found: Finding[] = [];
  for (let token = 0; token < text.words.length; token += 1) {
    if (((text.kinds[token] ?? 0) & (digitBit | is.number)) === 0 && text.words[token]?.length !== 1)
      continue;
    if (/['’]/.test(text.text.charAt((text.starts[token] ?? 0) - 1))) continue;
    const last = groupEnd(text, token);
    const finding = groupFinding(text, token, last);
    if (finding !== null) found.push(finding);
    token = last;
  }
  return found;
}

/** Single letters and numbers in a row are one identifier: "A B 12 34", "four two one one". */
function groupEnd(text: SearchedText, first: number): number {
  let last = first;
  while (last + 1 < text.words.length && gapWidth(text, last) <= 2) {
    const joined = isNumber(text, last + 1) || isSpelledLetter(text, last + 1) || gapWidth(text, last) === 0;
    if (!joined) break;
    last += 1;
  }
  return last;
}

function isNumber(text: SearchedText, token: number): boolean {
  return ((text.kinds[token] ?? 0) & (digitBit | is.number)) !== 0;
}

/** "I" and "a" are words unless another letter or a number follows. */
function isSpelledLetter(text: SearchedText, token: number): boolean {
  const word = text.words[token] ?? "";
  if (word.length !== 1) return false;
  return (word !== "i" && word !== "a") || text.words[token + 1]?.length === 1 || isNumber(text, token + 1);
}

function groupFinding(text: SearchedText, first: number, last: number): Finding | null {
  const before = first > 0 && gapWidth(text, first - 1) === 0 ? first - 1 : first;
  const topic = topicAt(text, before, last);
  if (topic !== "pin" && topic !== "id") return null;
  const words = text.words.slice(before, last + 1);
  const value = words.map((word, index) => spokenOr(word, text.kinds[before + index] ?? 0)).join("");
  const digitCount = value.replace(/[^0-9]/g, "").length;
  const [least, most] = topic === "pin" ? [4, 8] : [5, 14];
  if (digitCount < 3 || value.length < least || value.length > most) return null;
  const entity: Entity = topic === "pin" ? "SECRET" : "ID";
  return sequenceFinding(text, { first: before, last }, { entity, value, score: 0.7 });
}

function spokenOr(word: string, kind: number): string {
  return (kind & is.number) === 0 ? word : (numberOf.get(word) ?? word);
}

function isNameLike(value: string, draw: Draw): boolean {
  return isWord(value) && draw.namePart(value, "family") === value;
}

function isWord(value: string): boolean {
  return value.length >= 3 && !/[0-9]/.test(value);
}

/** A word (a pet's or a mother's name) becomes a name, everything else letters and digits of the same shape. */
function surrogateIdentifier({ entity, value }: KnownValue, draw: Draw, attempt: number): string {
  if (isWord(value) && attempt === 0) return draw.namePart(value, "family");
  return opaqueText(entity, value, draw.number(`${entity}:${value}`, 16) + attempt, draw);
}
