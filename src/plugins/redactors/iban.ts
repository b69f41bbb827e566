import { sequenceFinder } from "./reading/known-sequences.ts";
import { readLetters, sequenceFinding } from "./reading/letters-and-digits.ts";
import { mixed } from "./reading/scan.ts";
import type { Finding, Redactor, SearchedText } from "./redactor.ts";

/** IBANs (ISO 13616): a surrogate keeps the country, has a bank code of zeros or TEST, and a right check sum. */
export const iban: Redactor = {
  about: "international bank account numbers (mod 97)",
  entities: ["IBAN_CODE"],
  entityOf: ({ words }) => (words.includes("iban") ? "IBAN_CODE" : null),
  read: (text) => {
    const form = readLetters(text, "IBAN_CODE");
    return form !== null && shape.test(form.value) ? form : null;
  },
  find: findIbans,
  findKnown: (values) => sequenceFinder(values),
  isSurrogate: ({ value }) => value.slice(4) === reservedBody(value.slice(4), value.slice(-6)),
  surrogate: ({ value }, draw, attempt) => {
    const tail = Array.from({ length: 6 }, (_, index) =>
      draw.number(`iban:${value}:${attempt}:${index}`, 10),
    ).join("");
    const body = reservedBody(value.slice(4), tail);
    const country = value.slice(0, 2);
    return country + checkDigits(country, body) + body;
  },
};

const shape = /^[a-z]{2}\d{2}[a-z0-9]{11,30}$/;

/** The account part with its letters as in "test" and zeros for digits, but for the last six. */
function reservedBody(body: string, tail: string): string {
  const kept = body.slice(0, -6);
  let letters = 0;
  const zeros = kept.replace(/[a-z]|\d/g, (character) => {
    if (character >= "0" && character <= "9") return "0";
    letters += 1;
    return "test".charAt((letters - 1) % 4);
  });
  return zeros + tail;
}

function findIbans(text: SearchedText): Finding[] {
  if ((text.any & mixed) === 0) return [];
  const found: Finding[] = [];
  for (let token = 0; token + 1 < text.words.length; token += 1) {
    if (text.words[token]?.length !== 2 || text.starts[token + 1] !== text.ends[token]) continue;
    if (!/^\d{2,}$/.test(text.words[token + 1] ?? "")) continue;
    const finding = ibanAt(text, token);
    if (finding !== null) found.push(finding);
  }
  return found;
}

/** The longest stretch of groups from this token on whose check sum is right. */
function ibanAt(text: SearchedText, first: number): Finding | null {
  let value = "";
  let best: Finding | null = null;
  for (let last = first; last < text.words.length && value.length <= 34; last += 1) {
    const width = last === first ? 0 : (text.starts[last] ?? 0) - (text.ends[last - 1] ?? 0);
    if (width > 1) break;
    value += text.words[last];
    if (value.length < 15 || value.length > 34 || !shape.test(value) || !passesMod97(value)) continue;
    best = sequenceFinding(text, { first, last }, { entity: "IBAN_CODE", value, score: 1 });
  }
  return best;
}

export function passesMod97(value: string): boolean {
  return mod97(value.slice(4) + value.slice(0, 4)) === 1;
}

function checkDigits(country: string, body: string): string {
  return String(98 - mod97(`${body}${country}00`)).padStart(2, "0");
}

function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
