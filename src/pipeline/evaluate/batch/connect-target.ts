import type { BatchApi, BatchTerms } from "../../../plugins/providers/batch/batch-api.ts";
import { connectBatches } from "../../../plugins/providers/batch/connect.ts";
import type { ChatTarget } from "../ask/chat-target.ts";

/** The world that batches are ordered in. */
export interface BatchWorld {
  readonly signal: AbortSignal;
  /** Resolves after so many milliseconds. @throws InterruptedError when the signal fires */
  readonly wait: (ms: number) => Promise<void>;
  /** A sentence on what goes on, or why it takes longer. */
  readonly onNotice: (sentence: string) => void;
}

/** A candidate whose provider takes batches. */
export interface BatchTarget extends ChatTarget {
  readonly batch: BatchTerms;
}

export function takesBatches(target: ChatTarget): target is BatchTarget {
  return target.batch !== null;
}

export function connectTarget(target: BatchTarget, world: BatchWorld): BatchApi {
  const address = target.url.replace(/\/chat\/completions$/, "");
  return connectBatches(target.batch.form, {
    system: target.candidate.provider ?? "provider",
    address,
    // A server of one's own asks for none.
    apiKey: target.apiKey ?? "no-key",
    ...world,
    advise: (status) => adviceFor(status, address, target),
  });
}

function adviceFor(
  status: number | undefined,
  address: string,
  { keyVariable, candidate }: BatchTarget,
): string {
  if (status === undefined)
    return `is ${address} the right address, and the network up? The same command goes on where it stopped`;
  return advices(keyVariable, candidate.model ?? "")[status] ?? goesOn;
}

const goesOn = "the same command goes on where it stopped; nothing is ordered twice";

function advices(keyVariable: string, model: string): Readonly<Record<number, string>> {
  const live = "leave --batch out to ask live";
  return {
    400: `the service understood, and says no: see its reason above, and whether ${model} may be asked in batches; or ${live}`,
    401: `put a key that it takes into ${keyVariable} (in the environment or .env); ${goesOn}`,
    402: "the account has no money left; pay in, and the same command goes on where it stopped",
    403: `the key in ${keyVariable} may not order batches (some plans have none); ${live}`,
    404: `does the service at this address have a batch API? Or ${live}`,
    413: "the file is larger than the service takes; give fewer cases with --limit, or a shorter prompt",
    422: `the service understood, and says no: see its reason above; or ${live}`,
  };
}
