import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Figures } from "../test/support/figures.ts";

const delayMs = 50;
const concurrency = 20;
const maxRatio = 1.2;
const maxMegabytes = 200;
const minRescored = 20_000;
const promptfoo = "promptfoo@0.119.14";

/**
 * `npm run bench evaluate [--cases N] [--rescored N] [--peer]`: cases against a server of its own process that answers
 * after 50 ms, 20 at a time, and scoring them again from disk. `--peer` installs promptfoo into a temporary folder and
 * gives it the same prompts, server and concurrency; only the command's wall clock counts, not the install.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: "string", default: "1000" },
      rescored: { type: "string", default: "20000" },
      peer: { type: "boolean", default: false },
    },
  });
  const [count, rescored] = [Number(values.cases), Number(values.rescored)];
  const folder = mkdtempSync(join(tmpdir(), "calltune-bench-"));
  const server = await startServerProcess();
  try {
    execFileSync("npm", ["run", "build"], { stdio: "ignore" });
    const asked = await evaluate(folder, server.address, count);
    const again = await rescore(folder, server.address, rescored);
    const peer = values.peer ? await runPromptfoo(folder, server.address, count) : null;
    const ideal = (Math.ceil(count / concurrency) * delayMs) / 1000;
    const ratio = asked.askingSeconds / ideal;
    return {
      name: "evaluate",
      ok: ratio <= maxRatio && asked.peakMegabytes <= maxMegabytes && again.perSecond >= minRescored,
      n: count,
      idealSeconds: ideal,
      askingSeconds: round(asked.askingSeconds),
      commandSeconds: round(asked.commandSeconds),
      ratio: round(ratio),
      peakMegabytes: Math.round(asked.peakMegabytes),
      rescored,
      rescoredPerSecond: Math.round(again.perSecond),
      rescoreCommandSeconds: round(again.commandSeconds),
      rescorePeakMegabytes: Math.round(again.peakMegabytes),
      target: `asking ≤ ${maxRatio} × ideal, ≤ ${maxMegabytes} MB, re-scoring ≥ ${minRescored} cases/s`,
      peer: peer === null ? `${promptfoo}: not run, give --peer` : promptfoo,
      ...(peer === null
        ? {}
        : { peerSeconds: round(peer.seconds), peerMegabytes: Math.round(peer.megabytes) }),
    };
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The time from the first request to the last reply is what the server saw; the command's adds its start and scoring. */
async function evaluate(folder: string, address: string, count: number) {
  writeFileSync(join(folder, "cases.jsonl"), rows(count));
  await fetch(`${address}/reset`);
  const { seconds, peakMegabytes } = await command(["evaluate", ...flags(address)], folder);
  const { busyMs } = (await (await fetch(`${address}/stats`)).json()) as { busyMs: number };
  return { askingSeconds: busyMs / 1000, commandSeconds: seconds, peakMegabytes };
}

/** Cases a second of the judging alone: two sizes, so that the start of the process falls out of the difference. */
async function rescore(folder: string, address: string, count: number) {
  const timed = async (size: number) => {
    const place = join(folder, `rescore-${size}`);
    writeFileSync(join(folder, "cases.jsonl"), rows(size));
    const flagsOfSize = [...flags(address, 200, 0), "--workspace", place];
    await command(["evaluate", ...flagsOfSize], folder);
    return command(["evaluate", "--rescore", "--workspace", place], folder);
  };
  const small = await timed(Math.round(count / 10));
  const large = await timed(count);
  return {
    perSecond: (0.9 * count) / (large.seconds - small.seconds),
    commandSeconds: large.seconds,
    peakMegabytes: large.peakMegabytes,
  };
}

function flags(address: string, together = concurrency, warmUp = 2): string[] {
  const spec = `bench=own:m,url=${address}/v1,price-in=0,price-out=0`;
  return [
    "--cases",
    "cases.jsonl",
    "--candidate",
    spec,
    "--concurrency",
    `${together}`,
    "--warm-up",
    `${warmUp}`,
  ];
}

const tool = {
  type: "function",
  function: {
    name: "book_table",
    description: "Books a table at the restaurant",
    parameters: {
      type: "object",
      properties: {
        people: { type: "integer" },
        date: { type: "string", format: "date" },
        time: { type: "string", description: "as 19:30" },
        name: { type: "string" },
      },
      required: ["people", "date", "time"],
    },
  },
};
const given = { people: 4, date: "2026-12-03", time: "19:30", name: "Lee" };

/** Four turns before the decision, as in the middle of a call. */
function rows(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const made = {
      id: "call_1",
      type: "function",
      function: { name: "book_table", arguments: JSON.stringify(given) },
    };
    const messages = [
      {
        role: "system",
        content: "You answer the phone of a restaurant. Today is 2026-12-01. Be brief and friendly.",
      },
      { role: "user", content: `Hi, I'd like to book a table, number ${index}` },
      { role: "assistant", content: "Of course, for how many people, and when?" },
      {
        role: "user",
        content: "Four people, on the third of December at half past seven pm, my name is Lee",
      },
      { role: "assistant", content: null, tool_calls: [made] },
    ];
    return `${JSON.stringify({ id: `case-${index}`, callId: `call-${Math.floor(index / 4)}`, messages, tools: [tool] })}\n`;
  }).join("");
}

async function command(args: readonly string[], folder: string) {
  const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
  return timed([process.execPath, main, ...args], folder);
}

async function timed([program = "", ...args]: readonly string[], folder: string) {
  const start = performance.now();
  const child = spawn(program, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  let peakMegabytes = 0;
  const watch = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, residentPeak(child.pid));
  }, 50);
  const [code] = await once(child, "close");
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  return { code, seconds, peakMegabytes };
}

/** The kernel's own high-water mark of the process; 0 once it has ended. */
function residentPeak(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // The process ended between two looks.
    return 0;
  }
}

async function runPromptfoo(folder: string, address: string, count: number) {
  const home = join(folder, "promptfoo");
  const install = ["install", "--prefix", home, "--no-audit", "--no-fund", promptfoo];
  execFileSync("npm", install, { stdio: ["ignore", "ignore", "inherit"] });
  const config = {
    prompts: ["{{said}}"],
    providers: [
      { id: "openai:chat:m", config: { apiBaseUrl: `${address}/v1`, apiKey: "none", tools: [tool] } },
    ],
    tests: Array.from({ length: count }, (_, index) => ({
      vars: { said: `Hi, I'd like to book a table, number ${index}` },
      assert: [{ type: "is-valid-openai-tools-call" }],
    })),
  };
  writeFileSync(join(folder, "promptfooconfig.json"), JSON.stringify(config));
  const program = join(home, "node_modules/.bin/promptfoo");
  const args = [
    "eval",
    "-c",
    "promptfooconfig.json",
    "-j",
    `${concurrency}`,
    "--no-cache",
    "--no-table",
    "--no-write",
  ];
  const { seconds, peakMegabytes } = await timed([program, ...args], folder);
  return { seconds, megabytes: peakMegabytes };
}

/** The server in a process of its own, so that it takes no time of what is measured. */
async function startServerProcess(): Promise<{ readonly address: string; stop(): void }> {
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), fileURLToPath(import.meta.url), "serve"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [line] = await once(child.stdout, "data");
  return { address: String(line).trim(), stop: () => void child.kill() };
}

const chunks = [
  { choices: [{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }] },
  {
    choices: [
      {
        index: 0,
        delta: {
          tool_calls: [
            { index: 0, id: "call_a", type: "function", function: { name: "book_table", arguments: "" } },
          ],
        },
      },
    ],
  },
  {
    choices: [
      { index: 0, delta: { tool_calls: [{ index: 0, function: { arguments: JSON.stringify(given) } }] } },
    ],
  },
  { choices: [{ index: 0, delta: {}, finish_reason: "tool_calls" }] },
  { choices: [], usage: { prompt_tokens: 210, completion_tokens: 30 } },
];
const streamed = `${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join("")}data: [DONE]\n\n`;
const whole = JSON.stringify({
  choices: [
    {
      index: 0,
      message: {
        role: "assistant",
        content: null,
        tool_calls: [
          {
            id: "call_a",
            type: "function",
            function: { name: "book_table", arguments: JSON.stringify(given) },
          },
        ],
      },
      finish_reason: "tool_calls",
    },
  ],
  usage: { prompt_tokens: 210, completion_tokens: 30, total_tokens: 240 },
});

/** Answers after 50 ms; remembers when the first request came and the last reply went, warm-ups aside. */
function serve(): void {
  let [first, last] = [0, 0];
  const server = createServer((request, response) => {
    if (request.url === "/reset") [first, last] = [0, 0];
    if (request.url === "/reset" || request.url === "/stats")
      return void response.end(JSON.stringify({ busyMs: last - first }));
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const isWarmUp = body.includes('"Hello?"');
      if (!isWarmUp) first ||= performance.now();
      setTimeout(() => {
        const isStream = body.includes('"stream":true');
        response.writeHead(200, { "content-type": isStream ? "text/event-stream" : "application/json" });
        response.end(isStream ? streamed : whole);
        last = performance.now();
      }, delayMs);
    });
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address !== null && typeof address === "object")
      process.stdout.write(`http://127.0.0.1:${address.port}\n`);
  });
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

if (process.argv[2] === "serve") serve();
