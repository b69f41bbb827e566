import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { mentionsIn } from "../../../lib/spoken/mentions.ts";
import { tokensOf } from "../../../lib/spoken/tokens.ts";
import { byMeaning, type ComparingContext } from "./comparator.ts";

const extension = /(?:\s|,|;)*(?:ext(?:ension)?\.?|x|#)\s*(\d{1,7})\s*$/i;
/** Shorter ones lack their area code: no country makes them whole. */
const shortestWhole = 8;

/**
 * A telephone number as E.164 with its extension apart; validity isn't asked, since invented numbers (555) are in use.
 * Numbers without an area code are their digits.
 */
export const phone = byMeaning("a telephone number, as E.164 with its extension", (text, context) => {
  const end = extension.exec(text);
  const main = end === null ? text : text.slice(0, end.index);
  const number = numberOf(main, context);
  if (number === null) return null;
  return end === null ? number : `${number} ext ${end[1]}`;
});

function numberOf(text: string, { country }: ComparingContext): string | null {
  const ways = /\p{L}/u.test(text) ? saidDigits(text) : [text];
  const numbers = ways.map((written) => readNumber(written, country));
  // "eight hundred five five five …" is 805… or 8005…: what can be a number is meant.
  return (numbers.find((number) => number?.possible) ?? numbers[0])?.key ?? null;
}

function readNumber(written: string, country: CountryCode): { key: string; possible: boolean } | null {
  const digits = written.replace(/\D/g, "");
  if (digits === "") return null;
  const asDigits = { key: `digits ${digits}`, possible: false };
  if (digits.length < shortestWhole && !written.includes("+")) return asDigits;
  const parsed = parsePhoneNumberFromString(internationalForm(written, digits), country);
  return parsed === undefined ? asDigits : { key: parsed.number, possible: parsed.isPossible() };
}

/** "0044 …" is "+44 …". */
function internationalForm(written: string, digits: string): string {
  return digits.startsWith("00") && !written.includes("+") ? `+${digits.slice(2)}` : written;
}

/** Each way to read the digits; none where anything else is said: "1-800-FLOWERS" is no number that this can read. */
function saidDigits(text: string): string[] {
  const tokens = tokensOf(text);
  const hasPlus = tokens[0] === "plus";
  const [start, end] = [hasPlus ? 1 : 0, tokens.length];
  const whole = mentionsIn(tokens, []).find(
    (mention) => mention.kind === "digits" && mention.start === start && mention.end === end,
  );
  return (whole?.readings ?? []).map((digits) => (hasPlus ? `+${digits}` : digits));
}
