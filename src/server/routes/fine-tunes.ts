import { type Context, Hono } from "hono";
import { readMetrics } from "../../workspace/local-jobs.ts";
import { badRequest } from "../api-error.ts";
import { createJob } from "../jobs/create-job.ts";
import { CreateRequest } from "../jobs/create-request.ts";
import { isFinal, type Job } from "../jobs/job-book.ts";
import { checkpointViews, eventView, fullView, shortView } from "../jobs/job-view.ts";
import { chooseMetrics, type MetricsQuery } from "../jobs/step-metrics.ts";
import { parseBody } from "../parse-body.ts";
import type { ServerParts } from "../parts.ts";
import { readJson } from "./read-json.ts";

/** `/fine-tunes` of Together: the life of a job. */
export function fineTuneRoutes(parts: ServerParts): Hono {
  const { jobs, runner } = parts;
  const jobOf = (context: Context): Job => jobs.find(context.req.param("id") ?? "");
  return new Hono()
    .post("/fine-tunes", async (context) => {
      const request = parseBody(CreateRequest, await readJson(context));
      const job = await createJob(request, parts);
      return context.json(shortView(job, runner));
    })
    .get("/fine-tunes", (context) =>
      context.json({ data: jobs.list().map((job) => ({ ...shortView(job, runner), events: [] })) }),
    )
    .get("/fine-tunes/:id", (context) => context.json(fullView(jobOf(context), runner)))
    .get("/fine-tunes/:id/events", (context) => context.json({ data: jobOf(context).events.map(eventView) }))
    .get("/fine-tunes/:id/checkpoints", (context) => context.json({ data: checkpointViews(jobOf(context)) }))
    .get("/fine-tunes/:id/metrics", async (context) => {
      const lines = await readMetrics(jobs.files(jobOf(context).order.id));
      return context.json({ metrics: chooseMetrics(lines, metricsQuery(context)) });
    })
    .post("/fine-tunes/:id/cancel", async (context) => {
      const { id } = jobOf(context).order;
      await runner.cancel(id);
      return context.json(shortView(jobs.find(id), runner));
    })
    .delete("/fine-tunes/:id", async (context) => {
      const job = jobOf(context);
      const { id } = job.order;
      if (!isFinal(job)) throw badRequest(`Job ${id} is ${job.status}; cancel it before you delete it`);
      await jobs.remove(id);
      return context.json({ message: `Fine-tuning job ${id} and its model were deleted` });
    });
}

function metricsQuery(context: Context): MetricsQuery {
  return {
    fromStep: numberFrom(context, "global_step_from") ?? Number.NEGATIVE_INFINITY,
    toStep: numberFrom(context, "global_step_to") ?? Number.POSITIVE_INFINITY,
    from: dateFrom(context, "logged_at_from"),
    to: dateFrom(context, "logged_at_to"),
    resolution: numberFrom(context, "resolution"),
  };
}

function numberFrom(context: Context, name: string): number | null {
  const text = context.req.query(name);
  if (text === undefined || text === "") return null;
  const number = Number(text);
  if (!Number.isInteger(number)) throw badRequest(`${name} must be a whole number`, name);
  return number;
}

function dateFrom(context: Context, name: string): string | null {
  const text = context.req.query(name) ?? null;
  if (text !== null && Number.isNaN(Date.parse(text))) throw badRequest(`${name} must be a date`, name);
  return text;
}
