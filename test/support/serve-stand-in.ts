import { startServer } from "../../src/server/index.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";

/** `serve` with the stand-in engine, as a process of its own: `serve-stand-in.ts WORKSPACE`; says where it is in one JSON line. */
const server = await startServer({
  workspace: await openWorkspace(process.argv[2] ?? ""),
  engine: new URL("./stand-in-engine.ts", import.meta.url),
  threads: 1,
  log: (sentence) => process.stderr.write(`${sentence}\n`),
});
process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
process.on("SIGTERM", async () => {
  await server.close();
  process.exit(0);
});
