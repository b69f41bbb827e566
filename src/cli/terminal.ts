import { createInterface } from "node:readline/promises";
import { SingleBar } from "cli-progress";
import { InterruptedError } from "../lib/errors.ts";
import type { Progress, Terminal } from "./command.ts";

/** What we need of stdout and stderr. */
export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
}

export interface OpenTerminal extends Terminal {
  close(): void;
}

interface Streams {
  readonly env: NodeJS.ProcessEnv;
  /** Where a person could answer; absent where nobody can. */
  readonly stdin?: NodeJS.ReadStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** Bars and notices on stderr; bars only where somebody watches. */
export function openTerminal({ env, stdin, stdout, stderr }: Streams): OpenTerminal {
  const watched = stderr.isTTY === true && env["TERM"] !== "dumb";
  const bars = new Set<Progress>();
  return {
    colour: stdout.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb",
    // A sentence takes the place of the bar, which is drawn anew below it.
    notice: (sentence) => void stderr.write(`${bars.size > 0 && watched ? clearLine : ""}${sentence}\n`),
    ask: (question, signal) =>
      stdin?.isTTY === true && stderr.isTTY === true ? ask(question, { stdin, stderr, signal }) : null,
    progress(label) {
      const bar = watched ? openBar(label, stderr) : silent;
      bars.add(bar);
      return bar;
    },
    close() {
      for (const bar of bars) bar.stop();
    },
  };
}

const clearLine = "\r\u001b[K";

interface Asking {
  readonly stdin: NodeJS.ReadStream;
  readonly stderr: OutputStream;
  readonly signal: AbortSignal;
}

async function ask(question: string, { stdin, stderr, signal }: Asking): Promise<string> {
  const lines = createInterface({ input: stdin, output: stderr });
  // While a line is read, the terminal gives Ctrl-C to the reader and not to the process.
  lines.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  try {
    return (await lines.question(`${question} `, { signal })).trim();
  } catch (error) {
    if (signal.aborted) throw new InterruptedError("interrupted", { cause: error });
    throw error;
  } finally {
    lines.close();
  }
}

const silent: Progress = { update: () => {}, stop: () => {} };

function openBar(label: string, stream: NodeJS.WritableStream): Progress {
  const bar = new SingleBar({
    stream,
    clearOnComplete: true,
    hideCursor: true,
    // Without a total there is nothing to draw a bar of; a count still shows that work goes on.
    format: ({ barsize = 24 }, { progress, value, total, eta }, payload) => {
      const note: unknown = payload?.note;
      return total > 0
        ? `${label} ${"█".repeat(Math.round(progress * barsize)).padEnd(barsize, "░")} ${Math.floor(progress * 100)} % ${note ?? timeLeft(eta)}`
        : `${label} ${note ?? value}`;
    },
    barsize: 24,
    etaBuffer: 100,
  });
  let started = false;
  return {
    update(done, total, note) {
      const payload = note === undefined ? {} : { note };
      if (!started) bar.start(total ?? 0, done, payload);
      started = true;
      bar.setTotal(total ?? 0);
      bar.update(done, payload);
    },
    stop: () => bar.stop(),
  };
}

/** "3 min 20 s left", empty where nobody knows. */
export function timeLeft(eta: unknown): string {
  const seconds = Number(eta);
  if (!Number.isFinite(seconds) || seconds <= 0) return "";
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${Math.round(seconds % 60)} s left` : `${Math.round(seconds)} s left`;
}
