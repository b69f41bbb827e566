import { createReadStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Hono } from "hono";
import { sizeOf } from "../../workspace/files.ts";
import { badRequest } from "../api-error.ts";
import type { Job } from "../jobs/job-book.ts";
import type { ServerParts } from "../parts.ts";

/** `/finetune/download` of Together: a tuned model, or a checkpoint, as the safetensors file that the engine reads. */
export function downloadRoutes({ jobs }: ServerParts): Hono {
  return new Hono().get("/finetune/download", async (context) => {
    const job = jobs.find(context.req.query("ft_id") ?? "");
    const step = context.req.query("checkpoint_step");
    const folder = jobs.files(job.order.id).folder;
    const file = step === undefined ? modelOf(job, context.req.query("checkpoint")) : checkpointOf(job, step);
    const bytes = await sizeOf(join(folder, file));
    if (bytes === 0) throw badRequest(`The files of job ${job.order.id} are gone from the workspace`);
    const name = `${job.order.outputName.replace(/[^\w.-]+/g, "-")}${step === undefined ? "" : `-${step}`}`;
    return context.body(Readable.toWeb(createReadStream(join(folder, file))) as ReadableStream, 200, {
      "content-type": "application/octet-stream",
      "content-length": String(bytes),
      "content-disposition": `attachment; filename="${name}.safetensors"`,
    });
  });
}

/** Adapters are merged into the model before it is saved. */
function modelOf({ status, order }: Job, kind = "merged"): string {
  if (kind === "adapter")
    throw badRequest("The local engine keeps no adapter; ask for checkpoint=merged", "checkpoint");
  if (kind !== "merged" && kind !== "model_output_path")
    throw badRequest("checkpoint must be one of merged, adapter, model_output_path", "checkpoint");
  if (status !== "completed") throw badRequest(`Job ${order.id} is ${status}; it has no model to download`);
  return "model.safetensors";
}

function checkpointOf({ order, facts }: Job, step: string): string {
  const listed = (facts.checkpoints ?? []).filter((checkpoint) => checkpoint.listed);
  const checkpoint = listed.find((one) => String(one.step) === step);
  if (checkpoint !== undefined) return checkpoint.file;
  const steps = listed.map((one) => one.step).join(", ");
  throw badRequest(
    `Job ${order.id} has no checkpoint of that step; it has ${steps || "none"}`,
    "checkpoint_step",
  );
}
