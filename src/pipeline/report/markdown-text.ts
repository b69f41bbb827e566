import { printable } from "../../lib/printable.ts";

/** What Markdown, or the HTML in it, would take for a mark. */
const marks = /[\\`*_{}[\]<>#|~!&$]/g;

/** Text in one line that Markdown shows as it is. */
export function markdownText(text: string): string {
  return printable(text).replace(marks, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * A name in a cell of a table as code: nothing in it is a mark, a mention or HTML. A pipe would end the cell even there,
 * and is taken out of its meaning by a backslash, which GitHub doesn't show.
 */
export function markdownCode(text: string): string {
  const line = printable(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") || line === "" ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
