import { InterruptedError, RemoteError } from "../../../lib/errors.ts";
import { printable } from "../../../lib/printable.ts";
import { mayPass, type Refusal, refusalFrom, refusalOf, shownWords } from "../together/refusal.ts";

/** A model behind an OpenAI-compatible address. */
export interface ChatEndpoint {
  readonly provider: string;
  readonly model: string;
  /** Base URL with its version, without a slash at the end. */
  readonly address: string;
  /** Null: no authorization is sent. */
  readonly apiKey: string | null;
  /** Environment variable that the key is, or would be, from. */
  readonly keyVariable: string;
}

/** Whatever came back, a refusal too. */
export interface ChatAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What a request is for, in words for its failure. */
export interface Purpose {
  /** `a tool call`. */
  readonly what: string;
  /** What became of everything else: `nothing was changed`. */
  readonly ending: string;
}

const timeoutMs = 60_000;

/** One request for one whole completion, not repeated. @throws RemoteError where no answer comes */
export async function askOnce(
  endpoint: ChatEndpoint,
  body: object,
  { signal, purpose }: { readonly signal: AbortSignal; readonly purpose: Purpose },
): Promise<ChatAnswer> {
  try {
    const response = await fetch(`${endpoint.address}/chat/completions`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(endpoint.apiKey === null ? {} : { authorization: `Bearer ${endpoint.apiKey}` }),
      },
      body: JSON.stringify({ model: endpoint.model, ...body }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    if (signal.aborted) throw new InterruptedError(`interrupted; ${purpose.ending}`, { cause: error });
    throw chatError(refusalOf(error), endpoint, purpose);
  }
}

/** For an answer that isn't 200. */
export function refusedError(answer: ChatAnswer, endpoint: ChatEndpoint, purpose: Purpose): RemoteError {
  return chatError(refusalFrom(answer.status, answer.headers, answer.text), endpoint, purpose);
}

function chatError(refusal: Refusal, endpoint: ChatEndpoint, { what, ending }: Purpose): RemoteError {
  const { status, message, requestId } = refusal;
  const words = shownWords(message, endpoint.apiKey ?? "Bearer");
  return new RemoteError({
    system: endpoint.provider,
    sentence: `${what} with ${endpoint.model}: ${status === undefined ? "" : `${status} `}${words}`,
    status,
    requestId: requestId === undefined ? undefined : printable(requestId, 80),
    retryable: mayPass(refusal),
    advice: `${adviceFor(status, endpoint)}; ${ending}`,
  });
}

function adviceFor(status: number | undefined, endpoint: ChatEndpoint): string {
  const { provider, address, keyVariable, model, apiKey } = endpoint;
  if (status === undefined)
    return provider === "local"
      ? `does the server run at ${address}? calltune serve starts it`
      : `is ${address} the right address, and the network up?`;
  if (status === 401 || status === 403)
    return apiKey === null
      ? `it asks for a key: put the line ${keyVariable}=<your key of ${provider}> into .env`
      : `the key in ${keyVariable} was refused: copy it anew, or use one that may use ${model}`;
  if (status === 404)
    return `is ${model} the id of a model of ${provider}, deployed, and ${address} the right address?`;
  if (status === 400 || status === 422)
    return "the provider understood, and says no: see its reason above (a server of your own may need a tool-call parser switched on)";
  return "try again in a while";
}
