import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calltune } from "./support/cli.ts";
import { leaksIn, record } from "./support/planted-calls.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-redaction-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("redact", () => {
  const row = (fields: object = {}) => ({ messages: record(1).messages, ...fields });

  test("goes from stdin to stdout; a broken line is named, left out and ends with 3", async () => {
    const home = await project("stdin");
    const input = `${JSON.stringify(row())}\nsarah, not JSON\n\n${JSON.stringify({ messages: 1 })}\n[1]\n`;
    const { code, stdout, stderr } = await calltune(["redact"], { folder: home, stdin: input });
    expect(code).toBe(3);
    for (const line of [2, 4, 5]) expect(stderr).toContain(`standard input:${line}: `);
    expect(stdout.trim().split("\n")).toHaveLength(1);
    expect(leaksIn({ stdout, stderr })).toEqual([]);
    const [said, made] = JSON.parse(stdout).messages;
    expect(said.content).toContain(JSON.parse(made.tool_calls[0].function.arguments).customer_name);
  });

  test("redacts a request with its response, fields beside the messages, and leaves keys in order", async () => {
    const home = await project("exchange");
    const [asked, ...answers] = record(1).messages;
    const exchange = {
      request: { model: "m", messages: [asked], user: "sarah.okonkwo@gmail.com" },
      response: { id: "r", choices: answers.slice(0, 1).map((message, index) => ({ index, message })) },
    };
    const beside = { id: "x", messages: record(1).messages, metadata: { customer_name: "Sarah Okonkwo" } };
    const input = gzipSync(`${JSON.stringify(exchange)}\n${JSON.stringify(beside)}\n`);
    const { code, stdout } = await calltune(["redact", "-"], { folder: home, stdin: input });
    expect(code).toBe(0);
    expect(leaksIn({ stdout })).toEqual([]);
    const [first, second] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first.response.choices[0].message.tool_calls[0].function.name).toBe("book");
    expect(Object.keys(second)).toEqual(["id", "messages", "metadata"]);
    expect(second.messages[0].content).toContain(second.metadata.customer_name);
  });

  test("rows of one call share their surrogates; rows of another call don't", async () => {
    const home = await project("scope");
    const input = [row({ call_id: "a" }), row({ call_id: "a" }), row({ metadata: { call_id: "b" } })];
    const { stdout } = await calltune(["redact"], {
      folder: home,
      stdin: input.map((each) => JSON.stringify(each)).join("\n"),
    });
    const [one, two, other] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).messages);
    expect(one).toEqual(two);
    expect(other).not.toEqual(one);
  });

  test("writes a file that its owner alone can read, and never the one it reads", async () => {
    const home = await project("out");
    await writeFile(join(home, "in.jsonl"), `${JSON.stringify(row())}\n`);
    const { code, stdout } = await calltune(["redact", "in.jsonl", "--out", "out.jsonl", "--json"], {
      folder: home,
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      rows: 1,
      badLines: 0,
      leaks: { secondLook: { personal: {} } },
    });
    expect((await stat(join(home, "out.jsonl"))).mode & 0o777).toBe(0o600);
    const looked = await calltune(["check", "--personal", "out.jsonl"], { folder: home });
    expect(looked.code).toBe(0);
    for (const out of ["in.jsonl", "nowhere/out.jsonl", "."])
      expect(await calltune(["redact", "in.jsonl", "--out", out], { folder: home })).toMatchObject({
        code: 2,
      });
    expect(await calltune(["redact", "nowhere.jsonl"], { folder: home })).toMatchObject({
      code: 2,
      stdout: "",
    });
  });
});

describe("check --personal", () => {
  test("names places and kinds, never words, in any dialect; unreadable lines are no clean ones", async () => {
    const home = await project("look");
    const sharegpt = { conversations: [{ from: "human", value: "call me at 415-867-5309" }] };
    const clean = { messages: [{ role: "user", content: "call me at 415-555-0123" }] };
    const prompt = { role: "system", content: "You work for Tony's, 212-736-5000." };
    const own = { messages: [prompt, { role: "assistant", content: "We are at 212-736-5000." }] };
    const rows = [clean, sharegpt, own].map((each) => JSON.stringify(each));
    await writeFile(join(home, "rows.jsonl.gz"), gzipSync([...rows, "sarah@gmail.com, not JSON"].join("\n")));
    const found = await calltune(["check", "--personal", "rows.jsonl.gz"], { folder: home });
    expect(found.code).toBe(3);
    expect(found.stdout).toContain("rows.jsonl.gz:2: PHONE_NUMBER\nrows.jsonl.gz:4: EMAIL_ADDRESS");
    expect(leaksIn({ stdout: found.stdout })).toEqual([]);
    const fine = await calltune(["check", "--personal", "-"], {
      folder: home,
      stdin: `${rows[0]}\n${rows[2]}`,
    });
    expect(fine.code).toBe(0);
    const bytes = await calltune(["check", "--personal", "-"], {
      folder: home,
      stdin: Buffer.from([0xff, 0xfe, 10]),
    });
    expect(bytes.code).toBe(3);
  });
});

/** A folder of its own, without a config above it. */
async function project(name: string): Promise<string> {
  const home = join(folder, name);
  await rm(home, { recursive: true, force: true });
  await mkdir(home);
  return home;
}
