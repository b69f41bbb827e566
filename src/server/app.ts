import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { UsageError } from "../lib/errors.ts";
import { ApiError, type ApiFault, diskFault, errorBody, serverFault } from "./api-error.ts";
import { describeBug } from "./describe-bug.ts";
import { tooLarge } from "./files/receive.ts";
import { guardHost, guardToken } from "./guard.ts";
import type { ServerParts } from "./parts.ts";
import { accountRoutes } from "./routes/account.ts";
import { batchRoutes } from "./routes/batches.ts";
import { chatRoutes } from "./routes/chat.ts";
import { downloadRoutes } from "./routes/download.ts";
import { fileRoutes, uploadRoutes } from "./routes/files.ts";
import { fineTuneHelpRoutes } from "./routes/fine-tune-help.ts";
import { fineTuneRoutes } from "./routes/fine-tunes.ts";
import { type Dialect, modelRoutes } from "./routes/models.ts";

/** Of a JSON body; files have a bound of their own. */
export const mostBodyBytes = 8 << 20;

/**
 * Where the routes are found. Together's Python client writes `/v1` and `/v3` into its paths since 3.0, its TypeScript client
 * wants `/v1` in the base URL: the second `/v1` lets one TOGETHER_BASE_URL serve both.
 */
const addresses: Readonly<Record<string, Dialect>> = {
  "/v1": "together",
  "/v1/v1": "together",
  "/v1/v3": "together",
  "/v3": "together",
  "/openai/v1": "openai",
};

/** The server without a port: every request goes in, every answer comes out here. */
export function createApp(parts: ServerParts, port: () => number): Hono {
  const app = new Hono();
  app.use(guardHost(port));
  app.route("/", uploadRoutes(parts));
  for (const [address, dialect] of Object.entries(addresses)) app.route(address, apiRoutes(parts, dialect));
  app.notFound((context) =>
    answer(context, {
      status: 404,
      message: `Unknown route: ${context.req.method} ${context.req.path.slice(0, 200)}`,
      code: "unknown_route",
    }),
  );
  app.onError((error, context) => answer(context, faultOf(error, parts)));
  return app;
}

function apiRoutes(parts: ServerParts, dialect: Dialect): Hono {
  const limit = bodyLimit({
    maxSize: mostBodyBytes,
    onError: () => {
      throw tooLarge(mostBodyBytes);
    },
  });
  return new Hono()
    .use(guardToken(parts.token))
    .route("/", fileRoutes(parts))
    .use(limit)
    .route("/", accountRoutes())
    .route("/", modelRoutes(parts, dialect))
    .route("/", fineTuneHelpRoutes(parts))
    .route("/", fineTuneRoutes(parts))
    .route("/", downloadRoutes(parts))
    .route("/", batchRoutes(parts, dialect))
    .route("/", chatRoutes(parts));
}

function faultOf(error: unknown, { world }: ServerParts): ApiFault {
  if (error instanceof ApiError) return error.fault;
  const disk = diskFault(error);
  if (disk !== null) return disk;
  // Words of ours to who runs the server: a model or a runtime that isn't there.
  if (error instanceof UsageError) return { status: 500, message: error.message, code: "engine_unavailable" };
  world.log(`a request failed: ${describeBug(error)}`);
  return serverFault;
}

function answer(context: Context, fault: ApiFault): Response {
  // The rest of a body that nobody will read must not be taken for the next request.
  if (context.req.method !== "GET") context.header("connection", "close");
  return context.json(errorBody(fault), fault.status);
}
