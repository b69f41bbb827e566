import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../../src/server/index.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import { startFakeTogether } from "./fake-together.ts";

/** A service that speaks Together's API, seen from behind. */
export interface TuningService {
  readonly address: string;
  readonly key: string;
  readonly model: string;
  jobs(): Promise<number>;
  /** Bytes of each file it has. */
  files(): Promise<number[]>;
  close(): Promise<void>;
}

/** A service as Together's documents have it. */
export async function startFake(): Promise<TuningService> {
  const fake = await startFakeTogether();
  return {
    address: fake.address,
    key: fake.key,
    model: "meta-llama/Meta-Llama-3.1-8B-Instruct-Reference",
    jobs: async () => fake.jobs.size,
    files: async () => [...fake.files.values()].map(({ content }) => content?.length ?? 0),
    close: fake.close,
  };
}

/** Calltune's own server. */
export async function startOwn(): Promise<TuningService> {
  const folder = await mkdtemp(join(tmpdir(), "calltune-own-"));
  const key = "a-token-of-its-own";
  const server = await startServer({
    workspace: await openWorkspace(folder),
    engine: new URL("./stand-in-engine.ts", import.meta.url),
    threads: 1,
    token: key,
  });
  const address = `${server.url}/v1`;
  const list = async (path: string): Promise<{ bytes?: number }[]> => {
    const answer = await fetch(address + path, { headers: { authorization: `Bearer ${key}` } });
    return ((await answer.json()) as { data: { bytes?: number }[] }).data;
  };
  return {
    address,
    key,
    model: "calltune/stand-in",
    jobs: async () => (await list("/fine-tunes")).length,
    files: async () => (await list("/files")).map(({ bytes }) => bytes ?? 0),
    async close() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
