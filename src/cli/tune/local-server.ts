import { UsageError } from "../../lib/errors.ts";
import type { CommandWorld } from "../command.ts";
import type { Project } from "../project.ts";

/** The embedded engine's server. */
export interface LocalServer {
  /** With its version: `http://127.0.0.1:53211/v1`. */
  readonly address: string;
  /** Whether it runs in this process. */
  readonly ours: boolean;
  close(): Promise<void>;
}

/** One that runs already for this workspace (`calltune serve`), else one of our own. */
export async function openLocalServer(_project: Project, _world: CommandWorld): Promise<LocalServer> {
  throw new UsageError("the local provider isn't there yet");
}
