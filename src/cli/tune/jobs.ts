import type { JobRecord } from "../../domain/job-record.ts";
import { RemoteError, UsageError } from "../../lib/errors.ts";
import { wait } from "../../lib/wait.ts";
import { findLostJob } from "../../pipeline/tune/create-job.ts";
import { lookAtJob } from "../../pipeline/tune/watch-job.ts";
import type { JobEvent, TuningApi } from "../../plugins/providers/tuning.ts";
import { type JobBook, openJobBook } from "../../workspace/job-ledger.ts";
import type { CommandResult } from "../command.ts";
import type { TuneContext } from "../commands/tune.ts";
import { openProject, type Project } from "../project.ts";
import { eventText, jobsText, jobText } from "../summaries/tune-text.ts";
import { tuningProvider } from "./choose-tuning.ts";
import { type OpenTuning, openTuning, thisMachine } from "./connect.ts";
import { jobJson, jobResult } from "./follow-job.ts";
import { standsStill } from "./local-server.ts";
import { followLocked } from "./run.ts";

/** `tune list`: from the ledgers alone, without asking anyone. */
export async function listCommand(context: TuneContext): Promise<CommandResult> {
  const { book } = await open(context);
  const records = await book.list();
  return {
    text: jobsText(records),
    json: JSON.parse(JSON.stringify({ jobs: records.map(jobJson) })),
    exitCode: 0,
  };
}

/** `tune show ID`: what the ledger tells, and what the service says now. */
export async function showCommand(context: TuneContext, name: string | undefined): Promise<CommandResult> {
  const { book, project } = await open(context);
  const record = await namedJob(book, "show", name);
  const now = await askService(context, { book, project, record });
  const events = now.events.map(eventText).join("\n");
  return {
    text: [jobText(now.record), ...(events === "" ? [] : ["", events])].join("\n"),
    json: JSON.parse(JSON.stringify({ ...jobJson(now.record), events: now.events })),
    exitCode: 0,
  };
}

/** `tune watch ID`: follows it to its end. */
export async function watchCommand(context: TuneContext, name: string | undefined): Promise<CommandResult> {
  const { book, project } = await open(context);
  const record = await namedJob(book, "watch", name);
  if (record.endedAt !== null) return jobResult(record);
  return withService(context, { project, record }, async (tuning) => {
    await findJob(book, record, tuning.api, context);
    const provider = tuningProvider(record.order.provider);
    return jobResult(
      await followLocked(book, record.id, { tuning, free: provider.tuning.free, world: context }),
    );
  });
}

/** `tune cancel ID`: the service ends it when it can; whoever watches sees it. */
export async function cancelCommand(context: TuneContext, name: string | undefined): Promise<CommandResult> {
  const { book, project } = await open(context);
  const record = await namedJob(book, "cancel", name);
  if (record.endedAt !== null) throw new UsageError(`job ${record.id} has ended: ${record.status}`);
  return withService(context, { project, record }, async ({ api }) => {
    const jobId = await findJob(book, record, api, context);
    const job = await api.cancelJob(jobId);
    await quietly(book, record.id, async (ledger) => {
      await ledger.append({ fact: "cancel-asked" });
      await lookAtJob({ api, ledger });
    });
    const status = (await api.readJob(jobId))?.status ?? job.status;
    return {
      text: `job ${record.id} (${jobId}) is asked to end: ${status}`,
      json: { id: record.id, jobId, status },
      exitCode: 0,
    };
  });
}

async function open(context: TuneContext): Promise<{ project: Project; book: JobBook }> {
  const project = await openProject(context.args);
  return { project, book: await openJobBook(project.workspace, () => new Date()) };
}

/** By its id or the beginning of it, or by the provider's id. */
async function namedJob(book: JobBook, verb: string, name: string | undefined): Promise<JobRecord> {
  if (name === undefined)
    throw new UsageError(`tune ${verb} takes a job's id; calltune tune list shows them`);
  const records = await book.list();
  const exact = records.find(({ id, jobId }) => id === name || jobId === name);
  if (exact !== undefined) return exact;
  const [first, ...others] = records.filter(({ id }) => id.startsWith(name));
  if (first !== undefined && others.length === 0) return first;
  const what = first === undefined ? "there is no job" : "there are several jobs";
  throw new UsageError(`${what} ${name} in this workspace; calltune tune list shows them`);
}

async function withService(
  context: TuneContext,
  { project, record }: { readonly project: Project; readonly record: JobRecord },
  use: (tuning: OpenTuning) => Promise<CommandResult>,
): Promise<CommandResult> {
  const provider = tuningProvider(record.order.provider);
  const tuning = await openTuning(provider, record.order.address, { project, world: context });
  try {
    return await use(tuning);
  } finally {
    await tuning.close();
  }
}

/** The provider's id, looked for where the answer that named it was lost. @throws UsageError where there is none */
async function findJob(
  book: JobBook,
  record: JobRecord,
  api: TuningApi,
  { signal }: TuneContext,
): Promise<string> {
  if (record.jobId !== null) return record.jobId;
  // An order that is being placed at this moment is written by who places it.
  const lock = await book.lock("tune show");
  try {
    const ledger = await book.open(record.id);
    const job = await findLostJob({ api, ledger, wait: (ms) => wait(ms, signal) }).finally(ledger.close);
    if (job !== null) return job.jobId;
  } finally {
    await lock.release();
  }
  throw new UsageError(
    `order ${record.id} has no job at ${record.order.provider} yet; the same calltune tune command goes on with it`,
  );
}

interface Known {
  readonly book: JobBook;
  readonly project: Project;
  readonly record: JobRecord;
}

/** A service that can't be asked takes nothing from what the ledger tells. */
async function askService(
  context: TuneContext,
  { book, project, record }: Known,
): Promise<{ readonly record: JobRecord; readonly events: readonly JobEvent[] }> {
  if (record.jobId === null && !record.createStarted) return { record, events: [] };
  if (record.order.address === thisMachine && (await standsStill(project))) return { record, events: [] };
  try {
    const provider = tuningProvider(record.order.provider);
    const { api, close } = await openTuning(provider, record.order.address, { project, world: context });
    try {
      const jobId = await findJob(book, record, api, context);
      await quietly(book, record.id, async (ledger) => void (await lookAtJob({ api, ledger })));
      const events = await api.events(jobId);
      const records = await book.list();
      return { record: records.find(({ id }) => id === record.id) ?? record, events };
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof RemoteError || error instanceof UsageError)) throw error;
    context.terminal.notice(`as the ledger has it; the service wasn't asked: ${error.message}`);
    return { record, events: [] };
  }
}

/** Writes what is new, unless another command follows this job and writes it itself. */
async function quietly(
  book: JobBook,
  id: string,
  write: (ledger: Awaited<ReturnType<JobBook["open"]>>) => Promise<void>,
): Promise<void> {
  const lock = await book.lockJob(id, `tune show ${id}`).catch((error: unknown) => {
    if (error instanceof UsageError) return null;
    throw error;
  });
  if (lock === null) return;
  try {
    const ledger = await book.open(id);
    try {
      await write(ledger);
    } finally {
      await ledger.close();
    }
  } finally {
    await lock.release();
  }
}
