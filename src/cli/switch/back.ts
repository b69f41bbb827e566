import { UsageError } from "../../lib/errors.ts";
import { textOf } from "../../pipeline/switch/env-file.ts";
import { findWayBack, goBack } from "../../pipeline/switch/go-back.ts";
import { showChanges } from "../../pipeline/switch/show-changes.ts";
import type { CommandResult } from "../command.ts";
import type { SwitchContext } from "../commands/switch.ts";
import { openProject } from "../project.ts";
import { backText } from "../summaries/switch-text.ts";
import { envFileOf } from "./run.ts";

/** `calltune switch --back`: at once, without gate or trial; whoever goes back is in a hurry. */
export async function backCommandRun(context: SwitchContext): Promise<CommandResult> {
  refuseOthers(context);
  const project = await openProject(context.args);
  const file = await envFileOf(context, project);
  const way = await findWayBack(project.workspace, file);
  const changes = way.kind === "nothing" ? [] : showChanges(textOf(file), way.after ?? "");
  const dryRun = context.args["dry-run"] === true;
  if (!dryRun) await goBack(project.workspace, file, way, new Date());
  const { provider, model, at } = way.record;
  const outcome = {
    restored: !dryRun && way.kind !== "nothing",
    dryRun,
    undone: { provider, model, at },
    kind: way.kind,
    file: file.name,
    changes,
  };
  return { text: backText(outcome), json: outcome, exitCode: 0 };
}

function refuseOthers({ args: { to, url, force } }: SwitchContext): void {
  if (to === undefined && url === undefined && force === undefined) return;
  throw new UsageError("--back undoes the last switch, and takes none of --to, --url and --force");
}
