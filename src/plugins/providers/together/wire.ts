import type { FineTuningCreateParams } from "together-ai/resources/fine-tuning";
import { z } from "zod";
import type { JobState } from "../../../domain/job.ts";
import { printable } from "../../../lib/printable.ts";
import type { JobEvent, JobMetrics, JobRequest, RemoteFile, RemoteJob } from "../tuning.ts";
import { optionalNumber } from "./limits.ts";

/** Ids and names go into paths, files and a terminal. */
const Name = z.string().transform((text) => printable(text, 200));
const optionalName = Name.nullish().transform((text) => text || null);

/** {"id":"ft-6567602b-4aa3","status":"running","suffix":"calltune-k3x9m2qa","model_output_name":"acme/…", …} */
export const JobReply = z.object({
  id: Name,
  status: Name,
  suffix: optionalName,
  model_output_name: optionalName,
  model_object_id: optionalName,
  model_object_revision_id: optionalName,
  adapter_object_name: optionalName,
  adapter_object_id: optionalName,
  token_count: optionalNumber,
  progress: z
    .object({ estimate_available: z.boolean().nullish(), seconds_remaining: z.number().nullish() })
    .nullish(),
});
export type JobReply = z.infer<typeof JobReply>;

/** The nine that are documented, and two that older services had. */
const states: Readonly<Record<string, JobState>> = {
  pending: "queued",
  queued: "queued",
  running: "running",
  compressing: "running",
  uploading: "running",
  cancel_requested: "running",
  cancelled: "cancelled",
  error: "failed",
  completed: "succeeded",
  failed: "failed",
  user_error: "failed",
};

/** A status that isn't known yet is taken for one of a job at work. */
export function toJob(reply: JobReply): RemoteJob {
  const seconds = reply.progress?.estimate_available === false ? null : reply.progress?.seconds_remaining;
  return {
    jobId: reply.id,
    status: reply.status,
    state: states[reply.status] ?? "running",
    model: {
      name: reply.model_output_name,
      modelId: reply.model_object_id,
      modelRevision: reply.model_object_revision_id,
      adapterName: reply.adapter_object_name,
      adapterId: reply.adapter_object_id,
    },
    tokens: reply.token_count,
    secondsLeft: seconds ?? null,
  };
}

/** {"id":"file-…","bytes":81,"filename":"…","processing_status":"INVALID_FORMAT","validation_report":{"error":"Line 7: …"}} */
export const FileReply = z.object({
  id: Name,
  filename: z.string().nullish(),
  bytes: z.number().nullish(),
  Processed: z.boolean().nullish(),
  processing_status: z.string().nullish(),
  validation_report: z.object({ error: z.string().nullish() }).nullish(),
});
export type FileReply = z.infer<typeof FileReply>;

export function toFile(reply: FileReply, words: (text: string) => string): RemoteFile {
  const { id, bytes, Processed, processing_status, validation_report } = reply;
  // Servers that don't look at files don't say so.
  const unsaid = Processed !== false && (bytes ?? 0) > 0 ? "COMPLETED" : "PENDING";
  const status = processing_status?.toUpperCase() ?? unsaid;
  const state = fileStates[status] ?? "checking";
  const fault = validation_report?.error ?? "";
  return {
    fileId: id,
    bytes: bytes ?? 0,
    status: printable(status, 40),
    // A file that nobody has sent yet waits in the same status as one that came a moment ago.
    state: status === "PENDING" && (bytes ?? 0) === 0 ? "empty" : state,
    fault: state === "invalid" ? { line: lineOf(fault), sentence: words(fault) || "no reason given" } : null,
  };
}

const fileStates: Readonly<Record<string, RemoteFile["state"]>> = {
  COMPLETED: "ready",
  INVALID_FORMAT: "invalid",
  FAILED: "failed",
};

/** "Line 7: `messages[1]` must contain a `role` field", "… on line 7." */
function lineOf(sentence: string): number | null {
  const digits = /\bline (\d{1,12})\b/i.exec(sentence)?.[1];
  return digits === undefined ? null : Number(digits);
}

const EventReply = z.object({
  created_at: z.union([z.string(), z.number()]).nullish(),
  type: z.string().nullish(),
  message: z.string().nullish(),
  level: z.string().nullish(),
  step: z.number().nullish(),
  total_steps: z.number().nullish(),
});

/** Null for what isn't an event at all. `words` makes the service's text fit to be shown. */
export function toEvent(value: unknown, words: (text: string) => string): JobEvent | null {
  const reply = EventReply.safeParse(value);
  if (!reply.success) return null;
  const { created_at, type, message, level, step, total_steps } = reply.data;
  return {
    at: printable(String(created_at ?? ""), 40),
    type: printable(type || "event", 60),
    message: words(message ?? ""),
    level: levelOf(level ?? "", type ?? ""),
    step: step ?? null,
    steps: total_steps ?? null,
  };
}

/** `legacy_iwarning` is a warning too. */
function levelOf(level: string, type: string): JobEvent["level"] {
  if (level.endsWith("error") || type === "job_error") return "error";
  return level.endsWith("warning") || type === "warning" || type === "billing_limit" ? "warning" : "info";
}

/** [{"train/loss":0.5,"train/global_step":7},{"eval/loss":0.6}] → the newest of each. */
export function toMetrics(metrics: readonly Readonly<Record<string, unknown>>[]): JobMetrics | null {
  const newest = (key: string) => {
    const value = metrics.findLast((entry) => typeof entry[key] === "number")?.[key];
    return typeof value === "number" ? value : null;
  };
  const loss = newest("train/loss");
  const validationLoss = newest("eval/loss");
  if (loss === null && validationLoss === null) return null;
  return { step: newest("train/global_step"), loss, validationLoss };
}

/** The body of POST /fine-tunes: everything said, as a service's defaults change (a rate of 1e-5 does nothing to LoRA). */
export function toCreate({
  model,
  trainingFile,
  validationFile,
  settings,
}: JobRequest): FineTuningCreateParams {
  return {
    ...toPriced({ model, trainingFile, validationFile, settings }),
    model,
    batch_size: settings.batchSize,
    learning_rate: settings.learningRate,
    warmup_ratio: settings.warmupRatio,
    n_checkpoints: 1,
    packing: settings.packing,
    ...(settings.maxTokens === null ? {} : { max_seq_length: settings.maxTokens }),
    random_seed: settings.seed,
    suffix: settings.suffix,
    ...(settings.earlyStopping ? { early_stopping_enabled: true } : {}),
  };
}

/** What the price depends on. */
export function toPriced({ model, trainingFile, validationFile, settings }: JobRequest) {
  const { lora } = settings;
  return {
    model,
    training_file: trainingFile,
    ...(validationFile === null ? {} : { validation_file: validationFile }),
    n_epochs: settings.epochs,
    n_evals: validationFile === null ? 0 : settings.evaluations,
    training_method: { method: "sft" as const, train_on_inputs: false },
    training_type:
      lora === null
        ? { type: "Full" as const }
        : {
            type: "Lora" as const,
            lora_r: lora.rank,
            lora_alpha: lora.alpha,
            lora_dropout: 0,
            lora_trainable_modules: "all-linear",
          },
  };
}
