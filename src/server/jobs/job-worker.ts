import { join } from "node:path";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import type { Engine } from "../../engine/engine.ts";
import type { EngineModel } from "../../engine/model.ts";
import type { FineTuneOrder, FineTuneResult } from "../../engine/train/fine-tune.ts";
import { DataError, UsageError } from "../../lib/errors.ts";
import { readModelFile, writeModelFile } from "../../workspace/model-file.ts";
import { diskSentence } from "../api-error.ts";
import { describeBug } from "../describe-bug.ts";
import { checkpointEpochs } from "./checkpoints.ts";
import { allRows } from "./read-rows.ts";
import type { WorkerOrder, WorkerReport } from "./worker-messages.ts";

const port = parentPort;
if (!isMainThread && port !== null) {
  const stop = new AbortController();
  port.on("message", () => stop.abort());
  const tell = (report: WorkerReport) => port.postMessage(report);
  work(workerData as WorkerOrder, stop.signal, tell)
    .catch((error: unknown) => tell(stop.signal.aborted ? { kind: "stopped" } : failure(error)))
    .finally(() => port.close());
}

type Tell = (report: WorkerReport) => void;

/** One job from its model's file to its tuned model's file. */
async function work(order: WorkerOrder, signal: AbortSignal, tell: Tell): Promise<void> {
  const { engine }: { readonly engine: Engine } = await import(order.engineModule);
  const base = await loadModel(engine, order, tell);
  const rows = await loadRows(order, tell);
  signal.throwIfAborted();
  const { totalSteps, ...result } = await train(engine, { ...order, base, ...rows }, signal, tell);
  tell({
    kind: "event",
    event: {
      type: "training_complete",
      message: `Training completed at step ${result.steps}`,
      step: result.steps,
      totalSteps,
    },
    facts: { tokens: result.tokens, step: result.steps, stoppedEarly: result.stoppedEarly },
  });
  await save(engine, result, order, tell);
}

async function loadModel(engine: Engine, order: WorkerOrder, tell: Tell): Promise<EngineModel> {
  tell({ kind: "event", event: { type: "model_downloading", message: `Loading ${order.modelName}` } });
  const model =
    order.startFile === null
      ? await engine.loadBase(order.modelName)
      : engine.readModel(await readModelFile(order.startFile));
  tell({ kind: "event", event: { type: "model_download_complete", message: "Model loaded" } });
  return model;
}

async function loadRows({ trainingFile, validationFile }: WorkerOrder, tell: Tell) {
  tell({ kind: "event", event: { type: "training_data_downloading", message: "Reading the training file" } });
  const training = await allRows(trainingFile);
  const read = `Training data read: ${training.length} rows`;
  tell({ kind: "event", event: { type: "training_data_download_complete", message: read } });
  if (validationFile === null) return { training, validation: [] };
  tell({
    kind: "event",
    event: { type: "validation_data_downloading", message: "Reading the validation file" },
  });
  const validation = await allRows(validationFile);
  const validated = `Validation data read: ${validation.length} rows`;
  tell({ kind: "event", event: { type: "validation_data_download_complete", message: validated } });
  return { training, validation };
}

type TrainingParts = WorkerOrder & Pick<FineTuneOrder, "base" | "training" | "validation">;

async function train(engine: Engine, parts: TrainingParts, signal: AbortSignal, tell: Tell) {
  let totalSteps = 0;
  let last = { step: 0, tokens: 0 };
  const parameters = [...parts.base.weights.values()].reduce((sum, { length }) => sum + length, 0);
  tell({
    kind: "event",
    event: { type: "training_start", message: `Training started for ${parts.modelName}`, parameters },
  });
  const listed = checkpointEpochs(parts.settings.epochs, parts.checkpoints);
  if (parts.doneEpochs >= parts.settings.epochs) return { ...nothingLeft(parts.base), totalSteps };
  const result = await engine.fineTune({
    base: parts.base,
    name: parts.outputName,
    training: parts.training,
    validation: parts.validation,
    settings: parts.settings,
    ...(parts.doneEpochs === 0 ? {} : { done: { epochs: parts.doneEpochs } }),
    threads: parts.threads,
    signal,
    onStep(progress) {
      totalSteps = progress.steps;
      last = progress;
      tell({ kind: "progress", progress });
    },
    async onEpoch(epoch, model) {
      const file = `checkpoint-${epoch}.safetensors`;
      await writeModelFile(join(parts.folder, file), engine.writeModel(model));
      tell({ kind: "epoch", epoch, ...last, totalSteps, file, listed: listed.has(epoch) });
    },
  });
  return { ...result, totalSteps };
}

/** Interrupted after its last epoch: the checkpoint is the model. */
function nothingLeft(model: EngineModel): FineTuneResult {
  const nothing = { steps: 0, tokens: 0, truncatedRows: 0, trainLoss: 0, validationLoss: null };
  return { model, stoppedEarly: false, ...nothing };
}

async function save(engine: Engine, result: FineTuneResult, order: WorkerOrder, tell: Tell): Promise<void> {
  if (result.stoppedEarly)
    tell({
      kind: "event",
      event: {
        type: "early_stopped",
        message: "The validation loss didn't fall any more",
        step: result.steps,
      },
    });
  if (result.truncatedRows > 0)
    tell({
      kind: "event",
      event: { type: "warning", message: `${result.truncatedRows} rows were shortened to fit the context` },
    });
  tell({
    kind: "event",
    status: "compressing",
    event: { type: "model_compressing", message: "Compressing the model" },
  });
  const bytes = engine.writeModel(result.model);
  tell({
    kind: "event",
    event: { type: "model_compression_complete", message: `Model compressed: ${bytes.length} bytes` },
  });
  tell({
    kind: "event",
    status: "uploading",
    event: { type: "model_uploading", message: "Saving the model in the workspace" },
  });
  await writeModelFile(join(order.folder, "model.safetensors"), bytes);
  tell({ kind: "saved", modelBytes: bytes.length });
}

/** Words of ours pass; those of others may hold anything. */
function failure(error: unknown): WorkerReport {
  const ours = error instanceof UsageError || error instanceof DataError ? error.message : null;
  const known = diskSentence(error) ?? ours;
  if (known !== null) return { kind: "failed", message: known, detail: "" };
  return { kind: "failed", message: "the training stopped by an internal error", detail: describeBug(error) };
}
