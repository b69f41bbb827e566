import { multipliers, ordinals, teens, tens, units } from "./lexicon.ts";
import { isNumeric } from "./tokens.ts";

/** One number as said: "twenty five", "105", "a hundred and five", "21st". */
export interface SpokenNumber {
  readonly value: number;
  /** The digits it stands for where digits are read out; a leading zero is kept. */
  readonly digits: string;
  /** The same with its parts side by side: "eight hundred five" is 805, or begins a number with 8005. */
  readonly apart?: string;
  readonly ordinal: boolean;
  /** Index after its last token. */
  readonly end: number;
}

const plainNumber = /^\d+(?:,\d{3})*(?:\.\d+)?$/;
const ordinalNumber = /^(\d{1,2})(?:st|nd|rd|th)$/;

interface NumberWord {
  readonly kind: "tens" | "cardinal" | "ordinal";
  readonly value: number;
}

function wordsOf(words: ReadonlyMap<string, number>, kind: NumberWord["kind"]): [string, NumberWord][] {
  return [...words].map(([word, value]) => [word, { kind, value }]);
}

/** Words that say a number by themselves. */
const numberWords: ReadonlyMap<string, NumberWord> = new Map([
  ...wordsOf(ordinals, "ordinal"),
  ...wordsOf(teens, "cardinal"),
  ...wordsOf(units, "cardinal"),
  ...wordsOf(tens, "tens"),
]);

/** True where a number may start with this word; "a hundred" aside. */
export function saysNumber(token: string): boolean {
  return isNumeric(token) || numberWords.has(token);
}

/** A token is asked for its number by every reader of dates, times and amounts, so the last answers are kept. */
const kept = 8;
const keptTokens: (readonly string[] | undefined)[] = new Array(kept).fill(undefined);
const keptIndexes = new Int32Array(kept);
const keptNumbers: (SpokenNumber | null)[] = new Array(kept).fill(null);

/** The longest number that starts at this token, or null. Tokens as `tokensOf` makes them. */
export function numberAt(tokens: readonly string[], index: number): SpokenNumber | null {
  const token = tokens[index];
  if (token === undefined || (token !== "a" && !saysNumber(token))) return null;
  const slot = index & (kept - 1);
  if (keptTokens[slot] === tokens && keptIndexes[slot] === index) return keptNumbers[slot] ?? null;
  const number = readNumber(tokens, index);
  keptTokens[slot] = tokens;
  keptIndexes[slot] = index;
  keptNumbers[slot] = number;
  return number;
}

function readNumber(tokens: readonly string[], index: number): SpokenNumber | null {
  const first = smallNumberAt(tokens, index);
  if (first === null) return null;
  return first.ordinal ? first : withMultipliers(tokens, first);
}

/** Below one hundred in words, or a number in digits. */
function smallNumberAt(tokens: readonly string[], index: number): SpokenNumber | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (isNumeric(token)) return digitsToken(token, index);
  const word = numberWords.get(token);
  if (word === undefined) return hundredWithArticle(tokens, index);
  const { kind, value } = word;
  if (kind === "tens") return tensAt(tokens, index, value);
  if (kind === "cardinal") return cardinal(value, index + 1);
  return { value, digits: String(value), ordinal: true, end: index + 1 };
}

function digitsToken(token: string, index: number): SpokenNumber | null {
  if (isAllDigits(token)) return { value: Number(token), digits: token, ordinal: false, end: index + 1 };
  const mark = token.charCodeAt(token.length - 1);
  const ordinal = mark > 57 ? ordinalNumber.exec(token)?.[1] : undefined;
  if (ordinal !== undefined)
    return { value: Number(ordinal), digits: ordinal, ordinal: true, end: index + 1 };
  if (!plainNumber.test(token)) return null;
  const plain = token.replaceAll(",", "");
  return { value: Number(plain), digits: plain.replace(".", ""), ordinal: false, end: index + 1 };
}

function isAllDigits(token: string): boolean {
  for (let at = 0; at < token.length; at += 1) {
    const code = token.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

function tensAt(tokens: readonly string[], index: number, value: number): SpokenNumber {
  const next = tokens[index + 1] ?? "";
  const unit = units.get(next);
  if (unit !== undefined && unit > 0) return cardinal(value + unit, index + 2);
  const ordinal = ordinals.get(next);
  if (ordinal !== undefined && ordinal < 10)
    return { value: value + ordinal, digits: String(value + ordinal), ordinal: true, end: index + 2 };
  return cardinal(value, index + 1);
}

/** "a hundred" is a number, "a" alone is not. */
function hundredWithArticle(tokens: readonly string[], index: number): SpokenNumber | null {
  const next = tokens[index + 1] ?? "";
  if (tokens[index] !== "a" || !multipliers.has(next) || next === "k") return null;
  return { value: 1, digits: "1", ordinal: false, end: index + 1 };
}

/** "fifteen hundred", "two thousand twenty six", "three hundred twenty thousand". */
function withMultipliers(tokens: readonly string[], first: SpokenNumber): SpokenNumber {
  let sum: Sum = { closed: 0, group: first, apart: first.digits, below: Number.POSITIVE_INFINITY };
  for (let next = multiplied(tokens, sum); next !== null; next = multiplied(tokens, sum)) sum = next;
  if (sum.group === first) return first;
  return { ...cardinal(sum.closed + sum.group.value, sum.group.end), apart: sum.apart };
}

/** A number half read: thousands that are closed, and the group that a hundred or a thousand may still follow. */
interface Sum {
  readonly closed: number;
  readonly group: SpokenNumber;
  readonly apart: string;
  /** Only smaller thousands may follow. */
  readonly below: number;
}

function multiplied(tokens: readonly string[], { closed, group, below }: Sum): Sum | null {
  const multiplier = multipliers.get(tokens[group.end] ?? "");
  if (multiplier === undefined) return null;
  const rest = restAt(tokens, group.end + 1, multiplier);
  const scaled = group.value * multiplier;
  const apart = String(scaled) + rest.digits;
  if (multiplier === 100)
    return group.value < 100
      ? { closed, group: cardinal(scaled + rest.value, rest.end), apart, below }
      : null;
  if (multiplier >= below) return null;
  return { closed: closed + scaled, group: cardinal(rest.value, rest.end), apart, below: multiplier };
}

/** What is added to a hundred or a thousand; nothing where no smaller number follows. */
function restAt(
  tokens: readonly string[],
  index: number,
  below: number,
): Pick<SpokenNumber, "value" | "digits" | "end"> {
  const rest = smallNumberAt(tokens, tokens[index] === "and" ? index + 1 : index);
  const isRest = rest !== null && !rest.ordinal && rest.value < below;
  return isRest ? rest : { value: 0, digits: "", end: index };
}

function cardinal(value: number, end: number): SpokenNumber {
  return { value, digits: String(value), ordinal: false, end };
}
