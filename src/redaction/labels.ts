/** What the operators `label` and `hash` write: "<PERSON>", "<PERSON:0f3a…>". */
const labels = /<[A-Z_]{3,24}(?::[0-9a-f]{16})?>/g;

const longest = 48;

export function isLabel(text: string): boolean {
  return text.startsWith("<") && text.replace(labels, "") === "";
}

/** True for a place inside a label: it stands for a value already. */
export function isInLabel(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - longest), start + 1);
  const open = before.lastIndexOf("<");
  if (open < 0) return false;
  const from = start + 1 - (before.length - open);
  const label = text.slice(from, from + longest).match(labels)?.[0];
  return label !== undefined && start < from + label.length;
}
