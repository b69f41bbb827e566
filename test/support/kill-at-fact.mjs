// Loaded into a process by NODE_OPTIONS: ends it, as a power cut would, at a certain fact of a job's or of batches' ledger.
// KILL_AT is `before N` (the fact isn't written), `half N` (half of its line is) or `after N` (it is safe on disk),
// counted from the first fact this process writes.
import files from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const [when, nth] = (process.env.KILL_AT ?? "").split(" ");
let facts = 0;
const { open } = files;

files.open = async (path, ...rest) => {
  const handle = await open(path, ...rest);
  if (!/[\\/](?:jobs[\\/][a-z0-9]+\.json|batches\.jsonl)$/.test(String(path))) return handle;
  const { write, datasync } = handle;
  handle.write = async (bytes, offset, length, position) => {
    facts += 1;
    if (facts === Number(nth) && when === "before") process.kill(process.pid, "SIGKILL");
    if (facts === Number(nth) && when === "half") {
      await write.call(handle, bytes, offset, Math.floor(length / 2), position);
      process.kill(process.pid, "SIGKILL");
    }
    return write.call(handle, bytes, offset, length, position);
  };
  handle.datasync = async () => {
    await datasync.call(handle);
    if (facts === Number(nth) && when === "after") process.kill(process.pid, "SIGKILL");
  };
  return handle;
};
syncBuiltinESMExports();
