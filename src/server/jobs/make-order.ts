import type { BaseModel } from "../../engine/engine.ts";
import type { LocalFile } from "../../workspace/local-files.ts";
import { badRequest } from "../api-error.ts";
import type { CreateRequest } from "./create-request.ts";
import type { JobOrder } from "./job-order.ts";

/** What a request names, found. */
export interface OrderParts {
  readonly base: BaseModel;
  readonly training: LocalFile;
  readonly validation: LocalFile | null;
  readonly startFrom: string | null;
  readonly id: string;
  readonly createdAt: string;
}

/** Fills in what the request leaves open. @throws ApiError 400 for what the model or the engine can't do */
export function makeOrder(request: CreateRequest, parts: OrderParts): JobOrder {
  refuseUnsupported(request, parts.base);
  const { base, training, id } = parts;
  const { limits } = base;
  const epochs = ranged("n_epochs", request.n_epochs ?? limits.epochs.usual, 1, limits.epochs.most);
  return {
    version: 1,
    id,
    createdAt: parts.createdAt,
    model: base.id,
    fromCheckpoint: request.from_checkpoint || null,
    startFrom: parts.startFrom,
    ...namesOf(request, base, id),
    trainingFile: training.id,
    validationFile: parts.validation?.id ?? null,
    trainingRows: training.report?.nlines ?? 0,
    trainingBytes: training.bytes,
    epochs,
    checkpoints: ranged("n_checkpoints", request.n_checkpoints ?? 1, 0, limits.checkpoints),
    ...evaluationsOf(request, parts),
    ...batchesOf(request, base),
    learningRate: ranged(
      "learning_rate",
      request.learning_rate ?? limits.learningRate.usual,
      limits.learningRate.least,
      limits.learningRate.most,
    ),
    warmupRatio: request.warmup_ratio ?? 0,
    weightDecay: request.weight_decay ?? 0,
    maxGradientNorm: request.max_grad_norm ?? 1,
    lora: loraOf(request, base),
    seed: request.random_seed ?? 42,
    contextTokens: ranged(
      "max_seq_length",
      request.max_seq_length ?? base.contextTokens,
      base.contextTokens,
      base.contextTokens,
    ),
    packing: request.packing ?? true,
    warnings: warningsOf(request, parts, epochs),
  };
}

/** Rather than learn something other than what was asked for. */
function refuseUnsupported(request: CreateRequest, base: BaseModel): void {
  const method = request.training_method;
  if (method?.method === "dpo")
    throw badRequest(`Model ${base.id} does not support DPO training; use the method sft`, "training_method");
  if ((method?.method === "sft" && method.train_on_inputs === true) || request.train_on_inputs === true)
    throw badRequest(
      "The local engine learns replies only: train_on_inputs must be false or auto",
      "train_on_inputs",
    );
  if (request.from_hf_model || request.hf_output_repo_name)
    throw badRequest("The local engine can't read from or write to Hugging Face", "from_hf_model");
  const { lr_scheduler_type: type, lr_scheduler_args: args } = request.lr_scheduler ?? {};
  const isUsual = (args?.min_lr_ratio ?? 0) === 0 && (args?.num_cycles ?? 0.5) === 0.5;
  if (type !== undefined && (type !== "cosine" || !isUsual))
    throw badRequest(
      "The local engine has one schedule: lr_scheduler_type cosine with min_lr_ratio 0 and num_cycles 0.5",
      "lr_scheduler",
    );
}

const longestSuffix = 64;

function namesOf({ suffix }: CreateRequest, base: BaseModel, id: string) {
  const given = suffix || null;
  if (given !== null && given.length > longestSuffix)
    throw badRequest(`Suffix must be at most ${longestSuffix} characters (got ${given.length})`, "suffix");
  if (given !== null && !/^[\w.-]+$/.test(given))
    throw badRequest('Suffix may hold letters, digits, ".", "_" and "-" only', "suffix");
  const parts = [base.id.split("/").at(-1), given, id.slice("ft-".length, "ft-".length + 8)];
  return { suffix: given, outputName: `local/${parts.filter((part) => part !== null).join("-")}` };
}

function evaluationsOf(request: CreateRequest, { base, validation }: OrderParts) {
  const evaluations = ranged("n_evals", request.n_evals ?? 0, 0, base.limits.evaluations);
  if (evaluations > 0 && validation === null)
    throw badRequest("You have specified a number of evaluation loops but no validation file.", "n_evals");
  return { evaluations, patience: patienceOf(request, evaluations, validation !== null) };
}

function patienceOf(request: CreateRequest, evaluations: number, hasValidation: boolean): number | null {
  if (request.early_stopping_enabled !== true) return null;
  if (!hasValidation)
    throw badRequest("Early stopping requires a validation file (validation_file).", "validation_file");
  const patience = request.early_stopping_patience ?? 2;
  const least = patience + (request.early_stopping_warmup_evals ?? 1) + 1;
  if (evaluations < least)
    throw badRequest(
      `Early stopping requires n_evals >= patience + warmup_evals + 1 = ${least} (got n_evals=${evaluations})`,
      "n_evals",
    );
  if ((request.early_stopping_min_delta ?? 0) > 0)
    throw badRequest(
      "The local engine counts every fall of the loss: early_stopping_min_delta must be 0",
      "early_stopping_min_delta",
    );
  return patience;
}

function batchesOf(request: CreateRequest, { limits: { batchSize } }: BaseModel) {
  const asked = request.batch_size ?? "max";
  return {
    batchSize:
      asked === "max" ? batchSize.usual : ranged("batch_size", asked, batchSize.least, batchSize.most),
    accumulation: Math.max(1, request.gradient_accumulation_steps ?? 1),
  };
}

function loraOf({ training_type: asked }: CreateRequest, { limits }: BaseModel): JobOrder["lora"] {
  const usualRank = limits.lora.usualRank;
  if (!asked) return limits.usualKind === "full" ? null : { rank: usualRank, alpha: 2 * usualRank };
  if (asked.type === "Full") return null;
  if ((asked.lora_dropout ?? 0) > 0)
    throw badRequest("The local engine has no dropout: lora_dropout must be 0", "training_type.lora_dropout");
  const modules = asked.lora_trainable_modules || "all-linear";
  if (modules !== "all-linear")
    throw badRequest(
      'The local engine adapts all layers: lora_trainable_modules must be "all-linear"',
      "training_type.lora_trainable_modules",
    );
  const rank = ranged("lora_r", asked.lora_r ?? usualRank, 1, limits.lora.mostRank);
  return { rank, alpha: asked.lora_alpha ?? 2 * rank };
}

function warningsOf(
  request: CreateRequest,
  { base, training, validation }: OrderParts,
  epochs: number,
): string[] {
  const warnings: string[] = [];
  const rate = request.learning_rate ?? base.limits.learningRate.usual;
  const [low, high] = base.limits.learningRate.useful;
  if (rate < low || rate > high)
    warnings.push(
      `learning_rate ${rate} is ${rate < low ? "below" : "above"} what ${base.id} learns well with (${low} to ${high})`,
    );
  if ((request.n_checkpoints ?? 1) > epochs)
    warnings.push(
      `checkpoints are saved at the ends of epochs: ${epochs} instead of ${request.n_checkpoints}`,
    );
  if (training.report?.dataset_has_sample_weights)
    warnings.push("the rows' own weights are not used by the local engine: every row counts the same");
  if (validation !== null && !request.n_evals)
    warnings.push("a validation file is given, but n_evals is 0: no evaluations will be performed");
  if (request.wandb_api_key || request.wandb_key)
    warnings.push("nothing is sent to Weights & Biases by a local job");
  return warnings;
}

function ranged(field: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  const expected = least === most ? `${least}` : `between ${least} and ${most}`;
  throw badRequest(`${field} must be ${expected} for this model (got ${value})`, field);
}
