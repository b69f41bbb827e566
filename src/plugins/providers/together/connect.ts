import Together from "together-ai";
import { z } from "zod";
import { closest } from "../../../lib/closest.ts";
import { UsageError } from "../../../lib/errors.ts";
import type { Connection, PriceEstimate, RemoteJob, TuningApi } from "../tuning.ts";
import { fileRequests } from "./files.ts";
import { LimitsReply, toLimits } from "./limits.ts";
import { read } from "./read.ts";
import { shownWords } from "./refusal.ts";
import { type Requests, requestsOver } from "./request.ts";
import { servingOf } from "./serving.ts";
import { shortName } from "./short-name.ts";
import { JobReply, toCreate, toEvent, toJob, toMetrics, toPriced } from "./wire.ts";

/**
 * Together's fine-tuning API, at whatever address speaks it. Jobs go through the vendor's package, which names paths and
 * fields; its own repeats are off, as they would create a job twice when an answer is lost. Files don't: its upload can't
 * work (facts of 0.52.0: no `duplex`, other address, a check that refuses tools).
 */
export function connectTogether(connection: Connection): TuningApi {
  const requests = requestsOver(connection);
  const client = new Together({
    apiKey: connection.apiKey,
    baseURL: connection.address,
    maxRetries: 0,
    // What it would write goes to stdout, among results.
    logLevel: "off",
    fetch: requests.fetch,
  });
  return {
    ...fileRequests(connection, requests),
    ...jobRequests(client, requests, (text) => shownWords(text, connection.apiKey)),
    limits: (model) => limitsOf(model, client, requests),
    serving: (model) => servingOf(model, client, requests),
  };
}

const EstimateReply = z.object({
  estimation_available: z.boolean().nullish(),
  estimated_total_price: z.number().nullish(),
  allowed_to_proceed: z.boolean().nullish(),
  user_limit: z.number().nullish(),
});

type JobRequests = Pick<
  TuningApi,
  "estimatePrice" | "createJob" | "findJob" | "readJob" | "events" | "lastMetrics" | "cancelJob"
>;

function jobRequests(
  { fineTuning }: Together,
  { run, runUnless }: Requests,
  words: (text: string) => string,
): JobRequests {
  return {
    async estimatePrice(request) {
      const answer = await runUnless([404, 405, 501], "POST /fine-tunes/estimate-price", () =>
        fineTuning.estimatePrice(toPriced(request)).then(read(EstimateReply)),
      );
      return answer === null ? null : toEstimate(answer);
    },
    createJob: async (request) =>
      toJob(
        await run("POST /fine-tunes", "only if refused", () =>
          fineTuning.create(toCreate(request)).then(read(JobReply)),
        ),
      ),
    async findJob(suffix) {
      const { data } = await run("GET /fine-tunes", "always safe", () =>
        fineTuning.list().then(read(z.object({ data: z.array(z.unknown()).nullish() }))),
      );
      return jobWithSuffix(data ?? [], suffix);
    },
    async readJob(jobId) {
      const reply = await runUnless([404], `GET /fine-tunes/${jobId}`, () =>
        fineTuning.retrieve(jobId).then(read(JobReply)),
      );
      return reply === null ? null : toJob(reply);
    },
    async events(jobId) {
      const reply = await runUnless([404], `GET /fine-tunes/${jobId}/events`, () =>
        fineTuning.listEvents(jobId).then(read(z.object({ data: z.array(z.unknown()).nullish() }))),
      );
      return (reply?.data ?? []).map((event) => toEvent(event, words)).filter((event) => event !== null);
    },
    async lastMetrics(jobId) {
      const Metrics = z.object({ metrics: z.array(z.record(z.string(), z.unknown())).nullish() });
      const reply = await runUnless([400, 404, 405, 500, 501], `GET /fine-tunes/${jobId}/metrics`, () =>
        fineTuning.listMetrics(jobId).then(read(Metrics)),
      );
      return toMetrics(reply?.metrics ?? []);
    },
    cancelJob: async (jobId) =>
      toJob(
        await run(`POST /fine-tunes/${jobId}/cancel`, "always safe", () =>
          fineTuning.cancel(jobId).then(read(JobReply)),
        ),
      ),
  };
}

function toEstimate(answer: z.infer<typeof EstimateReply>): PriceEstimate {
  const known = answer.estimation_available !== false;
  return {
    price: known ? (answer.estimated_total_price ?? null) : null,
    allowed: answer.allowed_to_proceed !== false,
    limit: answer.user_limit ?? null,
  };
}

/** Some answers have no `suffix`, but the name that ends with it. */
function jobWithSuffix(jobs: readonly unknown[], suffix: string): RemoteJob | null {
  for (const job of jobs) {
    const reply = JobReply.safeParse(job);
    if (!reply.success) continue;
    if (reply.data.suffix === suffix || reply.data.model_output_name?.includes(suffix))
      return toJob(reply.data);
  }
  return null;
}

async function limitsOf(model: string, client: Together, { runUnless }: Requests) {
  const reply = await runUnless([404], "GET /fine-tunes/models/limits", () =>
    client.fineTuning.modelLimits({ model_name: model }).then(read(LimitsReply)),
  );
  if (reply !== null) return toLimits(reply);
  const supported = await runUnless([404, 405, 501], "GET /fine-tunes/models/supported", () =>
    client.get("/fine-tunes/models/supported").then(read(z.object({ models: z.array(z.string()) }))),
  );
  if (supported?.models.includes(model)) return null;
  throw new UsageError(unknownModel(model, supported?.models ?? []));
}

function unknownModel(model: string, models: readonly string[]): string {
  const meant = models.find((id) => shortName(id) === shortName(model)) ?? closest(model, models);
  const choice =
    models.length === 0 ? "" : `; it does ${models.slice(0, 8).join(", ")}${models.length > 8 ? " …" : ""}`;
  const question = meant === null ? choice : `; did you mean --model ${meant}?`;
  return `the service doesn't fine-tune the model ${model}${question}`;
}
