import type { LeakReport, RedactionMark } from "../../domain/leak-report.ts";
import { counted, formatNumber, renderTable } from "../table.ts";

/** What redaction did by kind, and what a second look still takes for personal; never a value. */
export function leakText(mark: RedactionMark, report: LeakReport, unit: "call" | "row"): string {
  if (!mark.on) return unredactedText;
  const { personal, calls } = report.secondLook;
  const kinds = [...new Set([...Object.keys(report.entities), ...Object.keys(personal)])].sort();
  const rows = kinds.map((kind) => {
    const { found, replaced, left } = report.entities[kind] ?? { found: 0, replaced: 0, left: 0 };
    return [kind, found, replaced, left, personal[kind] ?? 0] as const;
  });
  const head = ["personal data", "found", "replaced", "left", "second look"];
  const table = rows.length === 0 ? [] : [renderTable(head, rows), meaning, ""];
  return [...table, `second look at ${counted(calls, unit)}: ${secondLookText(report)}`].join("\n");
}

const meaning =
  "left: the business's own, allowed by the config, or a surrogate already; second look: what still looks personal in what was written";

export const unredactedText =
  "WARNING: these calls are NOT redacted: strangers' names, numbers and addresses are in them";

function secondLookText({ secondLook: { personal, ofBusiness } }: LeakReport): string {
  const [left, own] = [sum(personal), sum(ofBusiness)];
  const ours = own === 0 ? "" : `; ${formatNumber(own)} places are the business's own`;
  if (left === 0) return `nothing looks personal${ours}`;
  return `${formatNumber(left)} places still look personal${ours}; read them: calltune check --personal FILE`;
}

function sum(table: Readonly<Record<string, number>>): number {
  return Object.values(table).reduce((total, count) => total + count, 0);
}
