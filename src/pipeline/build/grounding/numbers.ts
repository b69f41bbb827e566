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

/** The longest number that starts at this token, or null. Tokens as `tokensOf` makes them. */
export function numberAt(tokens: readonly string[], index: number): SpokenNumber | null {
  const first = smallNumberAt(tokens, index);
  if (first === null) return null;
  return first.ordinal ? first : withMultipliers(tokens, first);
}

/** Below one hundred in words, or a number in digits. */
function smallNumberAt(tokens: readonly string[], index: number): SpokenNumber | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (isNumeric(token)) return digitsToken(token, index);
  const tensValue = tens.get(token);
  if (tensValue !== undefined) return tensAt(tokens, index, tensValue);
  const value = units.get(token) ?? teens.get(token);
  if (value !== undefined) return cardinal(value, index + 1);
  const ordinal = ordinals.get(token);
  if (ordinal !== undefined)
    return { value: ordinal, digits: String(ordinal), ordinal: true, end: index + 1 };
  return hundredWithArticle(tokens, index);
}

function digitsToken(token: string, index: number): SpokenNumber | null {
  if (isAllDigits(token)) return { value: Number(token), digits: token, ordinal: false, end: index + 1 };
  const ordinal = ordinalNumber.exec(token)?.[1];
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
