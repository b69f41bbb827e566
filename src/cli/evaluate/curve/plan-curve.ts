import { UsageError } from "../../../lib/errors.ts";
import { type TrainingShare, writeShares } from "../../../pipeline/evaluate/curve/write-shares.ts";
import { billedTokens, type FileTokens, priceOf } from "../../../pipeline/tune/price.ts";
import { settingsFor } from "../../../pipeline/tune/settings.ts";
import { openTrainingFile } from "../../../pipeline/tune/training-file.ts";
import { sizeOf } from "../../../workspace/files.ts";
import type { CommandResult, CommandWorld } from "../../command.ts";
import type { Project } from "../../project.ts";
import { type CurvePlan, curvePlanText, type PlannedPoint } from "../../summaries/curve-plan-text.ts";
import { shown } from "../../summaries/pull-text.ts";
import { checkTrainingFile } from "../../tune/check-files.ts";
import { type TuningProvider, tuneOptions, tuningProvider, wishOf } from "../../tune/choose-tuning.ts";
import { shareName } from "./share-name.ts";

export interface CurvePlanOrder {
  readonly project: Project;
  /** Of a provider that is paid. */
  readonly provider: string;
  /** Null for the usual ones. */
  readonly sizes: readonly number[] | null;
  readonly seed: number;
}

/**
 * What a curve would cost at a provider, and the files and commands to order it by. Orders nothing: a model that was tuned
 * there answers only from an endpoint that is paid by the hour, and nobody but the user starts one.
 * @throws UsageError for a provider that takes no jobs, or rows that it would refuse
 */
export async function planCurve(order: CurvePlanOrder, world: CommandWorld): Promise<CommandResult> {
  const { project, sizes, seed } = order;
  const provider = tuningProvider(order.provider);
  const model = modelFor(provider, project);
  const shares = await writeShares({ workspace: project.workspace, sizes, seed, signal: world.signal });
  const { validation } = project.workspace.dataset;
  const count = (file: string) => tokensOf(file, { provider, model }, world);
  const watched = (await sizeOf(validation)) > 0 ? await count(validation) : null;
  const points: PlannedPoint[] = [];
  for (const share of shares)
    points.push(pointOf(share, { provider, model, project, watched, training: await count(share.file) }));
  const known = points.flatMap(({ dollars }) => (dollars === null ? [] : [dollars]));
  const dollars = known.length < points.length ? null : known.reduce((sum, each) => sum + each, 0);
  const plan: CurvePlan = {
    provider: provider.name,
    model,
    points,
    dollars,
    validation: watched === null ? "none" : shown(validation),
  };
  return {
    text: curvePlanText(plan),
    json: JSON.parse(JSON.stringify({ ordered: false, ...plan })),
    exitCode: 0,
  };
}

/** The config's model is meant for the config's provider. */
function modelFor({ name, provider }: TuningProvider, { loaded: { config } }: Project): string {
  const configured = (config.provider ?? "together") === name ? config.model : undefined;
  const model = configured ?? provider.models.find(({ tunable }) => tunable)?.id;
  if (model !== undefined) return model;
  throw new UsageError(`${name} has no default model; set model in the config`);
}

async function tokensOf(
  path: string,
  at: { readonly provider: TuningProvider; readonly model: string },
  world: CommandWorld,
): Promise<FileTokens> {
  const file = await openTrainingFile(path, world.signal);
  try {
    const shownName = shown(path);
    const { report, tokens } = await checkTrainingFile({ path, shownName, file }, at, world);
    if (report.passed) return tokens;
    const { name } = at.provider;
    throw new UsageError(
      `${name} would refuse rows of ${shownName}: calltune check ${shownName} --provider ${name} says which`,
    );
  } finally {
    await file.close();
  }
}

interface PointFacts {
  readonly provider: TuningProvider;
  readonly model: string;
  readonly project: Project;
  readonly watched: FileTokens | null;
  readonly training: FileTokens;
}

/** As `calltune tune` reckons before it has asked the service for its limits. */
function pointOf(share: TrainingShare, facts: PointFacts): PlannedPoint {
  const { provider, model, project, watched, training } = facts;
  const known = provider.provider.models.find(({ id }) => id === model);
  const settings = settingsFor({
    wish: wishOf(tuneOptions({}, project)),
    defaults: { ...provider.tuning.defaults, ...known?.defaults },
    limits: null,
    training,
    validation: watched,
    orderId: "",
  });
  const billed = billedTokens(training, watched, settings);
  const kind = settings.lora === null ? "full" : "lora";
  return {
    name: shareName(share.size),
    examples: share.examples,
    file: shown(share.file),
    billedTokens: billed.training + billed.validation,
    dollars: provider.tuning.free ? 0 : priceOf(billed, known?.trainingPrice, kind),
    readOn: known?.trainingPrice?.readOn ?? null,
  };
}
