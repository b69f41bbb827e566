import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** Owner only: the workspace holds strangers' words. */
export const privateFile = 0o600;
export const privateFolder = 0o700;

/** One by one from the first that is there: Node's own recursive way never ends in folders like /proc. */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let path = resolve(folder); !(await isFolder(path)) && path !== dirname(path); path = dirname(path))
    missing.push(path);
  for (const path of missing.reverse()) await makeOne(path);
}

/** Another process may have made it in the meantime. */
async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: privateFolder });
  } catch (error) {
    if (!(await isFolder(path))) throw error;
  }
}

/** False where nothing of that name can be seen; what is wrong with it shows when it's made. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}

/** Bytes of a file, 0 where there is none. */
export async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

/** As 64 hex digits. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(file)) hash.update(bytes);
  return hash.digest("hex");
}

/** Either the old content or the new is on disk, whatever happens in between. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(file));
  const fresh = `${file}.new`;
  const handle = await open(fresh, "w", privateFile);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}

/** Without it a power cut could lose a new file's name. Windows can't, and needn't. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

export async function removeIfThere(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

export async function isThere(path: string): Promise<boolean> {
  return (await fileNumber(path)) !== null;
}

/** Whether two paths lead to one file, by links of either sort too. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all([fileNumber(one), fileNumber(other)]);
  if (left !== null || right !== null) return left === right;
  return (await realPath(one)) === (await realPath(other));
}

/** Where a path leads, as far as it is there; the rest as it is written. */
export async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    // Not made yet, and neither may be the folders above it.
    const above = dirname(path);
    return above === path ? path : join(await realPath(above), basename(path));
  }
}

/** Null where there is no file. */
async function fileNumber(path: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(path);
    return `${dev}:${ino}`;
  } catch {
    // A file that isn't there, or may not be seen, is no other file.
    return null;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
