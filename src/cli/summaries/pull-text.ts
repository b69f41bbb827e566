import { relative } from "node:path";
import type { PullSummary } from "../../pipeline/pull/pull.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { counted, formatNumber, renderTable } from "../table.ts";
import { leakText } from "./leak-text.ts";

/** What a pull did, for a person. */
export function pullText(
  { counts, totalCalls, continued, redaction, leaks }: PullSummary,
  workspace: Workspace,
): string {
  const callProblems = sum(counts.problems);
  const lines = [
    `${counted(counts.read, "call")} read = ${formatNumber(counts.kept)} kept + ${counted(callProblems, "problem")}`,
  ];
  if (sum(counts.leftOut) > 0) lines.push(`left out by the filter: ${listed(counts.leftOut)}`);
  const tables = [
    ...problemTable("calls not kept because", "calls", counts.problems),
    ...problemTable("parts of calls left out because", "parts", counts.partProblems),
  ];
  if (tables.length > 0) lines.push("", ...tables, `each with its place: ${shown(workspace.problems)}`);
  if (continued) lines.push(`went on behind the last pull; ${counted(totalCalls, "call")} in all`);
  if (!redaction.on || leaks.calls > 0) lines.push("", leakText(redaction, leaks, "call"), "");
  lines.push(`calls: ${shown(workspace.calls)}`);
  return lines.join("\n");
}

/** Two tables, as a part that is left out takes no call away: the calls' counts add up to those not kept. */
function problemTable(why: string, what: string, reasons: Readonly<Record<string, number>>): string[] {
  const rows = Object.entries(reasons).sort(([, one], [, other]) => other - one);
  return rows.length === 0 ? [] : [renderTable([why, what], rows), ""];
}

function listed(reasons: Readonly<Record<string, number>>): string {
  return Object.entries(reasons)
    .map(([reason, count]) => `${reason} ${formatNumber(count)}`)
    .join(", ");
}

function sum(reasons: Readonly<Record<string, number>>): number {
  return Object.values(reasons).reduce((total, count) => total + count, 0);
}

/** A path as the user would type it. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short === "" || short.startsWith("..") ? path : short;
}
