import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../lib/json.ts";
import { together } from "./together.ts";

/** A row, the faults it has, and what `check_file` of each version of Together's package said of it: null is "passed". */
interface Case {
  readonly name: string;
  readonly row: JsonObject;
  readonly faults: readonly string[];
  readonly together: Readonly<Record<string, string | null>>;
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL("./fixtures/together-rows.json", import.meta.url), "utf8"),
);
const errorsOf = (row: JsonObject) => together.checkRow(row).filter(({ severity }) => severity === "error");

describe("the rules of Together", () => {
  test.each(cases)("find $faults in $name", ({ row, faults }) => {
    expect(together.checkRow(row).map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(faults);
  });

  /** Row weights are in the documents since 2026 and in no package's check. */
  const newerThanThePackages = ["a row's own weight"];
  test.each(cases.filter(({ name }) => !newerThanThePackages.includes(name)))(
    "refuse what Together's own packages refuse: $name",
    ({ row, together: said }) => {
      const refused = Object.values(said).some((message) => message !== null);
      if (refused) expect(errorsOf(row)).not.toEqual([]);
    },
  );

  test.each([
    [
      "parallel_tool_calls",
      'Found extra column "parallel_tool_calls"; a row may have messages, tools, weight.',
    ],
    ["a message without a role", "messages[0]: Missing required column `role` in message."],
    ["an assistant with nothing", "messages[1]: Assistant message must have 'content' and/or 'tool_calls'."],
    [
      "arguments as an object",
      "messages[1].tool_calls[0]: 'tool_call.function.arguments' must be a serialized JSON string, not an object.",
    ],
    [
      "a tool that the row doesn't have",
      "messages[1].tool_calls[0]: 'tool_call.function.name' must reference a tool in the tools list. Got 'cancel' but available tools are: get_weather",
    ],
    [
      "arguments without a required one",
      "messages[1].tool_calls[0]: the arguments break the schema of 'get_weather': the arguments must have required property 'city'.",
    ],
  ])("say of %s: %s", (name, sentence) => {
    const row = cases.find((each) => each.name === name)?.row ?? {};
    expect(together.checkRow(row).map((fault) => fault.sentence)).toContain(sentence);
  });

  test("never repeat what a caller said", () => {
    const said = "my card is 4242 4242 4242 4242";
    const user = { role: "user", content: said };
    const rows: JsonObject[] = [
      { [said]: 1 },
      { messages: [user, user, { role: "assistant", content: "hi" }] },
      { messages: [{ role: said, content: said, [said]: said }] },
      {
        messages: [
          { role: "assistant", weight: said, tool_calls: [{ type: said, function: { name: said } }] },
        ],
      },
      { messages: [said], tools: [{ type: said, function: { name: said, parameters: said } }] },
    ];
    const sentences = rows.flatMap((row) => together.checkRow(row)).map((fault) => fault.sentence);
    expect(sentences.length).toBeGreaterThan(7);
    expect(sentences.filter((sentence) => sentence.includes("4242"))).toEqual([]);
  });
});

const python = process.env["TOGETHER_PYTHON"];

describe("Together's package (set TOGETHER_PYTHON to a Python that has it; skipped without)", () => {
  test.skipIf(python === undefined)("still says what was recorded", { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "calltune-together-"));
    try {
      writeFileSync(join(folder, "rows.json"), JSON.stringify(cases.map(({ row }) => row)));
      const said = JSON.parse(execFileSync(python ?? "", ["-c", askAll, folder], { encoding: "utf8" }));
      expect(said.messages).toEqual(cases.map((each) => each.together[said.version]));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const askAll = `
import json, sys, together
from together.lib.utils.files import check_file
def ask(row):
    path = sys.argv[1] + "/row.jsonl"
    open(path, "w").write(json.dumps(row) + "\\n")
    report = check_file(path)
    return None if report["is_check_passed"] else report["message"]
rows = json.load(open(sys.argv[1] + "/rows.json"))
print(json.dumps({"version": together.__version__, "messages": [ask(row) for row in rows]}))
`;
