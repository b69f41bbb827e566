const lineSeparators = /[\u2028\u2029]/g;

/**
 * One line of a JSON Lines file, without its end. U+2028 and U+2029 are escaped: they are legal inside JSON,
 * but readers that split at "any line end" would cut the line there.
 */
export function toJsonLine(value: unknown): string {
  return escapeLineSeparators(JSON.stringify(value));
}

export function escapeLineSeparators(json: string): string {
  // Nearly no text has one, and a text of Latin letters alone is told at once.
  if (!json.includes("\u2028") && !json.includes("\u2029")) return json;
  return json.replace(lineSeparators, (separator) => (separator === "\u2028" ? "\\u2028" : "\\u2029"));
}
