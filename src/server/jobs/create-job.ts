import type { BaseModel } from "../../engine/engine.ts";
import type { LocalFile } from "../../workspace/local-files.ts";
import { ApiError, badRequest } from "../api-error.ts";
import type { ServerParts } from "../parts.ts";
import type { CreateRequest } from "./create-request.ts";
import type { Job } from "./job-book.ts";
import { makeOrder } from "./make-order.ts";

/**
 * Finds what a request names, writes the job down and gives it its turn. Files in validation are waited for, since
 * clients create a job right behind the upload.
 * @throws ApiError for a model, a file or a setting that can't be used
 */
export async function createJob(request: CreateRequest, parts: ServerParts): Promise<Job> {
  const { world, files, jobs, runner } = parts;
  await files.settled();
  const { base, startFrom } = findStart(request, parts);
  const training = findData(request.training_file, "training_file", parts);
  const validation = request.validation_file
    ? findData(request.validation_file, "validation_file", parts)
    : null;
  const [first, second] = world.randomId().split("-");
  const order = makeOrder(request, {
    base,
    startFrom,
    training,
    validation,
    id: `ft-${first}-${second}`,
    createdAt: new Date(world.now()).toISOString(),
  });
  await jobs.create(order);
  runner.enqueue(order.id);
  return jobs.find(order.id);
}

/** A base model by its id. @throws ApiError 404 */
export function findBase(id: string, { world: { engine } }: Pick<ServerParts, "world">): BaseModel {
  const base = engine.baseModels.find((model) => model.id === id);
  if (base !== undefined) return base;
  const known = engine.baseModels.map((model) => model.id).join(", ");
  const message = `Model ${id.slice(0, 200)} is not available for fine-tuning. Available: ${known}`;
  throw new ApiError({
    status: 404,
    message,
    code: "model_not_available",
    param: "model",
    // Where the document of `models/limits` has it.
    beside: { message },
  });
}

interface Start {
  readonly base: BaseModel;
  readonly startFrom: string | null;
}

/** The base model, or `{JOB_ID | OUTPUT_MODEL_NAME}[:STEP]` of an earlier job. */
function findStart(request: CreateRequest, parts: ServerParts): Start {
  const { model, from_checkpoint: checkpoint } = request;
  if (model && checkpoint)
    throw badRequest(
      "You must specify either a model or a checkpoint to start a job from, not both",
      "model",
    );
  if (checkpoint) return findCheckpoint(checkpoint, parts);
  if (!model) throw badRequest("You must specify either a model or a checkpoint", "model");
  return { base: findBase(model, parts), startFrom: null };
}

function findCheckpoint(checkpoint: string, parts: ServerParts): Start {
  const [name = "", step] = checkpoint.split(":");
  const job = parts.jobs.list().find(({ order }) => order.id === name || order.outputName === name);
  if (job === undefined) throw checkpointFault(`There is no job or model ${name.slice(0, 200)}`);
  const base = findBase(job.order.model, parts);
  const folder = `${job.order.id}/`;
  if (step !== undefined) {
    const found = job.facts.checkpoints?.find((each) => each.listed && String(each.step) === step);
    if (found === undefined) throw checkpointFault(`Job ${job.order.id} has no checkpoint of step ${step}`);
    return { base, startFrom: folder + found.file };
  }
  if (job.status !== "completed")
    throw checkpointFault(`Job ${job.order.id} is ${job.status}, not completed`);
  return { base, startFrom: `${folder}model.safetensors` };
}

function checkpointFault(message: string): ApiError {
  return badRequest(message, "from_checkpoint");
}

/** A file that the engine can learn from. @throws ApiError 404 where there is none, 400 where it can't be used */
export function findData(id: string, param: string, { files }: Pick<ServerParts, "files">): LocalFile {
  const file = files.find(id);
  const status = files.statusOf(file);
  const { report } = file;
  if (file.purpose !== "fine-tune")
    throw badRequest(`File ${file.id} has the purpose ${file.purpose}, not fine-tune`, param);
  if (status !== "COMPLETED" || report === null) {
    const why = report?.error === undefined ? "" : `: ${report.error}`;
    throw badRequest(`File ${file.id} can't be used, its processing_status is ${status}${why}`, param);
  }
  if (report.dataset_format !== "conversation")
    throw badRequest(
      `File ${file.id} has the format ${report.dataset_format}; the local engine learns conversations`,
      param,
    );
  if (report.dataset_is_multimodal)
    throw badRequest(`File ${file.id} is multimodal; the local engine reads text only`, param);
  return file;
}
