/** Words that commas or lines part. */
export function list(text: string): string[] {
  return text
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter((word) => word !== "");
}

/** Sentences, one a line. */
export function lines(text: string): string[] {
  return text.trim() === "" ? [] : text.trim().split(/\s*\n\s*/);
}

/** Names of several words that commas alone part: the lines of a long list break between words as well. */
export function commaList(text: string): string[] {
  return text.trim() === "" ? [] : text.trim().split(/\s*,\s*/);
}
