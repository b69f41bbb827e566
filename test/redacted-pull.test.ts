import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calltune } from "./support/cli.ts";
import { contentsOf, leaksIn, lines, record } from "./support/planted-calls.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-redaction-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("a pull", () => {
  test("writes and prints no planted value, and all copies of one agree", async () => {
    const home = await project("planted");
    await writeFile(join(home, "calls.jsonl"), lines(30));
    const pulled = await calltune(["pull", "calls.jsonl"], { folder: home });
    expect(pulled).toMatchObject({ code: 0, stderr: "" });
    const built = await calltune(["build", "--max-per-template", "1000"], { folder: home });
    expect(built.code).toBe(0);
    expect(pulled.stdout).toMatch(/PERSON +\d+ +\d+ +0 +0\n/);
    const written = await contentsOf(join(home, ".calltune"), ["pull.json"]);
    expect(Object.keys(written)).toEqual(expect.arrayContaining(["calls.jsonl", "train.jsonl"]));
    const printed = { pulled: pulled.stdout, built: built.stdout + built.stderr };
    expect(leaksIn({ ...written, ...printed })).toEqual([]);
    const [call] = (written["calls.jsonl"] ?? "").split("\n").map((line) => JSON.parse(line || "null"));
    const { customer_name: name } = JSON.parse(call.turns[1].toolCalls[0].arguments);
    expect(call.turns[0].text).toContain(`my name is ${name}`);
    expect(call.turns[1].toolCalls[0].result).toContain(name);
    const manifest = JSON.parse(written["manifest.json"] ?? "");
    expect(manifest.redaction).toMatchObject({ on: true, report: { calls: 30 } });
  });

  test("names calls and problems without the numbers and addresses in their ids", async () => {
    const home = await project("ids");
    const records = [
      { ...record(1), call_id: "+14158675309-2026-03-02" },
      { ...record(2), call_id: "sarah.okonkwo@gmail.com" },
      { ...record(2), call_id: "sarah.okonkwo@gmail.com" },
    ];
    await writeFile(join(home, "calls.jsonl"), records.map((each) => `${JSON.stringify(each)}\n`).join(""));
    const { stdout } = await calltune(["pull", "calls.jsonl", "--json"], { folder: home });
    expect(JSON.parse(stdout).counts).toMatchObject({ kept: 2, problems: { duplicate_id: 1 } });
    expect(leaksIn(await contentsOf(join(home, ".calltune"), []))).toEqual([]);
  });

  test("keeps its secret for itself, and goes on with it: two pulls report what one does", async () => {
    const home = await project("salt");
    await writeFile(join(home, "calls.jsonl"), lines(3));
    await calltune(["pull", "calls.jsonl"], { folder: home });
    const salt = join(home, ".calltune", "salt");
    expect((await stat(salt)).mode & 0o777).toBe(0o600);
    const before = await readFile(join(home, ".calltune", "calls.jsonl"), "utf8");
    await appendFile(join(home, "calls.jsonl"), `${JSON.stringify(record(99))}\n`);
    const { stdout } = await calltune(["pull", "calls.jsonl", "--json"], { folder: home });
    const after = await readFile(join(home, ".calltune", "calls.jsonl"), "utf8");
    expect(after.startsWith(before)).toBe(true);
    const twice = JSON.parse(stdout);
    const once = await calltune(["pull", "calls.jsonl", "--fresh", "--json"], { folder: home });
    expect(await readFile(join(home, ".calltune", "calls.jsonl"), "utf8")).toBe(after);
    expect(JSON.parse(once.stdout).leaks).toEqual(twice.leaks);
    expect(after).not.toContain((await readFile(salt, "utf8")).trim());
  });

  test("with CALLTUNE_SALT two machines agree, and another salt is refused until all is read again", async () => {
    const env = { CALLTUNE_SALT: "one secret for two machines" };
    const written: string[] = [];
    for (const name of ["machine-1", "machine-2"]) {
      const home = await project(name);
      await writeFile(join(home, "calls.jsonl"), lines(2));
      await calltune(["pull", "calls.jsonl"], { folder: home, env });
      written.push(await readFile(join(home, ".calltune", "calls.jsonl"), "utf8"));
      expect(await readdir(join(home, ".calltune"))).not.toContain("salt");
    }
    expect(written[0]).toBe(written[1]);
    const home = join(folder, "machine-1");
    const other = { CALLTUNE_SALT: "another secret, not the same" };
    const refused = await calltune(["pull", "calls.jsonl"], { folder: home, env: other });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("--fresh");
    expect(await calltune(["pull", "calls.jsonl", "--fresh"], { folder: home, env: other })).toMatchObject({
      code: 0,
    });
    expect(await readFile(join(home, ".calltune", "calls.jsonl"), "utf8")).not.toBe(written[0]);
  });

  test("with --no-redact it warns, and so do build and check", async () => {
    const home = await project("off");
    await writeFile(join(home, "calls.jsonl"), lines(20));
    const pulled = await calltune(["pull", "calls.jsonl", "--no-redact"], { folder: home });
    expect(pulled.code).toBe(0);
    expect(pulled.stderr).toContain("WARNING");
    expect(pulled.stdout).toContain("NOT redacted");
    expect(await readFile(join(home, ".calltune", "calls.jsonl"), "utf8")).toContain("Sarah");
    const built = await calltune(["build"], { folder: home });
    expect(built.stdout).toContain("NOT redacted");
    const data = join(".calltune", "dataset", "training_data.jsonl");
    const checked = await calltune(["check", data], { folder: home });
    expect(checked.stdout).toContain("NOT redacted");
    const calls = join(".calltune", "calls.jsonl");
    const looked = await calltune(["check", "--personal", calls, "--json"], { folder: home });
    expect(looked.code).toBe(3);
    expect(JSON.parse(looked.stdout).personal.PERSON).toBeGreaterThan(0);
    expect(leaksIn({ looked: looked.stdout })).toEqual([]);
    const again = await calltune(["pull", "calls.jsonl"], { folder: home });
    expect(again).toMatchObject({ code: 2 });
    expect(again.stderr).toContain("--fresh");
  });

  test("follows the config: kinds, operators, lists, names and patterns; other settings are refused", async () => {
    const home = await project("config");
    const said =
      "my name is Sarah Okonkwo, 415-867-5309, member KD-4711, ask Zyxwv, tell Bob Miller at bob@corp.com";
    const call = { ...record(1), messages: [{ role: "user", content: said }] };
    await writeFile(join(home, "calls.jsonl"), `${JSON.stringify(call)}\n`);
    const redact = {
      operators: { PERSON: "label", PHONE_NUMBER: "keep", EMAIL_ADDRESS: "hash" },
      allow: ["Bob Miller"],
      names: ["Zyxwv"],
      patterns: [{ entity: "ID", pattern: "KD-\\d{4}", score: 0.3, context: ["member"] }],
    };
    await writeFile(join(home, "calltune.config.json"), JSON.stringify({ redact }));
    expect(await calltune(["pull", "calls.jsonl"], { folder: home })).toMatchObject({ code: 0 });
    const text = await readFile(join(home, ".calltune", "calls.jsonl"), "utf8");
    expect(text).toMatch(/my name is <PERSON>(?: <PERSON>)?, 415-867-5309/);
    expect(text).toContain("Bob Miller");
    expect(text).toMatch(/at <EMAIL_ADDRESS:[0-9a-f]{16}>/);
    expect(text).not.toMatch(/Zyxwv|KD-4711/i);
    await writeFile(join(home, "calltune.config.json"), JSON.stringify({ redact: { threshold: 0.9 } }));
    const refused = await calltune(["pull", "calls.jsonl"], { folder: home });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("--fresh");
  });

  test("writes the way back only when asked, apart and for its owner alone, and goes on with it", async () => {
    const home = await project("map");
    await writeFile(join(home, "calls.jsonl"), lines(2));
    const flags = ["pull", "calls.jsonl", "--reverse-map", "map.jsonl"];
    const pulled = await calltune(flags, { folder: home });
    expect(pulled.stderr).toContain("WARNING");
    await appendFile(join(home, "calls.jsonl"), `${JSON.stringify(record(99))}\n`);
    await calltune(flags, { folder: home });
    const file = join(home, "map.jsonl");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const entries = (await readFile(file, "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(new Set(entries.map(({ call }) => call)).size).toBe(3);
    expect(entries).toContainEqual({
      call: "call-1",
      entity: "PERSON",
      value: "sarah okonkwo",
      surrogate: expect.any(String),
    });
    const without = await calltune(["pull", "calls.jsonl"], { folder: home });
    expect(without).toMatchObject({ code: 2 });
    const inDataset = ["pull", "calls.jsonl", "--reverse-map", ".calltune/dataset/map.jsonl", "--fresh"];
    expect(await calltune(inDataset, { folder: home })).toMatchObject({ code: 2 });
  });
});

test("wrong settings end with 2 and name their key", async () => {
  const home = await project("wrong");
  await writeFile(join(home, "calls.jsonl"), lines(1));
  const redact = { patterns: [{ entity: "ID", pattern: "(?=a)b" }], deny: { CREDIT_CARD: ["hello"] } };
  await writeFile(join(home, "calltune.config.json"), JSON.stringify({ redact }));
  const { code, stdout, stderr } = await calltune(["pull", "calls.jsonl"], { folder: home });
  for (const key of ["redact.patterns.0.pattern", "redact.deny.CREDIT_CARD.0"]) expect(stderr).toContain(key);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
});

/** A folder of its own, without a config above it. */
async function project(name: string): Promise<string> {
  const home = join(folder, name);
  await rm(home, { recursive: true, force: true });
  await mkdir(home);
  return home;
}
