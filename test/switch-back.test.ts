import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { calltune } from "./support/cli.ts";
import { secret, switchGround } from "./support/switching.ts";

const ground = switchGround();

describe("--back", () => {
  const before = `A='1'\r\nMINE_API_KEY=${secret}\nLLM_MODEL=old\n`;
  beforeEach(async () => {
    await ground.report({ passed: true, candidates: { a: "mine:m1", b: "mine:m2" } });
    await ground.env(before);
  });

  test("brings back every byte, one switch at a time, and then there is nothing left", async () => {
    await ground.switchTo("mine:m1");
    const between = await ground.envText();
    await ground.switchTo("mine:m2");
    expect(await ground.back()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("- LLM_MODEL=m2\n+ LLM_MODEL=m1"),
    });
    expect(await ground.envText()).toBe(between);
    expect(await ground.back()).toMatchObject({ code: 0, stdout: expect.stringContaining("byte for byte") });
    expect(await ground.envText()).toBe(before);
    expect(await ground.back()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("nothing to go back to"),
    });
  });

  test("keeps what was edited since", async () => {
    await ground.switchTo("mine:m1");
    await ground.env((await ground.envText()).replace(secret, "a-new-key") + "ADDED=1\n");
    expect(await ground.back()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("was edited since"),
    });
    expect(await ground.envText()).toBe(before.replace(secret, "a-new-key") + "ADDED=1\n");
  });

  test("takes a file away that the switch made", async () => {
    await rm(join(ground.folder, ".env"));
    await ground.switchTo("mine:m1");
    expect(await ground.back()).toMatchObject({ code: 0 });
    expect(await readdir(ground.folder)).toEqual([".calltune"]);
  });

  test("--dry-run shows it", async () => {
    await ground.switchTo("mine:m1");
    const after = await ground.envText();
    expect(await ground.back("--dry-run")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("- LLM_PROVIDER=mine"),
    });
    expect(await ground.envText()).toBe(after);
  });

  test("knows one file from another", async () => {
    await ground.switchTo("mine:m1");
    await writeFile(join(ground.folder, "other.env"), "A=1\n");
    expect(await ground.back("--env", "other.env")).toMatchObject({ code: 2 });
  });

  test("goes with none of --to, --url and --force", async () => {
    expect(await ground.back("--to", "mine:m1")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("takes none of"),
    });
  });
});

describe("killed in between", () => {
  test.each(["record", "fresh file", "rename"])(
    "at the %s, the file is as before or as meant, and both can be gone on from",
    async (place) => {
      await ground.report({ passed: true });
      const before = `MINE_API_KEY=${secret}\nLLM_MODEL=old\n`;
      await ground.env(before);
      const killed = await calltune(["switch", "--to", "mine:m1", "--url", ground.server.address], {
        folder: ground.folder,
        env: {
          NODE_OPTIONS: `--import=${new URL("support/kill-at-switch.mjs", import.meta.url)}`,
          KILL_AT: place,
        },
      });
      expect(killed.code).toBe(null);
      expect([
        before,
        `${before.replace("old", "m1")}LLM_PROVIDER=mine\nLLM_BASE_URL=${ground.server.address}\n`,
      ]).toContain(await ground.envText());
      expect(await ground.switchTo("mine:m1")).toMatchObject({ code: 0 });
      expect((await readdir(ground.folder)).sort()).toEqual([".calltune", ".env"]);
      while ((await ground.back()).code === 0);
      expect(await ground.envText()).toBe(before);
    },
  );
});
