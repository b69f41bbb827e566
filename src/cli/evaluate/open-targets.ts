import type { Candidate } from "../../domain/evaluation.ts";
import type { Message } from "../../domain/message.ts";
import { UsageError } from "../../lib/errors.ts";
import type { ChatTarget } from "../../pipeline/evaluate/ask/chat-target.ts";
import { type Evaluation, readPrompt } from "../../pipeline/evaluate/evaluation.ts";
import { type ExamplePool, openExamplePool } from "../../pipeline/evaluate/few-shot/example-pool.ts";
import type { CommandWorld } from "../command.ts";
import type { Project } from "../project.ts";
import { thisMachine } from "../tune/connect.ts";
import { type LocalServer, openLocalServer } from "../tune/local-server.ts";
import { trainingHash } from "./choose-cases.ts";
import { chatProvider, noBatches } from "./make-candidates.ts";

export interface OpenTargets {
  readonly targets: readonly ChatTarget[];
  close(): Promise<void>;
}

/**
 * What is needed to ask the candidates named: keys, the local server, prompts, examples.
 * @throws UsageError without a key where one is needed, or where a candidate's examples are no longer there
 */
export async function openTargets(
  candidates: readonly Candidate[],
  evaluation: Evaluation,
  { project, world }: { readonly project: Project; readonly world: CommandWorld },
): Promise<OpenTargets> {
  const keys = candidates.map((candidate) => keyFor(candidate, world.env));
  let [server, pool]: [LocalServer | null, ExamplePool | null] = [null, null];
  const close = async () => {
    await pool?.close();
    await server?.close();
  };
  try {
    await expectTraining(candidates, project);
    if (candidates.some(({ fewShot }) => fewShot !== null))
      pool = await openExamplePool(project.workspace.dataset);
    if (candidates.some(({ address }) => address === thisMachine)) server = await openLocalServer(project);
    const targets: ChatTarget[] = [];
    for (const [index, candidate] of candidates.entries()) {
      const { prompt } = candidate;
      targets.push({
        candidate,
        url: `${candidate.address === thisMachine ? server?.address : candidate.address}/chat/completions`,
        ...(keys[index] ?? noKey),
        batch: batchTermsOf(candidate),
        systemPrompt: prompt === null ? null : await readPrompt(evaluation.files, prompt.sha256),
        shotsFor: shotsFrom(pool, candidate),
      });
      warnOfPlainHttp(candidate, world);
    }
    return { targets, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function shotsFrom(pool: ExamplePool | null, { fewShot }: Candidate): ChatTarget["shotsFor"] {
  if (pool === null || fewShot === null) return null;
  return (question): Promise<Message[]> => pool.shotsFor(question, fewShot.examples);
}

/** @throws UsageError where this calltune knows of no batches there */
function batchTermsOf({ name, batch, provider, address }: Candidate): ChatTarget["batch"] {
  if (batch === undefined) return null;
  const terms = chatProvider(provider ?? "", address)?.batch;
  if (terms === undefined) throw new UsageError(noBatches(name, provider ?? ""));
  return terms;
}

type Key = Pick<ChatTarget, "apiKey" | "keyVariable" | "tokenLimit">;

const noKey: Key = { apiKey: null, keyVariable: "", tokenLimit: "max_tokens" };

function keyFor({ name, provider, address }: Candidate, env: NodeJS.ProcessEnv): Key {
  const known = chatProvider(provider ?? "", address);
  if (known === null) throw new UsageError(`candidate ${name}: there is no provider "${provider}"`);
  const { keyVariable, tokenLimit } = known;
  const apiKey = env[keyVariable]?.trim() || null;
  // A quotation mark is left where .env has it on one side alone.
  if (apiKey !== null && !/^(?!["'])[\x21-\x7e]+(?<!["'])$/.test(apiKey))
    throw new UsageError(
      `${keyVariable} holds characters that no key has (a space, a quotation mark without its pair?); copy it anew`,
    );
  // A server of one's own may do without.
  if (apiKey === null && known.address !== null && known.address === address && address.startsWith("https:"))
    throw new UsageError(
      `candidate ${name}: ${keyVariable} isn't set; put the line ${keyVariable}=… into .env, or set it in the environment`,
    );
  return { apiKey, keyVariable, tokenLimit };
}

/** The numbers of a candidate are of one training split. */
async function expectTraining(candidates: readonly Candidate[], project: Project): Promise<void> {
  const taught = candidates.filter(({ fewShot }) => fewShot !== null);
  if (taught.length === 0) return;
  const hash = await trainingHash(project);
  const other = taught.find(({ fewShot }) => fewShot?.trainingSha256 !== hash);
  if (other === undefined) return;
  throw new UsageError(
    `candidate ${other.name}: the training split that its examples are of is no longer there; start a new evaluation`,
  );
}

function warnOfPlainHttp({ name, address }: Candidate, { terminal }: CommandWorld): void {
  if (address === null || address === thisMachine) return;
  const { protocol, hostname } = new URL(address);
  if (protocol === "https:" || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)) return;
  terminal.notice(
    `WARNING: candidate ${name}: ${address} isn't https: the key and callers' words can be read on the way`,
  );
}
