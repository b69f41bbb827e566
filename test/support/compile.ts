import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/**
 * Before all tests: the command line is compiled once, as it ships. Started from its sources, each of some hundred runs would
 * compile it again, which is half of their processor time.
 */
export function setup(): void {
  execFileSync(
    process.execPath,
    [compiler, "-p", "tsconfig.build.json", "--noCheck", "--declaration", "false"],
    { stdio: "inherit" },
  );
  process.env["CALLTUNE_COMPILED"] = "yes";
}
