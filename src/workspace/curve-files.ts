import { join } from "node:path";

/** Where the share of the training split with about so many examples lies, for a learning curve. */
export function curveFile(workspaceFolder: string, size: number): string {
  return join(workspaceFolder, "curve", `train-${size}.jsonl`);
}
