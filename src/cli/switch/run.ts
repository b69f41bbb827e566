import { performance } from "node:perf_hooks";
import { closest } from "../../lib/closest.ts";
import { readEnvText } from "../../lib/env-text.ts";
import { UsageError } from "../../lib/errors.ts";
import { llmProviders } from "../../llm/providers.ts";
import type { LlmSettings } from "../../llm/read-settings.ts";
import { type EnvFile, readEnvFile, textOf } from "../../pipeline/switch/env-file.ts";
import { chooseAddress, planChange, type SwitchTarget } from "../../pipeline/switch/plan-change.ts";
import { type GateAnswer, readGate } from "../../pipeline/switch/read-gate.ts";
import { showChanges } from "../../pipeline/switch/show-changes.ts";
import { changedText, settingsOf, writeSwitch } from "../../pipeline/switch/switch-model.ts";
import { tryToolCall } from "../../pipeline/switch/try-tool-call.ts";
import { readRunningServer } from "../../workspace/local-provider.ts";
import type { CommandResult } from "../command.ts";
import type { SwitchContext } from "../commands/switch.ts";
import { fromFolder } from "../load-config.ts";
import { openProject, type Project } from "../project.ts";
import { refusedText, switchedText } from "../summaries/switch-text.ts";
import { groundsOf, type Proof, tellProof } from "./proof.ts";

/** `calltune switch --to`: nothing is written unless the gate was passed and the model made a tool call. */
export async function switchCommandRun(context: SwitchContext): Promise<CommandResult> {
  const target = targetOf(context.args.to);
  const reason = reasonOf(context.args.force);
  const project = await openProject(context.args);
  const file = await envFileOf(context, project);
  const gate = await readGate(project.workspace.folder, target);
  if (!gate.passed && reason === null) return refusal(target, gate.because, "gate");
  const after = await textAfter(context, { project, target, file, gate });
  const settings = settingsOf(after, context.env);
  noticeMissingKey(context, settings, { file, after });
  context.terminal.notice(`asking ${nameOf(target)} at ${settings.address} for one tool call`);
  const trial = await tryToolCall(settings, { signal: context.signal, now: () => performance.now() });
  if (!trial.called) return refusal(target, `${nameOf(target)} made no tool call: ${trial.because}`, "trial");
  const { address } = settings;
  return finish(context, { project, target, file, after, gate, reason, trial, address });
}

/** The file that `--env` names, else `.env` of the working folder. */
export function envFileOf({ args: flags }: SwitchContext, project: Project): Promise<EnvFile> {
  return readEnvFile(fromFolder(project.workingFolder, flags.env || ".env"));
}

function targetOf(to: string | undefined): SwitchTarget {
  const [, provider = "", model = ""] = /^\s*([a-z0-9][\w.-]*):(\S+)\s*$/i.exec(to ?? "") ?? [];
  if (model !== "") return { provider: provider.toLowerCase(), model };
  const typed = to === undefined ? "" : `, not "${to}"`;
  throw new UsageError(`switch takes --to PROVIDER:MODEL (--to groq:openai/gpt-oss-20b)${typed}, or --back`);
}

function reasonOf(force: string | undefined): string | null {
  if (force === undefined) return null;
  if (force.trim() !== "" && !force.startsWith("--")) return force.trim();
  throw new UsageError(
    '--force takes the reason, which is written down: --force "the old model is shut down"',
  );
}

interface Proven extends Plan, Change, Proof {
  readonly gate: GateAnswer;
}

interface Plan {
  readonly project: Project;
  readonly target: SwitchTarget;
  readonly file: EnvFile;
  readonly gate: GateAnswer;
}

async function textAfter(
  { args: flags }: SwitchContext,
  { project, target, file, gate }: Plan,
): Promise<string> {
  const current = readEnvText(textOf(file));
  const server = target.provider === "local" ? await readRunningServer(project.workspace) : null;
  const hints = {
    given: flags.url,
    running: server === null ? null : `${server.url}/v1`,
    evaluated: gate.passed ? gate.candidate.address : null,
  };
  const address = chooseAddress(target, hints, current);
  if (address === null) refuseUnknown(target.provider);
  return changedText(file, planChange(target, address, current));
}

function refuseUnknown(provider: string): void {
  const names = [...llmProviders.keys()];
  if (names.includes(provider)) return;
  const meant = closest(provider, names);
  const question = meant === null ? "" : ` Did you mean ${meant}?`;
  throw new UsageError(
    `calltune knows no provider ${provider}, only ${names.join(", ")}; for another OpenAI-compatible one give --url https://<its address>/v1.${question}`,
  );
}

interface Change {
  readonly file: EnvFile;
  readonly after: string;
}

function noticeMissingKey(
  { terminal }: SwitchContext,
  { apiKey, keyVariable }: LlmSettings,
  { file, after }: Change,
): void {
  if (apiKey === null || readEnvText(after).get(keyVariable)) return;
  terminal.notice(`${keyVariable} isn't in ${file.name}: the agent needs it in its environment`);
}

async function finish({ args: flags }: SwitchContext, proven: Proven): Promise<CommandResult> {
  const { project, target, file, after } = proven;
  const dryRun = flags["dry-run"] === true;
  const changes = showChanges(textOf(file), after);
  const switched = changes.length > 0 && !dryRun;
  if (switched)
    await writeSwitch(project.workspace, { target, file, after, grounds: groundsOf(proven) }, new Date());
  const outcome = { switched, dryRun, ...target, file: file.name, changes, ...tellProof(proven) };
  return { text: switchedText(outcome), json: outcome, exitCode: 0 };
}

function refusal(target: SwitchTarget, because: string, by: "gate" | "trial"): CommandResult {
  return {
    text: refusedText(nameOf(target), because, by),
    json: { switched: false, ...target, refusedBy: by, because },
    exitCode: 1,
  };
}

function nameOf({ provider, model }: SwitchTarget): string {
  return `${provider}:${model}`;
}
