/** Breaks a sentence between words so that no line is wider; the first line begins with `first`, the others are indented. */
export function wrap(text: string, { width = 80, first = "", rest = "" } = {}): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    const longer = isEmpty ? `${line}${word}` : `${line} ${word}`;
    if (!isEmpty && [...longer].length > width) {
      lines.push(line);
      line = `${rest}${word}`;
    } else line = longer;
    isEmpty = false;
  }
  return [...lines, line].join("\n");
}
