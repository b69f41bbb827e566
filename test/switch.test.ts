import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { calltune } from "./support/cli.ts";
import { secret, switchGround } from "./support/switching.ts";

const ground = switchGround();

describe("a switch", () => {
  beforeEach(() => ground.report({ passed: true }));

  test("asks the model for a tool call with the agent's key, writes .env and shows the difference", async () => {
    await ground.env(
      `# my agent\nMINE_API_KEY=${secret}\nexport LLM_MODEL="old" # for now\r\nDATABASE_URL=postgres://u:p@h/d`,
    );
    const run = await ground.switchTo("mine:m1");
    expect(run).toMatchObject({ code: 0 });
    expect(await ground.envText()).toBe(
      `# my agent\nMINE_API_KEY=${secret}\nexport LLM_MODEL="m1" # for now\r\nDATABASE_URL=postgres://u:p@h/d\nLLM_PROVIDER=mine\nLLM_BASE_URL=${ground.server.address}\n`,
    );
    expect(ground.server.requests).toMatchObject([
      {
        path: "/v1/chat/completions",
        headers: { authorization: `Bearer ${secret}` },
        body: { model: "m1", tool_choice: "auto", tools: [{ function: { name: "get_weather" } }] },
      },
    ]);
    expect(run.stdout).toContain(
      [
        "+ LLM_PROVIDER=mine",
        "- LLM_MODEL=old",
        "+ LLM_MODEL=m1",
        `+ LLM_BASE_URL=${ground.server.address}`,
      ].join("\n"),
    );
    expect(run.stdout).toContain("gate: passed in report 20261127-1 (candidate tuned, better)");
    expect(run.stdout + run.stderr).not.toContain(secret);
    expect(run.stdout + run.stderr).not.toContain("postgres://");
  });

  test("tells a program the same", async () => {
    await ground.env(`MINE_API_KEY=${secret}\n`);
    const { stdout } = await ground.switchTo("mine:m1", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      switched: true,
      provider: "mine",
      model: "m1",
      gate: { passed: true, report: "20261127-1", candidate: "tuned" },
      forced: null,
      trial: { choice: "auto", arguments: '{"city":"Paris"}' },
      changes: [
        { variable: "LLM_PROVIDER", from: null, to: "mine" },
        { variable: "LLM_MODEL", from: null, to: "m1" },
        { variable: "LLM_BASE_URL", from: null, to: ground.server.address },
      ],
    });
  });

  test("makes the file where there is none, for its owner alone; keeps the mode of one that is there", async () => {
    expect(await ground.switchTo("mine:m1")).toMatchObject({ code: 0 });
    expect((await stat(join(ground.folder, ".env"))).mode & 0o777).toBe(0o600);
    await ground.env("A=1\n");
    await chmod(join(ground.folder, ".env"), 0o640);
    expect(await ground.switchTo("mine:m1")).toMatchObject({ code: 0 });
    expect((await stat(join(ground.folder, ".env"))).mode & 0o777).toBe(0o640);
  });

  test("keeps its backup private, in the workspace, and leaves nothing beside the file", async () => {
    await ground.env(`MINE_API_KEY=${secret}\n`);
    await ground.switchTo("mine:m1");
    expect((await readdir(ground.folder)).sort()).toEqual([".calltune", ".env"]);
    const backup = join(ground.folder, ".calltune", "switches", "0001.env");
    expect(await readFile(backup, "utf8")).toBe(`MINE_API_KEY=${secret}\n`);
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
  });

  test("follows a link, which stays one", async () => {
    await mkdir(join(ground.folder, "shared"));
    await writeFile(join(ground.folder, "shared", "agent.env"), "A=1\n");
    await symlink(join("shared", "agent.env"), join(ground.folder, ".env"));
    expect(await ground.switchTo("mine:m1")).toMatchObject({ code: 0 });
    expect((await lstat(join(ground.folder, ".env"))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(ground.folder, "shared", "agent.env"), "utf8")).toContain("LLM_MODEL=m1");
  });

  test("goes to the file that --env names", async () => {
    await writeFile(join(ground.folder, "agent.env"), `MINE_API_KEY=${secret}\n`);
    expect(await ground.switchTo("mine:m1", "--env", "agent.env")).toMatchObject({ code: 0 });
    expect(ground.server.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
    expect(await readdir(ground.folder)).not.toContain(".env");
  });

  test("--dry-run checks and tries, and writes nothing", async () => {
    await ground.env("A=1\n");
    const run = await ground.switchTo("mine:m1", "--dry-run");
    expect(run).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("nothing was written (--dry-run)"),
    });
    expect(run.stdout).toContain("+ LLM_MODEL=m1");
    expect(await ground.envText()).toBe("A=1\n");
    expect(await readdir(join(ground.folder, ".calltune"))).not.toContain("switches");
    expect(ground.server.requests).toHaveLength(1);
  });

  test("to the model that is set already writes nothing", async () => {
    await ground.switchTo("mine:m1");
    const run = await ground.switchTo("mine:m1");
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining("set to this model already") });
    expect(await readdir(join(ground.folder, ".calltune", "switches"))).toHaveLength(1);
  });

  test("takes the key from the environment where the file has none, and says so", async () => {
    const run = await ground.switchTo("mine:m1", "--env", "other.env");
    expect(run.stderr).not.toContain("needs it");
    const keyed = await calltune(["switch", "--to", "mine:m1", "--url", ground.server.address], {
      folder: ground.folder,
      env: { MINE_API_KEY: secret },
    });
    expect(keyed.stderr).toContain("MINE_API_KEY isn't in .env: the agent needs it in its environment");
    expect(keyed.code).toBe(0);
  });

  test("asks where it was evaluated, and says what else was evaluated with it", async () => {
    await ground.report({
      passed: true,
      id: "20261128-1",
      address: ground.server.address,
      prompt: "better.txt",
      fewShot: 3,
    });
    const run = await calltune(["switch", "--to", "mine:m1"], { folder: ground.folder });
    expect(run).toMatchObject({ code: 0 });
    expect(await ground.envText()).toContain(`LLM_BASE_URL=${ground.server.address}`);
    expect(run.stdout).toContain("NOTE: tuned was evaluated with the prompt better.txt");
    expect(run.stdout).toContain("NOTE: tuned was evaluated with 3 examples");
  });

  test("to another address than was evaluated says so", async () => {
    await ground.report({ passed: true, id: "20261128-1", address: "https://elsewhere.example/v1" });
    expect((await ground.switchTo("mine:m1")).stdout).toContain(
      "was evaluated at https://elsewhere.example/v1",
    );
  });

  test("keeps the guide's variable in step at groq, and leaves it alone elsewhere", async () => {
    await ground.report({ passed: true, id: "20261128-1", candidates: { a: "groq:m1", b: "mine:m1" } });
    await ground.env("GROQ_API_KEY=k\nGROQ_TOOL_MODEL=old\n");
    await ground.switchTo("mine:m1");
    expect(await ground.envText()).toContain("GROQ_TOOL_MODEL=old");
    await ground.switchTo("groq:m1");
    expect(await ground.envText()).toContain("GROQ_TOOL_MODEL=m1");
  });

  test("a model's id with # is read whole", async () => {
    const model = "accounts/a/models/m#accounts/a/deployments/d";
    await ground.report({ passed: true, id: "20261128-1", candidates: { tuned: `mine:${model}` } });
    await ground.switchTo(`mine:${model}`);
    expect(await ground.envText()).toContain(`LLM_MODEL="${model}"`);
    expect(ground.server.requests[0]?.body.model).toBe(model);
  });

  test("of two at once one is told to wait, or both come out whole", async () => {
    await ground.report({ passed: true, id: "20261128-1", candidates: { a: "mine:m1", b: "mine:m2" } });
    await ground.env(`MINE_API_KEY=${secret}\n`);
    const runs = await Promise.all([
      ground.switchTo("mine:m1"),
      ground.switchTo("mine:m2"),
      ground.switchTo("mine:m1"),
    ]);
    for (const { code } of runs) expect([0, 2]).toContain(code);
    expect(runs.map(({ code }) => code)).toContain(0);
    expect(await ground.envText()).toMatch(
      new RegExp(
        `^MINE_API_KEY=${secret}\nLLM_PROVIDER=mine\nLLM_MODEL=m[12]\nLLM_BASE_URL=${ground.server.address}\n$`,
      ),
    );
  });
});
