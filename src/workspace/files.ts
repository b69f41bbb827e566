import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

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

/** Either the old content or the new is on disk, whatever happens in between. */
export async function writeWhole(file: string, content: string): Promise<void> {
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

export async function removeIfThere(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
