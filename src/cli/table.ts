import Table from "cli-table3";

export type Cell = string | number;

/** A table for people: first column left, numbers right; lines without colour, so that it reads the same in a file. */
export function renderTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 },
    colAligns: head.map((_, column) =>
      rows.every((row) => typeof row[column] === "number") && rows.length > 0 ? "right" : "left",
    ),
    chars: {
      top: "",
      "top-mid": "",
      "top-left": "",
      "top-right": "",
      bottom: "",
      "bottom-mid": "",
      "bottom-left": "",
      "bottom-right": "",
      left: "",
      "left-mid": "",
      mid: "",
      "mid-mid": "",
      right: "",
      "right-mid": "",
      middle: "  ",
    },
  });
  for (const row of rows)
    table.push(row.map((cell) => (typeof cell === "number" ? formatNumber(cell) : cell)));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** 1234567 → 1,234,567. */
export function formatNumber(number: number): string {
  return number.toLocaleString("en-US");
}

/** 1 → 1 call, 2000 → 2,000 calls. */
export function counted(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}
