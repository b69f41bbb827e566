/** The same in ASCII and in any script; the first is quicker. */
const asciiToken = /\d+(?:[.,:/-]\d+)*(?:(?:st|nd|rd|th)(?![a-z0-9]))?|[a-z]+(?:'[a-z]+)*/g;
const tokenPattern = /\d+(?:[.,:/-]\d+)*(?:(?:st|nd|rd|th)(?![a-z0-9]))?|\p{L}+(?:'\p{L}+)*/gu;
const beyondAscii = /[^\p{ASCII}]/u;
const combiningMarks = /\p{M}/gu;
const curlyQuotes = /[\u2018\u2019\u02bc]/g;

/**
 * The words and numbers of a text, folded so that the same thing said or written two ways is mostly the same token:
 * lower case, no accents, no apostrophes (`That's` → `thats`). Numbers keep the marks inside them (`7:30`, `2026-03-06`,
 * `555-0132`, `21st`); letters and digits that touch are two tokens (`7pm` → `7`, `pm`). Linear in the text.
 */
export function tokensOf(text: string): string[] {
  if (beyondAscii.test(text)) return (fold(text).match(tokenPattern) ?? []).map(withoutApostrophe);
  const tokens = text.toLowerCase().match(asciiToken) ?? [];
  return text.includes("'") ? tokens.map(withoutApostrophe) : tokens;
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(combiningMarks, "").replace(curlyQuotes, "'").toLowerCase();
}

function withoutApostrophe(token: string): string {
  return token.includes("'") ? token.replaceAll("'", "") : token;
}

/** True where the token starts with a digit 0–9. */
export function isNumeric(token: string): boolean {
  const code = token.charCodeAt(0);
  return code >= 48 && code <= 57;
}
