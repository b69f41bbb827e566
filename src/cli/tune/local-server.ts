import { readRunningServer } from "../../workspace/local-provider.ts";
import type { Project } from "../project.ts";

/** The embedded engine's server. */
export interface LocalServer {
  /** With its version: `http://127.0.0.1:53211/v1`. */
  readonly address: string;
  /** Whether it runs in this process. */
  readonly ours: boolean;
  close(): Promise<void>;
}

/** One that runs already for this workspace (`calltune serve`), else one in this process. */
export async function openLocalServer({ workspace }: Pick<Project, "workspace">): Promise<LocalServer> {
  const running = await readRunningServer(workspace);
  if (running !== null) return { address: `${running.url}/v1`, ours: false, close: async () => {} };
  const { startServer } = await import("../../server/index.ts");
  const server = await startServer({ workspace });
  return { address: `${server.url}/v1`, ours: true, close: server.close };
}

/** Whether asking the local provider would start it, and with it the jobs that stand still. */
export async function standsStill({ workspace }: Project): Promise<boolean> {
  return (await readRunningServer(workspace)) === null;
}
