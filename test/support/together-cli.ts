import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Kept between runs; `npm ci` removes it. */
const environment = fileURLToPath(
  new URL("../../node_modules/.cache/calltune/together-cli", import.meta.url),
);

/**
 * The program `together` of Together's Python package: beside the Python that TOGETHER_PYTHON names, else installed with pip
 * into an environment of its own. Null where it can't be had, said on stderr so that a skipped test is seen.
 */
export async function installTogetherCli(): Promise<string | null> {
  const given = process.env["TOGETHER_PYTHON"];
  const program = join(given === undefined ? join(environment, "bin") : dirname(given), "together");
  if (existsSync(program)) return program;
  try {
    await mkdir(dirname(environment), { recursive: true });
    await run("python3", ["-m", "venv", environment], { timeout: 120_000 });
    const pip = ["install", "--quiet", "--disable-pip-version-check", "together[cli]>=3.1,<4"];
    await run(join(environment, "bin", "pip"), pip, { timeout: 240_000 });
  } catch {
    await rm(environment, { recursive: true, force: true });
    process.stderr.write(
      "SKIPPED: pip can't install Together's command line here; set TOGETHER_PYTHON to a Python that has it\n",
    );
    return null;
  }
  return existsSync(program) ? program : null;
}

export interface CliAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs it as a user would, but for a home of its own and without the maker's telemetry. */
export async function togetherCli(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<CliAnswer> {
  const settings = {
    env: {
      PATH: process.env["PATH"],
      NO_COLOR: "1",
      COLUMNS: "200",
      TOGETHER_TELEMETRY_DISABLED: "1",
      TOGETHER_DISABLE_VERSION_CHECK: "1",
      ...env,
    },
    timeout: 120_000,
  };
  try {
    const { stdout, stderr } = await run(program, [...args], settings);
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = { code: 1, stdout: "", stderr: "", ...(error as object) };
    return { code, stdout, stderr };
  }
}
