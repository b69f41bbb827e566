import { z } from "zod";
import type { CandidateOptions } from "../../../domain/evaluate-options.ts";
import { InterruptedError, UsageError } from "../../../lib/errors.ts";
import { type TrainingShare, writeShares } from "../../../pipeline/evaluate/curve/write-shares.ts";
import { sizeOf } from "../../../workspace/files.ts";
import type { CommandResult, CommandWorld } from "../../command.ts";
import { tuneCommand } from "../../commands/tune.ts";
import type { Project } from "../../project.ts";
import { formatNumber } from "../../table.ts";
import { shareName } from "./share-name.ts";

/** A model that learnt from a share of the training split. */
export interface LearntShare {
  readonly name: string;
  readonly examples: number;
  /** Of the embedded engine. */
  readonly baseModel: string;
  readonly model: string;
}

export interface CurveOrder {
  readonly project: Project;
  /** Null for the usual ones. */
  readonly sizes: readonly number[] | null;
  readonly seed: number;
  /** As typed. */
  readonly config: string | undefined;
}

/**
 * Tunes the embedded engine on growing shares of the training split, as `calltune tune` would: jobs stand in the ledger,
 * and one that is done isn't learnt again.
 * @throws UsageError as `writeShares` does; InterruptedError that says what is kept
 */
export async function learnCurve(order: CurveOrder, world: CommandWorld): Promise<readonly LearntShare[]> {
  const { project, sizes, seed } = order;
  const shares = await writeShares({ workspace: project.workspace, sizes, seed, signal: world.signal });
  const counts = shares.map(({ examples }) => formatNumber(examples)).join(", ");
  world.terminal.notice(
    `curve: the embedded engine learns from ${counts} examples in turn, at no cost; what is learnt already isn't learnt again`,
  );
  const learnt: LearntShare[] = [];
  for (const share of shares) learnt.push(await learnShare(share, order, world));
  return learnt;
}

export function optionsOf({ name, model }: LearntShare): CandidateOptions {
  return { name, model: `local:${model}`, temperature: 0, maxTokens: 1024 };
}

async function learnShare(
  share: TrainingShare,
  order: CurveOrder,
  world: CommandWorld,
): Promise<LearntShare> {
  const name = shareName(share.size);
  world.terminal.notice(`curve: ${name} learns from ${share.examples} examples of ${share.calls} calls`);
  const result = await tuneCommand.run(await tuneArguments(share, order), world).catch((error: unknown) => {
    if (!(error instanceof InterruptedError)) throw error;
    throw new InterruptedError(
      `interrupted while ${name} was learnt; what is learnt is kept, and the same command goes on from there`,
      { cause: error },
    );
  });
  return { name, examples: share.examples, ...tunedFrom(result, name) };
}

/** The whole split is learnt as `calltune tune` would learn it, so that either finds the other's job. */
async function tuneArguments(
  { file, isWhole, size }: TrainingShare,
  { project, config }: CurveOrder,
): Promise<string[]> {
  const { folder, dataset } = project.workspace;
  const validation = (await sizeOf(dataset.validation)) > 0 ? dataset.validation : "none";
  return [
    file,
    ...["--provider", "local", "--validation", validation, "--workspace", folder],
    ...(isWhole ? [] : ["--suffix", shareName(size)]),
    ...(config === undefined ? [] : ["--config", config]),
  ];
}

/** What is read of a finished job. */
const Tuned = z.object({ baseModel: z.string(), model: z.object({ name: z.string() }) });

function tunedFrom(
  { json, exitCode }: CommandResult,
  name: string,
): Pick<LearntShare, "baseModel" | "model"> {
  const tuned = Tuned.safeParse(json);
  if (exitCode === 0 && tuned.success)
    return { baseModel: tuned.data.baseModel, model: tuned.data.model.name };
  throw new UsageError(
    exitCode === 3
      ? "the embedded engine can't learn some rows of the training split: calltune check --provider local on its train.jsonl says which"
      : `${name} wasn't learnt to its end, so there is no curve; the same command learns it anew`,
  );
}
