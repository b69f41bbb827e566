import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { type ResourceLimits, Worker } from "node:worker_threads";

/**
 * A thread that runs one of our files. Sources run through tsx in development, since Node 20 can't strip types; there its
 * `--import` hook doesn't reach threads, so the thread begins with a line that registers it.
 */
export function openWorker(file: URL, setup: unknown, resourceLimits: ResourceLimits = {}): Worker {
  if (!file.pathname.endsWith(".ts")) return new Worker(file, { workerData: setup, resourceLimits });
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx/package.json"));
  const api = new URL("./dist/esm/api/index.mjs", tsx);
  const begin = `import("${api.href}").then(({ register }) => { register(); return import("${file.href}"); })`;
  return new Worker(begin, { eval: true, execArgv: [], workerData: setup, resourceLimits });
}
