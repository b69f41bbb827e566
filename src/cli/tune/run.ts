import type { JobRecord } from "../../domain/job-record.ts";
import type { TuneOptions } from "../../domain/tune-options.ts";
import { InterruptedError, UsageError } from "../../lib/errors.ts";
import { type JobBook, openJobBook } from "../../workspace/job-ledger.ts";
import type { CommandResult, CommandWorld } from "../command.ts";
import type { TuneContext } from "../commands/tune.ts";
import { openProject, type Project } from "../project.ts";
import { jobText } from "../summaries/tune-text.ts";
import { type TuningProvider, tuneOptions, tuningProvider } from "./choose-tuning.ts";
import { addressOf, type OpenTuning, openTuning, thisMachine } from "./connect.ts";
import { followJob, interrupted, jobJson, jobResult } from "./follow-job.ts";
import {
  acceptOrder,
  confirmAgain,
  findSameOrder,
  type Ordering,
  place,
  planOrder,
  warningsOf,
} from "./order-job.ts";
import { type ChosenFiles, chooseFiles } from "./training-files.ts";

/** `calltune tune [FILE]`: finds the order again, or makes one, and takes it to its end. */
export async function tuneCommandRun(context: TuneContext): Promise<CommandResult> {
  if (context.args.id !== undefined)
    throw new UsageError(
      `tune takes one training file, or list, show, watch or cancel; not "${context.args.what} ${context.args.id}"`,
    );
  const project = await openProject(context.args);
  const options = tuneOptions(context.args, project);
  const provider = tuningProvider(context.args.provider ?? project.loaded.config.provider ?? "together");
  const address = addressOf(provider, options.baseUrl, context.env);
  const book = await openJobBook(project.workspace, () => new Date());
  const { file, validation } = { file: context.args.what, validation: context.args.validation };
  const files = await chooseFiles(project, { file, validation }, provider, context.signal);
  try {
    return await tuneWith(context, project, {
      ...orderingFrom(context, { project, provider, options, files }),
      book,
      address,
    });
  } finally {
    await files.close();
  }
}

interface Choices {
  readonly project: Project;
  readonly provider: TuningProvider;
  readonly options: TuneOptions;
  readonly files: ChosenFiles;
}

function orderingFrom(
  { args: flags, ...world }: TuneContext,
  { project, provider, options, files }: Choices,
): Omit<Ordering, "book" | "address"> {
  const config = project.loaded.config;
  const own =
    files.manifest !== null && files.manifest.provider === provider.name ? files.manifest.model : null;
  const model =
    flags.model ??
    (isOf(config.provider, provider.name) ? config.model : undefined) ??
    own ??
    provider.provider.models.find(({ tunable }) => tunable)?.id;
  if (model === undefined) throw new UsageError(`${provider.name} has no default model; give --model`);
  const fromFlag = (flag: keyof typeof flags, key: keyof TuneOptions) => {
    if (flags[flag] !== undefined) return "flag";
    return config.tune?.[key] === undefined ? "default" : "config";
  };
  return {
    provider,
    model,
    options,
    files,
    consent: { yes: flags.yes === true, maxPrice: options.maxPrice },
    world,
    origins: {
      model: originOfModel(flags.model, config.model, own),
      epochs: fromFlag("epochs", "epochs"),
      learningRate: fromFlag("learning-rate", "learningRate"),
      batchSize: fromFlag("batch-size", "batchSize"),
      loraRank: fromFlag("lora-rank", "loraRank"),
      seed: fromFlag("seed", "seed"),
      suffix: fromFlag("suffix", "suffix"),
    },
  };
}

/** The config's model is meant for the config's provider. */
function isOf(configured: string | undefined, name: string): boolean {
  return (configured ?? "together") === name;
}

function originOfModel(flag: string | undefined, config: string | undefined, dataset: string | null): string {
  if (flag !== undefined) return "flag";
  if (config !== undefined) return "config";
  return dataset === null ? "default" : "dataset";
}

/** One order at a time is placed in a workspace; following it needs its own lock only. */
async function tuneWith(context: TuneContext, project: Project, ordering: Ordering): Promise<CommandResult> {
  const lock = await ordering.book.lock("tune");
  let placed: PlacedOrder;
  let tuning: OpenTuning | null = null;
  const open = async () => {
    tuning ??= await openTuning(ordering.provider, ordering.address, { project, world: context });
    return tuning;
  };
  try {
    try {
      placed = await placeFound(context, ordering, open);
    } finally {
      await lock.release();
    }
    if ("result" in placed) return placed.result;
    return await followPlaced(context, ordering, placed, await open());
  } finally {
    await (tuning as OpenTuning | null)?.close();
  }
}

type PlacedOrder =
  | { readonly result: CommandResult }
  | { readonly id: string; readonly warnings: readonly string[] };

async function placeFound(
  context: TuneContext,
  ordering: Ordering,
  open: () => Promise<OpenTuning>,
): Promise<PlacedOrder> {
  const found = await findSameOrder(ordering);
  if (found.kind === "done" && context.args.again !== true) return { result: repeated(found.record) };
  if (context.args.detach === true && ordering.address === thisMachine && !(await open()).outlivesUs)
    throw new UsageError(
      "a local job runs in this command, and ends with it: start calltune serve first, or leave --detach out",
    );
  const commandLine = ["calltune", "tune", ...context.rawArgs.map(quoted)].join(" ");
  let record: JobRecord | null = found.kind === "open" ? found.record : null;
  try {
    if (record !== null) context.terminal.notice(goingOn(record));
    const tuning = await open();
    const started = record === null ? await startOrder(ordering, tuning) : { id: record.id, warnings: [] };
    if ("result" in started) return started;
    const ledger = await ordering.book.open(started.id);
    try {
      if (!(await confirmAgain(ordering, ledger))) return { result: notOrdered };
      await place(ordering, tuning.api, ledger);
    } finally {
      record = ledger.record;
      await ledger.close();
    }
    return started;
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    throw interrupted(record, { outlivesUs: true, command: commandLine });
  }
}

const notOrdered: CommandResult = { text: "nothing was ordered", json: { ordered: false }, exitCode: 1 };

async function startOrder(ordering: Ordering, { api }: OpenTuning): Promise<PlacedOrder> {
  const planned = await planOrder(ordering, api);
  if ("refused" in planned) {
    const { report } = planned.refused;
    return { result: { text: planned.text, json: JSON.parse(JSON.stringify(report)), exitCode: 3 } };
  }
  const ledger = await acceptOrder(ordering, planned);
  if (ledger === null) return { result: notOrdered };
  await ledger.close();
  return { id: planned.id, warnings: warningsOf(ordering, planned.plan) };
}

async function followPlaced(
  context: TuneContext,
  { book, provider }: Ordering,
  { id, warnings }: { readonly id: string; readonly warnings: readonly string[] },
  tuning: OpenTuning,
): Promise<CommandResult> {
  if (context.args.detach === true) {
    const record = await recordOf(book, id);
    return jobResult(record, { warnings });
  }
  const record = await followLocked(book, id, { tuning, free: provider.tuning.free, world: context });
  return jobResult(record, { warnings });
}

async function recordOf(book: JobBook, id: string): Promise<JobRecord> {
  const record = (await book.list()).find((each) => each.id === id);
  if (record === undefined) throw new UsageError(`the ledger of job ${id} has gone`);
  return record;
}

export interface Following {
  readonly tuning: OpenTuning;
  readonly free: boolean;
  readonly world: CommandWorld;
}

/** Follows a job under its own lock. @throws InterruptedError that says how to go on */
export async function followLocked(
  book: JobBook,
  id: string,
  { tuning, free, world }: Following,
): Promise<JobRecord> {
  const lock = await book.lockJob(id, `tune watch ${id}`);
  try {
    const ledger = await book.open(id);
    try {
      return await followJob({ api: tuning.api, ledger, free }, world);
    } catch (error) {
      if (!(error instanceof InterruptedError)) throw error;
      throw interrupted(ledger.record, {
        outlivesUs: tuning.outlivesUs,
        command: `calltune tune watch ${id}`,
      });
    } finally {
      await ledger.close();
    }
  } finally {
    await lock.release();
  }
}

function repeated(record: JobRecord): CommandResult {
  const sentence = `this job is done already (${record.endedAt}); --again orders it anew`;
  return {
    text: `${sentence}\n\n${jobText(record)}`,
    json: JSON.parse(JSON.stringify({ ...jobJson(record), repeated: true })),
    exitCode: 0,
  };
}

function goingOn({ id, orderedAt, jobId }: JobRecord): string {
  const how = jobId === null ? "" : `: job ${jobId} is created`;
  return `going on with order ${id} of ${orderedAt}${how}`;
}

/** As a shell takes it. */
function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
