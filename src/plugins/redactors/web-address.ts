import { credentialFindings } from "./reading/credentials.ts";
import type { Draw, Finding, Form, KnownValue, Redactor, SearchedText } from "./redactor.ts";

/**
 * What opens something on the web: links with a token, API keys, IP addresses. Links without one are business. A
 * surrogate token has the word EXAMPLE in it; a surrogate IP address is of a range kept for documentation.
 */
export const webAddress: Redactor = {
  about: "links with a token in them, API keys, IP addresses",
  entities: ["URL", "API_KEY", "IP_ADDRESS"],
  entityOf: ({ words }) => {
    const text = words.join(" ");
    if (/\b(?:api key|apikey|access token|auth token|bearer|api secret)\b/.test(text)) return "API_KEY";
    return /\bip(?: address)?$/.test(text) ? "IP_ADDRESS" : null;
  },
  read: readToken,
  find: (text) => credentialFindings(text),
  findKnown: (values) => (text) => {
    const found: Finding[] = [];
    for (const known of values) addOccurrences(text, known, found);
    return found;
  },
  isSurrogate: ({ entity, value }) =>
    entity === "IP_ADDRESS" ? /^(?:203\.0\.113\.|2001:db8:)/.test(value) : value.includes(marker),
  surrogate: surrogateToken,
};

const marker = "EXAMPLE";

function readToken(text: SearchedText, entity: Form["entity"]): Form | null {
  const value = text.text.trim();
  return value.length < 6 || value.includes(" ") ? null : { entity, value, write: (surrogate) => surrogate };
}

function addOccurrences(text: SearchedText, known: KnownValue, found: Finding[]): void {
  const { entity, value, heard } = known;
  for (
    let start = text.text.indexOf(value);
    start >= 0;
    start = text.text.indexOf(value, start + value.length)
  ) {
    found.push({ entity, value, score: 1, start, end: start + value.length, write: asItIs, heard });
  }
}

function asItIs(surrogate: string): string {
  return surrogate;
}

/** Length, digits and case stay; a prefix such as "sk-" or "AKIA" is no secret and stays too. */
function surrogateToken({ entity, value }: KnownValue, draw: Draw, attempt: number): string {
  if (entity === "IP_ADDRESS") return surrogateAddress(value, draw, attempt);
  const prefix = /^(?:[a-z]{2,6}[-_](?:[a-z]{2,7}[-_])?|AKIA|ASIA|AIza|eyJ)/.exec(value)?.[0] ?? "";
  const body = value.slice(prefix.length, Math.max(prefix.length, value.length - marker.length));
  const drawn = body.replace(/[a-z]|[A-Z]|\d/g, (character, offset: number) => {
    const label = `token:${value}:${attempt}:${offset}`;
    if (/\d/.test(character)) return String(draw.number(label, 10));
    return String.fromCharCode(draw.number(label, 26) + (character < "a" ? 65 : 97));
  });
  return prefix + drawn + marker;
}

function surrogateAddress(value: string, draw: Draw, attempt: number): string {
  const drawn = (draw.number(`ip:${value}`, 254) + attempt) % 254;
  return value.includes(":") ? `2001:db8::${(drawn + 1).toString(16)}` : `203.0.113.${drawn + 1}`;
}
