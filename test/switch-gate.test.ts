import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { secret, switchGround } from "./support/switching.ts";

const ground = switchGround();

describe("the gate", () => {
  test.each([
    ["there is no report", null, "there is no report yet"],
    ["the last report has no gate", { passed: null }, "has no gate"],
    [
      "the gate wasn't passed",
      { passed: false },
      "the gate of report 20261127-1 wasn't passed: exact_call >= 0.9: exact_call of tuned is 0.61",
    ],
    [
      "another model passed it",
      { passed: true, candidates: { tuned: "mine:other" } },
      "the gate was passed by mine:other, not by mine:m1",
    ],
    [
      "the model is in the report, and the gate about another",
      { passed: true, candidates: { base: "mine:m1", tuned: "mine:m2" }, gated: ["tuned"] },
      "the gate was passed by mine:m2, not by mine:m1",
    ],
  ])("refuses where %s: exit 1, and nothing is asked or written", async (_, facts, sentence) => {
    if (facts !== null) await ground.report(facts);
    await ground.env(`MINE_API_KEY=${secret}\n`);
    const run = await ground.switchTo("mine:m1");
    expect(run).toMatchObject({ code: 1, stdout: expect.stringContaining(sentence) });
    expect(run.stdout).toContain("--force");
    expect(await ground.envText()).toBe(`MINE_API_KEY=${secret}\n`);
    expect(ground.server.requests).toEqual([]);
    expect(JSON.parse((await ground.switchTo("mine:m1", "--json")).stdout)).toMatchObject({
      switched: false,
      refusedBy: "gate",
    });
  });

  test("counts in the newest report only", async () => {
    await ground.report({ passed: true });
    await ground.report({ passed: false, id: "20261128-1" });
    expect(await ground.switchTo("mine:m1")).toMatchObject({ code: 1 });
  });

  test("a report that can't be read is no pass", async () => {
    await ground.report({ passed: true });
    await writeFile(join(ground.folder, ".calltune", "reports", "20261127-1.json"), "{}");
    expect(await ground.switchTo("mine:m1")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("report 20261127-1 can't be read"),
    });
  });

  test("is overruled by --force with a reason, which is written down", async () => {
    await ground.env(`MINE_API_KEY=${secret}\n`);
    const run = await ground.switchTo("mine:m1", "--force", "the old model ends tonight");
    expect(run).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("gate: NOT passed (there is no report"),
    });
    expect(await record("0001")).toMatchObject({
      provider: "mine",
      model: "m1",
      gate: null,
      forced: { reason: "the old model ends tonight", gateSays: expect.stringContaining("no report yet") },
    });
  });

  test.each([["--force"], ["--force="], ["--force", "--json"], ["--force", " "]])(
    "is not overruled by %s alone",
    async (...flags) => {
      expect(await ground.switchTo("mine:m1", ...flags)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("--force takes the reason"),
      });
    },
  );
});

async function record(id: string): Promise<unknown> {
  return JSON.parse(await readFile(join(ground.folder, ".calltune", "switches", `${id}.json`), "utf8"));
}
