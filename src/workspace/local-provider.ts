import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parseJson } from "../lib/json.ts";
import { isMissing, makeFolder, removeIfThere, writeWhole } from "./files.ts";
import { type Lock, takeLock } from "./lock.ts";
import type { Workspace } from "./workspace.ts";

/** What the local provider (`calltune serve`) keeps in the workspace: uploaded files, jobs, tuned models, batches. */
export interface LocalProvider {
  readonly folder: string;
  readonly files: string;
  readonly jobs: string;
  readonly batches: string;
  /** Bytes on their way; emptied at each start. */
  readonly uploads: string;
  /** @throws UsageError when another server is at work here */
  lock(command: string): Promise<Lock>;
}

const RunningServer = z.object({ pid: z.int(), url: z.string() });
/** Who serves a workspace, and where. */
export type RunningServer = z.infer<typeof RunningServer>;

export async function openLocalProvider(workspace: Workspace): Promise<LocalProvider> {
  const folder = folderOf(workspace);
  const provider: LocalProvider = {
    folder,
    files: join(folder, "files"),
    jobs: join(folder, "jobs"),
    batches: join(folder, "batches"),
    uploads: join(folder, "uploads"),
    // Its own: a command that holds the workspace's lock starts a server in its own process.
    lock: (command) => takeLock(join(folder, "lock"), command),
  };
  for (const each of [provider.files, provider.jobs, provider.batches]) await makeFolder(each);
  return provider;
}

/** Removes what uploads that never came to their end left behind. Only for the holder of the lock. */
export async function clearUploads({ uploads }: LocalProvider): Promise<void> {
  await removeIfThere(uploads);
  await makeFolder(uploads);
}

/** Says to other processes where this server is to be found. */
export async function announceServer({ folder }: LocalProvider, server: RunningServer): Promise<void> {
  await writeWhole(join(folder, "server.json"), `${JSON.stringify(server)}\n`);
}

export async function withdrawServer({ folder }: LocalProvider): Promise<void> {
  await removeIfThere(join(folder, "server.json"));
}

/** The server at work in a workspace; null where none is. */
export async function readRunningServer(workspace: Workspace): Promise<RunningServer | null> {
  const text = await readFile(join(folderOf(workspace), "server.json"), "utf8").catch((error: unknown) => {
    if (isMissing(error)) return "";
    throw error;
  });
  const server = RunningServer.safeParse(parseJson(text));
  return server.success && isAlive(server.data.pid) ? server.data : null;
}

function folderOf(workspace: Workspace): string {
  return join(workspace.folder, "local");
}

/** A server that was killed leaves its announcement behind. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
