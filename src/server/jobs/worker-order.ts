import { join } from "node:path";
import { contentOf } from "../../workspace/local-files.ts";
import type { Job } from "./job-book.ts";
import type { RunnerParts } from "./runner-parts.ts";
import type { WorkerOrder } from "./worker-messages.ts";

/** What the job's thread needs, from where an interruption left it. @throws ApiError 404 where a file was deleted */
export function workerOrder({ order, facts }: Job, { world, files, jobs }: RunnerParts): WorkerOrder {
  const { folder } = jobs.files(order.id);
  const training = files.find(order.trainingFile);
  const validation = order.validationFile === null ? null : files.find(order.validationFile);
  const checkpoint = facts.checkpoints?.at(-1);
  const start = order.startFrom === null ? null : join(world.provider.jobs, order.startFrom);
  return {
    engineModule: world.engineModule.href,
    modelName: order.model,
    outputName: order.outputName,
    startFile: checkpoint === undefined ? start : join(folder, checkpoint.file),
    doneEpochs: checkpoint?.epoch ?? 0,
    trainingFile: contentOf(world.provider, training.id),
    validationFile: validation === null ? null : contentOf(world.provider, validation.id),
    folder,
    checkpoints: order.checkpoints,
    threads: world.threads,
    settings: {
      epochs: order.epochs,
      learningRate: order.learningRate,
      batchSize: order.batchSize * order.accumulation,
      warmupRatio: order.warmupRatio,
      weightDecay: order.weightDecay,
      maxGradientNorm: order.maxGradientNorm === 0 ? Number.POSITIVE_INFINITY : order.maxGradientNorm,
      lora: order.lora,
      seed: order.seed,
      patience: order.patience,
      evaluations: order.evaluations,
    },
  };
}
