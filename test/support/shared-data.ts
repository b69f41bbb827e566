import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * A file of real calls, which the project may read but not hold: in the folder CALLTUNE_SHARED_DATA names, else in
 * `../shared/data` beside the repository. Null where it is absent, said on stderr so that a skipped test is seen.
 */
export function sharedData(name: string): string | null {
  const beside = fileURLToPath(new URL("../../../shared/data", import.meta.url));
  const file = join(process.env["CALLTUNE_SHARED_DATA"] ?? beside, name);
  if (existsSync(file)) return file;
  process.stderr.write(`SKIPPED: needs ${name} in ../shared/data or in CALLTUNE_SHARED_DATA\n`);
  return null;
}
