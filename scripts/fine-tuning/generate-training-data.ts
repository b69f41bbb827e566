/**
 * The guide's first step: completed calls with transcripts → `training_data.jsonl`, with the environment of the guide
 * (SUPABASE_URL + SUPABASE_SERVICE_ROLE_KEY, or DATABASE_URL). Thin: `calltune pull`, then `calltune build`.
 *
 *   npx tsx scripts/fine-tuning/generate-training-data.ts [training_data.jsonl] [--tools tools.json] [--provider together]
 */
import { runCli } from "../../src/cli/run-cli.ts";

const [first, ...rest] = process.argv.slice(2);
const named = first !== undefined && !first.startsWith("-");
const out = named ? first : "training_data.jsonl";
const buildFlags = named || first === undefined ? rest : [first, ...rest];
const cli = { env: process.env, stdout: process.stdout, stderr: process.stderr };

const pulled = await runCli({ ...cli, rawArgs: ["pull"] });
process.exitCode =
  pulled === 0 ? await runCli({ ...cli, rawArgs: ["build", "--out", out, ...buildFlags] }) : pulled;
