import { stopWords } from "../../../lib/spoken/lexicon.ts";
import { type Mention, mentionsIn } from "../../../lib/spoken/mentions.ts";
import { tokensOf } from "../../../lib/spoken/tokens.ts";
import { byMeaning, type ComparingContext } from "./comparator.ts";

const written = /^([-+\u2212]?)\s*([$£€₹]?)\s*([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(%?)$/;
const currencySigns: Readonly<Record<string, string>> = { $: "USD", "£": "GBP", "€": "EUR", "₹": "INR" };
const currencyWords: ReadonlyMap<string, string> = new Map([
  ...["dollar", "dollars", "bucks", "usd"].map((word) => [word, "USD"] as const),
  ...["pound", "pounds", "quid", "gbp"].map((word) => [word, "GBP"] as const),
  ...["euro", "euros", "eur"].map((word) => [word, "EUR"] as const),
  ...["rupee", "rupees", "rs", "inr"].map((word) => [word, "INR"] as const),
]);
const euroCountries: ReadonlySet<string> = new Set("DE FR ES IT NL BE AT IE FI PT GR".split(" "));
const negating: ReadonlySet<string> = new Set(["minus", "negative"]);

/**
 * Numbers are compared as numbers; as text they may be said ("forty two", "$1,250.00"). A currency that isn't the
 * country's own, and any other word, is part of the meaning: fifteen euros are not fifteen dollars.
 */
export const number = byMeaning("a number, in digits or in words", (text, context) => {
  const digits = written.exec(text.trim());
  return digits === null ? saidNumber(text, context) : writtenNumber(digits, context);
});

function writtenNumber(
  [, sign = "", currency = "", inner = "", whole = "", decimals = "", percent = ""]: RegExpExecArray,
  { country }: ComparingContext,
): string {
  const isNegative = sign === "-" || sign === "\u2212" || inner === "-";
  const amount = Number(whole.replaceAll(",", "") + decimals) * (isNegative ? -1 : 1);
  const foreign = currency === "" ? "" : foreignCurrency(currencySigns[currency] ?? "", country);
  return [String(amount), percent === "" ? "" : "percent", foreign].filter((part) => part !== "").join(" ");
}

function saidNumber(text: string, { country }: ComparingContext): string | null {
  const tokens = tokensOf(text);
  const numbers = mentionsIn(tokens, []).filter(({ kind }) => kind === "number");
  const [longest] = numbers.sort((one, other) => other.end - other.start - (one.end - one.start));
  if (longest === undefined || numbers.some((mention) => !isWithin(mention, longest))) return null;
  const isNegative = tokens.some((token) => negating.has(token));
  const amounts = amountsOf(longest, tokens).map((amount) => String(amount * (isNegative ? -1 : 1)));
  const words = tokens.flatMap((token, index) => {
    const isCovered = index >= longest.start && index < longest.end;
    return isCovered && !currencyWords.has(token) ? [] : wordOf(token, country);
  });
  return [...amounts.sort(), ...words].join(" ");
}

/** "twelve fifty" may be two numbers; a dozen is twelve, and never one. */
function amountsOf({ readings, start, end }: Mention, tokens: readonly string[]): number[] {
  const isDozen = tokens.slice(start, end).includes("dozen");
  return (isDozen ? readings.slice(0, 1) : readings).map(Number);
}

function wordOf(token: string, country: string): string[] {
  const currency = currencyWords.get(token);
  if (currency !== undefined) return [foreignCurrency(currency, country)].filter((word) => word !== "");
  return stopWords.has(token) || negating.has(token) ? [] : [token];
}

/** Empty for the country's own. */
function foreignCurrency(currency: string, country: string): string {
  const own: Readonly<Record<string, string>> = { US: "USD", GB: "GBP", IN: "INR" };
  const home = own[country] ?? (euroCountries.has(country) ? "EUR" : "");
  return currency === home ? "" : currency;
}

function isWithin(inner: Mention, outer: Mention): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
