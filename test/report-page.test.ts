import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../src/domain/report.ts";
import { toJsonLine } from "../src/lib/json-lines.ts";
import type { PageCase } from "../src/pipeline/report/page/cases/page-case.ts";
import { readPageCases } from "../src/pipeline/report/page/cases/read-page-cases.ts";
import { renderPage } from "../src/pipeline/report/page/render-page.ts";
import { writePage } from "../src/pipeline/report/page/write-page.ts";
import { findChromium, openBrowser } from "./support/browser.ts";
import { hostileCases, hostileWords } from "./support/hostile-cases.ts";
import { inventedCases } from "./support/invented-cases.ts";
import {
  fourTempers,
  type InventedEvaluation,
  inventEvaluation,
  pageCasesOf,
} from "./support/invented-evaluation.ts";

const chromium = findChromium();
/** Milliseconds: a busy machine is no fault. */
const patience = 120_000;
const folder = mkdtempSync(join(tmpdir(), "calltune-page-"));
const evaluation = inventEvaluation([...inventedCases(320, "page")]);
const hostile = hostileEvaluation();

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the page as text", () => {
  test("is the same for the same report", async () => {
    const other = await renderPage(evaluation.report, pageCasesOf(evaluation));
    expect((await render(evaluation)) === other).toBe(true);
  });

  test("says the report's warnings, and what must hold for the gate", async () => {
    const { report } = evaluation;
    const gate = report.gate && { ...report.gate, on: "bound" as const };
    const html = await renderPage({ ...report, gate }, pageCasesOf(evaluation));
    for (const warning of report.warnings) expect(html).toContain(warning);
    expect(html).toContain("the bound on the worse side");
  });

  test("draws break-even where serving is paid by the day", async () => {
    const serving = [{ candidate: "tuned", dollarsPerDay: 131.76, because: "1 × H100" }];
    const html = await renderPage(evaluation.report, pageCasesOf(evaluation), { serving });
    expect(html).toContain("<figcaption>Break-even</figcaption>");
    expect(html).toMatch(/on a machine of its own costs less than .* calls a day/);
    expect(await render(evaluation)).not.toContain("Break-even");
  });

  test("is for its owner's eyes only", async () => {
    const file = join(folder, "reports", "private.html");
    await writePage(file, evaluation.report, { cases: pageCasesOf(evaluation) });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("says what it left out, keeps every change against the baseline, and is no larger than allowed", async () => {
    const whole = embeddedOf(await render(evaluation));
    const mostBytes = Math.round(JSON.stringify(whole).length * 0.85);
    const html = await renderPage(evaluation.report, pageCasesOf(evaluation), { mostBytes });
    const embedded = embeddedOf(html);
    expect(Buffer.byteLength(JSON.stringify(embedded))).toBeLessThan(mostBytes * 1.1);
    expect(embedded.cases.length).toBeLessThan(evaluation.cases.length);
    expect(html).toContain("Not all cases are on this page");
    expect(html).not.toContain("that changed against the baseline;");
    const changed = (replies: readonly ({ change?: string } | null)[]) =>
      replies.some((reply) => reply?.change);
    const all = whole.cases.filter(({ replies }) => changed(replies)).length;
    expect(embedded.cases.filter(({ replies }) => changed(replies)).length).toBe(all);
  });

  test("holds each call's messages once", async () => {
    const { chains, cases } = embeddedOf(await render(evaluation));
    expect(cases).toHaveLength(320);
    expect(chains).toHaveLength(evaluation.report.cases.calls);
  });
});

describe("cases joined from an evaluation's files", () => {
  test("are the same as joined in memory, whatever the order of the generations", async () => {
    const files = writeFiles("joined", evaluation);
    const joined = await collect(
      readPageCases(
        files,
        evaluation.report.candidates.map(({ result }) => result.candidate.name),
      ),
    );
    expect(joined).toEqual(await collect(pageCasesOf(evaluation)));
  });

  test("are the same where the files are known to be whole, whether or not cases share their tools", async () => {
    const cases = evaluation.cases.map((question, index) =>
      index % 7 === 0 ? { ...question, tools: question.tools.slice(0, index % 3) } : question,
    );
    const { files, starts } = withStarts("known", { ...evaluation, cases });
    const joined = await collect(readPageCases(files, ["log", "tuned"], { knownStarts: starts }));
    const whole = await collect(readPageCases(files, ["log", "tuned"]));
    // What the first pass has counted isn't parsed again.
    const unscored = whole.map((one) => ({
      ...one,
      replies: one.replies.map((reply) => ({
        ...reply,
        scored: reply.scored?.outcome === "scored" ? { ...reply.scored, scores: {} } : reply.scored,
      })),
    }));
    expect(unscored).not.toEqual(whole);
    expect(joined).toEqual(unscored);
  });

  test("a candidate that was not asked some cases has no reply there", async () => {
    const results = evaluation.results.filter(
      ({ candidate }, index) => candidate !== "tuned" || index % 2 === 0,
    );
    const files = writeFiles("stopped", { ...evaluation, results });
    const joined = await collect(readPageCases(files, ["log", "tuned", "never asked"]));
    expect(joined.filter(({ replies }) => replies[1]?.scored === null)).toHaveLength(160);
    expect(
      joined.every(({ replies }) => replies[0]?.scored?.candidate === "log" && replies[2]?.scored === null),
    ).toBe(true);
  });

  test("results out of the cases' order are an error that names the line, and none of their words", async () => {
    const [first, second, ...rest] = evaluation.results;
    if (first === undefined || second === undefined) throw new Error("no results");
    const files = writeFiles("swapped", { ...evaluation, results: [second, first, ...rest] });
    await expect(collect(readPageCases(files, ["log"]))).rejects.toThrow(
      "swapped-results.jsonl:2: this result is of no case",
    );
  });

  test("a damaged line is an error that names it", async () => {
    const files = writeFiles("damaged", evaluation);
    writeFileSync(files.results, `${readFileSync(files.results, "utf8")}{"candidate":`);
    await expect(collect(readPageCases(files, ["log"]))).rejects.toThrow(
      "damaged-results.jsonl:1281: this line is damaged",
    );
  });
});

describe.skipIf(chromium === null)("the page in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(() => browser.close());

  test.each([
    ["four candidates", evaluation],
    ["one case, one candidate, all failed", tiniest()],
    ["hostile words everywhere", hostile],
  ])("%s: asks nobody, breaks no rule, and fits phone and desk in light and dark", async (_, invented) => {
    const file = await written(invented);
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [390, 1440]) {
        const { page, troubles } = await open(file, { width, colorScheme });
        // By a script: forty clicks with a mouse take minutes on a busy machine.
        await page.evaluate(`for (const head of document.querySelectorAll(".case-head")) head.click()`);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        expect(await page.evaluate("typeof window.__pwned")).toBe("undefined");
        expect(troubles).toEqual([]);
        await page.close();
      }
  });

  test("hostile words stand on the page as they are, with what can't be seen written out", async () => {
    const { page, troubles } = await open(await written(hostile), { width: 1440 });
    await page.evaluate(`for (const head of document.querySelectorAll(".case-head")) head.click()`);
    const text = await page.locator("#list").textContent();
    expect(text).toContain(hostileWords[1]);
    expect(text).toContain("U+202E");
    expect(text).toContain("U+0000");
    expect(text).toContain("U+D83D");
    expect(text).toContain("more characters are left out");
    expect(await page.locator("#list script, #list img, #list svg, #list [onmouseover]").count()).toBe(0);
    expect(await page.evaluate("typeof window.__pwned")).toBe("undefined");
    expect(troubles).toEqual([]);
    await page.close();
  });

  test("a script that got onto the page would not run, and nothing could be sent", async () => {
    const { page } = await open(await written(evaluation), { width: 1440 });
    await page.evaluate(`document.body.insertAdjacentHTML("beforeend", '<img src=x onerror="window.__pwned = 1">');
      const script = document.createElement("script"); script.textContent = "window.__pwned = 2"; document.body.append(script)`);
    const answer = await page.evaluate(`fetch("https://example.com").then(() => "sent", () => "refused")`);
    expect([answer, await page.evaluate("typeof window.__pwned")]).toEqual(["refused", "undefined"]);
    await page.close();
  });

  test("regressions come first, and every filter narrows the list", async () => {
    const { page } = await open(await written(evaluation), { width: 1440 });
    const cases = embeddedOf(await render(evaluation)).cases;
    const tuned = cases.map(({ replies }) => replies[3] ?? null);
    expect(await page.locator(".case-head .chip").first().textContent()).toContain("regression");
    expect(await shownCount(page)).toBe(320);
    for (const change of ["regression", "win"]) {
      await page.selectOption("[name=show]", change);
      expect(await shownCount(page)).toBe(tuned.filter((reply) => reply?.change === change).length);
    }
    await page.selectOption("[name=show]", "wrong");
    expect(await shownCount(page)).toBe(
      tuned.filter((reply) => reply && !reply.failed && !reply.exact).length,
    );
    await page.click("[type=reset]");
    await page.selectOption("[name=decision]", "false_call");
    expect(await shownCount(page)).toBe(tuned.filter((reply) => reply?.decision === "false_call").length);
    await page.click("[type=reset]");
    await page.selectOption("[name=tool]", { label: "create_order" });
    expect(await shownCount(page)).toBeLessThan(60);
    await page.click("[type=reset]");
    await page.fill("[name=text]", cases[7]?.id ?? "");
    await shows(page, 1);
    await page.fill("[name=text]", "no such words in any call");
    await shows(page, 0);
    await page.close();
  });

  test("a number of a table leads to exactly its cases", async () => {
    const { page, troubles } = await open(await written(evaluation), { width: 1440 });
    await page.locator("#confusion [role=tab]", { hasText: "base+few-shot" }).click();
    const cell = page.locator("#confusion [data-panel]:not(.folded) .cell.wrong a").last();
    const number = Number(await cell.textContent());
    await cell.click();
    await shows(page, number);
    expect(await page.locator("#pin").textContent()).toContain("Only cases where");
    const argument = page.locator(".parameters .cell.wrong a[aria-label*='wrong value']").first();
    await argument.click();
    await expect.poll(() => page.locator("#pin").textContent(), { timeout: patience }).toContain("is wrong");
    await page.locator("#list .case-head").first().click();
    expect(await page.locator("#list tr.wrong").count()).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
    await page.locator("#pin button").click();
    expect(await shownCount(page)).toBe(320);
    await page.close();
  });

  test("all of it works by keyboard, with the focus to be seen", async () => {
    const { page } = await open(await written(evaluation), { width: 1440 });
    await page.keyboard.press("Tab");
    expect(await focused(page, "textContent")).toBe("Skip to the cases");
    const tabs = page.locator("#comparison [role=tab]");
    await tabs.first().focus();
    await page.keyboard.press("ArrowRight");
    expect(await tabs.nth(1).getAttribute("aria-selected")).toBe("true");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    await page.locator(".parameters a[data-tip]").first().focus();
    expect(await page.locator("#tip").isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.locator("#tip").isVisible()).toBe(false);
    await page.locator(".case-head").first().focus();
    await page.keyboard.press("Enter");
    expect(await focused(page, "ariaExpanded")).toBe("true");
    expect(await page.locator(".case-body").count()).toBe(1);
    await page.locator("#more").focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#list > li").count()).toBe(80);
    await page.close();
  });

  test("on paper every candidate's tables are there, and no controls", async () => {
    const { page } = await open(await written(evaluation), { width: 1000, colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    expect(
      await page
        .locator("#confusion [data-panel]")
        .evaluateAll((panels) => panels.every((panel) => panel.checkVisibility())),
    ).toBe(true);
    expect(await page.locator("#filters").isVisible()).toBe(false);
    expect(await page.evaluate(`getComputedStyle(document.querySelector("h1")).color`)).toBe(
      "rgb(28, 31, 36)",
    );
    expect((await page.pdf()).byteLength).toBeGreaterThan(50_000);
    await page.close();
  });

  /** A page with all that went wrong on it, and every request it made. */
  async function open(
    file: string,
    { width, colorScheme = "light" }: { width: number; colorScheme?: "light" | "dark" },
  ) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    page.setDefaultTimeout(patience);
    const troubles: string[] = [];
    page.on("console", (message) => troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("request", (request) => {
      if (!/^(file|data):/.test(request.url())) troubles.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return { page, troubles };
  }
});

function tiniest(): InventedEvaluation {
  const all = inventEvaluation(
    [...inventedCases(1, "page")],
    [{ ...(fourTempers[1] ?? neverHappens()), fails: 1 }],
  );
  const report: Report = { ...all.report, gate: null, curve: [], curveSays: null, manifestHash: null };
  return { ...all, report };
}

function hostileEvaluation(): InventedEvaluation {
  const tempers = hostileWords
    .slice(0, 4)
    .map((name, index) => ({ ...(fourTempers[index] ?? neverHappens()), name, misses: 0.4, slips: 0.4 }));
  const all = inventEvaluation(hostileCases(), tempers);
  const [script = ""] = hostileWords;
  const candidates = all.report.candidates.map((candidate) => ({
    ...candidate,
    reasons: [...hostileWords.slice(0, 10)],
  }));
  return {
    ...all,
    report: {
      ...all.report,
      id: script,
      curveSays: script,
      cases: { ...all.report.cases, from: script },
      candidates,
    },
  };
}

function neverHappens(): never {
  throw new Error("no such temper");
}

const pages = new Map<InventedEvaluation, Promise<string>>();

/** Each page is made once: all tests look at the same. */
function render(invented: InventedEvaluation): Promise<string> {
  const page = pages.get(invented) ?? renderPage(invented.report, pageCasesOf(invented));
  pages.set(invented, page);
  return page;
}

async function written(invented: InventedEvaluation): Promise<string> {
  const html = await render(invented);
  const file = join(folder, `page-${[...pages.keys()].indexOf(invented)}.html`);
  writeFileSync(file, html);
  return file;
}

interface Embedded {
  readonly chains: readonly unknown[];
  readonly cases: readonly {
    readonly id: string;
    readonly replies: readonly ({
      decision?: string;
      exact?: number;
      change?: string;
      failed?: string;
    } | null)[];
  }[];
}

function embeddedOf(html: string): Embedded {
  return JSON.parse(
    /<script type="application\/json" id="evaluation">([^<]*)<\/script>/.exec(html)?.[1] ?? "",
  );
}

function writeFiles(name: string, { cases, results, generations }: InventedEvaluation) {
  const write = (kind: string, values: readonly unknown[]) => {
    const file = join(folder, `${name}-${kind}.jsonl`);
    writeFileSync(file, values.map((value) => `${toJsonLine(value)}\n`).join(""));
    return file;
  };
  return {
    cases: write("cases", cases),
    results: write("results", results),
    generations: write("generations", generations),
  };
}

/** With the places at which candidates' results begin. */
function withStarts(name: string, invented: InventedEvaluation) {
  const files = writeFiles(name, invented);
  const starts = new Map<string, { number: number; offset: number }>();
  let offset = 0;
  for (const [index, result] of invented.results.entries()) {
    if (!starts.has(result.candidate)) starts.set(result.candidate, { number: index + 1, offset });
    offset += Buffer.byteLength(toJsonLine(result)) + 1;
  }
  return { files, starts };
}

async function collect(cases: AsyncIterable<PageCase>): Promise<PageCase[]> {
  const all: PageCase[] = [];
  for await (const one of cases) all.push(one);
  return all;
}

async function shows(page: Page, count: number): Promise<void> {
  await expect.poll(() => shownCount(page), { timeout: patience }).toBe(count);
}

async function shownCount(page: Page): Promise<number> {
  return Number.parseInt(((await page.locator("#count").textContent()) ?? "").replace(",", ""), 10);
}

function focused(page: Page, property: string): Promise<unknown> {
  return page.evaluate(`document.activeElement.${property}`);
}
