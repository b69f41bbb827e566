import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";
import type { z } from "zod";
import { Config } from "../domain/config.ts";
import { UsageError } from "../lib/errors.ts";

const names = ["ts", "mts", "js", "mjs", "cjs", "json"].map((ending) => `calltune.config.${ending}`);

/** A config as read, with the folder that its relative paths start from. */
export interface LoadedConfig {
  readonly config: z.output<typeof Config>;
  readonly folder: string;
  /** Null where there is none. */
  readonly file: string | null;
}

/**
 * The file named, or the first `calltune.config.*` of the working folder, or an empty config.
 * @throws UsageError naming each key that is unknown or has a wrong value
 */
export async function loadConfig(file: string | undefined, workingFolder: string): Promise<LoadedConfig> {
  loadDotEnv(workingFolder);
  const path = file === undefined ? findConfig(workingFolder) : resolve(workingFolder, file);
  if (path === undefined) return { config: {}, folder: workingFolder, file: null };
  if (!existsSync(path)) throw new UsageError(`there is no config file ${file}`);
  const name = basename(path);
  const config = Config.safeParse(await importConfig(path));
  if (!config.success) throw new UsageError(`${name}: ${faults(config.error)}`);
  return { config: config.data, folder: dirname(path), file: path };
}

/** `key.path: what is wrong` for each fault, in one line. */
export function faults(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => `${path.length > 0 ? `${path.join(".")}: ` : ""}${message}`)
    .join("; ");
}

/** Of the user's files one path may be relative: to the config that names it. */
export function fromFolder(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}

function findConfig(folder: string): string | undefined {
  return names.map((name) => join(folder, name)).find((path) => existsSync(path));
}

async function importConfig(path: string): Promise<unknown> {
  const ownIndex = fileURLToPath(
    new URL(import.meta.url.endsWith(".ts") ? "../index.ts" : "../index.js", import.meta.url),
  );
  const jiti = createJiti(import.meta.url, { alias: { calltune: ownIndex }, moduleCache: false });
  try {
    return await jiti.import(path, { default: true });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const sentence = text
      .replaceAll(`${dirname(path)}/`, "")
      .replaceAll(homedir(), "~")
      .split("\n")[0];
    throw new UsageError(`the config ${basename(path)} can't be loaded: ${sentence?.trim()}`, {
      cause: error,
    });
  }
}

/** As most tools of this ecosystem do; what the shell has set stays. */
function loadDotEnv(folder: string): void {
  const file = join(folder, ".env");
  // A folder of that name is a Python environment.
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === false) process.loadEnvFile(file);
}
