import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readFileLines } from "../../lib/read-lines.ts";
import { privateFile } from "../../workspace/files.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { CommandResult, CommandWorld } from "../command.ts";
import { tuneCommand } from "../commands/tune.ts";

/** What a model of three million parameters learns in about two minutes on two cores. */
const mostRows = { training: 300, validation: 40 } as const;

/** `calltune tune` on the first examples of the dataset, by the embedded engine; its result as it is. */
export async function tuneSamples(workspace: Workspace, world: CommandWorld): Promise<CommandResult> {
  const { trainingData, validationData } = workspace.dataset;
  const training = join(workspace.folder, "tune-training.jsonl");
  const validation = join(workspace.folder, "tune-validation.jsonl");
  const rows = await copyFirstRows(trainingData, training, mostRows.training);
  const watched = await copyFirstRows(validationData, validation, mostRows.validation);
  world.terminal.notice(`tune: the embedded engine learns the first ${rows} examples, at no cost`);
  const files = [training, "--validation", watched === 0 ? "none" : validation];
  return tuneCommand.run(
    [...files, "--provider", "local", "--suffix", "demo", "--workspace", workspace.folder],
    world,
  );
}

/** How many there were to copy. */
async function copyFirstRows(from: string, to: string, most: number): Promise<number> {
  const rows: string[] = [];
  for await (const lines of readFileLines(from, { name: from })) {
    for (const { bytes } of lines) if (bytes !== null) rows.push(bytes.toString("utf8"));
    if (rows.length >= most) break;
  }
  const first = rows.slice(0, most);
  await writeFile(to, first.map((row) => `${row}\n`).join(""), { mode: privateFile });
  return first.length;
}
