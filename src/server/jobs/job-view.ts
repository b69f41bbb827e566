import type { Json } from "../../lib/json.ts";
import type { JobEvent } from "../../workspace/local-jobs.ts";
import type { Job } from "./job-book.ts";
import type { JobRunner } from "./job-runner.ts";

type View = Record<string, Json>;
type Live = Pick<JobRunner, "latestStep" | "secondsRemaining">;

/** A job as lists, `create` and `cancel` answer it (`FinetuneResponseTruncated`). */
export function shortView(job: Job, runner: Live): View {
  const { order, facts } = job;
  const latest = runner.latestStep(order.id);
  return defined({
    id: order.id,
    status: job.status,
    created_at: order.createdAt,
    updated_at: job.updatedAt,
    started_at: facts.startedAt,
    user_id: "local",
    owner_address: "local",
    total_price: 0,
    token_count: latest?.tokens ?? facts.tokens ?? 0,
    model: order.model,
    model_output_name: order.outputName,
    training_file: order.trainingFile,
    validation_file: order.validationFile ?? undefined,
    from_checkpoint: order.fromCheckpoint ?? undefined,
    suffix: order.suffix ?? undefined,
    ...settingsOf(job),
    events: job.events.map(eventView),
    progress: progressOf(job, runner),
  });
}

/** A job as `retrieve` answers it (`FinetuneResponse`). */
export function fullView(job: Job, runner: Live): View {
  const { order, facts } = job;
  return defined({
    ...shortView(job, runner),
    job_id: order.id,
    epochs_completed: facts.epochsCompleted ?? 0,
    trainingfile_numlines: order.trainingRows,
    trainingfile_size: order.trainingBytes,
    early_stopped: facts.stoppedEarly ?? false,
    train_on_inputs: "auto",
    ...(job.status === "completed" ? { model_output_path: modelPath(job) } : {}),
  });
}

function settingsOf({ order }: Job): View {
  return {
    n_epochs: order.epochs,
    n_checkpoints: order.checkpoints,
    n_evals: order.evaluations,
    batch_size: order.batchSize,
    learning_rate: order.learningRate,
    lr_scheduler: {
      lr_scheduler_type: "cosine",
      lr_scheduler_args: { min_lr_ratio: 0, num_cycles: 0.5 },
    },
    warmup_ratio: order.warmupRatio,
    weight_decay: order.weightDecay,
    max_grad_norm: order.maxGradientNorm,
    max_seq_length: order.contextTokens,
    packing: order.packing,
    random_seed: order.seed,
    training_method: { method: "sft", train_on_inputs: "auto" },
    training_type:
      order.lora === null
        ? { type: "Full" }
        : {
            type: "Lora",
            lora_r: order.lora.rank,
            lora_alpha: Math.round(order.lora.alpha),
            lora_dropout: 0,
            lora_trainable_modules: "all-linear",
          },
  };
}

function progressOf({ order, status }: Job, runner: Live): Json {
  const seconds = status === "running" ? runner.secondsRemaining(order.id) : null;
  return { estimate_available: seconds !== null, seconds_remaining: seconds ?? 0 };
}

/** Where a model lies, as a client may see it: in the workspace, without the way there. */
export function modelPath({ order }: Job, file = "model.safetensors"): string {
  return `local/jobs/${order.id}/${file}`;
}

/** An event with every field that Together's document requires; 0 and "" where it has nothing to say. */
export function eventView(event: JobEvent & { readonly at: string }): View {
  return {
    object: "fine-tune-event",
    created_at: event.at,
    level: levelOf(event),
    message: event.message,
    type: event.type,
    step: event.step ?? 0,
    total_steps: event.totalSteps ?? 0,
    token_count: event.tokens ?? 0,
    param_count: event.parameters ?? 0,
    checkpoint_path: event.checkpoint ?? "",
    model_path: event.model ?? "",
    wandb_url: "",
    training_offset: 0,
    hash: "",
  };
}

function levelOf({ type }: JobEvent): string {
  if (type === "job_error") return "error";
  return type === "warning" ? "warning" : "info";
}

export function checkpointViews(job: Job): View[] {
  return (job.facts.checkpoints ?? [])
    .filter(({ listed }) => listed)
    .map(({ step, createdAt, file }) => ({
      checkpoint_type: "Intermediate",
      created_at: createdAt,
      path: modelPath(job, file),
      step,
    }));
}

function defined(view: Record<string, Json | undefined>): View {
  return Object.fromEntries(
    Object.entries(view).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}
