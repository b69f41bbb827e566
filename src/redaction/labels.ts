/** What the operators `label` and `hash` write: "<PERSON>", "<PERSON:0f3a…>". */
const labels = /<[A-Z_]{3,24}(?::[0-9a-f]{16})?>/g;

export function isLabel(text: string): boolean {
  return text.startsWith("<") && text.replace(labels, "") === "";
}

/** True for a place inside a label: it stands for a value already. */
export function isInLabel(text: string, start: number): boolean {
  const open = text.lastIndexOf("<", start);
  if (open < 0 || start - open > 48) return false;
  const label = text.slice(open, open + 48).match(labels)?.[0];
  return label !== undefined && start < open + label.length;
}
