import { CallFilter, Instant } from "../../domain/call-filter.ts";
import { UsageError } from "../../lib/errors.ts";
import { type PullSummary, pull } from "../../pipeline/pull/pull.ts";
import { chooseFormat } from "../choose-format.ts";
import { type ChosenRedaction, chooseRedaction, notRedacted } from "../choose-redaction.ts";
import { chooseReverseMap } from "../choose-reverse-map.ts";
import { type CommandContext, commonArgs, defineCliCommand } from "../command.ts";
import { faults } from "../load-config.ts";
import { chooseSource } from "../open-source.ts";
import { defined, openProject, type Project, threadsFrom, wholeNumber } from "../project.ts";
import { pullHint } from "../summaries/pull-hint.ts";
import { pullText } from "../summaries/pull-text.ts";

const args = {
  files: {
    type: "positional",
    description: "JSON Lines files, .gz too, folders, or - for stdin (default: the database)",
    required: false,
  },
  source: {
    type: "string",
    description: "postgres, supabase, pglite or jsonl (default: what the config or the environment names)",
    valueHint: "NAME",
  },
  format: {
    type: "string",
    description: "shape of the calls: tables, openai-messages (default: by the source)",
    valueHint: "NAME",
  },
  status: {
    type: "string",
    description: "statuses that count as completed, by comma; any takes all (default: completed)",
    valueHint: "LIST",
  },
  since: {
    type: "string",
    description: "calls that started at or after this day or instant",
    valueHint: "TIME",
  },
  until: { type: "string", description: "calls that started before this day or instant", valueHint: "TIME" },
  tenant: { type: "string", description: "only these tenants' calls, ids by comma", valueHint: "LIST" },
  "min-turns": { type: "string", description: "leave out calls with fewer turns", valueHint: "N" },
  limit: { type: "string", description: "stop after so many new records", valueHint: "N" },
  fresh: { type: "boolean", description: "forget what was pulled before and read all calls again" },
  redact: {
    type: "boolean",
    description: "replace personal data by surrogates (the default)",
    negativeDescription: "leave strangers' names, numbers and addresses in calls.jsonl",
  },
  "reverse-map": {
    type: "string",
    description: "write what stands in whose place to this file: SECRET, keep it apart (default: nowhere)",
    valueHint: "FILE",
  },
  threads: {
    type: "string",
    description: "threads to share the work out to (default: all cores)",
    valueHint: "N",
  },
  ...commonArgs,
} as const;

type PullContext = CommandContext<typeof args>;

export const pullCommand = defineCliCommand({
  name: "pull",
  about: "read completed calls from where they lie, redact them, write calls.jsonl",
  args,
  takesMany: true,
  examples: [
    "DATABASE_URL=postgres://reader:…@db.example.com/agent calltune pull --since 2026-10-01",
    "SUPABASE_URL=https://abc.supabase.co SUPABASE_SERVICE_ROLE_KEY=… calltune pull --tenant 4f6c,9b21",
    "calltune pull exported-calls.jsonl.gz --format openai-messages",
    "zcat logs/*.gz | calltune pull - --status any",
    "CALLTUNE_SALT=$(cat ~/.calltune-salt) calltune pull",
  ],
  async run(context: PullContext) {
    const project = await openProject(context.args);
    const lock = await project.workspace.lock("pull");
    try {
      const { summary, ...how } = await pullInto(project, context);
      const hint = pullHint(summary, how);
      return {
        text: [pullText(summary, project.workspace), ...(hint === null ? [] : ["", hint])].join("\n"),
        json: {
          ...summary,
          counts: { ...summary.counts },
          calls: project.workspace.calls,
          problems: project.workspace.problems,
        },
        exitCode: 0,
      };
    } finally {
      await lock.release();
    }
  },
});

interface Pulled {
  readonly summary: PullSummary;
  readonly format: string;
  readonly source: string;
}

async function pullInto(project: Project, context: PullContext): Promise<Pulled> {
  const { env, signal, terminal } = context;
  const { loaded, workspace, workingFolder } = project;
  const limit = wholeNumber("limit", context.args.limit, 1) ?? null;
  const filter = filterFrom(context, project);
  const chosen = chooseSource({
    files: context.args._,
    name: context.args.source,
    env,
    loaded,
    workingFolder,
  });
  const format = chooseFormat(context.args.format, loaded, chosen.name);
  const { settings, salt, mark, reverseMap } = await redactionFor(project, context, chosen.files);
  const source = await chosen.open();
  const setup = { filter, salt, redaction: settings, reverseMap: reverseMap !== null };
  const parse = format.openPool(setup, threadsFrom(context.args.threads));
  const bar = terminal.progress("pull");
  try {
    const summary = await pull({
      workspace,
      source,
      sourceIdentity: { source: chosen.identity, filter: { ...filter } },
      shapeIdentity: { format: format.identity },
      redaction: mark,
      reverseMap,
      request: { selection: format.selection, filter, limit, signal, onNotice: terminal.notice },
      parse,
      fresh: context.args.fresh === true,
      onProgress: ({ records, total }) => bar.update(records, total),
    });
    return { summary, format: format.name, source: chosen.name };
  } finally {
    bar.stop();
    await parse.close();
    await source.close();
  }
}

/** With what the user has to be told about it. */
async function redactionFor(
  project: Project,
  { args: flags, env, terminal }: PullContext,
  inputs: readonly string[],
): Promise<ChosenRedaction & { readonly reverseMap: string | null }> {
  const off = flags.redact === false;
  const reverseMap = await chooseReverseMap(flags["reverse-map"], project, inputs);
  if (off && reverseMap !== null)
    throw new UsageError(
      "--reverse-map tells what redaction replaced; it has nothing to tell with --no-redact",
    );
  const redaction = await chooseRedaction(project, { env, off });
  if (off) terminal.notice(notRedacted("calls.jsonl"));
  if (reverseMap !== null)
    terminal.notice("WARNING: the reverse map undoes redaction; keep it apart from calls and datasets");
  return { ...redaction, reverseMap };
}

function filterFrom({ args: flags }: PullContext, { loaded }: Project): CallFilter {
  const filter = CallFilter.safeParse({
    ...defined(loaded.config.filter ?? {}),
    ...defined({
      statuses: flags.status === "any" ? [] : listFrom("status", flags.status),
      since: instantFrom("since", flags.since),
      until: instantFrom("until", flags.until),
      tenants: listFrom("tenant", flags.tenant),
      minTurns: wholeNumber("min-turns", flags["min-turns"], 1),
    }),
  });
  if (!filter.success) throw new UsageError(`filter: ${faults(filter.error)}`);
  return filter.data;
}

/** An empty variable of a script must not take all. */
function listFrom(flag: string, value: string | undefined): string[] | undefined {
  const names = value
    ?.split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names?.length === 0) throw new UsageError(`--${flag} names none; leave it out, or give it a value`);
  return names;
}

function instantFrom(flag: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const instant = Instant.safeParse(value);
  if (instant.success) return instant.data;
  throw new UsageError(
    `--${flag} takes a day (2026-10-01) or an instant (2026-10-01T08:00:00Z), not "${value}"`,
  );
}
