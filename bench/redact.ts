import { execFileSync } from "node:child_process";
import type { Figures } from "../test/support/figures.ts";

/**
 * `npm run bench redact [--calls N]`, compiled as it is shipped and in a process of its own: what runs sources gives
 * each function its name when it is made, which redaction, that makes many, pays an eighth of its time for.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  execFileSync("npx", ["tsc", "-p", "tsconfig.bench.json"], { stdio: ["ignore", "ignore", "inherit"] });
  const figures = execFileSync(process.execPath, [".calltune/bench/bench/redact/speed.js", ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(figures);
}
