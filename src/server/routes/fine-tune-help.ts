import { Hono } from "hono";
import { z } from "zod";
import type { BaseModel } from "../../engine/engine.ts";
import { contentOf } from "../../workspace/local-files.ts";
import { badRequest } from "../api-error.ts";
import { countTokens } from "../jobs/count-tokens.ts";
import { findBase, findData } from "../jobs/create-job.ts";
import { readRows } from "../jobs/read-rows.ts";
import { parseBody } from "../parse-body.ts";
import type { ServerParts } from "../parts.ts";
import { readJson } from "./read-json.ts";

/** What a client asks before it creates a job: models, limits, price, and how rows will be read. */
export function fineTuneHelpRoutes(parts: ServerParts): Hono {
  const { engine } = parts.world;
  return new Hono()
    .get("/fine-tunes/models/supported", (context) =>
      context.json({ models: engine.baseModels.map(({ id }) => id) }),
    )
    .get("/fine-tunes/models/limits", (context) => {
      const name = context.req.query("model_name");
      if (name === undefined) throw badRequest("model_name is missing", "model_name");
      return context.json(limitsView(findBase(baseName(name, parts), parts)));
    })
    .post("/fine-tunes/estimate-price", async (context) =>
      context.json(await estimate(parseBody(EstimateRequest, await readJson(context)), parts)),
    )
    .post("/fine-tunes/preview", async (context) =>
      context.json(await preview(parseBody(PreviewRequest, await readJson(context)), parts)),
    );
}

/** A client that goes on from a checkpoint asks for the limits by the job or the tuned model. */
function baseName(name: string, { jobs }: ServerParts): string {
  const job = jobs.list().find(({ order }) => order.id === name || order.outputName === name);
  return job?.order.model ?? name;
}

function limitsView({ id, contextTokens, limits }: BaseModel): object {
  const batch = {
    min_batch_size: limits.batchSize.least,
    max_batch_size: limits.batchSize.most,
    max_batch_size_dpo: 0,
  };
  return {
    model_name: id,
    supports_full_training: true,
    supports_tools: true,
    supports_vision: false,
    supports_reasoning: false,
    merge_output_lora: true,
    max_num_epochs: limits.epochs.most,
    max_num_evals: limits.evaluations,
    max_num_checkpoints: limits.checkpoints,
    min_learning_rate: limits.learningRate.least,
    max_learning_rate: limits.learningRate.most,
    max_seq_length_sft: contextTokens,
    max_seq_length_dpo: 0,
    min_max_seq_length: contextTokens,
    default_gradient_accumulation_steps: 1,
    lora_training: {
      ...batch,
      default_rank: limits.lora.usualRank,
      max_rank: limits.lora.mostRank,
      target_modules: limits.lora.modules,
    },
    full_training: batch,
    // Not Together's: what a job gets here that doesn't say.
    defaults: {
      n_epochs: limits.epochs.usual,
      learning_rate: limits.learningRate.usual,
      batch_size: limits.batchSize.usual,
      training_type: limits.usualKind === "full" ? "Full" : "Lora",
    },
  };
}

const EstimateRequest = z.object({
  training_file: z.string(),
  validation_file: z.string().nullish(),
  model: z.string().nullish(),
  from_checkpoint: z.string().nullish(),
  n_epochs: z.int().positive().nullish(),
  n_evals: z.int().nonnegative().nullish(),
});

/** A local job costs nothing; its tokens are told all the same. */
async function estimate(request: z.infer<typeof EstimateRequest>, parts: ServerParts): Promise<object> {
  const { files, world } = parts;
  await files.settled();
  const training = files.find(request.training_file);
  const validation = request.validation_file ? files.find(request.validation_file) : null;
  const named = request.from_checkpoint?.split(":")[0] || request.model;
  const base = findBase(named ? baseName(named, parts) : (world.engine.baseModels[0]?.id ?? ""), parts);
  for (const [file, kind] of [
    [training, "train"],
    [validation, "eval"],
  ] as const) {
    const status = file === null ? "COMPLETED" : files.statusOf(file);
    if (status === "COMPLETED") continue;
    const reason = status === "INVALID_FORMAT" ? "file_invalid" : "file_not_validated";
    return { estimation_available: false, unavailable_reason: `${kind}_${reason}` };
  }
  const evaluated = validation === null ? 0 : await countTokens(validation, base, world);
  return {
    estimation_available: true,
    estimated_total_price: 0,
    allowed_to_proceed: true,
    user_limit: 0,
    estimated_train_token_count: (await countTokens(training, base, world)) * (request.n_epochs ?? 1),
    estimated_eval_token_count: evaluated * (request.n_evals ?? 0),
  };
}

const mostPreviewed = 100;

const PreviewRequest = z.object({
  model: z.string(),
  training_file: z.string(),
  top_k: z.int().positive().max(mostPreviewed).nullish(),
  train_on_inputs: z.boolean().nullish(),
  training_method: z.literal("sft").nullish(),
});

/** The first rows, token by token, with what of them is learnt. */
async function preview(request: z.infer<typeof PreviewRequest>, parts: ServerParts): Promise<object> {
  const { files, world } = parts;
  await files.settled();
  if (request.train_on_inputs === true)
    throw badRequest("The local engine learns replies only", "train_on_inputs");
  const base = findBase(request.model, parts);
  const file = findData(request.training_file, "training_file", parts);
  const model = await world.engine.loadBase(base.id);
  const rows: object[] = [];
  for await (const row of readRows(contentOf(world.provider, file.id))) {
    if (rows.length >= (request.top_k ?? 5)) break;
    rows.push(previewRow(world.engine.tokensOfRow(model, row)));
  }
  return {
    model: base.id,
    dataset_format: "conversation",
    max_seq_length: base.contextTokens,
    train_on_inputs: false,
    rows,
  };
}

type Tokens = ReturnType<ServerParts["world"]["engine"]["tokensOfRow"]>;

function previewRow({ tokens, texts, learnt, truncated }: Tokens): object {
  const isLearnt = (index: number) => learnt.some(([from, to]) => index >= from && index < to);
  const labels = tokens.map((token, index) => (isLearnt(index) ? token : -100));
  return {
    input_ids: tokens,
    labels,
    tokens: texts,
    trained_spans: learnt,
    num_tokens: tokens.length,
    num_trained_tokens: labels.filter((label) => label !== -100).length,
    truncated,
  };
}
