/**
 * The guide's last step: the model in use and the fine-tuned one on held-out calls, with the environment of the guide. Thin:
 * `calltune evaluate`, then `calltune report`, then the guide's four measures.
 *
 *   GROQ_API_KEY, GROQ_TOOL_MODEL        the model in use; without GROQ_TOOL_MODEL the base model of the newest job
 *   TOGETHER_API_KEY, FINE_TUNED_MODEL   the fine-tuned one (its name at Together, or provider:model); without
 *                                        FINE_TUNED_MODEL that of the workspace's newest job
 *   BASE_MODEL_URL, FINE_TUNED_MODEL_URL where they are asked, if not at Groq and Together: any OpenAI-compatible address
 *
 *   npx tsx scripts/fine-tuning/evaluate-model.ts [--limit 200] [--yes] [other flags of calltune evaluate]
 */
import { parseArgs } from "node:util";
import { describeError } from "../../src/cli/describe-error.ts";
import { newestTuned } from "../../src/cli/evaluate/choose-candidates.ts";
import { openProject, type Project } from "../../src/cli/project.ts";
import { runCli } from "../../src/cli/run-cli.ts";
import { fourMeasuresText } from "../../src/cli/summaries/four-measures-text.ts";
import { UsageError } from "../../src/lib/errors.ts";
import { readSummary } from "../../src/pipeline/report/read-summary.ts";

const cli = { env: process.env, stdin: process.stdin, stdout: process.stdout, stderr: process.stderr };

try {
  process.exitCode = await evaluateModel(process.argv.slice(2));
} catch (error) {
  const { exitCode, text } = describeError(error, "evaluate-model");
  process.stderr.write(`${text}\n`);
  process.exitCode = exitCode;
}

async function evaluateModel(flags: readonly string[]): Promise<number> {
  const place = placeIn(flags);
  const project = await openProject(place);
  const candidates = await candidatesFor(project, process.env);
  const evaluated = await runCli({ ...cli, rawArgs: ["evaluate", ...candidates, ...flags] });
  if (evaluated !== 0) return evaluated;
  const where = Object.entries(place).flatMap(([name, value]) => [`--${name}`, value]);
  const reported = await runCli({ ...cli, rawArgs: ["report", "--baseline", "base", ...where] });
  const { summary } = await readSummary(project.workspace.folder, undefined);
  process.stdout.write(`\n${fourMeasuresText(summary.candidates)}\n`);
  return reported;
}

/** Flags that `report` needs as well. */
function placeIn(flags: readonly string[]): { readonly workspace?: string; readonly config?: string } {
  const options = { workspace: { type: "string" }, config: { type: "string" } } as const;
  const { workspace, config } = parseArgs({ args: [...flags], options, strict: false }).values;
  return {
    ...(typeof workspace === "string" ? { workspace } : {}),
    ...(typeof config === "string" ? { config } : {}),
  };
}

async function candidatesFor(project: Project, env: NodeJS.ProcessEnv): Promise<string[]> {
  const newest = await newestTuned(project);
  const base = specFrom(env["GROQ_TOOL_MODEL"], "groq", env["BASE_MODEL_URL"]) ?? newest?.base;
  const tuned = specFrom(env["FINE_TUNED_MODEL"], "together", env["FINE_TUNED_MODEL_URL"]) ?? newest?.tuned;
  if (base === undefined)
    throw new UsageError("GROQ_TOOL_MODEL isn't set; set it to the id of the model that the agent uses now");
  if (tuned === undefined)
    throw new UsageError(
      "the workspace has no fine-tuned model yet; calltune tune makes one, or set FINE_TUNED_MODEL to its name",
    );
  return ["--candidate", `base=${base}`, "--candidate", `tuned=${tuned}`];
}

/** A name without its provider is of the guide's. */
function specFrom(model: string | undefined, provider: string, url: string | undefined): string | undefined {
  const name = model?.trim();
  if (name === undefined || name === "") return undefined;
  const spec = /^(?:groq|together|fireworks|openai|local):/.test(name) ? name : `${provider}:${name}`;
  return url === undefined || url.trim() === "" ? spec : `${spec},url=${url.trim()}`;
}
