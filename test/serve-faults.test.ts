import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { jsonBody, type Reply, until, weatherRows } from "./support/local-server.ts";

const script = fileURLToPath(new URL("./support/serve-stand-in.ts", import.meta.url));
const loader = import.meta.resolve("tsx");
const model = "calltune/stand-in";

test("a server killed mid-job, again and again, goes on each time and loses no finished epoch", async () => {
  const workspace = await makeWorkspace();
  const first = await startProcess(workspace);
  const training_file = await upload(first.url, weatherRows(8));
  const order = { model, training_file, n_epochs: 60, n_checkpoints: 3 };
  const { id } = await ask(first.url, "/v1/fine-tunes", jsonBody(order));
  let server = first;
  let epochs = 0;
  for (let kill = 0; kill < 3; kill += 1) {
    const job = await until(
      () => ask(server.url, `/v1/fine-tunes/${id}`),
      ({ epochs_completed }) => epochs_completed > epochs + 2,
    );
    epochs = job.epochs_completed;
    server.child.kill("SIGKILL");
    await server.ended;
    server = await startProcess(workspace);
    expect((await ask(server.url, `/v1/fine-tunes/${id}`)).epochs_completed).toBeGreaterThanOrEqual(epochs);
  }
  const done = await until(
    () => ask(server.url, `/v1/fine-tunes/${id}`),
    ({ status }) => status === "completed" || status === "error",
  );
  expect(done).toMatchObject({ status: "completed", epochs_completed: 60 });
  const types = done.events.map(({ type }: { type: string }) => type);
  expect(types.filter((type: string) => type === "job_restarted")).toHaveLength(3);
  const files = await readdir(join(workspace, "local/jobs", id));
  expect(files.filter((name) => name.startsWith("checkpoint")).sort()).toEqual([
    "checkpoint-20.safetensors",
    "checkpoint-40.safetensors",
    "checkpoint-60.safetensors",
  ]);
  const messages = [{ role: "user", content: "thank you bye" }];
  const chat = jsonBody({ model: done.model_output_name, messages });
  expect((await ask(server.url, "/v1/chat/completions", chat)).choices[0].message.content).toMatch(/welcome/);
});

test("a full disk ends the job with what to do, and leaves the server at work", async () => {
  // Smaller than a model's file, larger than all others.
  const server = await startProcess(await makeWorkspace(), { mostBlocks: 128 });
  const training_file = await upload(server.url, weatherRows(4));
  const { id } = await ask(server.url, "/v1/fine-tunes", jsonBody({ model, training_file }));
  const job = await until(
    () => ask(server.url, `/v1/fine-tunes/${id}`),
    ({ status }) => status === "error" || status === "completed",
  );
  expect(job.status).toBe("error");
  expect(job.events.at(-1)).toMatchObject({
    type: "job_error",
    message:
      "A file would become larger than it may (ulimit -f, or the disk's format); raise the limit and try again.",
  });
  const messages = [{ role: "user", content: "hello" }];
  expect((await ask(server.url, "/v1/chat/completions", jsonBody({ model, messages }))).choices).toHaveLength(
    1,
  );
  const files = await readdir(join(server.workspace, "local/jobs", id));
  expect(files.filter((name) => name.includes("safetensors"))).toEqual([]);
});

test("an upload that the disk has no room for is refused with what to do, and leaves nothing", async () => {
  const server = await startProcess(await makeWorkspace(), { mostBlocks: 128 });
  const form = new FormData();
  form.set("purpose", "fine-tune");
  form.set("file", new Blob([weatherRows(1000)]), "train.jsonl");
  const answer = await fetch(`${server.url}/v1/files`, { method: "POST", body: form });
  expect(answer.status).toBe(507);
  expect(await answer.json()).toMatchObject({ error: { code: "disk_full", type: "server_error" } });
  expect(await readdir(join(server.workspace, "local/uploads"))).toEqual([]);
  expect(await upload(server.url, weatherRows(2))).toMatch(/^file-/);
});

interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly workspace: string;
  readonly ended: Promise<unknown>;
}

async function startProcess(
  workspace: string,
  { mostBlocks }: { readonly mostBlocks?: number } = {},
): Promise<ServerProcess> {
  const limit = mostBlocks === undefined ? "" : `ulimit -f ${mostBlocks} && `;
  const command = [process.execPath, "--import", loader, script, workspace];
  const child = spawn("bash", ["-c", `${limit}exec "$@"`, "bash", ...command], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, url: JSON.parse(line).url, workspace, ended };
}

async function makeWorkspace(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "calltune-serve-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "workspace");
}

async function ask(url: string, path: string, init?: RequestInit): Promise<Reply> {
  return (await fetch(url + path, init)).json();
}

async function upload(url: string, content: string): Promise<string> {
  const form = new FormData();
  form.set("purpose", "fine-tune");
  form.set("file", new Blob([content]), "train.jsonl");
  return (await ask(url, "/v1/files", { method: "POST", body: form })).id;
}
