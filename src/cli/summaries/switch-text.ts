import type { Outcome } from "../../domain/report.ts";
import { printable } from "../../lib/printable.ts";
import type { ShownChange } from "../../pipeline/switch/show-changes.ts";

/** A switch, made or only shown. */
export type SwitchOutcome = {
  readonly switched: boolean;
  readonly dryRun: boolean;
  readonly provider: string;
  readonly model: string;
  readonly file: string;
  readonly changes: readonly ShownChange[];
  readonly gate:
    | {
        readonly passed: true;
        readonly report: string;
        readonly candidate: string;
        readonly outcome: Outcome | null;
      }
    | { readonly passed: false; readonly because: string };
  readonly forced: string | null;
  readonly trial: { readonly choice: "auto" | "required"; readonly ms: number; readonly arguments: string };
  /** What was proven together with the model, and doesn't stand in .env. */
  readonly remarks: readonly string[];
};

export function switchedText(outcome: SwitchOutcome): string {
  return [
    gateText(outcome),
    trialText(outcome),
    ...outcome.remarks.map((remark) => `NOTE: ${remark}`),
    "",
    changesText(outcome.file, outcome.changes),
    "",
    endText(outcome),
  ].join("\n");
}

export function refusedText(name: string, because: string, by: "gate" | "trial"): string {
  const next =
    by === "gate"
      ? `to switch all the same, with the reason written down: --force "REASON"`
      : "does it know tools, and is its tool-call parser switched on where it is served?";
  return [`not switched to ${name}, nothing was changed: ${because}`, next].join("\n");
}

/** A switch undone. */
export type BackOutcome = {
  readonly restored: boolean;
  readonly dryRun: boolean;
  readonly undone: { readonly provider: string; readonly model: string; readonly at: string };
  readonly kind: "whole" | "variables" | "nothing";
  readonly file: string;
  readonly changes: readonly ShownChange[];
};

export function backText({ dryRun, undone, kind, file, changes }: BackOutcome): string {
  const which = `the switch to ${undone.provider}:${undone.model} of ${undone.at.slice(0, 16).replace("T", " ")}`;
  if (kind === "nothing") return `${file} is as it was before ${which}; nothing to do`;
  const how =
    kind === "whole"
      ? `${file} is byte for byte as it was before ${which}`
      : `${file} was edited since: only the variables of ${which} went back`;
  const end = dryRun ? "nothing was written (--dry-run)" : `${how}; the agent reads it at its next start`;
  return [changesText(file, changes), "", end].join("\n");
}

function gateText({ gate, forced }: SwitchOutcome): string {
  if (!gate.passed) return `gate: NOT passed (${gate.because})\nforced: ${forced}`;
  const verdict = gate.outcome === null ? "" : `, ${gate.outcome.replaceAll("_", " ")}`;
  return `gate: passed in report ${gate.report} (candidate ${gate.candidate}${verdict})`;
}

function trialText({ trial }: SwitchOutcome): string {
  const must = trial.choice === "required" ? ", though only when told that it must" : "";
  return `tool call: made in ${trial.ms} ms${must}: get_weather(${printable(trial.arguments, 100)})`;
}

/** As `diff` writes it. */
function changesText(file: string, changes: readonly ShownChange[]): string {
  if (changes.length === 0) return `${file}: no difference`;
  const lines = changes.flatMap(({ variable, from, to }) => [
    ...(from === null ? [] : [`- ${variable}=${from}`]),
    ...(to === null ? [] : [`+ ${variable}=${to}`]),
  ]);
  return [file, ...lines].join("\n");
}

function endText({ switched, dryRun }: SwitchOutcome): string {
  if (dryRun) return "nothing was written (--dry-run)";
  if (!switched) return "the agent is set to this model already";
  return "switched; the agent reads it at its next start. Undo: calltune switch --back";
}
