import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type Answer,
  type ChatServer,
  refuse,
  startChatServer,
  toolCallMessage,
} from "./support/chat-server.ts";
import { calltune } from "./support/cli.ts";
import { writeReport } from "./support/report.ts";

const secret = "tgp_very-secret-0123456789";
const weather = toolCallMessage("get_weather", '{"city":"Paris"}');
let folder = "";
let server: ChatServer;
let answer: Answer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-switch-"));
  answer = () => weather;
  server = await startChatServer((request, response) => answer(request, response));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

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
    if (facts !== null) await report(facts);
    await env(`MINE_API_KEY=${secret}\n`);
    const run = await switchTo("mine:m1");
    expect(run).toMatchObject({ code: 1, stdout: expect.stringContaining(sentence) });
    expect(run.stdout).toContain("--force");
    expect(await envText()).toBe(`MINE_API_KEY=${secret}\n`);
    expect(server.requests).toEqual([]);
    expect(JSON.parse((await switchTo("mine:m1", "--json")).stdout)).toMatchObject({
      switched: false,
      refusedBy: "gate",
    });
  });

  test("counts in the newest report only", async () => {
    await report({ passed: true });
    await report({ passed: false, id: "20261128-1" });
    expect(await switchTo("mine:m1")).toMatchObject({ code: 1 });
  });

  test("a report that can't be read is no pass", async () => {
    await report({ passed: true });
    await writeFile(join(folder, ".calltune", "reports", "20261127-1.json"), "{}");
    expect(await switchTo("mine:m1")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("report 20261127-1 can't be read"),
    });
  });

  test("is overruled by --force with a reason, which is written down", async () => {
    await env(`MINE_API_KEY=${secret}\n`);
    const run = await switchTo("mine:m1", "--force", "the old model ends tonight");
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
      expect(await switchTo("mine:m1", ...flags)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("--force takes the reason"),
      });
    },
  );
});

describe("a switch", () => {
  beforeEach(() => report({ passed: true }));

  test("asks the model for a tool call with the agent's key, writes .env and shows the difference", async () => {
    await env(
      `# my agent\nMINE_API_KEY=${secret}\nexport LLM_MODEL="old" # for now\r\nDATABASE_URL=postgres://u:p@h/d`,
    );
    const run = await switchTo("mine:m1");
    expect(run).toMatchObject({ code: 0 });
    expect(await envText()).toBe(
      `# my agent\nMINE_API_KEY=${secret}\nexport LLM_MODEL="m1" # for now\r\nDATABASE_URL=postgres://u:p@h/d\nLLM_PROVIDER=mine\nLLM_BASE_URL=${server.address}\n`,
    );
    expect(server.requests).toMatchObject([
      {
        path: "/v1/chat/completions",
        headers: { authorization: `Bearer ${secret}` },
        body: { model: "m1", tool_choice: "auto", tools: [{ function: { name: "get_weather" } }] },
      },
    ]);
    expect(run.stdout).toContain(
      ["+ LLM_PROVIDER=mine", "- LLM_MODEL=old", "+ LLM_MODEL=m1", `+ LLM_BASE_URL=${server.address}`].join(
        "\n",
      ),
    );
    expect(run.stdout).toContain("gate: passed in report 20261127-1 (candidate tuned, better)");
    expect(run.stdout + run.stderr).not.toContain(secret);
    expect(run.stdout + run.stderr).not.toContain("postgres://");
  });

  test("tells a program the same", async () => {
    await env(`MINE_API_KEY=${secret}\n`);
    const { stdout } = await switchTo("mine:m1", "--json");
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
        { variable: "LLM_BASE_URL", from: null, to: server.address },
      ],
    });
  });

  test("makes the file where there is none, for its owner alone; keeps the mode of one that is there", async () => {
    expect(await switchTo("mine:m1")).toMatchObject({ code: 0 });
    expect((await stat(join(folder, ".env"))).mode & 0o777).toBe(0o600);
    await env("A=1\n");
    await chmod(join(folder, ".env"), 0o640);
    expect(await switchTo("mine:m1")).toMatchObject({ code: 0 });
    expect((await stat(join(folder, ".env"))).mode & 0o777).toBe(0o640);
  });

  test("keeps its backup private, in the workspace, and leaves nothing beside the file", async () => {
    await env(`MINE_API_KEY=${secret}\n`);
    await switchTo("mine:m1");
    expect((await readdir(folder)).sort()).toEqual([".calltune", ".env"]);
    const backup = join(folder, ".calltune", "switches", "0001.env");
    expect(await readFile(backup, "utf8")).toBe(`MINE_API_KEY=${secret}\n`);
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
  });

  test("follows a link, which stays one", async () => {
    await mkdir(join(folder, "shared"));
    await writeFile(join(folder, "shared", "agent.env"), "A=1\n");
    await symlink(join("shared", "agent.env"), join(folder, ".env"));
    expect(await switchTo("mine:m1")).toMatchObject({ code: 0 });
    expect((await lstat(join(folder, ".env"))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, "shared", "agent.env"), "utf8")).toContain("LLM_MODEL=m1");
  });

  test("goes to the file that --env names", async () => {
    await writeFile(join(folder, "agent.env"), `MINE_API_KEY=${secret}\n`);
    expect(await switchTo("mine:m1", "--env", "agent.env")).toMatchObject({ code: 0 });
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
    expect(await readdir(folder)).not.toContain(".env");
  });

  test("--dry-run checks and tries, and writes nothing", async () => {
    await env("A=1\n");
    const run = await switchTo("mine:m1", "--dry-run");
    expect(run).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("nothing was written (--dry-run)"),
    });
    expect(run.stdout).toContain("+ LLM_MODEL=m1");
    expect(await envText()).toBe("A=1\n");
    expect(await readdir(join(folder, ".calltune"))).not.toContain("switches");
    expect(server.requests).toHaveLength(1);
  });

  test("to the model that is set already writes nothing", async () => {
    await switchTo("mine:m1");
    const run = await switchTo("mine:m1");
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining("set to this model already") });
    expect(await readdir(join(folder, ".calltune", "switches"))).toHaveLength(1);
  });

  test("takes the key from the environment where the file has none, and says so", async () => {
    const run = await switchTo("mine:m1", "--env", "other.env");
    expect(run.stderr).not.toContain("needs it");
    const keyed = await calltune(["switch", "--to", "mine:m1", "--url", server.address], {
      folder,
      env: { MINE_API_KEY: secret },
    });
    expect(keyed.stderr).toContain("MINE_API_KEY isn't in .env: the agent needs it in its environment");
    expect(keyed.code).toBe(0);
  });

  test("asks where it was evaluated, and says what else was evaluated with it", async () => {
    await report({
      passed: true,
      id: "20261128-1",
      address: server.address,
      prompt: "better.txt",
      fewShot: 3,
    });
    const run = await calltune(["switch", "--to", "mine:m1"], { folder });
    expect(run).toMatchObject({ code: 0 });
    expect(await envText()).toContain(`LLM_BASE_URL=${server.address}`);
    expect(run.stdout).toContain("NOTE: tuned was evaluated with the prompt better.txt");
    expect(run.stdout).toContain("NOTE: tuned was evaluated with 3 examples");
  });

  test("to another address than was evaluated says so", async () => {
    await report({ passed: true, id: "20261128-1", address: "https://elsewhere.example/v1" });
    expect((await switchTo("mine:m1")).stdout).toContain("was evaluated at https://elsewhere.example/v1");
  });

  test("keeps the guide's variable in step at groq, and leaves it alone elsewhere", async () => {
    await report({ passed: true, id: "20261128-1", candidates: { a: "groq:m1", b: "mine:m1" } });
    await env("GROQ_API_KEY=k\nGROQ_TOOL_MODEL=old\n");
    await switchTo("mine:m1");
    expect(await envText()).toContain("GROQ_TOOL_MODEL=old");
    await switchTo("groq:m1");
    expect(await envText()).toContain("GROQ_TOOL_MODEL=m1");
  });

  test("a model's id with # is read whole", async () => {
    const model = "accounts/a/models/m#accounts/a/deployments/d";
    await report({ passed: true, id: "20261128-1", candidates: { tuned: `mine:${model}` } });
    await switchTo(`mine:${model}`);
    expect(await envText()).toContain(`LLM_MODEL="${model}"`);
    expect(server.requests[0]?.body.model).toBe(model);
  });

  test("of two at once one is told to wait, or both come out whole", async () => {
    await report({ passed: true, id: "20261128-1", candidates: { a: "mine:m1", b: "mine:m2" } });
    await env(`MINE_API_KEY=${secret}\n`);
    const runs = await Promise.all([switchTo("mine:m1"), switchTo("mine:m2"), switchTo("mine:m1")]);
    for (const { code } of runs) expect([0, 2]).toContain(code);
    expect(runs.map(({ code }) => code)).toContain(0);
    expect(await envText()).toMatch(
      new RegExp(
        `^MINE_API_KEY=${secret}\nLLM_PROVIDER=mine\nLLM_MODEL=m[12]\nLLM_BASE_URL=${server.address}\n$`,
      ),
    );
  });
});

describe("the trial", () => {
  beforeEach(async () => {
    await report({ passed: true });
    await env(`MINE_API_KEY=${secret}\n`);
  });
  afterEach(async () => {
    expect(await envText()).toBe(`MINE_API_KEY=${secret}\n`);
    expect(await readdir(join(folder, ".calltune"))).toEqual(["reports"]);
  });

  test.each<[string, Answer, string]>([
    [
      "talks",
      () => ({ role: "assistant", content: "It is sunny.\u001b[2J" }),
      'it used no tool, though it had to (tool_choice "required"), and said: "It is sunny."',
    ],
    ["says nothing", () => ({ role: "assistant", content: null }), "it used no tool"],
    ["invents a tool", () => toolCallMessage("look_outside", "{}"), "a tool that isn't there, look_outside"],
    [
      "writes broken arguments",
      () => toolCallMessage("get_weather", '{"city": Paris'),
      'don\'t fit the tool: {"city": Paris',
    ],
    ["leaves the argument out", () => toolCallMessage("get_weather", "{}"), "don't fit the tool: {}"],
    [
      "writes what Groq can't read",
      (_, response) => refuse(response, 400, "Failed to call a function.", "tool_use_failed"),
      "can't read as a tool call",
    ],
    [
      "isn't behind an OpenAI-compatible address",
      (_, response) => void response.end("<html>welcome</html>"),
      "isn't the JSON of a chat completion",
    ],
  ])("a model that %s isn't switched to: exit 1", async (_, given, sentence) => {
    answer = given;
    const run = await switchTo("mine:m1");
    expect(run).toMatchObject({ code: 1, stdout: expect.stringContaining(sentence) });
    expect(run.stdout).toContain("nothing was changed");
    expect(server.requests.map(({ body }) => body.tool_choice)).toEqual(["auto", "required"]);
  });

  test.each<[string, Answer, string]>([
    [
      "a wrong key",
      (_, response) => refuse(response, 401, `Incorrect API key: ${secret}`),
      "the key in MINE_API_KEY was refused",
    ],
    [
      "a model that isn't there",
      (_, response) => refuse(response, 404, "no such model"),
      "is m1 the id of a model of mine",
    ],
    [
      "a request it won't have",
      (_, response) => refuse(response, 400, "auto needs a parser"),
      "auto needs a parser",
    ],
    ["too many requests", (_, response) => refuse(response, 429, "slow down"), "try again in a while"],
    ["a cut connection", (_, response) => void response.socket?.destroy(), "the connection was cut"],
  ])("%s: exit 4, and what to do", async (_, given, sentence) => {
    answer = given;
    const run = await switchTo("mine:m1");
    expect(run).toMatchObject({ code: 4, stderr: expect.stringContaining(sentence) });
    expect(run.stderr).toContain("nothing was changed");
    expect(run.stdout + run.stderr).not.toContain(secret);
    expect(server.requests).toHaveLength(1);
  });

  test("a missing key is told as the agent would be told", async () => {
    await report({ passed: true, id: "20261128-1", candidates: { tuned: "groq:m1" } });
    const run = await calltune(["switch", "--to", "groq:m1"], { folder });
    expect(run).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("add the line GROQ_API_KEY=<your key"),
    });
  });

  test("an unknown provider without an address, too", async () => {
    const run = await calltune(["switch", "--to", "mine:m1"], { folder });
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("give --url https://") });
  });

  test("a local server that doesn't run", async () => {
    await report({ passed: true, id: "20261128-1", candidates: { tuned: "local:calltune/base" } });
    const run = await calltune(["switch", "--to", "local:calltune/base", "--url", "http://127.0.0.1:9/v1"], {
      folder,
    });
    expect(run).toMatchObject({ code: 4, stderr: expect.stringContaining("calltune serve starts it") });
  });
});

test("a model that uses the tool only when it must is switched to, and that is said", async () => {
  await report({ passed: true });
  answer = ({ body }) => (body.tool_choice === "auto" ? { role: "assistant", content: "hm" } : weather);
  expect(await switchTo("mine:m1")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("though only when told that it must"),
  });
});

describe("--back", () => {
  const before = `A='1'\r\nMINE_API_KEY=${secret}\nLLM_MODEL=old\n`;
  beforeEach(async () => {
    await report({ passed: true, candidates: { a: "mine:m1", b: "mine:m2" } });
    await env(before);
  });

  test("brings back every byte, one switch at a time, and then there is nothing left", async () => {
    await switchTo("mine:m1");
    const between = await envText();
    await switchTo("mine:m2");
    expect(await back()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("- LLM_MODEL=m2\n+ LLM_MODEL=m1"),
    });
    expect(await envText()).toBe(between);
    expect(await back()).toMatchObject({ code: 0, stdout: expect.stringContaining("byte for byte") });
    expect(await envText()).toBe(before);
    expect(await back()).toMatchObject({ code: 2, stderr: expect.stringContaining("nothing to go back to") });
  });

  test("keeps what was edited since", async () => {
    await switchTo("mine:m1");
    await env((await envText()).replace(secret, "a-new-key") + "ADDED=1\n");
    expect(await back()).toMatchObject({ code: 0, stdout: expect.stringContaining("was edited since") });
    expect(await envText()).toBe(before.replace(secret, "a-new-key") + "ADDED=1\n");
  });

  test("takes a file away that the switch made", async () => {
    await rm(join(folder, ".env"));
    await switchTo("mine:m1");
    expect(await back()).toMatchObject({ code: 0 });
    expect(await readdir(folder)).toEqual([".calltune"]);
  });

  test("--dry-run shows it", async () => {
    await switchTo("mine:m1");
    const after = await envText();
    expect(await back("--dry-run")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("- LLM_PROVIDER=mine"),
    });
    expect(await envText()).toBe(after);
  });

  test("knows one file from another", async () => {
    await switchTo("mine:m1");
    await writeFile(join(folder, "other.env"), "A=1\n");
    expect(await back("--env", "other.env")).toMatchObject({ code: 2 });
  });

  test("goes with none of --to, --url and --force", async () => {
    expect(await back("--to", "mine:m1")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("takes none of"),
    });
  });
});

describe("killed in between", () => {
  test.each(["record", "fresh file", "rename"])(
    "at the %s, the file is as before or as meant, and both can be gone on from",
    async (place) => {
      await report({ passed: true });
      const before = `MINE_API_KEY=${secret}\nLLM_MODEL=old\n`;
      await env(before);
      const killed = await calltune(["switch", "--to", "mine:m1", "--url", server.address], {
        folder,
        env: {
          NODE_OPTIONS: `--import=${new URL("support/kill-at-switch.mjs", import.meta.url)}`,
          KILL_AT: place,
        },
      });
      expect(killed.code).toBe(null);
      expect([
        before,
        `${before.replace("old", "m1")}LLM_PROVIDER=mine\nLLM_BASE_URL=${server.address}\n`,
      ]).toContain(await envText());
      expect(await switchTo("mine:m1")).toMatchObject({ code: 0 });
      expect((await readdir(folder)).sort()).toEqual([".calltune", ".env"]);
      while ((await back()).code === 0);
      expect(await envText()).toBe(before);
    },
  );
});

describe("a file that can't be replaced is left alone, and the sentence names it", () => {
  beforeEach(() => report({ passed: true }));
  test.each<[string, () => Promise<void>, string]>([
    [
      "read-only",
      async () => {
        await env("A=1\n");
        await chmod(join(folder, ".env"), 0o444);
      },
      ".env is read-only",
    ],
    ["a folder", () => mkdir(join(folder, ".env")).then(() => {}), ".env is no file"],
    [
      "a link to nowhere",
      () => symlink("nowhere", join(folder, ".env")),
      ".env is a link that leads nowhere",
    ],
    ["UTF-16", () => writeFile(join(folder, ".env"), Buffer.from("\ufeffA=1\n", "utf16le")), "no plain text"],
    ["enormous", () => writeFile(join(folder, ".env"), "#".repeat(1_000_001)), "too large"],
    ["unclear", () => env("G=\n'zz'\nLLM_MODEL=old\nB=2'\n"), "set by hand: LLM_PROVIDER=mine, LLM_MODEL=m1"],
  ])("%s", async (_, make, sentence) => {
    await make();
    const { code, stderr } = await switchTo("mine:m1");
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) });
    expect(stderr).not.toContain(folder);
    expect(server.requests).toEqual([]);
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
  const run = await calltune(["switch", ...flags], { folder, env: { GROQ_API_KEY: "k" } });
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) });
  expect(await readdir(folder)).not.toContain(".env");
});

function report(facts: Partial<Parameters<typeof writeReport>[1]>): Promise<void> {
  const whole = { id: "20261127-1", passed: true, candidates: { tuned: "mine:m1" }, ...facts };
  return writeReport(join(folder, ".calltune"), whole);
}

function switchTo(target: string, ...flags: string[]) {
  return calltune(["switch", "--to", target, "--url", server.address, ...flags], { folder });
}

function back(...flags: string[]) {
  return calltune(["switch", "--back", ...flags], { folder });
}

async function env(text: string): Promise<void> {
  await writeFile(join(folder, ".env"), text);
}

function envText(): Promise<string> {
  return readFile(join(folder, ".env"), "utf8");
}

async function record(id: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, ".calltune", "switches", `${id}.json`), "utf8"));
}
