import { z } from "zod";
import { RemoteError } from "../../../lib/errors.ts";
import { parseJson } from "../../../lib/json.ts";
import {
  askOnce,
  type ChatAnswer,
  type ChatEndpoint,
  refusedError,
} from "../../../plugins/providers/chat/ask-once.ts";
import { mayPass, refusalFrom } from "../../../plugins/providers/together/refusal.ts";
import type { TextPair } from "./collect-texts.ts";
import { judgeRequest, readAnswer } from "./judge-prompt.ts";

export interface AskingWorld {
  readonly signal: AbortSignal;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

const mostTries = 5;
const longestWaitMs = 60_000;
const purpose = {
  what: "a verdict on two texts",
  ending: "the verdicts so far are kept, and the same command goes on with the others",
};

/** Null where the answer is neither yes nor no. @throws RemoteError where it can't be had in five tries */
export async function askJudge(
  endpoint: ChatEndpoint,
  pair: TextPair,
  world: AskingWorld,
): Promise<boolean | null> {
  for (let tries = 1; ; tries += 1) {
    const answer = await askOnce(endpoint, judgeRequest(pair), { signal: world.signal, purpose }).catch(
      (error: unknown) => {
        if (error instanceof RemoteError && error.retryable && tries < mostTries) return null;
        throw error;
      },
    );
    if (answer?.status === 200) return verdictIn(answer);
    await world.wait(pauseAfter(answer, endpoint, tries));
  }
}

/** @throws RemoteError where another try makes no sense */
function pauseAfter(answer: ChatAnswer | null, endpoint: ChatEndpoint, tries: number): number {
  const usual = 500 * 2 ** (tries - 1);
  if (answer === null) return usual;
  const refusal = refusalFrom(answer.status, answer.headers, answer.text);
  const pause = refusal.retryAfterMs ?? usual;
  if (!mayPass(refusal) || tries >= mostTries || pause > longestWaitMs)
    throw refusedError(answer, endpoint, purpose);
  return pause;
}

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});

function verdictIn({ text }: ChatAnswer): boolean | null {
  const completion = Completion.safeParse(parseJson(text));
  return completion.success ? readAnswer(completion.data.choices[0]?.message.content ?? "") : null;
}
