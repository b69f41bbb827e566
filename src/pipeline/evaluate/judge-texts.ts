import type { TextJudge } from "../../domain/scoring-options.ts";
import type { TextJudgeFacts } from "../../domain/text-judge.ts";
import { UsageError } from "../../lib/errors.ts";
import { keyVariableOf, llmProviders } from "../../llm/providers.ts";
import { type LlmEnv, readLlmSettings } from "../../llm/read-settings.ts";
import type { ChatEndpoint } from "../../plugins/providers/chat/ask-once.ts";
import type { TextVerdicts } from "../../plugins/scorers/comparators/comparator.ts";
import { type AskingWorld, askJudge } from "./texts/ask-judge.ts";
import type { TextPair } from "./texts/collect-texts.ts";
import { type Control, controls } from "./texts/judge-controls.ts";
import { promptVersion } from "./texts/judge-prompt.ts";
import { openVerdictLog, type VerdictLog } from "./texts/verdict-log.ts";

export interface JudgeTextsOrder {
  readonly judge: ChatEndpoint;
  /** From `collectTexts`. */
  readonly pairs: readonly TextPair[];
  /** `text-verdicts.jsonl` of the workspace. */
  readonly log: string;
  /** Requests at a time. */
  readonly concurrency: number;
  /** Asked before the first request, with their number: they cost money. False: only verdicts that are there count. */
  readonly mayAsk: (requests: number) => Promise<boolean>;
  readonly onProgress: (done: number, total: number) => void;
  readonly world: AskingWorld;
}

/** Verdicts for `createJudge`, and what is to be told of them. */
export interface JudgedTexts {
  readonly texts: TextVerdicts;
  readonly facts: TextJudgeFacts;
}

/**
 * Has a language model decide about free texts before replies are scored, so that scoring itself asks nobody. First come
 * the controls: a judge that gets one wrong is asked no more, and none of its verdicts counts.
 * @throws RemoteError where the judge can't be asked; verdicts so far are kept
 */
export async function judgeTexts(order: JudgeTextsOrder): Promise<JudgedTexts> {
  const judge = nameOf(order.judge);
  const log = await openVerdictLog(order.log, { promptVersion, judge });
  try {
    const asking = await startAsking(order, log);
    await asking(controls);
    const wrong = controls.filter((control) => log.read(control) !== control.same);
    if (wrong.length === 0) await asking(order.pairs);
    return judgedTexts(order, { judge, log, wrong });
  } finally {
    await log.close();
  }
}

/** @throws UsageError where the config's judge can't be asked as it stands, with the line to add */
export function textJudgeEndpoint({ provider, model, url }: TextJudge, env: LlmEnv): ChatEndpoint {
  if (url === undefined && !llmProviders.has(provider))
    throw new UsageError(
      `scoring.judge.provider: "${provider}" is none of ${[...llmProviders.keys()].join(", ")}; add scoring.judge.url for another`,
    );
  const keys = [keyVariableOf(provider), "CALLTUNE_SERVE_TOKEN"].map((name) => [name, env[name]] as const);
  return readLlmSettings({
    ...Object.fromEntries(keys),
    LLM_PROVIDER: provider,
    LLM_MODEL: model,
    LLM_BASE_URL: url,
  });
}

/** A judge whose verdicts are read and who is asked nothing: no key is needed for that. */
export function unaskedJudge({ provider, model, url }: TextJudge): ChatEndpoint {
  // As `textJudgeEndpoint` names it, or its verdicts wouldn't be found.
  const name = provider.toLowerCase();
  return { provider: name, model, address: url ?? "", apiKey: null, keyVariable: keyVariableOf(name) };
}

/** The controls that this judge, with this prompt, got wrong when it was asked before: it won't be asked again. */
export async function knownFailures(file: string, endpoint: ChatEndpoint): Promise<string[]> {
  const log = await openVerdictLog(file, { promptVersion, judge: nameOf(endpoint) });
  try {
    return answeredWrongly(log).map(({ name }) => name);
  } finally {
    await log.close();
  }
}

function nameOf({ provider, model }: ChatEndpoint): string {
  return `${provider}:${model}`;
}

function answeredWrongly(log: VerdictLog): Control[] {
  return controls.filter((control) => {
    const verdict = log.read(control);
    return verdict !== undefined && verdict !== control.same;
  });
}

/** A function that asks about those pairs of a list that nobody has asked about yet. */
async function startAsking(
  { judge, pairs, concurrency, mayAsk, onProgress, world }: JudgeTextsOrder,
  log: VerdictLog,
): Promise<(list: readonly TextPair[]) => Promise<void>> {
  // It was caught before: nothing that it says could count.
  if (answeredWrongly(log).length > 0) return async () => {};
  const isOpen = (pair: TextPair) => log.read(pair) === undefined;
  const total = [...controls, ...pairs].filter(isOpen).length;
  if (total === 0 || !(await mayAsk(total))) return async () => {};
  let done = 0;
  return (list) =>
    shareOut(list.filter(isOpen), concurrency, async (pair) => {
      await log.add(pair, await askJudge(judge, pair, world));
      done += 1;
      onProgress(done, total);
    });
}

/** So many at a time; after a failure nothing more is begun, and what is under way is waited for. */
async function shareOut<Item>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const open = [...items];
  const workOn = async () => {
    for (let item = open.shift(); item !== undefined; item = open.shift())
      await work(item).catch((error: unknown) => {
        open.length = 0;
        throw error;
      });
  };
  const ends = await Promise.allSettled(Array.from({ length: concurrency }, workOn));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

function judgedTexts(
  { pairs }: JudgeTextsOrder,
  { judge, log, wrong }: { judge: string; log: VerdictLog; wrong: readonly Control[] },
): JudgedTexts {
  const believed = wrong.length === 0;
  const verdicts = pairs.map((pair) => (believed ? log.read(pair) : undefined));
  const count = (wanted: boolean | null | undefined) =>
    verdicts.filter((verdict) => verdict === wanted).length;
  return {
    texts: { same: (expected, given) => (believed ? (log.read({ expected, given }) ?? null) : null) },
    facts: {
      judge,
      promptVersion,
      believed,
      controls: controls.length,
      wrongControls: answeredWrongly(log).map(({ name }) => name),
      same: count(true),
      different: count(false),
      undecided: count(null),
      unasked: count(undefined),
    },
  };
}
