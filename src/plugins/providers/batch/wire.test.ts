import { expect, test } from "vitest";
import { BatchReply, toBatch } from "./wire.ts";

const words = (text: string) => text.toUpperCase();

test.each([
  ["validating", "open"],
  ["in_progress", "open"],
  ["finalizing", "open"],
  ["cancelling", "open"],
  ["completed", "completed"],
  ["failed", "failed"],
  ["expired", "expired"],
  ["cancelled", "cancelled"],
  ["VALIDATING", "open"],
  ["IN_PROGRESS", "open"],
  ["COMPLETED", "completed"],
  ["FAILED", "failed"],
  ["EXPIRED", "expired"],
  ["CANCELLED", "cancelled"],
])("the status %s is %s", (status, state) => {
  expect(toBatch(BatchReply.parse({ id: "b", status }), words)).toMatchObject({ status, state });
});

test("a status that isn't known is said aloud: a wait for its end could be for ever", () => {
  const reply = BatchReply.parse({ id: "b", status: "constructor" });
  expect(() => toBatch(reply, words)).toThrow("batch b has a status that this calltune doesn't know");
});

test("OpenAI counts requests and names the line of a fault, Together tells a share and a sentence", () => {
  const openai = BatchReply.parse({
    id: "b",
    status: "failed",
    input_file_id: "file-1",
    output_file_id: "",
    request_counts: { total: 8, completed: 3, failed: 1 },
    errors: { data: [{ code: "invalid_json_line", line: 2, message: "no json" }] },
  });
  expect(toBatch(openai, words)).toMatchObject({
    inputFile: "file-1",
    outputFile: null,
    answered: 3,
    failed: 1,
    progress: 0.5,
    fault: "NO JSON (line 2 of its file)",
  });
  const together = BatchReply.parse({ id: "b", status: "FAILED", progress: 40, error: "no such model" });
  expect(toBatch(together, words)).toMatchObject({
    answered: null,
    progress: 0.4,
    fault: "NO SUCH MODEL",
  });
});
