import { type Context, Hono } from "hono";
import { z } from "zod";
import type { LocalBatch } from "../../workspace/local-batches.ts";
import { badRequest } from "../api-error.ts";
import type { BatchOrder } from "../batches/batch-book.ts";
import { openaiView, togetherView } from "../batches/batch-view.ts";
import { parseBody } from "../parse-body.ts";
import type { ServerParts } from "../parts.ts";
import { type Dialect, wantsOpenAi } from "./models.ts";
import { readJson } from "./read-json.ts";

/** `/batches` of OpenAI and of Together: many requests in one file, answered in another. */
export function batchRoutes(parts: ServerParts, dialect: Dialect): Hono {
  const { batches, batchRunner } = parts;
  const view = (context: Context, batch: LocalBatch) =>
    wantsOpenAi(context, dialect) ? openaiView(batch) : togetherView(batch);
  return new Hono()
    .post("/batches", async (context) => {
      const batch = await batches.create(orderFrom(parseBody(Creation, await readJson(context)), parts));
      batchRunner.enqueue(batch.id);
      return wantsOpenAi(context, dialect)
        ? context.json(openaiView(batch))
        : context.json({ job: togetherView(batch) }, 201);
    })
    .get("/batches", (context) => {
      const newestFirst = [...batches.list()].reverse();
      if (!wantsOpenAi(context, dialect)) return context.json(newestFirst.map(togetherView));
      return context.json(pageOf(newestFirst, context));
    })
    .get("/batches/:id", (context) => context.json(view(context, batches.find(context.req.param("id")))))
    .post("/batches/:id/cancel", async (context) =>
      context.json(view(context, await batchRunner.cancel(context.req.param("id")))),
    );
}

const day = 24 * 60 * 60;

const Creation = z.object({
  input_file_id: z.string(),
  endpoint: z.literal("/v1/chat/completions"),
  completion_window: z
    .string()
    .regex(/^(?:\d{2,3}h|[1-7]d)$/)
    .nullish(),
  metadata: z.record(z.string().max(64), z.string().max(512)).nullish(),
});

/** @throws ApiError where there is no such file, or it came for another purpose */
function orderFrom(creation: z.infer<typeof Creation>, { files, world }: ServerParts): BatchOrder {
  const file = files.find(creation.input_file_id);
  if (file.purpose !== "batch" && file.purpose !== "batch-api")
    throw badRequest(
      `File ${file.id} has the purpose ${file.purpose}; upload it for batch (OpenAI) or batch-api (Together)`,
      "input_file_id",
    );
  const createdAt = Math.floor(world.now() / 1000);
  const completionWindow = creation.completion_window ?? "24h";
  return {
    id: `batch_${world.randomId()}`,
    // As it was named: the same bytes may have several names.
    inputFile: creation.input_file_id,
    endpoint: creation.endpoint,
    completionWindow,
    metadata: creation.metadata ?? null,
    createdAt,
    expiresAt: createdAt + secondsOf(completionWindow),
  };
}

function secondsOf(window: string): number {
  const number = Number.parseInt(window, 10);
  return window.endsWith("d") ? number * day : (number * day) / 24;
}

/** @throws ApiError 400 for a limit that is none */
function pageOf(batches: readonly LocalBatch[], context: Context): object {
  const limit = Number(context.req.query("limit") ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw badRequest("limit must be a whole number from 1 to 100", "limit");
  const after = batches.findIndex(({ id }) => id === context.req.query("after"));
  const page = batches.slice(after + 1, after + 1 + limit);
  return {
    object: "list",
    data: page.map(openaiView),
    first_id: page[0]?.id ?? null,
    last_id: page.at(-1)?.id ?? null,
    has_more: after + 1 + limit < batches.length,
  };
}
