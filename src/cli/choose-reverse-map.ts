import { isAbsolute, relative } from "node:path";
import { UsageError } from "../lib/errors.ts";
import { isSameFile, realPath } from "../workspace/files.ts";
import { fromFolder } from "./load-config.ts";
import type { Project } from "./project.ts";

/** The file of `--reverse-map`, null where there is none. @throws UsageError when something else is kept there */
export async function chooseReverseMap(
  flag: string | undefined,
  { workspace, workingFolder, loaded }: Project,
  inputs: readonly string[],
): Promise<string | null> {
  if (flag === undefined) return null;
  const file = fromFolder(workingFolder, flag);
  if (await isWithin(workspace.dataset.folder, file))
    throw new UsageError("--reverse-map can't be in the dataset's folder: that one is for sharing");
  for (const input of inputs.filter((path) => path !== "-"))
    if ((await isSameFile(input, file)) || (await isWithin(input, file)))
      throw new UsageError("--reverse-map names a file that calls are read from; give another one");
  if (loaded.file !== null && (await isSameFile(loaded.file, file)))
    throw new UsageError("--reverse-map names the config; give another file");
  const { calls, problems, pullState, salt } = workspace;
  const linked = await Promise.all([calls, problems, pullState, salt].map((own) => isSameFile(own, file)));
  if (linked.includes(true) || ownName.test(await pathWithin(workspace.folder, file)))
    throw new UsageError("--reverse-map names a file that calltune keeps something else in");
  return file;
}

/** What the workspace's folder holds, drafts included. */
const ownName =
  /^(?:calls\.jsonl|problems\.jsonl|pull\.json|salt|lock|dataset|samples|jobs|local)(?:[./\\]|$)/i;

async function isWithin(folder: string, file: string): Promise<boolean> {
  const path = await pathWithin(folder, file);
  return path === "" || !(path.startsWith("..") || isAbsolute(path));
}

async function pathWithin(folder: string, file: string): Promise<string> {
  return relative(await realPath(folder), await realPath(file));
}
