/** Words that commas or lines part. */
export function list(text: string): string[] {
  return text
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter((word) => word !== "");
}

/** Sentences, one a line. */
export function lines(text: string): string[] {
  return text.trim().split(/\s*\n\s*/);
}
