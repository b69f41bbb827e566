import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { calltune } from "./support/cli.ts";
import { startTestServer, weatherRows } from "./support/local-server.ts";

test("the local provider is the same code against calltune's server: no key, no question, a tuned model", async () => {
  const server = await startTestServer();
  await writeFile(join(server.folder, "train.jsonl"), weatherRows(40));
  const tune = (...args: string[]) =>
    calltune(["tune", ...args, "--workspace", join(server.folder, "workspace")], { folder: server.folder });
  const order = ["train.jsonl", "--provider", "local", "--model", "calltune/stand-in", "--epochs", "2"];
  const first = await tune(...order, "--json");
  expect([first.code, first.stderr]).toEqual([
    0,
    expect.stringContaining("price: nothing, it runs on this machine"),
  ]);
  const { id, jobId, model, address } = JSON.parse(first.stdout);
  expect(address).toBe("this machine");
  expect(model.name).toMatch(/^local\/stand-in-calltune-/);
  expect(await server.json(`/v1/fine-tunes/${jobId}`)).toMatchObject({ status: "completed", n_epochs: 2 });
  expect((await tune(...order)).stdout).toContain("this job is done already");
  const detached = JSON.parse((await tune(...order, "--again", "--detach", "--json")).stdout);
  expect(detached.jobId).not.toBe(jobId);
  expect((await tune("watch", detached.id)).stdout).toContain("completed");
  await server.close();
  const shown = await tune("show", id);
  expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining(model.name)]);
  const refused = await tune(...order, "--again", "--detach");
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("start calltune serve first")]);
});
