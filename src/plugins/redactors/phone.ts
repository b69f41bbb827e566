import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import {
  digitForm,
  digitsOf,
  findingOf,
  isOpaqueDigits,
  opaqueDigits,
  standsAlone,
  type Window,
  windows,
} from "./reading/digits.ts";
import { findingsAt, knownNumbers } from "./reading/known-numbers.ts";
import { isAmount } from "./reading/number-runs.ts";
import { readNumber } from "./reading/read-number.ts";
import { partFinder } from "./reading/tails.ts";
import type { Topic } from "./reading/topic-words.ts";
import { topicAt } from "./reading/topics.ts";
import type { Draw, FieldName, Finding, Form, KnownValue, Redactor, SearchedText } from "./redactor.ts";

/**
 * Phone numbers. The value is the national number; a surrogate keeps its first three digits (the area code) and ends
 * in 555-01xx, which North America reserves for fiction.
 */
export const phone: Redactor = {
  about: "phone numbers, national and international, written or spoken, whole or in part",
  entities: ["PHONE_NUMBER"],
  entityOf: (field) => (isPhoneField(field) ? "PHONE_NUMBER" : null),
  read: readPhone,
  find: findPhones,
  findKnown: (values) => knownPhones(values),
  isSurrogate: ({ value }, draw) =>
    value.length >= 7 ? value.slice(-7, -2) === fictional : isOpaqueDigits("phone", value, draw),
  surrogate: ({ value }, draw, attempt) => surrogatePhone(value, draw, attempt),
};

const fictional = "55501";
const about = new Set<Topic>(["phone", "number"]);
const phoneWords = new Set(
  "phone telephone tel mobile cell cellphone callback msisdn whatsapp sms fax ani phonenumber phoneno".split(
    " ",
  ),
);
const callerWords = new Set("caller customer contact callback from to client patient guest user".split(" "));

function isPhoneField({ words, around }: FieldName): boolean {
  if (words.some((word) => phoneWords.has(word))) return !words.some((word) => notNumbers.has(word));
  const last = words.at(-1);
  if (last === "id" && words.includes("caller")) return true;
  if (last !== "number" && last !== "no") return false;
  return words.length === 1 ? around.has("phone") : words.slice(0, -1).every((word) => callerWords.has(word));
}

/** "phone_type" and the like hold no number. */
const notNumbers = new Set(
  "type model brand verified confirmed id ok available has is extension name time date at hour hours day window method reason preferred requested notes consent".split(
    " ",
  ),
);

function readPhone(text: SearchedText): Form | null {
  const raw = text.text;
  const extension = /\s*(?:ext|extension|x)\.?\s*\d+\s*$/i.exec(raw.slice(-24));
  const main = extension === null ? raw : raw.slice(0, raw.length - extension[0].length);
  const value = nationalDigits(main);
  if (value.length < 3) return readNumber(text, "PHONE_NUMBER", 3);
  const form = digitForm(main, "PHONE_NUMBER", value);
  return { ...form, write: (surrogate) => form.write(surrogate) + raw.slice(main.length) };
}

/** The digits without the country's or the trunk prefix. */
function nationalDigits(raw: string): string {
  const digits = digitsOf(raw);
  if (raw.trimStart().startsWith("+")) return withoutCountry(digits);
  const international = digits.startsWith("0") ? digits.replace(/^(?:00|011)(?=[1-9]\d{8})/, "") : digits;
  if (international !== digits) return withoutCountry(international);
  if (digits.length === 11 && digits.startsWith("1")) return digits.slice(1);
  return digits.length >= 10 && digits.length <= 12 && digits.startsWith("0") ? digits.slice(1) : digits;
}

function withoutCountry(digits: string): string {
  if (digits.startsWith("1")) return digits.length === 11 ? digits.slice(1) : digits;
  return parsePhoneNumberFromString(`+${digits}`)?.nationalNumber ?? digits;
}

function findPhones(text: SearchedText): Finding[] {
  const found: Finding[] = [];
  if (text.longestRun < 7) return found;
  for (const run of text.runs)
    if (run.digits.length >= 7 && run.digits.length <= 68 && !run.glued) addPhonesIn(text, run, found);
  return found;
}

function addPhonesIn(text: SearchedText, run: SearchedText["runs"][number], found: Finding[]): void {
  for (const window of windows(run, 7, 15)) {
    const start = text.starts[run.atoms[window.atom]?.first ?? 0] ?? 0;
    const score = scoreOf(text, window, start);
    if (score === 0) continue;
    const plus = hasPlus(text, start) ? "+" : "";
    const value = nationalDigits(plus + window.digits);
    const finding = findingOf(text, window, { entity: "PHONE_NUMBER", value, score });
    if (finding === null) continue;
    const prefix = window.digits.slice(0, window.digits.length - value.length);
    found.push(prefix === "" ? finding : behindPrefix(finding, prefix));
  }
}

function behindPrefix(finding: Finding, prefix: string): Finding {
  return { ...finding, write: (surrogate) => finding.write(prefix + surrogate) };
}

function hasPlus({ text }: SearchedText, start: number): boolean {
  return text.charAt(start - 1) === "+" || text.charAt(start - 2) === "+";
}

function scoreOf(text: SearchedText, window: Window, start: number): number {
  const { run, atom, lastAtom, digits } = window;
  if (hasOrdinal(window) || isAmount(text, start)) return 0;
  if (hasPlus(text, start)) return isPossible(digits) ? 0.9 : 0;
  const looks = looksLikePhone(window);
  const topic = topicAt(text, run.atoms[atom]?.first ?? 0, run.atoms[lastAtom]?.last ?? 0);
  if (looks > 0 || topic !== "phone") return inTalkOf(topic, looks);
  return digits.length <= 12 && standsAlone(window) ? expected : 0;
}

/** Of what could be a phone's where the talk is of one, whatever its look. */
const expected = 0.8;

function hasOrdinal({ run, atom, lastAtom }: Window): boolean {
  for (let at = atom; at <= lastAtom; at += 1) if (run.atoms[at]?.ordinal === true) return true;
  return false;
}

function inTalkOf(topic: Topic | null, looks: number): number {
  if (topic === "phone") return Math.max(expected, looks);
  if (topic === "number") return looks === 0 ? 0 : Math.max(0.6, looks);
  if (topic === null || elsewhere.has(topic)) return looks;
  return looks >= 0.7 ? looks - 0.1 : looks / 2;
}

/** Topics that take no number for themselves. */
const elsewhere = new Set<Topic>(["name", "email", "address", "when"]);

/** What the digits and their grouping alone say. */
function looksLikePhone({ run, atom, lastAtom, digits }: Window): number {
  const groups = lastAtom - atom + 1;
  const code = digits.length === 11 && digits.startsWith("1") ? 1 : 0;
  if (digits.length - code === 10 && isAreaOrExchange(digits, code) && isAreaOrExchange(digits, code + 3))
    return groups > 1 ? 0.7 : 0.5;
  const isLocal = groups === 7 || (groups === 2 && run.atoms[atom]?.digits.length === 3);
  if (digits.length === 7 && isLocal) return 0.55;
  const trunk = digits.startsWith("0") && !digits.startsWith("00");
  return trunk && (digits.length === 10 || digits.length === 11) ? 0.55 : 0;
}

function isAreaOrExchange(digits: string, at: number): boolean {
  return digits.charAt(at) >= "2";
}

/** An international number has 8 to 15 digits (E.164), a North American one eleven. */
function isPossible(digits: string): boolean {
  return digits.startsWith("1") ? digits.length === 11 : digits.length >= 8;
}

const prefixes = "1 0 00 011 001 44 0044 01144 33 49 34 39 61 353 91 52 55 81 82 86 90 48 31 234 63 84".split(
  " ",
);

const none: readonly Finding[] = [];

function knownPhones(values: readonly KnownValue[]): (text: SearchedText) => readonly Finding[] {
  const places = knownNumbers(values, prefixes);
  const parts = partFinder(
    values.filter(({ value }) => value.length >= 7),
    about,
  );
  return (text) => {
    if (text.longestRun === 0) return none;
    const found = findingsAt(text, places(text), 1);
    for (const finding of parts(text)) found.push(finding);
    return found;
  };
}

function surrogatePhone(value: string, draw: Draw, attempt: number): string {
  if (value.length < 7) {
    return opaqueDigits("phone", value, draw.number(`phone:${value}`, 16) + attempt, draw);
  }
  const lead = leadOf(value, draw, attempt);
  const middle = value.slice(lead.length, -7);
  const drawn = Array.from(middle, (_, index) =>
    draw.number(`phone:${value}:${index}${attempt < endings ? "" : `:${attempt}`}`, 10),
  ).join("");
  const last = (draw.number(`phone:${value}`, endings) + attempt) % endings;
  return lead + drawn + fictional + String(last).padStart(2, "0");
}

/** So many numbers are kept for fiction in each area code. */
const endings = 100;

/** The area code; where all of its numbers are taken, another one. */
function leadOf(value: string, draw: Draw, attempt: number): string {
  const lead = value.slice(0, Math.min(3, value.length - 7));
  if (attempt < endings || lead.length < 3) return lead;
  return String(200 + draw.number(`phone:${value}:area:${attempt}`, 800));
}
