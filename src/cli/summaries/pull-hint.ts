import type { LeftOutReason } from "../../domain/call-filter.ts";
import type { ProblemReason } from "../../domain/problem.ts";
import type { PullSummary } from "../../pipeline/pull/pull.ts";
import { callFormats } from "../../plugins/call-formats/index.ts";

interface HowPulled {
  readonly format: string;
  readonly source: string;
}

/** What to do where a pull kept no call; null where it kept some, or nothing was new. */
export function pullHint({ counts, continued }: PullSummary, how: HowPulled): string | null {
  if (counts.kept > 0) return null;
  const reason = mostFrequent(counts.problems);
  if (reason !== null) return `no call was kept, most often for ${reason}: ${nextAfterProblem(reason, how)}`;
  const leftOut = mostFrequent(counts.leftOut);
  if (leftOut !== null) return `the filter left out every call: ${afterFilter[leftOut] ?? checkFilter}`;
  if (continued) return null;
  return how.source === "jsonl"
    ? "there was no call to read: name files (or a folder, or - for stdin) that hold one call a line, as JSON"
    : "there was no call to read: check the table's name and the filter (--status, --since, --tenant)";
}

function nextAfterProblem(reason: string, { format }: HowPulled): string {
  return ofShape[reason as ProblemReason] ?? anotherShape(format);
}

/** What no other format would mend. */
const ofShape: Readonly<Partial<Record<ProblemReason, string>>> = {
  not_json: "a file holds one call a line, as JSON",
  not_a_record: "every line is one call, an object",
  not_utf8: "save the file as UTF-8",
  too_large: "problems.jsonl has the places",
};

function anotherShape(format: string): string {
  const others = Object.keys(callFormats).filter((name) => name !== format);
  const flags = others.map((name) => `--format ${name}`).join(" or ");
  return `the calls seem to have another shape than ${format}: try ${flags}, or name your columns in calltune.config.ts (docs/call-formats.md)`;
}

const checkFilter = "check --status, --since, --until and --tenant";
const afterFilter: Readonly<Record<string, string>> = {
  status: "say with --status which statuses count as completed; any takes all",
  time_window: "check --since and --until",
  tenant: "check --tenant",
  too_short: "check --min-turns",
} satisfies Record<LeftOutReason, string>;

function mostFrequent(counts: Readonly<Record<string, number>>): string | null {
  const [first] = Object.entries(counts).sort(([, one], [, other]) => other - one);
  return first === undefined || first[1] === 0 ? null : first[0];
}
