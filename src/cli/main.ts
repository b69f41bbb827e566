#!/usr/bin/env node
import { runCli } from "./run-cli.ts";

process.exitCode = await runCli({
  rawArgs: process.argv.slice(2),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
});
