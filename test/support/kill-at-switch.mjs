// Loaded into a process by NODE_OPTIONS: ends it, as a power cut would, at a certain step of a switch. KILL_AT is `record`
// (the backup lies there, its record doesn't), `fresh file` (the new .env is half written) or `rename` (it is, and not in place).
import files from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const { open, rename } = files;
const die = () => process.kill(process.pid, "SIGKILL");

files.open = async (path, ...rest) => {
  if (process.env.KILL_AT === "record" && /switches[\\/]\d+\.json\.new$/.test(String(path))) die();
  const handle = await open(path, ...rest);
  if (process.env.KILL_AT !== "fresh file" || !String(path).endsWith(".calltune-new")) return handle;
  handle.writeFile = async (bytes) => {
    await handle.write(bytes.subarray(0, 20));
    die();
  };
  return handle;
};
files.rename = async (from, to) => {
  if (process.env.KILL_AT === "rename" && String(from).endsWith(".calltune-new")) die();
  return rename(from, to);
};
syncBuiltinESMExports();
