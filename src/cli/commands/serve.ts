import { InterruptedError, UsageError } from "../../lib/errors.ts";
import { type RunningServer, startServer } from "../../server/index.ts";
import { type CommandContext, commonArgs, defineCliCommand } from "../command.ts";
import { openProject, threadsFrom, wholeNumber } from "../project.ts";
import { type ServerAddress, serveText, stoppedText } from "../summaries/serve-text.ts";

const args = {
  port: {
    type: "string",
    description: "port on 127.0.0.1; 0 takes a free one (default: 8642)",
    valueHint: "N",
  },
  token: {
    type: "string",
    description: "bearer token that requests must carry (default: CALLTUNE_SERVE_TOKEN, else none)",
    valueHint: "TEXT",
  },
  threads: { type: "string", description: "threads for training (default: all cores)", valueHint: "N" },
  ...commonArgs,
} as const;

type ServeContext = CommandContext<typeof args>;

export const serveCommand = defineCliCommand({
  name: "serve",
  about: "a local provider: Together's and OpenAI's API over the embedded engine",
  args,
  examples: [
    "calltune serve",
    "calltune serve --port 0 --json",
    "CALLTUNE_SERVE_TOKEN=$(openssl rand -hex 16) calltune serve --threads 2",
    "TOGETHER_BASE_URL=http://127.0.0.1:8642/v1 together files upload training_data.jsonl",
  ],
  streams: () => true,
  async run(context: ServeContext) {
    const { args: flags, env, signal, terminal, stdout } = context;
    const { workspace } = await openProject(flags);
    const token = flags.token ?? env["CALLTUNE_SERVE_TOKEN"] ?? null;
    if (token === "") throw new UsageError("the token is empty; give one, or none at all");
    const server = await startServer({
      workspace,
      port: portFrom(flags.port),
      token,
      threads: threadsFrom(flags.threads),
      log: (sentence) => terminal.notice(sentence),
    });
    const address: ServerAddress = { url: server.url, models: server.models, hasToken: token !== null };
    stdout.write(`${flags.json ? JSON.stringify(readyJson(address)) : serveText(address)}\n`);
    await untilAborted(signal);
    return stop(server);
  },
});

/** As in a family of ports that nothing common uses. */
const usualPort = 8642;

function portFrom(value: string | undefined): number {
  const port = wholeNumber("port", value) ?? usualPort;
  if (port > 65_535) throw new UsageError(`--port takes a number up to 65535, not "${value}"`);
  return port;
}

function readyJson({ url, models }: ServerAddress) {
  return { url, together: `${url}/v1`, openai: `${url}/openai/v1`, groq: url, models, pid: process.pid };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

async function stop(server: RunningServer): Promise<never> {
  await server.close();
  throw new InterruptedError(stoppedText(server.unfinishedJobs()));
}
