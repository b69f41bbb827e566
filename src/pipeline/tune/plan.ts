import type { JobSettings } from "../../domain/job.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Provider, ServingFacts, TrainingPrice } from "../../plugins/providers/provider.ts";
import type {
  TuningApi,
  TuningDefaults,
  TuningLimits,
  UsualSettings,
} from "../../plugins/providers/tuning.ts";
import { type BilledTokens, billedTokens, type FileTokens, priceOf } from "./price.ts";
import { settingsFor, stepsOf, type TuneWish } from "./settings.ts";

export interface PlanFacts {
  readonly provider: Provider;
  readonly api: TuningApi;
  readonly model: string;
  readonly wish: TuneWish;
  readonly training: FileTokens;
  readonly validation: FileTokens | null;
  /** Whether any row has tools. */
  readonly hasTools: boolean;
  readonly orderId: string;
}

/** A job before it is ordered: all that is needed to say yes or no. */
export interface TunePlan {
  readonly model: string;
  readonly settings: JobSettings;
  readonly steps: number;
  readonly billed: BilledTokens;
  /** US dollars; null where nobody knows the rate. */
  readonly price: number | null;
  readonly rate: TrainingPrice | null;
  readonly free: boolean;
  readonly serving: ServingFacts | null;
  /** What speaks against the job; never silenced. */
  readonly warnings: readonly string[];
}

/** Asks what the model allows, and whether a model tuned on it can be served, before anything is sent. */
export async function planTuning(facts: PlanFacts): Promise<TunePlan> {
  const { provider, api, model, training, validation } = facts;
  const tuning = provider.tuning;
  if (tuning === undefined) throw new Error("a provider without fine-tuning was planned for");
  const known = provider.models.find(({ id }) => id === model);
  const limits = await api.limits(model);
  if (facts.hasTools && limits?.supportsTools === false) {
    throw new UsageError(
      `${model} can't learn tool calls there: the service says it doesn't support tools in fine-tuning; give another --model`,
    );
  }
  const defaults = withUsual({ ...tuning.defaults, ...known?.defaults }, limits?.usual ?? null);
  const settings = settingsFor({ ...facts, defaults, limits });
  const billed = billedTokens(training, validation, settings);
  const kind = settings.lora === null ? "full" : "lora";
  const serving = (tuning.free ? null : await api.serving(model)) ?? known?.serving ?? null;
  const steps = stepsOf(training, settings, limits?.maxTokens ?? null);
  return {
    model,
    settings,
    steps,
    billed,
    price: tuning.free ? 0 : priceOf(billed, known?.trainingPrice, kind),
    rate: known?.trainingPrice ?? null,
    free: tuning.free,
    serving,
    warnings: [
      ...(tuning.cutsRows ? lengthWarnings(training, limits) : []),
      ...stepWarnings(steps),
      ...(tuning.free ? [] : servingWarnings(model, serving)),
    ],
  };
}

/** The service's own word on what suits its model comes first. */
function withUsual(defaults: TuningDefaults, usual: UsualSettings | null): TuningDefaults {
  if (usual === null) return defaults;
  const { kind, learningRate } = usual;
  return {
    ...defaults,
    epochs: usual.epochs ?? defaults.epochs,
    batchSize: usual.batchSize ?? defaults.batchSize,
    loraRank: kind === "full" ? 0 : defaults.loraRank,
    learningRate: { ...defaults.learningRate, ...(learningRate === null ? {} : { [kind]: learningRate }) },
  };
}

function lengthWarnings({ longestRow, exact }: FileTokens, limits: TuningLimits | null): string[] {
  const most = limits?.maxTokens ?? null;
  if (most === null || longestRow <= most) return [];
  const about = exact ? "" : " about";
  return [
    `the longest row has${about} ${longestRow} tokens; the service cuts rows at ${most}, and with them the reply that is to be learnt (calltune build --max-tokens ${most})`,
  ];
}

function stepWarnings(steps: number): string[] {
  if (steps >= 20) return [];
  return [`only ${steps} steps: the model will hardly change; more examples or --epochs help`];
}

/** A model that can't be served isn't worth training. */
function servingWarnings(model: string, serving: ServingFacts | null): string[] {
  if (serving?.servable === "no")
    return [
      `a model tuned on ${model} CAN'T BE SERVED there: no deployment profile of this base (${serving.source}); its weights could be downloaded and served elsewhere`,
    ];
  if (serving?.servable === "yes") return [];
  return [
    `nothing tells whether a model tuned on ${model} can be served there: look for the base in the provider's list of deployable models before you pay`,
  ];
}
