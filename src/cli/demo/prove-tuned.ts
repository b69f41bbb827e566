import type { Workspace } from "../../workspace/workspace.ts";
import type { CommandResult, CommandWorld } from "../command.ts";
import { evaluateCommand } from "../commands/evaluate.ts";
import { reportCommand } from "../commands/report.ts";

/** Cases of whole held-out calls: enough to tell a large difference, and asked in about a minute. */
const mostCases = 120;
/** Examples before each question; more don't fit into the embedded model's context. */
const fewShot = 2;

/** The results of `calltune evaluate` and `calltune report`, as they are. */
export interface Proof {
  readonly evaluation: CommandResult;
  readonly report: CommandResult;
}

/** The base model, the base model with examples, the tuned model and the production log, on held-out calls. */
export async function proveTuned(workspace: Workspace, tuned: string, world: CommandWorld): Promise<Proof> {
  world.terminal.notice("evaluate: the log, base, base with examples and tuned, on calls that none has seen");
  const candidates = [
    "log",
    "base=local:calltune/base",
    `base+few-shot=local:calltune/base,few-shot=${fewShot}`,
    `tuned=local:${tuned}`,
  ];
  const evaluation = await evaluateCommand.run(
    [
      ...candidates.flatMap((candidate) => ["--candidate", candidate]),
      "--limit",
      String(mostCases),
      "--workspace",
      workspace.folder,
    ],
    world,
  );
  world.terminal.notice("report: is tuned better than base?");
  const report = await reportCommand.run(["--baseline", "base", "--workspace", workspace.folder], world);
  return { evaluation, report };
}
