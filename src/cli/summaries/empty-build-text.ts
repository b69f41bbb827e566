import type { RejectReason } from "../../domain/label.ts";
import type { Manifest } from "../../domain/manifest.ts";
import type { DatasetFiles } from "../../workspace/workspace.ts";
import { counted, formatNumber } from "../table.ts";
import { shown } from "./pull-text.ts";

const mostReasons = 3;

/** Why a build has no example to train on, and what to do. */
export function emptyBuildText({ counts }: Manifest, dataset: DatasetFiles): string {
  return [
    `NO training data: ${why(counts)}`,
    `every rejected decision with its reason: ${shown(dataset.rejected)}`,
  ]
    .slice(0, counts.decisions === 0 ? 1 : 2)
    .join("\n");
}

function why({ calls, decisions, examples, rejected }: Manifest["counts"]): string {
  if (decisions === 0) return `in ${counted(calls, "call")} the agent neither says nor does a thing`;
  if (examples > 0)
    return `all ${counted(examples, "example")} are of callers of the validation and test splits; pull more calls`;
  const reasons = Object.entries(rejected)
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostReasons);
  const listed = reasons.map(([reason, count]) => `${reason} ${formatNumber(count)}`).join(", ");
  const [first] = reasons[0] ?? [""];
  const next = nextStep[first as RejectReason] ?? "docs/labels.md has each reason";
  return `all decisions (${formatNumber(decisions)}) are rejected, most often: ${listed}; ${next}`;
}

const nextStep: Readonly<Partial<Record<RejectReason, string>>> = {
  before_caller: "the calls may lack the caller's turns: look at calls.jsonl, and at --format of pull",
  unknown_tool: "give the agent's tools with --tools tools.json",
  schema_invalid: "check that --tools has the schemas the agent had",
  arguments_not_json: "look at the tool calls in calls.jsonl, and at --format of pull",
  over_reply_share:
    "no tool call was left that replies could stand beside: pull more calls, or --reply-share 1",
  too_long: "raise --max-tokens, or name a --model with more context",
};
