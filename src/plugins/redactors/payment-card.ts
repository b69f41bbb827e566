import {
  digitsOf,
  findingOf,
  isOpaqueDigits,
  opaqueDigits,
  standsAlone,
  type Window,
  windows,
} from "./reading/digits.ts";
import { findingsAt, isWhole, knownNumbers } from "./reading/known-numbers.ts";
import type { NumberRun } from "./reading/number-runs.ts";
import { readNumber } from "./reading/read-number.ts";
import { partFinder } from "./reading/tails.ts";
import type { Topic } from "./reading/topic-words.ts";
import { topicAt } from "./reading/topics.ts";
import type { Draw, FieldName, Finding, KnownValue, Redactor, SearchedText } from "./redactor.ts";

/**
 * Payment cards and their security codes. A surrogate card keeps its brand (the first two digits), has four zeros from
 * the ninth digit on, and passes the Luhn check where the real one did.
 */
export const paymentCard: Redactor = {
  about: "payment card numbers (Luhn) and their security codes",
  entities: ["CREDIT_CARD", "CVV"],
  entityOf,
  read: (text, entity) => readNumber(text, entity, entity === "CVV" ? 3 : 4),
  find: findCards,
  findKnown: knownValues,
  isSurrogate,
  surrogate: ({ entity, value }, draw, attempt) =>
    entity === "CREDIT_CARD" && value.length >= 12
      ? surrogateCard(value, draw, attempt)
      : opaqueDigits(entity, value, draw.number(`${entity}:${value}`, 16) + attempt, draw),
};

const about = new Set<Topic>(["card"]);
const zeros = "0000";

function entityOf({ words }: FieldName): "CREDIT_CARD" | "CVV" | null {
  const text = words.join(" ");
  if (/\b(?:cvv2?|cvc|security code|card code)\b/.test(text)) return "CVV";
  if (/\b(?:type|brand|holder|name|expiry|exp|expiration|present|on file)\b/.test(text)) return null;
  return /\b(?:card number|card no|credit card|debit card|payment card|cc number|card last|last four|last4|cardnumber)\b/.test(
    text,
  ) ||
    text === "card" ||
    text === "pan"
    ? "CREDIT_CARD"
    : null;
}

function findCards(text: SearchedText): Finding[] {
  const found: Finding[] = [];
  if (text.longestRun < 3) return found;
  for (const run of text.runs) {
    if (run.digits.length < 3 || run.glued || run.counted) continue;
    if (run.digits.length <= 4) addCode(text, run, found);
    else if (run.digits.length >= 12) addCards(text, run, found);
  }
  return found;
}

function addCards(text: SearchedText, run: NumberRun, found: Finding[]): void {
  const topic = topicAt(text, run.first, run.last);
  for (const window of windows(run, 12, 19)) {
    const score = cardScore(window, topic);
    const value = window.digits;
    const finding = score === 0 ? null : findingOf(text, window, { entity: "CREDIT_CARD", value, score });
    if (finding !== null) found.push(finding);
  }
}

function addCode(text: SearchedText, run: NumberRun, found: Finding[]): void {
  const { digits, atoms, first, last } = run;
  if (topicAt(text, first, last) !== "cvv" || !atoms.every(isCodePart)) return;
  for (const window of windows(run, digits.length, digits.length)) {
    const finding = findingOf(text, window, { entity: "CVV", value: digits, score: 0.8 });
    if (finding !== null) found.push(finding);
  }
}

/** "123" or "one two three", but not "12/27", which is a date of expiry. */
function isCodePart({ digits }: { readonly digits: string }): boolean {
  return digits.length !== 2;
}

function cardScore(window: Window, topic: Topic | null): number {
  const { digits } = window;
  const brand = digits >= "2" && digits < "7";
  // One in ten windows over two neighbours passes the check by chance: the one that stands by itself is the card.
  const doubt = standsAlone(window) ? 0 : 0.1;
  if (digits.length >= 13 && brand && passesLuhn(digits)) return (topic === "card" ? 0.94 : 0.85) - doubt;
  const isSized = digits.length >= 14 && digits.length <= 16;
  return topic === "card" && isSized && standsAlone(window) ? 0.75 : 0;
}

const none: readonly Finding[] = [];

function knownValues(values: readonly KnownValue[]): (text: SearchedText) => readonly Finding[] {
  const places = knownNumbers(
    values.filter(({ entity, value }) => value.length >= (entity === "CVV" ? 3 : 4)),
  );
  const parts = partFinder(
    values.filter(({ value }) => value.length >= 12),
    about,
  );
  return (text) => {
    if (text.longestRun === 0) return none;
    return findingsAt(text, places(text).filter(isWhole), 1).concat(parts(text));
  };
}

function isSurrogate({ entity, value }: KnownValue, draw: Draw): boolean {
  if (entity === "CREDIT_CARD" && value.length >= 12) return value.slice(8, 12) === zeros;
  return isOpaqueDigits(entity, value, draw);
}

function surrogateCard(value: string, draw: Draw, attempt: number): string {
  const drawn = Array.from(value.slice(2, -1), (_, index) =>
    draw.number(`card:${value}:${attempt}:${index}`, 10),
  );
  const body = (value.slice(0, 2) + drawn.slice(0, 6).join("") + zeros + drawn.slice(10).join("")).slice(
    0,
    -1 + value.length,
  );
  const check = luhnDigit(body);
  return body + (passesLuhn(value) ? check : (check + 1 + draw.number(`card:${value}`, 9)) % 10);
}

export function passesLuhn(number: string): boolean {
  const digits = digitsOf(number);
  return luhnDigit(digits.slice(0, -1)) === Number(digits.at(-1));
}

/** The check digit that makes the number pass (ISO/IEC 7812-1). */
function luhnDigit(body: string): number {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const digit = body.charCodeAt(body.length - 1 - index) - 48;
    const weighted = index % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10;
}
