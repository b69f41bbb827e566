import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startTestServer, type TestServer, untilFinal, weatherRows } from "./support/local-server.ts";
import { installTogetherCli, togetherCli } from "./support/together-cli.ts";

const program = await installTogetherCli();
const model = "calltune/stand-in";

describe.skipIf(program === null)("Together's own command line, as pip installs it", () => {
  test("walks the guide's path", async () => {
    const server = await startTestServer({ token: "secret" });
    const together = caller(server, "", "secret");
    const file = join(server.folder, "training_data.jsonl");
    await writeFile(file, weatherRows(8));

    const uploaded = await together("files", "upload", file);
    expect(uploaded).toMatchObject({ code: 0, stdout: expect.stringContaining("Success!") });
    const id = uploaded.stdout.match(/file-[0-9a-f-]+/)?.[0] ?? "";
    const again = await together("files", "upload", file);
    expect(again.stdout).toContain(`File already exists under ID: ${id}`);
    const [known] = JSON.parse((await together("files", "list", "--json")).stdout);
    expect(known).toMatchObject({ id, processing_status: "COMPLETED", filename: "training_data.jsonl" });

    const order = ["--training-file", id, "--model", model, "--n-epochs", "3"];
    const more = ["--learning-rate", "0.001", "--suffix", "mine"];
    const created = await together("fine-tuning", "create", ...order, ...more, "--confirm");
    expect(created.stderr).toBe("");
    expect(created).toMatchObject({ code: 0, stdout: expect.stringContaining("has been submitted") });
    const job = created.stdout.match(/ft-[0-9a-f]{8}-[0-9a-f]{4}/)?.[0] ?? "";
    await untilFinal(server, job, "secret");

    const listed = await together("fine-tuning", "list");
    expect(listed.stdout).toContain(job);
    expect(listed.stdout).toMatch(/calltune\/stand-in.*mine.*completed.*\$0\.00/);
    const retrieved = JSON.parse((await together("fine-tuning", "retrieve", job, "--json")).stdout);
    expect(retrieved).toMatchObject({ id: job, status: "completed", n_epochs: 3, learning_rate: 0.001 });
    const shown = await together("fine-tuning", "retrieve", job);
    expect(shown.stdout).toContain("Training metrics");
    const events = await together("fine-tuning", "list-events", job);
    for (const type of ["job_pending", "epoch_complete", "job_complete"])
      expect(events.stdout).toContain(type);
    const checkpoints = await together("fine-tuning", "list-checkpoints", job);
    expect(checkpoints.code).toBe(0);
  });

  test("works with the TOGETHER_BASE_URL that its version 2 and the TypeScript client want, too", async () => {
    const server = await startTestServer();
    const together = caller(server, "/v1", "any");
    const file = join(server.folder, "training_data.jsonl");
    await writeFile(file, weatherRows(2));
    expect((await together("files", "upload", file)).stdout).toContain("Success!");
    expect((await together("files", "list")).stdout).toContain("training_data.jsonl");
  });

  test("uploads by itself what it is to learn from, and says what the server refuses", async () => {
    const server = await startTestServer();
    const together = caller(server, "", "any");
    const file = join(server.folder, "rows.jsonl");
    await writeFile(file, weatherRows(2));
    const create = (...args: string[]) =>
      together("fine-tuning", "create", "--confirm", "--training-file", file, ...args);
    const ran = await create("--model", model, "--lora", "--lora-r", "8");
    expect(ran.code).toBe(0);
    const unknown = await create("--model", "meta-llama/Llama-3.3-70B");
    expect(unknown.code).not.toBe(0);
    expect(unknown.stdout + unknown.stderr).toMatch(/is not available for fine-tuning/);
    const many = await create("--model", model, "--n-epochs", "500");
    expect(many.code).not.toBe(0);
    expect(many.stdout + many.stderr).toMatch(/n_epochs must be between 1 and 200/);
  });

  test("cancels a running job", async () => {
    const server = await startTestServer();
    const together = caller(server, "", "any");
    const file = join(server.folder, "rows.jsonl");
    await writeFile(file, weatherRows(16));
    const order = ["--training-file", file, "--model", model, "--n-epochs", "200", "--batch-size", "1"];
    const created = await together("fine-tuning", "create", "--confirm", ...order);
    const job = created.stdout.match(/ft-[0-9a-f]{8}-[0-9a-f]{4}/)?.[0] ?? "";
    expect((await together("fine-tuning", "cancel", job, "--non-interactive")).code).toBe(0);
    expect((await untilFinal(server, job)).status).toBe("cancelled");
  });
});

function caller(server: TestServer, path: string, key: string) {
  const env = { TOGETHER_BASE_URL: server.url + path, TOGETHER_API_KEY: key, HOME: server.folder };
  return (...args: string[]) => togetherCli(program ?? "", args, env);
}
