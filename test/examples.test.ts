import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calltune } from "./support/cli.ts";

const examples = fileURLToPath(new URL("../examples/", import.meta.url));
let workspaces = "";
beforeAll(async () => {
  workspaces = await mkdtemp(join(tmpdir(), "calltune-examples-"));
});
afterAll(() => rm(workspaces, { recursive: true }));

/** Calls kept and left out, and the tools that the training data teaches. */
const expected: Readonly<Record<string, { kept: number; problems: number; tools: string[] }>> = {
  quickstart: { kept: 3, problems: 0, tools: ["book_table", "check_table"] },
  "own-source-and-format": { kept: 2, problems: 1, tools: ["check_table"] },
};

test("every example is run here", async () => {
  const entries = await readdir(examples, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.sort()).toEqual(Object.keys(expected).sort());
});

describe.each(Object.entries(expected))("the example %s", (name, { kept, problems, tools }) => {
  test("goes from calls to training data that its provider takes", async () => {
    const folder = join(examples, name);
    const workspace = join(workspaces, name);
    const pulled = await calltune(["pull", "--workspace", workspace], { folder });
    expect(pulled).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${kept} kept + ${problems} problem`),
    });
    expect(await calltune(["build", "--workspace", workspace], { folder })).toMatchObject({ code: 0 });
    const file = join(workspace, "dataset", "training_data.jsonl");
    expect(await calltune(["check", file], { folder })).toMatchObject({ code: 0 });
    expect(toolsTaught(await readFile(file, "utf8"))).toEqual(tools);
  });
});

function toolsTaught(rows: string): string[] {
  const taught = rows
    .trimEnd()
    .split("\n")
    .flatMap((row) => JSON.parse(row).messages.at(-1).tool_calls ?? [])
    .map((call: { function: { name: string } }) => call.function.name);
  return [...new Set(taught)].sort();
}
