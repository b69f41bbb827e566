import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EvaluationSummary } from "../src/domain/evaluation.ts";
import { calltune } from "./support/cli.ts";
import { type ChatServer, startChatServer } from "./support/faulty-chat-server.ts";
import { sharedData } from "./support/shared-data.ts";

let folder = "";
let server: ChatServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-evaluate-bfcl-"));
  server = await startChatServer();
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

// The server never calls a tool there: right where no call is due, and wrong elsewhere.
test.each([
  ["irrelevance", null, 1],
  ["parallel", "possible_answer", 0],
])("BFCL's published %s questions are asked and judged by its own rules", async (category, answers, rate) => {
  const file = `BFCL_v4_${category}.json.gz`;
  const questions = sharedData(`bfcl/${file}`);
  if (questions === null) return;
  const truth = answers === null ? [] : ["--answers", sharedData(`bfcl/${answers}/${file}`) ?? ""];
  const spec = `words=own:m,url=${server.address},price-in=0,price-out=0`;
  const run = await calltune(
    ["evaluate", "--cases", questions, ...truth, "--candidate", spec, "--limit", "40", "--json"],
    { folder },
  );
  expect([run.code, run.stderr]).toEqual([0, expect.anything()]);
  const { cases, candidates } = JSON.parse(run.stdout) as EvaluationSummary;
  expect(cases).toMatchObject({ from: file, count: 40, withToolCalls: answers === null ? 0 : 40 });
  expect(candidates[0]?.metrics["bfcl_ast"]).toMatchObject({ cases: 40, figures: { rate: { value: rate } } });
});
