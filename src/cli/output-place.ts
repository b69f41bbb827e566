import { dirname } from "node:path";
import { UsageError } from "../lib/errors.ts";
import { isFolder } from "../workspace/files.ts";
import { fromFolder } from "./load-config.ts";

/**
 * The file a flag names, known before the work begins to lie in a folder that is there.
 * @throws UsageError that names the flag
 */
export async function outputPlace(flag: string, value: string, workingFolder: string): Promise<string> {
  const file = fromFolder(workingFolder, value);
  if (await isFolder(file)) throw new UsageError(`--${flag} names a folder; give a file`);
  if (await isFolder(dirname(file))) return file;
  throw new UsageError(
    `--${flag} is in a folder that isn't there; make it (mkdir -p), or give another --${flag}`,
  );
}
