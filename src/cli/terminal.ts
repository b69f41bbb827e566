import { SingleBar } from "cli-progress";
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
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** Bars and notices on stderr; bars only where somebody watches. */
export function openTerminal({ env, stdout, stderr }: Streams): OpenTerminal {
  const watched = stderr.isTTY === true && env["TERM"] !== "dumb";
  const bars = new Set<Progress>();
  return {
    colour: stdout.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb",
    notice: (sentence) => void stderr.write(`${sentence}\n`),
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

const silent: Progress = { update: () => {}, stop: () => {} };

function openBar(label: string, stream: NodeJS.WritableStream): Progress {
  const bar = new SingleBar({
    stream,
    clearOnComplete: true,
    hideCursor: true,
    // Without a total there is nothing to draw a bar of; a count still shows that work goes on.
    format: ({ barsize = 24 }, { progress, value, total, eta }) =>
      total > 0
        ? `${label} ${"█".repeat(Math.round(progress * barsize)).padEnd(barsize, "░")} ${Math.floor(progress * 100)} % ${timeLeft(eta)}`
        : `${label} ${value}`,
    barsize: 24,
    etaBuffer: 100,
  });
  let started = false;
  return {
    update(done, total) {
      if (!started) bar.start(total ?? 0, done);
      started = true;
      bar.setTotal(total ?? 0);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

function timeLeft(eta: unknown): string {
  const seconds = Number(eta);
  if (!Number.isFinite(seconds) || seconds <= 0) return "";
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${Math.round(seconds % 60)} s left` : `${Math.round(seconds)} s left`;
}
