import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { type Answer, type ChatServer, startChatServer, toolCallMessage } from "./chat-server.ts";
import { type CliRun, calltune } from "./cli.ts";
import { type ReportFacts, writeReport } from "./report.ts";

/** A key that must never be shown. */
export const secret = "tgp_very-secret-0123456789";
/** What a model that knows tools answers to the trial. */
export const weather = toolCallMessage("get_weather", '{"city":"Paris"}');

/** A folder with an agent's .env in it, and the model it may switch to; both new for each test. */
export interface Ground {
  readonly folder: string;
  readonly server: ChatServer;
  /** How the model answers; `weather` unless a test says otherwise. */
  answer: Answer;
  /** A report whose gate `mine:m1` has passed, but for what is said. */
  report(facts?: Partial<ReportFacts>): Promise<void>;
  /** `calltune switch --to` a model at the server. */
  switchTo(target: string, ...flags: string[]): Promise<CliRun>;
  back(...flags: string[]): Promise<CliRun>;
  /** Writes the .env file. */
  env(text: string): Promise<void>;
  envText(): Promise<string>;
}

/** Called once, at the top of a test file. */
export function switchGround(): Ground {
  const open = { folder: "", server: null as ChatServer | null };
  const file = () => join(open.folder, ".env");
  const run = (...args: string[]) => calltune(["switch", ...args], { folder: open.folder });
  const ground: Ground = {
    get folder() {
      return open.folder;
    },
    get server() {
      if (open.server === null) throw new Error("no test runs");
      return open.server;
    },
    answer: () => weather,
    report(facts) {
      const whole = { id: "20261127-1", passed: true, candidates: { tuned: "mine:m1" }, ...facts };
      return writeReport(join(open.folder, ".calltune"), whole);
    },
    switchTo: (target, ...flags) => run("--to", target, "--url", ground.server.address, ...flags),
    back: (...flags) => run("--back", ...flags),
    env: (text) => writeFile(file(), text),
    envText: () => readFile(file(), "utf8"),
  };
  beforeEach(async () => {
    open.folder = await mkdtemp(join(tmpdir(), "calltune-switch-"));
    ground.answer = () => weather;
    open.server = await startChatServer((request, response) => ground.answer(request, response));
  });
  afterEach(async () => {
    await open.server?.close();
    await rm(open.folder, { recursive: true });
  });
  return ground;
}
