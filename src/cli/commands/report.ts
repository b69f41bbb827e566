import { relative } from "node:path";
import { GateOn } from "../../domain/report.ts";
import type { ReportOptions } from "../../domain/report-options.ts";
import { report } from "../../pipeline/report/report.ts";
import { type CommandContext, commonArgs, defineCliCommand } from "../command.ts";
import { defined, openProject } from "../project.ts";
import { repeatedFlag } from "../repeated-flag.ts";
import { reportText } from "../summaries/report-text.ts";

const args = {
  id: { type: "positional", description: "the evaluation (default: the newest)", required: false },
  baseline: {
    type: "string",
    description: "candidate that the others are compared with (default: the model base, else the first)",
    valueHint: "NAME",
  },
  gate: {
    type: "string",
    description: 'condition that must hold, such as "exact_call >= 0.9"; may be given many times',
    valueHint: "CONDITION",
  },
  candidate: {
    type: "string",
    description: "candidate that the gate is about (default: the only other model, else tuned)",
    valueHint: "NAME",
  },
  "gate-on": {
    type: "enum",
    options: GateOn.options,
    description: "what must hold: the figure (default), or the bound of its interval on the worse side",
    valueHint: "WHAT",
  },
  ...commonArgs,
} as const;

type ReportContext = CommandContext<typeof args>;

export const reportCommand = defineCliCommand({
  name: "report",
  about: "compare an evaluation's candidates, decide, and ask the gate",
  args,
  examples: [
    "calltune report",
    "calltune report 20261127-181500-k3x9 --baseline base",
    'calltune report --gate "exact_call >= 0.9" --gate "false_call_rate <= 0.02" --gate "ttft_p95_ms <= 500"',
    'calltune report --candidate tuned --gate "not_worse_than baseline by 1pt" --gate-on bound',
    "calltune report --json",
  ],
  async run(context: ReportContext) {
    const { loaded, workspace, workingFolder } = await openProject(context.args);
    const { report: made, files } = await report({
      workspace,
      evaluation: context.args.id,
      options: optionsFrom(context, loaded.config.report ?? {}),
      now: () => new Date(),
    });
    const places = files.map((file) => relative(workingFolder, file));
    return {
      text: reportText(made, places),
      json: JSON.parse(JSON.stringify(made)),
      exitCode: made.gate?.passed === false ? 1 : 0,
    };
  },
});

/** Flags come before the config; conditions of both must hold. */
function optionsFrom({ args: flags, rawArgs }: ReportContext, config: ReportOptions): ReportOptions {
  const { baseline, candidate } = flags;
  return {
    ...config,
    ...defined({ baseline, candidate, gateOn: flags["gate-on"] }),
    gate: [...(config.gate ?? []), ...repeatedFlag(rawArgs, "gate")],
  };
}
