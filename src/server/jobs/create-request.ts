import { z } from "zod";

const Count = z.int().nonnegative();
const Share = z.number().min(0).max(1);

const TrainingMethod = z.discriminatedUnion("method", [
  z.object({
    method: z.literal("sft"),
    train_on_inputs: z.union([z.boolean(), z.literal("auto")]).default("auto"),
  }),
  z.object({ method: z.literal("dpo") }).loose(),
]);

const TrainingType = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Full") }),
  z.object({
    type: z.literal("Lora"),
    lora_r: z.int().positive().nullish(),
    lora_alpha: z.number().positive().nullish(),
    lora_dropout: z.number().min(0).lt(1).nullish(),
    lora_trainable_modules: z.string().nullish(),
  }),
]);

const Scheduler = z.object({
  lr_scheduler_type: z.enum(["linear", "cosine"]),
  lr_scheduler_args: z
    .object({ min_lr_ratio: Share.nullish(), num_cycles: z.number().positive().nullish() })
    .nullish(),
});

/** The body of `POST /fine-tunes`, as Together documents it; what it doesn't know it doesn't mind. */
export const CreateRequest = z.object({
  model: z.string().nullish(),
  from_checkpoint: z.string().nullish(),
  training_file: z.string(),
  validation_file: z.string().nullish(),
  n_epochs: z.int().positive().nullish(),
  n_checkpoints: Count.nullish(),
  n_evals: Count.nullish(),
  batch_size: z.union([z.int().positive(), z.literal("max")]).nullish(),
  gradient_accumulation_steps: Count.nullish(),
  learning_rate: z.number().positive().nullish(),
  lr_scheduler: Scheduler.nullish(),
  warmup_ratio: Share.nullish(),
  max_grad_norm: z.number().nonnegative().nullish(),
  weight_decay: z.number().nonnegative().nullish(),
  max_seq_length: z.int().positive().nullish(),
  packing: z.boolean().nullish(),
  random_seed: z.int().nullish(),
  suffix: z.string().nullish(),
  train_on_inputs: z.union([z.boolean(), z.literal("auto")]).nullish(),
  training_method: TrainingMethod.nullish(),
  training_type: TrainingType.nullish(),
  early_stopping_enabled: z.boolean().nullish(),
  early_stopping_patience: z.int().positive().nullish(),
  early_stopping_min_delta: z.number().nonnegative().nullish(),
  early_stopping_warmup_evals: Count.nullish(),
  from_hf_model: z.string().nullish(),
  hf_output_repo_name: z.string().nullish(),
  wandb_api_key: z.string().nullish(),
  wandb_key: z.string().nullish(),
});
export type CreateRequest = z.infer<typeof CreateRequest>;
