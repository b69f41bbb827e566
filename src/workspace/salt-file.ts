import { open, readFile } from "node:fs/promises";
import { UsageError } from "../lib/errors.ts";
import { isMissing, makeFolder, privateFile } from "./files.ts";
import type { Workspace } from "./workspace.ts";

/** Shorter secrets can be guessed. */
export const leastSaltLength = 16;

/** The workspace's secret; made once, readable by its owner alone. @throws UsageError when the file holds none */
export async function keepSalt(workspace: Workspace, makeSalt: () => string): Promise<string> {
  const kept = await readSalt(workspace.salt);
  if (kept !== null) return kept;
  await makeFolder(workspace.folder);
  try {
    const handle = await open(workspace.salt, "wx", privateFile);
    try {
      await handle.writeFile(`${makeSalt()}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Another command made it at the same moment: its salt counts.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return (await readSalt(workspace.salt)) ?? "";
}

async function readSalt(file: string): Promise<string | null> {
  let text: string;
  try {
    text = (await readFile(file, "utf8")).trim();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  if (text.length >= leastSaltLength) return text;
  throw new UsageError(
    `the workspace's file salt holds no salt of ${leastSaltLength} characters or more; remove it to get a new one, and pull with --fresh`,
  );
}
