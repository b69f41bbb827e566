import type { Stats } from "node:fs";
import { chmod, chown, link, lstat, open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename } from "node:path";
import { UsageError } from "../../lib/errors.ts";
import { isMissing, privateFile, realPath } from "../../workspace/files.ts";

/** An .env file as it was found. */
export interface EnvFile {
  /** Links followed. */
  readonly path: string;
  /** Its last name, for sentences. */
  readonly name: string;
  /** Null where there is none yet. */
  readonly bytes: Buffer | null;
  readonly mode: number;
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

/** @throws UsageError where it is no text file that may be replaced */
export async function readEnvFile(given: string): Promise<EnvFile> {
  const name = basename(given);
  try {
    const path = await realPath(given);
    const facts = await factsOf(path);
    if (facts === null) return { path, name, bytes: null, mode: privateFile, owner: null };
    refuseUnfit(name, facts);
    const bytes = await readFile(path);
    refuseBinary(name, bytes);
    const { uid, gid, mode } = facts;
    return { path, name, bytes, mode: mode & 0o7777, owner: { uid, gid } };
  } catch (error) {
    throw diskFault(error, name);
  }
}

/** One character a byte: whatever the encoding, what isn't changed is written back as it was. */
export function textOf({ bytes }: EnvFile): string {
  return bytes?.toString("latin1") ?? "";
}

/**
 * Either the old content or the new is on disk, with the mode and owner that the file had. Null takes the file away.
 * @throws UsageError where it was changed since it was read
 */
export async function replaceEnvFile(file: EnvFile, content: Uint8Array | null): Promise<void> {
  const fresh = `${file.path}.calltune-new`;
  try {
    if (content !== null) await writeFresh(fresh, content, file);
    await refuseChanged(file);
    if (content === null) await rm(file.path);
    // A link is refused where a file has appeared; a rename would take its place.
    else if (file.bytes === null) await link(fresh, file.path);
    else await rename(fresh, file.path);
  } catch (error) {
    throw diskFault(error, file.name);
  } finally {
    await rm(fresh, { force: true });
  }
}

async function factsOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const isLink = await lstat(path).then(
      () => true,
      () => false,
    );
    if (isLink)
      throw new UsageError(`${basename(path)} is a link that leads nowhere; mend it, or give --env FILE`);
    return null;
  }
}

/** Far more than any has. */
const mostBytes = 1_000_000;

function refuseUnfit(name: string, facts: Stats): void {
  if (!facts.isFile())
    throw new UsageError(`${name} is no file that can be written anew (a folder or a pipe); give --env FILE`);
  if ((facts.mode & 0o222) === 0)
    throw new UsageError(`${name} is read-only; make it writable (chmod u+w ${name}), or give --env FILE`);
  if (facts.nlink > 1)
    throw new UsageError(
      `${name} has a second name (a hard link), which would keep the old model; make it a file of its own, or give --env FILE`,
    );
  if (facts.size > mostBytes) throw new UsageError(`${name} is too large for an .env file; give --env FILE`);
}

function refuseBinary(name: string, bytes: Buffer): void {
  if (bytes.includes(0)) throw new UsageError(`${name} is no plain text (UTF-16?); save it as UTF-8`);
}

async function writeFresh(fresh: string, content: Uint8Array, { mode, owner }: EnvFile): Promise<void> {
  await rm(fresh, { force: true });
  const handle = await open(fresh, "wx", privateFile);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const own = await stat(fresh);
  if (owner !== null && (owner.uid !== own.uid || owner.gid !== own.gid))
    await chown(fresh, owner.uid, owner.gid);
  await chmod(fresh, mode);
}

async function refuseChanged({ path, name, bytes }: EnvFile): Promise<void> {
  const now = await readFile(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  const isSame = now === null || bytes === null ? now === bytes : now.equals(bytes);
  if (!isSame)
    throw new UsageError(`${name} was changed by somebody else in this moment; run the same command again`);
}

/** The disk's trouble in words about this file: the usual ones are about the workspace. */
function diskFault(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  const sentences: Readonly<Record<string, string>> = {
    EACCES: `${name} or its folder may not be read or written; check owner and mode, or give --env FILE`,
    EPERM: `${name} may not be changed, or its owner not be kept; run this as its owner, or give --env FILE`,
    EROFS: `${name} is on a disk that can't be written; give --env FILE`,
    EBUSY: `${name} is mounted by itself and can't be replaced; run this where the file lies`,
    EEXIST: `${name} was made by somebody else in this moment; run the same command again`,
    ENOTDIR: `a file stands where ${name}'s folder should be; give --env FILE`,
    ELOOP: `${name} is a link that leads round in circles; give --env FILE`,
  };
  const sentence = sentences[String(error.code)];
  return sentence === undefined ? error : new UsageError(sentence, { cause: error });
}
