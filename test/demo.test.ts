import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Report } from "../src/domain/report.ts";
import { calltune } from "./support/cli.ts";

/** A minute of training on two free cores. */
const patienceMs = 600_000;

test(
  "demo goes from sample calls through a really tuned model to a verdict, without a key",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "calltune-demo-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const { code, stdout, stderr } = await calltune(["demo", "--calls", "20", "--json"], { folder });
    expect(stderr).not.toMatch(/error|calltune:/i);
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    expect(found.job).toMatchObject({ status: "completed" });
    expect(found.answer.given).toHaveLength(2);
    const report = Report.parse(found.report);
    expect(report.baseline).toBe("base");
    expect(report.candidates.map(({ result }) => result.candidate.name)).toEqual([
      "log",
      "base",
      "base+few-shot",
      "tuned",
    ]);
    for (const { result } of report.candidates) expect(result.answered).toBe(report.cases.count);
    const tuned = report.candidates.find(({ result }) => result.candidate.name === "tuned");
    expect(tuned?.result.candidate.model).toBe(found.answer.given[1].model);
    const page = join(folder, ".calltune/demo/reports", `${report.id}.html`);
    expect((await stat(page)).mode & 0o777).toBe(0o600);
    expect(await readFile(page, "utf8")).toContain("</html>");
  },
  patienceMs,
);
