import type { Manifest } from "../../domain/manifest.ts";
import { splits } from "../../domain/split.ts";
import type { DatasetFiles } from "../../workspace/workspace.ts";
import { counted, formatNumber, renderTable } from "../table.ts";
import { emptyBuildText } from "./empty-build-text.ts";
import { unredactedText } from "./leak-text.ts";
import { shown } from "./pull-text.ts";

/** What a build made, for a person: counts that add up, the tool table, tokens, contamination, where the files are. */
export function buildText(manifest: Manifest, dataset: DatasetFiles): string {
  return [
    countsText(manifest),
    toolsText(manifest),
    rejectedText(manifest),
    tokensText(manifest),
    contaminationText(manifest),
    originText(manifest),
    redactionText(manifest),
    `dataset ${manifest.hash.slice(0, 12)}: ${shown(dataset.folder)}\n${trainingText(manifest, dataset)}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function trainingText(manifest: Manifest, dataset: DatasetFiles): string {
  if (manifest.examplesPerSplit.train === 0) return emptyBuildText(manifest, dataset);
  return `training data for ${manifest.provider}: ${shown(dataset.trainingData)}`;
}

function countsText({ counts }: Manifest): string {
  const rejected = Object.values(counts.rejected).reduce((sum, count) => sum + count, 0);
  const inExamples =
    counts.examples === counts.decisionsInExamples
      ? "examples"
      : `decisions in ${counted(counts.examples, "example")}`;
  const first = `${counted(counts.calls, "call")}, ${counted(counts.decisions, "decision")} = ${formatNumber(counts.decisionsInExamples)} ${inExamples} + ${formatNumber(rejected)} rejected`;
  return counts.corrected === 0
    ? first
    : `${first}\nthe call that came right later is taught by ${counted(counts.corrected, "example")}`;
}

function toolsText({ toolTable, examplesPerSplit, callersPerSplit }: Manifest): string {
  const rows = Object.entries(toolTable).map(([tool, perSplit]) => [
    tool,
    ...splits.map((split) => perSplit[split]),
  ]);
  const total = ["all examples", ...splits.map((split) => examplesPerSplit[split])];
  const callers = ["callers", ...splits.map((split) => callersPerSplit[split])];
  return renderTable(["tool of the reply", ...splits], [...rows, total, callers]);
}

function rejectedText({ counts }: Manifest): string {
  const rows = Object.entries(counts.rejected).sort(([, one], [, other]) => other - one);
  return rows.length === 0 ? "" : renderTable(["rejected because", "decisions"], rows);
}

function tokensText({ tokens, counts }: Manifest): string {
  if (counts.examples === 0) return "";
  const { p50, p95, max } = tokens.percentiles;
  const how = tokens.exact ? `${tokens.tokenizer}, exact` : "an estimate";
  return `${counted(tokens.total, "token")} (${how}); an example has ${formatNumber(p50)} in the middle, ${formatNumber(p95)} at the 95th percentile, ${formatNumber(max)} at most`;
}

function contaminationText({ contamination, options }: Manifest): string {
  const { n, sameLabel, shareAtLimit, passed } = contamination;
  if (n === 0) return "no test examples: too few callers for a test split";
  const { similarity, maxShare } = options.contamination;
  const share = `${(100 * (shareAtLimit ?? 0)).toFixed(1)} % of ${formatNumber(n)} test examples have a train neighbour with the same label and ${similarity} similarity or more`;
  const verdict = passed
    ? `the limit is ${100 * maxShare} %`
    : `MORE than the limit of ${100 * maxShare} %: the test would flatter the model; see nearest in manifest.json`;
  return `contamination: ${share} (${formatNumber(sameLabel["0.8"])} at 0.8); ${verdict}`;
}

function originText({ toolOrigins }: Manifest): string {
  if (toolOrigins.inferred === 0) return "";
  return `tool schemas of ${counted(toolOrigins.inferred, "call")} were INFERRED from logged arguments; give the real ones with --tools tools.json`;
}

/** Silent where all is well: the pull has told. */
function redactionText({ redaction }: Manifest): string {
  if (redaction === null)
    return "WARNING: nothing tells whether these calls were redacted; look: calltune check --personal FILE";
  return redaction.on ? "" : unredactedText;
}
