import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import {
  atomsOf,
  digitForm,
  digitsOf,
  findingOf,
  isOpaqueDigits,
  opaqueDigits,
  standsAlone,
  type Window,
  windows,
} from "./reading/digits.ts";
import { knownNumbers } from "./reading/known-numbers.ts";
import { readNumber } from "./reading/read-number.ts";
import { partFinder } from "./reading/tails.ts";
import { type Topic, topicAt } from "./reading/topics.ts";
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
  find: (text) =>
    text.longestRun < 7
      ? []
      : text.runs.flatMap((run) =>
          run.digits.length < 7 || run.glued || run.digits.length > 68 ? [] : findIn(text, run),
        ),
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
  const international = raw.trimStart().startsWith("+")
    ? digits
    : digits.replace(/^(?:00|011)(?=[1-9]\d{8})/, "");
  if (international !== digits || raw.trimStart().startsWith("+")) return withoutCountry(international);
  if (digits.length === 11 && digits.startsWith("1")) return digits.slice(1);
  return digits.length >= 10 && digits.length <= 12 && digits.startsWith("0") ? digits.slice(1) : digits;
}

function withoutCountry(digits: string): string {
  if (digits.startsWith("1")) return digits.length === 11 ? digits.slice(1) : digits;
  return parsePhoneNumberFromString(`+${digits}`)?.nationalNumber ?? digits;
}

function findIn(text: SearchedText, run: SearchedText["runs"][number]): Finding[] {
  const found: Finding[] = [];
  for (const window of windows(run, 7, 15)) {
    const score = scoreOf(text, window);
    if (score === 0) continue;
    const first = text.starts[window.run.atoms[window.atom]?.first ?? 0] ?? 0;
    const plus = text.text.slice(Math.max(0, first - 2), first).includes("+") ? "+" : "";
    const value = nationalDigits(plus + window.digits);
    const skipped = window.digits.length - value.length;
    const finding = findingOf(text, window, { entity: "PHONE_NUMBER", value, score });
    if (finding === null) continue;
    found.push({
      ...finding,
      write: (surrogate) => finding.write(window.digits.slice(0, skipped) + surrogate),
    });
  }
  return found;
}

function scoreOf(text: SearchedText, window: Window): number {
  const { digits } = window;
  const atoms = atomsOf(window);
  const first = atoms[0];
  if (first === undefined || atoms.some((atom) => atom.ordinal)) return 0;
  const start = text.starts[first.first] ?? 0;
  const before = text.text.slice(Math.max(0, start - 2), start);
  if (/[$£€]/.test(before)) return 0;
  if (before.includes("+")) return isPossible(digits) ? 0.9 : 0;
  const sizes = atoms.map((atom) => atom.digits.length);
  const looks = looksLikePhone(digits, sizes);
  const topic = topicAt(text, first.first, atoms.at(-1)?.last ?? first.last);
  return inTalkOf(topic, { looks, expected: digits.length <= 12 && standsAlone(window) });
}

interface Impression {
  readonly looks: number;
  /** It could be a phone's where one is asked for, whatever its look. */
  readonly expected: boolean;
}

function inTalkOf(topic: Topic | null, { looks, expected }: Impression): number {
  if (topic === "phone") return looks > 0 || expected ? Math.max(0.8, looks) : 0;
  if (topic === "number") return looks === 0 ? 0 : Math.max(0.6, looks);
  if (topic === null || elsewhere.has(topic)) return looks;
  return looks >= 0.7 ? looks - 0.1 : looks / 2;
}

/** Topics that take no number for themselves. */
const elsewhere = new Set<Topic>(["name", "email", "address", "when"]);

/** What the digits and their grouping alone say. */
function looksLikePhone(digits: string, groups: readonly number[]): number {
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  const grouping = groups.join("");
  if (national.length === 10 && /^[2-9]..[2-9]/.test(national)) return groups.length > 1 ? 0.7 : 0.5;
  if (digits.length === 7 && (grouping === "34" || grouping === "1111111")) return 0.55;
  const trunk = digits.startsWith("0") && !digits.startsWith("00");
  return trunk && (digits.length === 10 || digits.length === 11) ? 0.55 : 0;
}

/** An international number has 8 to 15 digits (E.164), a North American one eleven. */
function isPossible(digits: string): boolean {
  return digits.startsWith("1") ? digits.length === 11 : digits.length >= 8;
}

const prefixes = "1 0 00 011 001 44 0044 01144 33 49 34 39 61 353 91 52 55 81 82 86 90 48 31 234 63 84".split(
  " ",
);

function knownPhones(values: readonly KnownValue[]): (text: SearchedText) => readonly Finding[] {
  const places = knownNumbers(values, prefixes);
  const parts = partFinder(
    values.filter(({ value }) => value.length >= 7),
    about,
  );
  return (text) =>
    places(text)
      .flatMap(({ known, range }) => findingOf(text, range, { ...known, score: 1 }) ?? [])
      .concat(parts(text));
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
