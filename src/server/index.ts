import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { availableParallelism } from "node:os";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import type { Engine } from "../engine/engine.ts";
import { UsageError } from "../lib/errors.ts";
import {
  announceServer,
  clearUploads,
  openLocalProvider,
  withdrawServer,
} from "../workspace/local-provider.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { createApp } from "./app.ts";
import { openBatchBook } from "./batches/batch-book.ts";
import { openBatchRunner } from "./batches/batch-runner.ts";
import { openGeneratorShelf } from "./chat/generator-shelf.ts";
import { openFileBook } from "./files/file-book.ts";
import { openUploadTickets } from "./files/upload-tickets.ts";
import { isFinal, openJobBook } from "./jobs/job-book.ts";
import { openJobRunner } from "./jobs/job-runner.ts";
import type { ServerParts } from "./parts.ts";
import type { ServerWorld } from "./world.ts";

export interface ServerOrder {
  /** Files, jobs and tuned models live in its folder `local`. */
  readonly workspace: Workspace;
  /** On 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** Bearer token that requests must carry; null, the default, asks for none. */
  readonly token?: string | null;
  /** A module that exports `engine: Engine`; threads import it again. The embedded engine by default. */
  readonly engine?: URL;
  /** For training and for generation; all cores by default. */
  readonly threads?: number;
  /** A sentence about what goes on; never a caller's words. */
  readonly log?: (sentence: string) => void;
}

export interface RunningServer {
  /** `http://127.0.0.1:<port>`: Together's base URL is this and `/v1`, OpenAI's this and `/openai/v1`, Groq's this alone. */
  readonly url: string;
  /** Base models by id, the usual one first. */
  readonly models: readonly string[];
  /** Jobs that haven't come to their end, in the order they were created. */
  unfinishedJobs(): readonly UnfinishedJob[];
  /** Stops taking requests and stops the running job so that the next server resumes it. */
  close(): Promise<void>;
}

export interface UnfinishedJob {
  readonly id: string;
  readonly epochs: number;
  /** With a checkpoint that it will go on from. */
  readonly epochsCompleted: number;
}

/**
 * The local provider: Together's and OpenAI's API over the embedded engine, on this machine alone.
 * @throws UsageError when another server is at work in the workspace, the port is taken, or the engine can't run here
 */
export async function startServer(order: ServerOrder): Promise<RunningServer> {
  const provider = await openLocalProvider(order.workspace);
  const lock = await provider.lock("serve");
  try {
    await clearUploads(provider);
    const engineModule = order.engine ?? new URL(embeddedEngine, import.meta.url);
    const { engine }: { readonly engine: Engine } = await import(engineModule.href);
    const log = order.log ?? (() => {});
    const notice = await engine.notice();
    if (notice !== null) log(notice);
    const parts = await openParts(order.token ?? null, {
      provider,
      engine,
      engineModule,
      threads: order.threads ?? availableParallelism(),
      now: Date.now,
      randomId: randomUUID,
      log,
    });
    const server = await listen(parts, order.port ?? 0);
    const url = `http://127.0.0.1:${portOf(server)}`;
    await announceServer(provider, { pid: process.pid, url });
    await parts.runner.resume();
    parts.batchRunner.resume();
    return {
      url,
      models: engine.baseModels.map(({ id }) => id),
      unfinishedJobs: () => unfinishedJobs(parts),
      async close() {
        await closeServer(server);
        await parts.runner.close();
        await parts.batchRunner.close();
        await parts.generators.close();
        await parts.files.close();
        await withdrawServer(provider);
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function unfinishedJobs({ jobs }: ServerParts): UnfinishedJob[] {
  return jobs
    .list()
    .filter((job) => !isFinal(job))
    .map(({ order: { id, epochs }, facts }) => ({ id, epochs, epochsCompleted: facts.epochsCompleted ?? 0 }));
}

/** In development the sources run as they are. */
const embeddedEngine = import.meta.url.endsWith(".ts") ? "../engine/embedded.ts" : "../engine/embedded.js";

async function openParts(token: string | null, world: ServerWorld): Promise<ServerParts> {
  const files = await openFileBook(world);
  const jobs = await openJobBook(world);
  const runner = openJobRunner({ world, jobs, files });
  const generators = openGeneratorShelf(world, jobs);
  const batches = await openBatchBook(world);
  const batchRunner = openBatchRunner({ world, files, generators, batches });
  return {
    world,
    files,
    jobs,
    runner,
    generators,
    batches,
    batchRunner,
    tickets: openUploadTickets(),
    token,
  };
}

async function listen(parts: ServerParts, port: number): Promise<ServerType> {
  const app = createApp(parts, () => portOf(server));
  const server = createAdaptorServer({ fetch: app.fetch });
  const listening = once(server, "listening");
  // Never another address: the server is for this machine alone.
  server.listen(port, "127.0.0.1");
  try {
    await listening;
  } catch (error) {
    throw portFault(error, port) ?? error;
  }
  return server;
}

function portFault(error: unknown, port: number): UsageError | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE")
    return new UsageError(
      `port ${port} is taken by another program; give another --port, or 0 for a free one`,
      {
        cause: error,
      },
    );
  if (code === "EACCES")
    return new UsageError(`port ${port} may not be used; give one from 1024 on, or 0 for a free one`, {
      cause: error,
    });
  return null;
}

function portOf(server: ServerType): number {
  const address = server.address() as AddressInfo | null;
  return address === null ? 0 : address.port;
}

/** Answers under way get a moment; connections that clients keep open don't count. */
async function closeServer(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  const end = setTimeout(() => {
    if ("closeAllConnections" in server) server.closeAllConnections();
  }, 2000);
  await closed;
  clearTimeout(end);
}
