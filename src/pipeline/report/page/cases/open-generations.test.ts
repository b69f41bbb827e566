import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openGenerations } from "./open-generations.ts";

const folder = mkdtempSync(join(tmpdir(), "calltune-generations-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a message is read whatever it says and whatever the order of its line", async () => {
  const message = { role: "assistant", content: ',"finishReason":"stop' };
  const [caseId, candidate, outcome, finishReason] = ["1#2", "base", "answered", "stop"];
  const rest = { usage: null, latency: null };
  const lines = [
    { caseId, candidate, outcome, message, finishReason, ...rest },
    { caseId: "as it likes", candidate, finishReason, outcome, ...rest, message },
    { caseId: "broken", candidate, outcome, message: { role: "assistant" }, finishReason, ...rest },
  ];
  const path = join(folder, "generations.jsonl");
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const generations = await openGenerations(path);
  expect(generations.messageOf("base", "1#2")).toEqual(message);
  expect(generations.messageOf("base", "as it likes")).toEqual(message);
  expect(generations.messageOf("base", "broken")).toBeNull();
  expect(generations.messageOf("base", "never asked")).toBeNull();
  generations.close();
});
