import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/**
 * The needed part of Together's API, well behaved: paths, fields, statuses and error bodies as published (facts of
 * 2026-11). Faults are put before it by `startFaultyProxy`.
 */
export interface FakeTogether {
  /** With its version: `http://127.0.0.1:1234/v1`. */
  readonly address: string;
  readonly key: string;
  readonly files: Map<string, FakeFile>;
  readonly jobs: Map<string, FakeJob>;
  /** Each request as `METHOD path`. */
  readonly requests: string[];
  readonly settings: FakeSettings;
  close(): Promise<void>;
}

export interface FakeFile {
  readonly id: string;
  readonly name: string;
  content: Buffer | null;
  /** One step further with each look. */
  looks: number;
  asked: boolean;
}

export interface FakeJob {
  readonly id: string;
  readonly order: Record<string, unknown>;
  looks: number;
  status: string;
}

/** How the service behaves; tests change it. */
export interface FakeSettings {
  /** Statuses a job goes through, one with each look. */
  life: readonly string[];
  price: number | null;
  allowed: boolean;
  supportsTools: boolean;
  /** Text of events and errors. */
  words: string;
  /** Profiles of the catalogue of deployable models; null: there is no catalogue. */
  profiles: readonly object[] | null;
}

export const fakeModel = "meta-llama/Meta-Llama-3.1-8B-Instruct-Reference";

export async function startFakeTogether(): Promise<FakeTogether> {
  const fake = {
    key: `key-${randomBytes(12).toString("hex")}`,
    files: new Map<string, FakeFile>(),
    jobs: new Map<string, FakeJob>(),
    requests: [] as string[],
    settings: {
      life: ["pending", "queued", "running", "running", "compressing", "uploading", "completed"],
      price: 0.05,
      allowed: true,
      supportsTools: true,
      words: "Training started",
      profiles: [{ gpuCount: 1, gpuType: "NVIDIA-H100-80GB", quantization: "" }],
    } as FakeSettings,
  };
  const server = createServer((request, response) => {
    fake.requests.push(`${request.method} ${request.url}`);
    void answer(fake, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    ...fake,
    address: `http://127.0.0.1:${address.port}/v1`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

type State = Omit<FakeTogether, "address" | "close">;
type Handler = (call: {
  readonly state: State;
  readonly id: string;
  readonly body: Buffer;
  readonly url: URL;
  readonly request: IncomingMessage;
}) => Reply;

interface Reply {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}

const routes: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ["POST", /^\/v1\/files$/, reserveFile],
  ["GET", /^\/v1\/files$/, ({ state }) => ok({ data: [...state.files.values()].map(fileReply) })],
  ["POST", /^\/v1\/files\/([^/]+)\/preprocess$/, withFile(ask)],
  ["GET", /^\/v1\/files\/([^/]+)$/, withFile(look)],
  ["DELETE", /^\/v1\/files\/([^/]+)$/, ({ state, id }) => ok({ id, deleted: state.files.delete(id) })],
  ["GET", /^\/v1\/fine-tunes\/models\/limits$/, limits],
  ["GET", /^\/v1\/fine-tunes\/models\/supported$/, () => ok({ models: [fakeModel, "Qwen/Qwen3.5-9B"] })],
  ["POST", /^\/v1\/fine-tunes\/estimate-price$/, estimatePrice],
  ["GET", /^\/v1\/supported-models$/, catalogue],
  ["POST", /^\/v1\/fine-tunes$/, createJob],
  [
    "GET",
    /^\/v1\/fine-tunes$/,
    ({ state }) => ok({ data: [...state.jobs.values()].map((job) => listed(job)) }),
  ],
  ["GET", /^\/v1\/fine-tunes\/([^/]+)\/events$/, events],
  ["GET", /^\/v1\/fine-tunes\/([^/]+)\/metrics$/, metrics],
  ["POST", /^\/v1\/fine-tunes\/([^/]+)\/cancel$/, cancelJob],
  ["GET", /^\/v1\/fine-tunes\/([^/]+)$/, readJob],
];

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const { status, json, headers } = reply(state, { request, url, body });
  response.writeHead(status, { "content-type": "application/json", "x-request-id": "req-1", ...headers });
  response.end(json === undefined ? "" : JSON.stringify(json));
}

function reply(
  state: State,
  { request, url, body }: { readonly request: IncomingMessage; readonly url: URL; readonly body: Buffer },
): Reply {
  if (url.pathname.startsWith("/store/")) return store(state, { request, url, body });
  if (request.headers.authorization !== `Bearer ${state.key}`)
    return problem(401, "Invalid API key provided. You can find your API key at https://api.together.ai.");
  for (const [method, path, handler] of routes) {
    const match = path.exec(url.pathname);
    if (match === null || method !== request.method) continue;
    return handler({ state, id: decodeURIComponent(match[1] ?? ""), body, url, request });
  }
  return problem(404, "Not found");
}

function ok(json: unknown): Reply {
  return { status: 200, json };
}

function problem(status: number, message: string): Reply {
  return { status, json: { error: { message, type: "invalid_request_error", param: null, code: null } } };
}

function reserveFile({ state, body, request }: Parameters<Handler>[0]): Reply {
  const form = new URLSearchParams(body.toString("utf8"));
  if (form.get("purpose") !== "fine-tune")
    return problem(400, "Unable to save the file - invalid purpose specified");
  const id = `file-${randomBytes(8).toString("hex")}`;
  state.files.set(id, { id, name: form.get("file_name") ?? "", content: null, looks: 0, asked: false });
  const location = `http://${request.headers.host}/store/${id}?signature=secret`;
  return { status: 302, headers: { location, "x-together-file-id": id } };
}

/** The store is another company's: it wants no key, and a length. */
function store(
  state: State,
  { request, url, body }: { readonly request: IncomingMessage; readonly url: URL; readonly body: Buffer },
): Reply {
  const file = state.files.get(url.pathname.slice("/store/".length));
  if (file === undefined) return problem(404, "NoSuchKey");
  if (request.headers.authorization !== undefined) return problem(400, "Only one auth mechanism allowed");
  if (Number(request.headers["content-length"]) !== body.length) return problem(411, "MissingContentLength");
  file.content = body;
  return { status: 200 };
}

function ask(file: FakeFile): void {
  file.asked = true;
}

function look(file: FakeFile): void {
  if (file.content !== null) file.looks += 1;
}

function withFile(change: (file: FakeFile) => void): Handler {
  return ({ state, id }) => {
    const file = state.files.get(id);
    if (file === undefined) return problem(404, `File not found: ${id}`);
    change(file);
    return ok(fileReply(file));
  };
}

function fileReply(file: FakeFile) {
  const { id, name, content } = file;
  const status = fileStatus(file);
  return {
    id,
    object: "file",
    bytes: content?.length ?? 0,
    created_at: 1_795_000_000,
    filename: name,
    FileType: "jsonl",
    Processed: status === "COMPLETED",
    purpose: "fine-tune",
    processing_status: status,
    ...(status === "INVALID_FORMAT" ? { validation_report: { valid: false, error: faultOf(content) } } : {}),
  };
}

/** The service looks at a file once it is told of it. */
function fileStatus({ content, looks, asked }: FakeFile): string {
  if (content === null || !asked) return "PENDING";
  if (looks < 2) return "QUEUED";
  return faultOf(content) === null ? "COMPLETED" : "INVALID_FORMAT";
}

function faultOf(content: Buffer | null): string | null {
  const lines = (content?.toString("utf8") ?? "").split("\n").filter((line) => line !== "");
  const bad = lines.findIndex((line) => line.includes("REFUSE-THIS"));
  return bad === -1 ? null : `Line ${bad + 1}: \`messages[1]\` must contain a \`role\` field`;
}

function limits({ url, state }: Parameters<Handler>[0]): Reply {
  const model = url.searchParams.get("model_name");
  if (model !== fakeModel)
    return { status: 404, json: { message: `Model ${model} is not available for fine-tuning` } };
  return ok({
    model_name: model,
    supports_full_training: true,
    supports_tools: state.settings.supportsTools,
    supports_vision: false,
    supports_reasoning: false,
    merge_output_lora: true,
    max_num_epochs: 20,
    max_num_evals: 10,
    max_num_checkpoints: 10,
    min_learning_rate: 1e-8,
    max_learning_rate: 0.01,
    max_seq_length_sft: 131_072,
    max_seq_length_dpo: 65_536,
    min_max_seq_length: 1024,
    default_gradient_accumulation_steps: 1,
    lora_training: {
      max_batch_size: 8,
      max_batch_size_dpo: 8,
      min_batch_size: 8,
      max_rank: 64,
      target_modules: [],
    },
    full_training: { max_batch_size: 32, max_batch_size_dpo: 32, min_batch_size: 8 },
  });
}

function estimatePrice({ state }: Parameters<Handler>[0]): Reply {
  const { price, allowed } = state.settings;
  if (price === null)
    return ok({ estimation_available: false, unavailable_reason: "train_file_not_validated" });
  return ok({
    estimation_available: true,
    estimated_total_price: price,
    allowed_to_proceed: allowed,
    user_limit: 4,
  });
}

function catalogue({ state }: Parameters<Handler>[0]): Reply {
  const { profiles } = state.settings;
  if (profiles === null) return problem(404, "Not found");
  return ok({ data: [{ name: "meta-llama/Llama-3.1-8B-Instruct", deploymentProfiles: profiles }] });
}

function createJob({ state, body }: Parameters<Handler>[0]): Reply {
  const order = JSON.parse(body.toString("utf8")) as Record<string, unknown>;
  if (!state.files.has(String(order["training_file"]))) return problem(400, "training file not found");
  const id = `ft-${randomBytes(4).toString("hex")}-${randomBytes(2).toString("hex")}`;
  const job: FakeJob = { id, order, looks: 0, status: state.settings.life[0] ?? "pending" };
  state.jobs.set(id, job);
  return ok(listed(job));
}

function listed({ id, order, status }: FakeJob) {
  const { suffix, model, training_file } = order;
  const short = createHash("sha256").update(id).digest("hex").slice(0, 8);
  return {
    id,
    status,
    user_id: "user",
    created_at: "2026-11-27T10:00:00Z",
    updated_at: "2026-11-27T10:00:00Z",
    suffix,
    model,
    training_file,
    model_output_name: `acme_6cec/Meta-Llama-3.1-8B-Instruct-Reference-${suffix}-${short}`,
  };
}

function readJob({ state, id }: Parameters<Handler>[0]): Reply {
  const job = state.jobs.get(id);
  if (job === undefined) return problem(404, `Fine-tune job not found: ${id}`);
  const { life } = state.settings;
  job.looks += 1;
  if (job.status !== "cancelled") job.status = life[Math.min(job.looks, life.length - 1)] ?? job.status;
  if (job.status === "cancel_requested") job.status = "cancelled";
  const ids =
    job.status === "completed"
      ? { model_object_id: "ml_1", model_object_revision_id: "rv_1", token_count: 1234 }
      : {};
  return ok({ ...listed(job), ...ids, progress: { estimate_available: true, seconds_remaining: 90 } });
}

function events({ state, id }: Parameters<Handler>[0]): Reply {
  const job = state.jobs.get(id);
  if (job === undefined) return problem(404, `Fine-tune job not found: ${id}`);
  const event = (type: string, message: string, more: object = {}) => ({
    object: "fine-tune-event",
    created_at: "2026-11-27T10:00:00.000Z",
    level: "info",
    type,
    message,
    ...more,
  });
  return ok({
    data: [
      event("job_pending", "Job is pending"),
      event("training_start", state.settings.words, { step: 0, total_steps: 40 }),
      event("a_type_of_tomorrow", "nobody knows it yet"),
      ...(job.status === "error" ? [event("job_error", state.settings.words, { level: "error" })] : []),
    ],
  });
}

function metrics({ state, id }: Parameters<Handler>[0]): Reply {
  const looks = state.jobs.get(id)?.looks ?? 0;
  return ok({ metrics: [{ "train/loss": 2 / (1 + looks), "train/global_step": looks }] });
}

function cancelJob({ state, id }: Parameters<Handler>[0]): Reply {
  const job = state.jobs.get(id);
  if (job === undefined) return problem(404, `Fine-tune job not found: ${id}`);
  job.status = "cancelled";
  return ok(listed(job));
}
