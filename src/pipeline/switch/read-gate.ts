import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Candidate } from "../../domain/evaluation.ts";
import { type Outcome, Report } from "../../domain/report.ts";
import { parseJson } from "../../lib/json.ts";
import { isMissing } from "../../workspace/files.ts";
import type { SwitchTarget } from "./plan-change.ts";

/** Whether the newest report lets an agent switch to a model. */
export type GateAnswer =
  | {
      readonly passed: true;
      readonly report: string;
      readonly candidate: Candidate;
      readonly outcome: Outcome | null;
    }
  | { readonly passed: false; readonly because: string };

export async function readGate(workspaceFolder: string, target: SwitchTarget): Promise<GateAnswer> {
  const id = await newestReport(workspaceFolder);
  const name = `${target.provider}:${target.model}`;
  if (id === null)
    return no(`there is no report yet: calltune evaluate asks ${name}, and calltune report --gate decides`);
  const text = await readFile(join(workspaceFolder, "reports", `${id}.json`), "utf8");
  const report = Report.safeParse(parseJson(text));
  return report.success
    ? gateOf(report.data, target)
    : no(`report ${id} can't be read; calltune report ${id} makes it anew`);
}

/** What a report's gate says of a model. */
export function gateOf({ id, gate, candidates }: Report, target: SwitchTarget): GateAnswer {
  if (gate === null)
    return no(`report ${id} has no gate; calltune report ${id} --gate "exact_call >= 0.9" sets one`);
  const failed = gate.results.filter(({ passed }) => !passed);
  if (!gate.passed || failed.length > 0)
    return no(
      `the gate of report ${id} wasn't passed: ${failed.map(sentenceOf).join("; ") || "no condition holds"}`,
    );
  const gated = new Set(gate.results.map(({ candidate }) => candidate));
  const passed = candidates.filter(({ result: { candidate } }) => gated.has(candidate.name));
  const found = passed.find(
    ({ result: { candidate } }) => candidate.provider === target.provider && candidate.model === target.model,
  );
  if (found === undefined) return no(anotherModel(id, passed, target));
  return { passed: true, report: id, candidate: found.result.candidate, outcome: found.outcome };
}

function no(because: string): GateAnswer {
  return { passed: false, because };
}

function sentenceOf({ condition, because }: { condition: string; because: string }): string {
  return `${condition}: ${because}`;
}

function anotherModel(id: string, passed: Report["candidates"], { provider, model }: SwitchTarget): string {
  const names = passed.map(({ result: { candidate } }) =>
    candidate.kind === "log" ? "the log" : `${candidate.provider}:${candidate.model}`,
  );
  return `in report ${id} the gate was passed by ${names.join(", ") || "no model"}, not by ${provider}:${model}`;
}

/** An evaluation's id begins with the time it was made. */
async function newestReport(workspaceFolder: string): Promise<string | null> {
  const names = await readdir(join(workspaceFolder, "reports")).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const ids = names.flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []);
  return ids.sort().at(-1) ?? null;
}
