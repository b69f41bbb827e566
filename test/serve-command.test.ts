import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { calltune } from "./support/cli.ts";

test("serve says where it is and what to paste, and Ctrl-C ends it with what is kept", async () => {
  const workspace = await makeWorkspace();
  let models: unknown;
  const { code, stdout, stderr } = await calltune(["serve", "--port", "0", "--workspace", workspace], {
    onStart: (child) =>
      onceReady(child, async (text) => {
        const [base] = text.match(/http:\/\/127\.0\.0\.1:\d+\/v1/) ?? [];
        models = await (await fetch(`${base}/models`)).json();
        child.kill("SIGINT");
      }),
  });
  expect(models).toMatchObject([{ id: "calltune/base" }]);
  expect(stdout).toMatch(/export TOGETHER_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/v1 TOGETHER_API_KEY=local/);
  expect(stdout).toMatch(/export OPENAI_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/openai\/v1/);
  expect(stdout).toMatch(/export GROQ_BASE_URL=http:\/\/127\.0\.0\.1:\d+ /);
  expect(stdout).toContain("curl -s http://127.0.0.1:");
  expect(stderr).toContain("the server has stopped; files, jobs and models are kept in the workspace");
  expect(code).toBe(130);
  expect((await stat(join(workspace, "local"))).mode & 0o777).toBe(0o700);
});

test("serve --json says so in one line, and asks for the token of the environment without showing it", async () => {
  const workspace = await makeWorkspace();
  const statuses: number[] = [];
  const { stdout } = await calltune(["serve", "--port", "0", "--json", "--workspace", workspace], {
    env: { CALLTUNE_SERVE_TOKEN: "very-secret" },
    onStart: (child) =>
      onceReady(child, async (text) => {
        const { together } = JSON.parse(text);
        for (const authorization of ["", "Bearer very-secret"])
          statuses.push((await fetch(`${together}/models`, { headers: { authorization } })).status);
        child.kill("SIGTERM");
      }),
  });
  expect(statuses).toEqual([401, 200]);
  expect(JSON.parse(stdout)).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    together: expect.stringMatching(/\/v1$/),
    openai: expect.stringMatching(/\/openai\/v1$/),
    groq: expect.any(String),
    models: ["calltune/base"],
    pid: expect.any(Number),
  });
  expect(stdout).not.toContain("very-secret");
});

test("a second serve on the workspace is refused with who holds it", async () => {
  const workspace = await makeWorkspace();
  let second = { code: null as number | null, stderr: "" };
  await calltune(["serve", "--port", "0", "--workspace", workspace], {
    onStart: (child) =>
      onceReady(child, async () => {
        second = await calltune(["serve", "--port", "0", "--workspace", workspace]);
        child.kill("SIGINT");
      }),
  });
  expect(second.code).toBe(2);
  expect(second.stderr).toMatch(
    /another calltune command \(serve, process \d+\) is at work in this workspace/,
  );
});

test.each([
  [["--port", "70000"], "--port takes a number up to 65535"],
  [["--port", "x"], "--port takes a whole number from 0"],
  [["--token", ""], "the token is empty"],
  [["--host", "0.0.0.0"], "serve has no flag --host"],
])("serve %j is wrong usage", async (args, sentence) => {
  const { code, stderr } = await calltune(["serve", ...args, "--workspace", await makeWorkspace()]);
  expect(stderr).toContain(sentence);
  expect(code).toBe(2);
});

/** Calls with what was printed, once that is whole. */
function onceReady(child: ChildProcess, ready: (text: string) => Promise<void>): void {
  let text = "";
  const listen = (chunk: Buffer) => {
    text += chunk;
    if (!text.endsWith("\n")) return;
    child.stdout?.off("data", listen);
    ready(text).catch(() => child.kill("SIGKILL"));
  };
  child.stdout?.on("data", listen);
}

async function makeWorkspace(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "calltune-serve-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "workspace");
}
