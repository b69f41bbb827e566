import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Answer, refuse, toolCallMessage } from "./support/chat-server.ts";
import { calltune } from "./support/cli.ts";
import { secret, switchGround, weather } from "./support/switching.ts";

const ground = switchGround();

describe("the trial", () => {
  beforeEach(async () => {
    await ground.report({ passed: true });
    await ground.env(`MINE_API_KEY=${secret}\n`);
  });
  afterEach(async () => {
    expect(await ground.envText()).toBe(`MINE_API_KEY=${secret}\n`);
    expect(await readdir(join(ground.folder, ".calltune"))).toEqual(["reports"]);
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
    ground.answer = given;
    const run = await ground.switchTo("mine:m1");
    expect(run).toMatchObject({ code: 1, stdout: expect.stringContaining(sentence) });
    expect(run.stdout).toContain("nothing was changed");
    expect(ground.server.requests.map(({ body }) => body.tool_choice)).toEqual(["auto", "required"]);
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
    ground.answer = given;
    const run = await ground.switchTo("mine:m1");
    expect(run).toMatchObject({ code: 4, stderr: expect.stringContaining(sentence) });
    expect(run.stderr).toContain("nothing was changed");
    expect(run.stdout + run.stderr).not.toContain(secret);
    expect(ground.server.requests).toHaveLength(1);
  });

  test("a missing key is told as the agent would be told", async () => {
    await ground.report({ passed: true, id: "20261128-1", candidates: { tuned: "groq:m1" } });
    const run = await calltune(["switch", "--to", "groq:m1"], { folder: ground.folder });
    expect(run).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("add the line GROQ_API_KEY=<your key"),
    });
  });

  test("an unknown provider without an address, too", async () => {
    const run = await calltune(["switch", "--to", "mine:m1"], { folder: ground.folder });
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("give --url https://") });
  });

  test("a local server that doesn't run", async () => {
    await ground.report({ passed: true, id: "20261128-1", candidates: { tuned: "local:calltune/base" } });
    const run = await calltune(["switch", "--to", "local:calltune/base", "--url", "http://127.0.0.1:9/v1"], {
      folder: ground.folder,
    });
    expect(run).toMatchObject({ code: 4, stderr: expect.stringContaining("calltune serve starts it") });
  });
});

test("a model that uses the tool only when it must is switched to, and that is said", async () => {
  await ground.report({ passed: true });
  ground.answer = ({ body }) =>
    body.tool_choice === "auto" ? { role: "assistant", content: "hm" } : weather;
  expect(await ground.switchTo("mine:m1")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("though only when told that it must"),
  });
});
