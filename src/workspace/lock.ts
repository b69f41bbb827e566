import { link, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { UsageError } from "../lib/errors.ts";
import { privateFile } from "./files.ts";

/** Held while one command writes into a workspace. */
export interface Lock {
  release(): Promise<void>;
}

/**
 * Two commands that write to one workspace would spoil each other's files: the second is refused, with who holds it.
 * A lock whose process is gone (crash, reboot) is taken over.
 */
export async function takeLock(file: string, command: string): Promise<Lock> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await createLock(file, command)) return { release: () => rm(file, { force: true }) };
    const holder = await readHolder(file);
    if (holder !== null && isAlive(holder)) {
      throw new UsageError(
        `another calltune command (${holder.command}, process ${holder.pid}) is at work in this workspace; wait for it, or give this one its own with --workspace`,
      );
    }
    await rm(file, { force: true });
  }
  throw new UsageError(
    `the file lock of the workspace can't be taken; remove it if no calltune command is running`,
  );
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
}

/** Made whole under another name and linked, so that nobody ever reads half a lock. */
async function createLock(file: string, command: string): Promise<boolean> {
  const draft = `${file}.${process.pid}`;
  const holder: Holder = { pid: process.pid, host: hostname(), command, takenAt: Date.now() };
  await writeFile(draft, JSON.stringify(holder), { mode: privateFile });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    const holder: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof holder !== "object" || holder === null) return null;
    const { pid, host, command, takenAt } = { pid: 0, host: "", command: "?", takenAt: 0, ...holder };
    return { pid: Number(pid), host: String(host), command: String(command), takenAt: Number(takenAt) };
  } catch {
    // Just removed, or not ours: nobody holds it.
    return null;
  }
}

/**
 * A process of another machine (a shared disk) can't be asked, so it counts as alive. Our own number in a lock older
 * than we are is a dead process's (containers reuse small numbers).
 */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.pid === process.pid) return holder.takenAt >= Date.now() - process.uptime() * 1000;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
