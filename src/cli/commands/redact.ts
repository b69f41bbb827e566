import { UsageError } from "../../lib/errors.ts";
import { type RedactSummary, redactFile } from "../../pipeline/redact/redact-file.ts";
import type { LineProblem } from "../../pipeline/redact/redact-lines.ts";
import { chooseRedaction } from "../choose-redaction.ts";
import {
  type CommandContext,
  type CommandResult,
  commonArgs,
  defineCliCommand,
  type Terminal,
} from "../command.ts";
import { fromFolder } from "../load-config.ts";
import { openProject, threadsFrom } from "../project.ts";
import { openRedactOutput } from "../redact-output.ts";
import { leakText } from "../summaries/leak-text.ts";
import { counted, formatNumber } from "../table.ts";

const args = {
  file: {
    type: "positional",
    description: "JSON Lines of OpenAI messages, .gz too, or - for stdin (default: stdin)",
    required: false,
  },
  out: {
    type: "string",
    description: "write to this file, readable by you alone (default: stdout)",
    valueHint: "FILE",
  },
  threads: {
    type: "string",
    description: "threads to share the work out to (default: all cores)",
    valueHint: "N",
  },
  ...commonArgs,
} as const;

type RedactContext = CommandContext<typeof args>;

export const redactCommand = defineCliCommand({
  name: "redact",
  about: "replace personal data in a training file, consistently",
  args,
  examples: [
    "calltune redact logged.jsonl --out redacted.jsonl",
    "zcat requests/*.gz | calltune redact > redacted.jsonl",
    "CALLTUNE_SALT=$(cat ~/.calltune-salt) calltune redact training_data.jsonl --out redacted.jsonl --json",
  ],
  streams: (rawArgs) => !rawArgs.some((raw) => /^--out(?:=|$)/.test(raw)),
  async run(context: RedactContext): Promise<CommandResult> {
    const { args: flags, env, signal, terminal, stdout } = context;
    const project = await openProject(flags);
    const [file = "-", ...more] = flags._;
    if (more.length > 0) throw new UsageError("redact takes one file; join several with cat");
    const input = file === "-" ? file : fromFolder(project.workingFolder, file);
    const out = flags.out === undefined ? null : fromFolder(project.workingFolder, flags.out);
    const { settings, salt, mark } = await chooseRedaction(project, { env, off: false });
    if (settings === null) throw new TypeError("redaction is on");
    const output = await openRedactOutput({ out, input, stdout });
    const tell = problemTeller(file === "-" ? "standard input" : file, terminal);
    const bar = terminal.progress("redact");
    try {
      const threads = threadsFrom(flags.threads);
      const summary = await redactFile({
        file: input,
        settings,
        salt,
        threads,
        signal,
        write: output.write,
        onProblem: tell.problem,
        onProgress: (rows) => bar.update(rows, null),
      });
      await output.finish();
      bar.stop();
      tell.rest();
      return resultOf(summary, { mark, toFile: out !== null });
    } finally {
      bar.stop();
      await output.abandon();
    }
  },
});

const mostTold = 20;

function problemTeller(name: string, terminal: Terminal) {
  let count = 0;
  return {
    problem({ line, sentence }: LineProblem) {
      count += 1;
      if (count <= mostTold) terminal.notice(`${name}:${line}: ${sentence}; it is left out`);
    },
    rest() {
      if (count > mostTold)
        terminal.notice(`and ${formatNumber(count - mostTold)} more lines that are left out`);
    },
  };
}

interface Told {
  readonly mark: Awaited<ReturnType<typeof chooseRedaction>>["mark"];
  readonly toFile: boolean;
}

function resultOf({ rows, badLines, report }: RedactSummary, { mark, toFile }: Told): CommandResult {
  const left = badLines === 0 ? "" : `, ${counted(badLines, "line")} left out: not readable`;
  return {
    text: `${leakText(mark, report, "row")}\n${counted(rows, "row")} redacted${left}`,
    json: JSON.parse(JSON.stringify({ rows, badLines, redaction: mark, leaks: report })),
    exitCode: badLines === 0 ? 0 : 3,
    on: toFile ? "stdout" : "stderr",
  };
}
