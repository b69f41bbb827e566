import { UsageError } from "../../lib/errors.ts";
import { wait } from "../../lib/wait.ts";
import type { TuningApi } from "../../plugins/providers/tuning.ts";
import type { CommandWorld } from "../command.ts";
import type { Project } from "../project.ts";
import type { TuningProvider } from "./choose-tuning.ts";
import { openLocalServer } from "./local-server.ts";

/** A provider's API, ready to be asked. */
export interface OpenTuning {
  readonly api: TuningApi;
  /** Whether a job goes on when this process ends. */
  readonly outlivesUs: boolean;
  close(): Promise<void>;
}

/** The address that orders are recorded with: the local server's port changes from run to run. */
export const thisMachine = "this machine";

/** @throws UsageError where the address is none, or would carry a password */
export function addressOf(
  { tuning }: TuningProvider,
  baseUrl: string | undefined,
  env: NodeJS.ProcessEnv,
): string {
  if (tuning.addressVariable === null) {
    if (baseUrl !== undefined)
      throw new UsageError("--base-url is for a remote provider: give --provider together with it");
    return thisMachine;
  }
  const name = baseUrl === undefined ? tuning.addressVariable : "--base-url";
  const text = baseUrl ?? (env[tuning.addressVariable]?.trim() || tuning.address || "");
  if (!URL.canParse(text))
    throw new UsageError(`${name} is no address: it starts with https:// and ends with /v1`);
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new UsageError(`${name} takes an http or https address`);
  if (url.username !== "" || url.password !== "" || url.search !== "")
    throw new UsageError(
      `${name} holds a password or a query; give the bare address, and the key in ${tuning.keyVariable}`,
    );
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** @throws UsageError without a key where one is needed */
export async function openTuning(
  provider: TuningProvider,
  address: string,
  { project, world }: { readonly project: Project; readonly world: CommandWorld },
): Promise<OpenTuning> {
  const { signal, terminal, env } = world;
  const { name, tuning } = provider;
  const apiKey = keyFor(provider, env);
  const server = address === thisMachine ? await openLocalServer(project) : null;
  if (server === null && isReadable(address))
    terminal.notice(`WARNING: ${address} isn't https: the key and the training data can be read on the way`);
  const api = await tuning.connect({
    system: name,
    address: server?.address ?? address,
    apiKey: apiKey ?? "local",
    signal,
    wait: (ms) => wait(ms, signal),
    onNotice: terminal.notice,
  });
  return {
    api,
    outlivesUs: server === null || !server.ours,
    close: async () => server?.close(),
  };
}

function keyFor({ name, tuning }: TuningProvider, env: NodeJS.ProcessEnv): string | null {
  // A server of one's own asks for a token only where it was given one.
  if (tuning.keyVariable === null) return env["CALLTUNE_SERVE_TOKEN"]?.trim() || null;
  const key = env[tuning.keyVariable]?.trim();
  if (key !== undefined && key !== "") {
    if (/^[\x21-\x7e]+$/.test(key)) return key;
    throw new UsageError(`${tuning.keyVariable} holds characters that no key has; copy it anew`);
  }
  throw new UsageError(
    `${tuning.keyVariable} isn't set: ${name} needs a key (put it into the environment or .env); without one, try --provider local`,
  );
}

function isReadable(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "http:" && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
