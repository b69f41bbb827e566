import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../src/cli/commands/index.ts";
import { callLine } from "../src/domain/call-line.ts";
import { calltune } from "./support/cli.ts";
import { callOf } from "./support/label-calls.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-cli-"));
  await writeFile(join(folder, "pulled.jsonl"), `${callLine(callOf([]))}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

describe("help", () => {
  test.each(Object.keys(commands))(
    "of %s has an example that names it, and every flag's meaning",
    async (name) => {
      const { code, stdout } = await calltune([name, "--help"]);
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`Examples:\\n(.*\\n)*.*calltune ${name}`));
      for (const line of stdout.split("\n").filter((text) => /^ {2}--/.test(text)))
        expect(line).toMatch(/^ {2}--\S+.* {2}\S/);
    },
  );
});

describe("wrong usage ends with 2 and says what to do", () => {
  test.each([
    [["trainn"], "there is no command `trainn`"],
    [["chek", "rows.jsonl"], "Did you mean `check`?"],
    [["pull", "--form", "tables"], "pull has no flag --form"],
    [["check", "rows.jsonl", "--providr", "hf"], "Did you mean --provider?"],
    [["check", "one.jsonl", "two.jsonl"], 'check takes no "two.jsonl"'],
    [["build", "calls.jsonl"], 'build takes no "calls.jsonl"'],
    [["pull"], "DATABASE_URL"],
    [["pull", "--limit", "many"], "--limit takes a whole number"],
    [["pull", "--source", "mysql"], "the built-in ones are postgres"],
    [["pull", "nowhere.jsonl"], "nowhere.jsonl"],
    [["pull", "--since", "yesterday"], "--since takes a day"],
    [["pull", "--since", "0"], "--since takes a day"],
    [["pull", "--tenant="], "--tenant names none"],
    [["pull", "--status", ","], "--status names none"],
    [["pull", "--source", "jsonl"], "expected at least one file"],
    [["pull", "nowhere.jsonl", "--source", "pglite"], "leave out --source"],
    [["build"], "calltune pull"],
    [["build", "--rows", "turn"], "rows"],
    [["build", "--off", "ungroundet"], "ungrounded"],
    [["build", "--provider", "replicate"], "together"],
    [["check"], "FILE"],
    [["check", "nowhere.jsonl"], "there is no such file"],
    [["pull", "--redact", "--no-redact"], "--redact and --no-redact contradict"],
    [["check", "pulled.jsonl"], "run calltune build, then check the training_data.jsonl"],
    [["build", "--tools", "missing.json"], "there is no tools file missing.json"],
    [["samples", "--to", "mysql://x"], "--to takes a postgres:// URL"],
    [["pull", "--config", "nowhere.ts"], "there is no config file"],
  ])("%j", async (args, sentence) => {
    const { code, stdout, stderr } = await calltune(args, { folder });
    expect(stderr).toContain(sentence);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("a config with an unknown key names it", async () => {
    await writeFile(join(folder, "bad.config.json"), '{"sorce":{"type":"postgres"}}');
    const { code, stderr } = await calltune(["pull", "--config", "bad.config.json"], { folder });
    expect(stderr).toContain("sorce");
    expect(code).toBe(2);
  });
});

test("check reads standard input, and tells of its lines", async () => {
  const row = '{"messages":[{"role":"user","content":"hello"},{"role":"assistant","content":"hi"}]}';
  const good = await calltune(["check", "-"], { stdin: `${row}\n` });
  expect([good.code, good.stderr]).toEqual([0, ""]);
  const bad = await calltune(["check", "-", "--json"], { stdin: `${row}\n{}\n` });
  expect(bad.code).toBe(3);
  expect(JSON.parse(bad.stdout)).toMatchObject({ rows: 2, faults: [{ line: 2, rule: "missing-column" }] });
});

describe("a disk that won't take what is written ends with 2 and says why", () => {
  test("a folder or a file in the way", async () => {
    await mkdir(join(folder, "in-the-way", "calls.jsonl"), { recursive: true });
    await writeFile(join(folder, "plain"), "");
    await writeFile(join(folder, "one.jsonl"), '{"call_id":"1","messages":[{"role":"user","content":"hi"}]}');
    await symlink(join(folder, "gone", "away"), join(folder, "dangling"));
    for (const workspace of ["in-the-way", "plain", "plain/inside", "dangling", "a".repeat(300)]) {
      const { code, stderr } = await calltune(["pull", "one.jsonl", "--workspace", workspace], { folder });
      expect(stderr).toMatch(/give (another|a shorter)/);
      expect(stderr).not.toContain(folder);
      expect(code).toBe(2);
    }
  });

  test("a file that may not grow, and once it may, counts as if nothing had been", async () => {
    const turn = { role: "user", content: "two margheritas please ".repeat(40) };
    const line = (id: number) => JSON.stringify({ call_id: `c${id}`, messages: [turn] });
    const lines = Array.from({ length: 3000 }, (_, id) => line(id)).join("\n");
    await writeFile(join(folder, "many.jsonl"), lines);
    const args = ["pull", "many.jsonl", "--workspace", "bounded", "--threads", "1"];
    const bounded = await calltune(args, { folder, mostBlocks: 2000 });
    expect(bounded.stderr).toContain("larger than it may");
    expect(bounded.code).toBe(2);
    const { stdout } = await calltune([...args, "--json"], { folder });
    expect(JSON.parse(stdout)).toMatchObject({ counts: { read: 3000, kept: 3000 }, totalCalls: 3000 });
  });
});

test.each([
  ["broken.config.json", '{"filter":'],
  ["broken.config.ts", 'import { x } from "./nowhere.ts";\nexport default { workspace: x };'],
])("a config that can't be loaded (%s) is named without the folder it lies in", async (name, text) => {
  await writeFile(join(folder, name), text);
  const { code, stderr } = await calltune(["pull", "--config", name], { folder });
  expect(stderr).toContain(`the config ${name} can't be loaded`);
  expect(stderr).not.toContain(folder);
  expect(code).toBe(2);
});

test("a key that no header can carry is the user's to mend", async () => {
  const env = { SUPABASE_URL: "http://127.0.0.1:1", SUPABASE_SERVICE_ROLE_KEY: "sécret€" };
  const { code, stderr } = await calltune(["pull"], { folder, env });
  expect(stderr).toContain("copy it again");
  expect(stderr).not.toContain("sécret");
  expect(code).toBe(2);
});

test("a server that isn't there ends with 4, without its password", async () => {
  const env = { DATABASE_URL: "postgres://reader:hunter2hunter2@127.0.0.1:1/agent" };
  const { code, stderr } = await calltune(["pull"], { folder, env });
  expect(code).toBe(4);
  expect(stderr).toContain("postgres");
  expect(stderr).not.toContain("hunter2hunter2");
});

describe("files all the way", () => {
  const record = (id: number) => ({
    call_id: `call-${id}`,
    status: "completed",
    caller: `+1415555${String(id).padStart(4, "0")}`,
    started_at: "2026-03-02T10:00:00Z",
    tools: [
      {
        type: "function",
        function: {
          name: "book",
          parameters: { type: "object", properties: { size: { type: "integer" } }, required: ["size"] },
        },
      },
    ],
    messages: [
      { role: "user", content: `A table for ${id} please, the name is number ${id}.` },
      {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "1", type: "function", function: { name: "book", arguments: `{"size":${id}}` } }],
      },
      { role: "tool", tool_call_id: "1", content: '{"booked":true}' },
      { role: "assistant", content: `Your table for ${id} is booked.` },
    ],
  });
  const lines = () =>
    [...Array.from({ length: 40 }, (_, index) => JSON.stringify(record(index + 2))), "{broken", ""].join(
      "\n",
    );

  test("gzip on stdin through pull, build and check; the second pull adds nothing; --json is one JSON object", async () => {
    const workspace = join(folder, "stdin");
    const pulled = await calltune(["pull", "-", "--json", "--workspace", workspace], {
      stdin: gzipSync(lines()),
    });
    expect(JSON.parse(pulled.stdout).counts).toMatchObject({ read: 41, kept: 40, problems: { not_json: 1 } });
    const again = await calltune(["pull", "-", "--json", "--workspace", workspace], {
      stdin: gzipSync(lines()),
    });
    expect(JSON.parse(again.stdout)).toMatchObject({ counts: { read: 0 }, totalCalls: 40 });
    const out = join(folder, "training_data.jsonl");
    const built = await calltune([
      "build",
      "--json",
      "--workspace",
      workspace,
      "--out",
      out,
      "--max-per-template",
      "1000",
    ]);
    expect(built.code).toBe(0);
    const { counts } = JSON.parse(built.stdout);
    expect(counts.decisions).toBe(80);
    const checked = await calltune(["check", out, "--provider", "together", "--json"]);
    expect(JSON.parse(checked.stdout)).toMatchObject({ passed: true, tokens: { exact: true } });
    const calls = await readFile(join(workspace, "calls.jsonl"), "utf8");
    expect(calls).not.toContain("+1415555");
  });

  test("a config file is found, and its relative paths start from it", async () => {
    const project = join(folder, "project");
    await rm(project, { recursive: true, force: true });
    await import("node:fs/promises").then((fs) => fs.mkdir(join(project, "logs"), { recursive: true }));
    await writeFile(join(project, "logs", "calls.jsonl"), lines());
    await writeFile(
      join(project, "calltune.config.ts"),
      'import { defineConfig } from "calltune";\nexport default defineConfig({ source: { type: "jsonl", files: ["logs"] }, filter: { statuses: ["completed"] }, build: { replyShare: 0.2 } });\n',
    );
    const pulled = await calltune(["pull", "--json"], { folder: project });
    expect(pulled.stderr).toBe("");
    expect(JSON.parse(pulled.stdout).counts.kept).toBe(40);
    const built = await calltune(["build", "--json"], { folder: project });
    expect(JSON.parse(built.stdout).options.replyShare).toBe(0.2);
  });

  test("bad rows end a check with 3, each as file:line", async () => {
    const bad = join(folder, "bad.jsonl");
    await writeFile(bad, '{"messages":[{"role":"user","content":"hi"}]}\n{"messages":[]}\nnot json\n');
    const { code, stdout } = await calltune(["check", bad, "--provider", "together"]);
    expect(code).toBe(3);
    for (const line of [1, 2, 3]) expect(stdout).toContain(`${bad}:${line}: `);
  });
});
