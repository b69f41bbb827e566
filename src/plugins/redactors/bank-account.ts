import { findingOf, isOpaqueDigits, opaqueDigits, standsAlone, windows } from "./reading/digits.ts";
import { findingsAt, isWhole, knownNumbers } from "./reading/known-numbers.ts";
import type { NumberRun } from "./reading/number-runs.ts";
import { readNumber } from "./reading/read-number.ts";
import { partFinder } from "./reading/tails.ts";
import type { Topic } from "./reading/topic-words.ts";
import { topicAt } from "./reading/topics.ts";
import type { Draw, Entity, FieldName, Finding, KnownValue, Redactor, SearchedText } from "./redactor.ts";

/** Account and routing numbers. A surrogate of eight digits or more begins with 9000, which no bank's number does. */
export const bankAccount: Redactor = {
  about: "bank account numbers, routing numbers (ABA checksum) and sort codes",
  entities: ["US_BANK_NUMBER", "ABA_ROUTING_NUMBER"],
  entityOf,
  read: (text, entity) => readNumber(text, entity, 4),
  find: findAccounts,
  findKnown: knownValues,
  isSurrogate: ({ entity, value }, draw) =>
    value.length >= 8 ? value.startsWith(reserved) : isOpaqueDigits(entity, value, draw),
  surrogate: surrogateAccount,
};

const reserved = "9000";
const about = new Set<Topic>(["account"]);

function entityOf({ words }: FieldName): Entity | null {
  const text = words.join(" ");
  if (/\b(?:routing|aba|sort code|bsb)\b/.test(text)) return "ABA_ROUTING_NUMBER";
  if (/\b(?:account (?:number|no)|bank account|acct(?: number| no)?|accountnumber)$/.test(text))
    return "US_BANK_NUMBER";
  return null;
}

function findAccounts(text: SearchedText): Finding[] {
  const found: Finding[] = [];
  if (text.longestRun < 6 || (text.topics.length === 0 && text.asked === null)) return found;
  for (const run of text.runs)
    if (run.digits.length >= 6 && !run.glued && !run.counted) addAccounts(text, run, found);
  return found;
}

function addAccounts(text: SearchedText, run: NumberRun, found: Finding[]): void {
  const topic = topicAt(text, run.first, run.last);
  if (topic !== "account" && topic !== "routing") return;
  const [least, most] = topic === "account" ? [6, 17] : [6, 9];
  const entity: Entity = topic === "account" ? "US_BANK_NUMBER" : "ABA_ROUTING_NUMBER";
  for (const window of windows(run, least, most)) {
    if (!standsAlone(window)) continue;
    const finding = findingOf(text, window, { entity, value: window.digits, score: 0.75 });
    if (finding !== null) found.push(finding);
  }
}

const none: readonly Finding[] = [];

function knownValues(values: readonly KnownValue[]): (text: SearchedText) => readonly Finding[] {
  const places = knownNumbers(values);
  const parts = partFinder(
    values.filter(({ value }) => value.length >= 6),
    about,
  );
  return (text) => {
    if (text.longestRun === 0) return none;
    return findingsAt(text, places(text).filter(isWhole), 1).concat(parts(text));
  };
}

function surrogateAccount({ entity, value }: KnownValue, draw: Draw, attempt: number): string {
  if (value.length < 8) {
    return opaqueDigits(entity, value, draw.number(`${entity}:${value}`, 16) + attempt, draw);
  }
  const drawn = Array.from(value.slice(4), (_, index) =>
    draw.number(`${entity}:${value}:${attempt}:${index}`, 10),
  ).join("");
  const surrogate = reserved + drawn;
  return entity === "ABA_ROUTING_NUMBER" && passesAba(value) ? withAbaCheck(surrogate) : surrogate;
}

/** The checksum of American routing numbers: weights 3, 7, 1. */
export function passesAba(digits: string): boolean {
  return digits.length === 9 && abaSum(digits) % 10 === 0;
}

function withAbaCheck(digits: string): string {
  const body = digits.slice(0, 8);
  return body + ((10 - (abaSum(body) % 10)) % 10);
}

function abaSum(digits: string): number {
  return Array.from(digits, (digit, index) => Number(digit) * ([3, 7, 1][index % 3] ?? 1)).reduce(
    (sum, product) => sum + product,
    0,
  );
}
