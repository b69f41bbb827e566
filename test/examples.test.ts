import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startChatServer, toolCallMessage } from "./support/chat-server.ts";
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
  expect(folders.sort()).toEqual([...Object.keys(expected), "switch-in-an-agent"].sort());
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

describe("the example switch-in-an-agent", () => {
  test("asks whom its .env names, before a switch, after it and after going back", async () => {
    const folder = join(workspaces, "agent");
    await cp(join(examples, "switch-in-an-agent"), folder, { recursive: true });
    const server = await startChatServer(({ body }) => {
      const name = body.tools?.[0]?.function.name ?? "";
      return toolCallMessage(
        name,
        name === "get_weather" ? '{"city":"Paris"}' : '{"people":4,"time":"19:00"}',
      );
    });
    const file = join(folder, ".env");
    const env = (await readFile(join(folder, ".env.example"), "utf8")).replace("API_KEY=", "API_KEY=k");
    await writeFile(file, `${env}LLM_BASE_URL=${server.address}\n`);
    const answers = (model: string) => `${model}\ncheck_table({"people":4,"time":"19:00"})\n`;
    expect(await agent(file)).toBe(answers("groq:openai/gpt-oss-20b"));
    const to = ["--to", "local:mine", "--url", server.address, "--force", "an example"];
    expect(await calltune(["switch", ...to], { folder })).toMatchObject({ code: 0 });
    expect(await agent(file)).toBe(answers("local:mine"));
    expect(await calltune(["switch", "--back"], { folder })).toMatchObject({ code: 0 });
    expect(await agent(file)).toBe(answers("groq:openai/gpt-oss-20b"));
    await server.close();
  });
});

/** The agent in its place in the repository, with the environment of a file elsewhere. */
async function agent(envFile: string): Promise<string> {
  const program = join(examples, "switch-in-an-agent", "agent.ts");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`--env-file=${envFile}`, "--import", import.meta.resolve("tsx"), program],
    { env: { PATH: process.env["PATH"] } },
  );
  return stdout;
}

function toolsTaught(rows: string): string[] {
  const taught = rows
    .trimEnd()
    .split("\n")
    .flatMap((row) => JSON.parse(row).messages.at(-1).tool_calls ?? [])
    .map((call: { function: { name: string } }) => call.function.name);
  return [...new Set(taught)].sort();
}
