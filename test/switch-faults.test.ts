import { chmod, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { calltune } from "./support/cli.ts";
import { switchGround } from "./support/switching.ts";

const ground = switchGround();

describe("a file that can't be replaced is left alone, and the sentence names it", () => {
  beforeEach(() => ground.report({ passed: true }));
  test.each<[string, () => Promise<void>, string]>([
    [
      "read-only",
      async () => {
        await ground.env("A=1\n");
        await chmod(join(ground.folder, ".env"), 0o444);
      },
      ".env is read-only",
    ],
    ["a folder", () => mkdir(join(ground.folder, ".env")).then(() => {}), ".env is no file"],
    [
      "a link to nowhere",
      () => symlink("nowhere", join(ground.folder, ".env")),
      ".env is a link that leads nowhere",
    ],
    [
      "UTF-16",
      () => writeFile(join(ground.folder, ".env"), Buffer.from("\ufeffA=1\n", "utf16le")),
      "no plain text",
    ],
    ["enormous", () => writeFile(join(ground.folder, ".env"), "#".repeat(1_000_001)), "too large"],
    [
      "unclear",
      () => ground.env("G=\n'zz'\nLLM_MODEL=old\nB=2'\n"),
      "set by hand: LLM_PROVIDER=mine, LLM_MODEL=m1",
    ],
  ])("%s", async (_, make, sentence) => {
    await make();
    const { code, stderr } = await ground.switchTo("mine:m1");
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) });
    expect(stderr).not.toContain(ground.folder);
    expect(ground.server.requests).toEqual([]);
  });
});

test.each([
  [[], "switch takes --to PROVIDER:MODEL"],
  [["--to", "m1"], 'not "m1"'],
  [["--to", "groq:"], 'not "groq:"'],
  [["--to", "groq: m"], 'not "groq: m"'],
  [["--to", "grok:m", "--force", "x"], "Did you mean groq?"],
  [["--to", 'groq:"m"', "--force", "x"], "holds spaces, quotes"],
  [["--to", "mine:m", "--url", "https://u:p@h/v1", "--force", "x"], "belongs into MINE_API_KEY"],
])("%j is told what to type", async (flags, sentence) => {
  const run = await calltune(["switch", ...flags], { folder: ground.folder, env: { GROQ_API_KEY: "k" } });
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) });
  expect(await readdir(ground.folder)).not.toContain(".env");
});
