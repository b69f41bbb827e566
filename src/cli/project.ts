import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { byTenant, type ToolBook, ToolsFile, toToolsFile } from "../domain/tool-book.ts";
import { UsageError } from "../lib/errors.ts";
import { isMissing } from "../workspace/files.ts";
import { openWorkspace, type Workspace } from "../workspace/workspace.ts";
import { faults, fromFolder, type LoadedConfig, loadConfig } from "./load-config.ts";

/** Where a command works: the folder it was called in, its config, its workspace. */
export interface Project {
  readonly workingFolder: string;
  readonly loaded: LoadedConfig;
  readonly workspace: Workspace;
}

export async function openProject(args: {
  readonly config?: string | undefined;
  readonly workspace?: string | undefined;
}): Promise<Project> {
  const workingFolder = process.cwd();
  const loaded = await loadConfig(args.config, workingFolder);
  const folder =
    args.workspace === undefined
      ? fromFolder(loaded.folder, loaded.config.workspace ?? ".calltune")
      : fromFolder(workingFolder, args.workspace);
  return { workingFolder, loaded, workspace: await openWorkspace(folder) };
}

/** The tools file of `--tools`, else the config's; null where neither names one. */
export async function readTools(
  flag: string | undefined,
  { loaded, workingFolder }: Project,
): Promise<ToolBook["file"]> {
  if (flag !== undefined) return readToolsFile(flag, workingFolder);
  const { tools } = loaded.config;
  if (tools === undefined) return null;
  return typeof tools === "string" ? readToolsFile(tools, loaded.folder) : byTenant(tools);
}

async function readToolsFile(name: string, folder: string): Promise<ToolBook["file"]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(fromFolder(folder, name), "utf8"));
  } catch (error) {
    if (isMissing(error)) throw new UsageError(`there is no tools file ${name}; give --tools FILE`);
    if (error instanceof SyntaxError)
      throw new UsageError(
        `the tools file ${name} isn't JSON; it holds OpenAI tools: [{"type":"function",…}]`,
      );
    throw error;
  }
  const tools = ToolsFile.safeParse(toToolsFile(content));
  if (!tools.success) throw new UsageError(`the tools file ${name}: ${faults(tools.error)}`);
  return byTenant(tools.data);
}

/** A whole number from a flag. @throws UsageError that names the flag */
export function wholeNumber(flag: string, value: string | undefined, least = 0): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw new UsageError(`--${flag} takes a whole number from ${least}, not "${value}"`);
  return number;
}

/** A share from 0 to 1. @throws UsageError that names the flag */
export function share(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= 1))
    throw new UsageError(`--${flag} takes a number from 0 to 1, not "${value}"`);
  return number;
}

/** `--threads`, else all cores. */
export function threadsFrom(value: string | undefined): number {
  return wholeNumber("threads", value, 1) ?? availableParallelism();
}

/** Without the keys that are undefined, so that defaults hold. */
export function defined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}
