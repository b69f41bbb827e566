import { open } from "node:fs/promises";
import { basename, relative, resolve } from "node:path";
import { UsageError } from "../lib/errors.ts";
import { type AppendFile, openAppendFile } from "./append-file.ts";
import { isThere, privateFile, sizeOf } from "./files.ts";
import { type PullState, readLastState } from "./pull-state.ts";
import type { Workspace } from "./workspace.ts";

type KeptMap = NonNullable<PullState["reverseMap"]>;

/** As `pull.json` keeps it: from the workspace's folder, so that both can be moved together. */
export function mapName(workspace: Workspace, file: string): string {
  return relative(workspace.folder, file);
}

/**
 * Makes the file, or makes sure that it is this workspace's own, before `pull.json` names it.
 * @throws UsageError when another file stands there, or the way back to calls already pulled is gone
 */
export async function claimReverseMap(workspace: Workspace, map: KeptMap): Promise<void> {
  const file = resolve(workspace.folder, map.file);
  const size = await sizeOf(file);
  if (size < map.bytes)
    throw new UsageError(
      `the reverse map ${basename(file)} is shorter than the last pull left it; run the pull with --fresh to read all calls again`,
    );
  if (map.bytes === 0 && size > 0 && !(await isOurs(workspace, map)))
    throw new UsageError(
      `--reverse-map would write over ${basename(file)}, which no pull of this workspace wrote; give another name, or remove it`,
    );
  await keepPrivate(file);
}

/** Goes on behind what is vouched for; the file was claimed before. */
export function openReverseMap(workspace: Workspace, map: KeptMap): Promise<AppendFile> {
  return openAppendFile(resolve(workspace.folder, map.file), map.bytes);
}

/** A pull writes its state, which names its map, before the map's first byte. */
async function isOurs(workspace: Workspace, map: KeptMap): Promise<boolean> {
  return (await readLastState(workspace))?.reverseMap?.file === map.file;
}

/** A file that was there before may be readable by others. */
async function keepPrivate(file: string): Promise<void> {
  const handle = await open(file, (await isThere(file)) ? "r+" : "wx", privateFile).catch(inWords);
  try {
    await handle.chmod(privateFile);
  } finally {
    await handle.close();
  }
}

function inWords(error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT" || code === "ENOTDIR")
    throw new UsageError("--reverse-map is in a folder that isn't there", { cause: error });
  if (code === "EISDIR") throw new UsageError("--reverse-map names a folder; give a file", { cause: error });
  throw error;
}
