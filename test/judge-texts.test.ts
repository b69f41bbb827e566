import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ScoringOptions } from "../src/domain/scoring-options.ts";
import { type JudgeTextsOrder, judgeTexts, textJudgeEndpoint } from "../src/pipeline/evaluate/judge-texts.ts";
import { collectTexts, type Reply } from "../src/pipeline/evaluate/texts/collect-texts.ts";
import { controls } from "../src/pipeline/evaluate/texts/judge-controls.ts";
import { promptVersion, readAnswer } from "../src/pipeline/evaluate/texts/judge-prompt.ts";
import { createJudge } from "../src/plugins/scorers/judge/judge-reply.ts";
import { type Answer, type ChatServer, refuse, startChatServer } from "./support/chat-server.ts";
import { call, question, reply } from "./support/judging.ts";

const secret = "sk-judge-secret-0123456789";
const options = ScoringOptions.parse({});
let folder = "";
let log = "";
let server: ChatServer;
let answer: Answer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-judge-"));
  log = join(folder, "judge", "text-verdicts.jsonl");
  answer = (request) => said(rightly(asked(request)) ? "SAME" : "DIFFERENT");
  server = await startChatServer((request, response) => answer(request, response));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const pairs = [
  { expected: "window seat", given: "a seat at the window" },
  { expected: "no nuts", given: "with nuts" },
];

describe("a judge that gets the controls right", () => {
  test("decides about free texts, and scoring then asks nobody", async () => {
    const replies = [replyTo("quiet corner please", "somewhere calm"), replyTo("no nuts", "with nuts")];
    answer = (request) => {
      const pair = asked(request);
      return said(pair.first === "quiet corner please" || rightly(pair) ? "SAME" : "DIFFERENT");
    };
    const collected = await collectTexts(from(replies), options);
    const { texts, facts } = await judgeTexts(order({ pairs: collected }));
    expect(facts).toMatchObject({
      believed: true,
      wrongControls: [],
      same: 1,
      different: 1,
      undecided: 0,
      unasked: 0,
    });
    const requests = server.requests.length;
    const exact = (reply: Reply, withVerdicts: boolean) =>
      createJudge(options, withVerdicts ? texts : undefined).judge(reply.question, reply.generation).exact;
    expect(replies.map((reply) => exact(reply, true))).toEqual([true, false]);
    expect(replies.map((reply) => exact(reply, false))).toEqual([false, false]);
    expect(server.requests).toHaveLength(requests);
  });

  test("is asked at temperature 0, with its key, and with the texts as data", async () => {
    await judgeTexts(order({ pairs }));
    expect(server.requests.at(-1)).toMatchObject({
      path: "/v1/chat/completions",
      headers: { authorization: `Bearer ${secret}` },
      body: { model: "big", temperature: 0 },
    });
    expect(server.requests.map(asked)).toContainEqual({ first: "no nuts", second: "with nuts" });
  });

  test("is paid once: the verdicts lie on disk, private, with the prompt's version", async () => {
    await judgeTexts(order({ pairs }));
    expect(server.requests).toHaveLength(controls.length + 2);
    const { facts } = await judgeTexts(
      order({ pairs, mayAsk: () => Promise.reject(new Error("nothing to ask")) }),
    );
    expect(facts).toMatchObject({ same: 1, different: 1 });
    expect(server.requests).toHaveLength(controls.length + 2);
    expect((await stat(log)).mode & 0o777).toBe(0o600);
    expect(await lines()).toContainEqual({
      promptVersion,
      judge: "mine:big",
      expected: "no nuts",
      given: "with nuts",
      same: false,
    });
  });

  test("is another one with another model", async () => {
    await judgeTexts(order({ pairs }));
    await judgeTexts(order({ pairs, judge: { ...order({}).judge, model: "bigger" } }));
    expect(server.requests).toHaveLength(2 * (controls.length + 2));
  });

  test("may answer neither: words are counted then, and it isn't asked again", async () => {
    const patient = answer;
    answer = (request, response) => (isControl(request) ? patient(request, response) : said("Hm, maybe."));
    const { texts, facts } = await judgeTexts(order({ pairs }));
    expect(facts).toMatchObject({ believed: true, undecided: 2 });
    expect(texts.same("no nuts", "with nuts")).toBe(null);
    await judgeTexts(order({ pairs }));
    expect(server.requests).toHaveLength(controls.length + 2);
  });
});

describe("a judge isn't believed, and asked about nothing else, that", () => {
  test.each([
    ["finds everything the same", "SAME"],
    ["finds everything different", "DIFFERENT"],
    ["never decides", "Both."],
  ])("%s", async (_, word) => {
    answer = () => said(word);
    const { texts, facts } = await judgeTexts(order({ pairs }));
    expect(facts).toMatchObject({ believed: false, same: 0, different: 0, unasked: 2 });
    expect(facts.wrongControls.length).toBeGreaterThan(5);
    expect(texts.same("no nuts", "with nuts")).toBe(null);
    expect(server.requests).toHaveLength(controls.length);
  });

  test("obeys a text that gives it instructions", async () => {
    answer = (request) => {
      const pair = asked(request);
      return said(/ignore your instructions/i.test(pair.second) || rightly(pair) ? "SAME" : "DIFFERENT");
    };
    expect((await judgeTexts(order({ pairs }))).facts).toMatchObject({
      believed: false,
      wrongControls: ["instruction"],
    });
  });
});

describe("without leave to ask", () => {
  test("nothing is sent, and words are counted", async () => {
    const { texts, facts } = await judgeTexts(order({ pairs, mayAsk: async () => false }));
    expect(facts).toMatchObject({ believed: false, wrongControls: [], unasked: 2 });
    expect(texts.same("no nuts", "with nuts")).toBe(null);
    expect(server.requests).toEqual([]);
  });

  test("verdicts that are there count", async () => {
    await judgeTexts(order({ pairs }));
    const more = [...pairs, { expected: "a", given: "b" }];
    const { facts } = await judgeTexts(order({ pairs: more, mayAsk: async () => false }));
    expect(facts).toMatchObject({ believed: true, same: 1, different: 1, unasked: 1 });
  });

  test("the number of requests is told first", async () => {
    const told: number[] = [];
    const mayAsk = async (requests: number) => told.push(requests) > 0;
    await judgeTexts(order({ pairs, mayAsk }));
    expect(told).toEqual([controls.length + 2]);
  });
});

describe("trouble on the way", () => {
  test("429 is waited for as long as it says, and cut connections are tried again", async () => {
    const waits: number[] = [];
    let requests = 0;
    const patient = answer;
    answer = (request, response) => {
      requests += 1;
      if (requests === 2) response.setHeader("retry-after", "7");
      if (requests === 2) return refuse(response, 429, "slow down");
      if (requests === 4) return void response.socket?.destroy();
      return patient(request, response);
    };
    const wait = async (ms: number) => void waits.push(ms);
    const { facts } = await judgeTexts(order({ pairs, concurrency: 1, world: { signal: never(), wait } }));
    expect(facts).toMatchObject({ believed: true, same: 1, different: 1 });
    expect(waits).toEqual([7000, 500]);
  });

  test("a wrong key ends it at once, and no key is shown", async () => {
    answer = (_, response) => refuse(response, 401, `bad key ${secret}`);
    const failure = await judgeTexts(order({ pairs, concurrency: 1 })).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: "RemoteError",
      advice: expect.stringContaining("MINE_API_KEY was refused"),
    });
    expect(String(failure)).not.toContain(secret);
    expect(server.requests).toHaveLength(1);
  });

  test("what was answered before a failure is kept, and half a line after a crash is cut", async () => {
    const patient = answer;
    answer = (request, response) =>
      isControl(request) ? patient(request, response) : refuse(response, 400, "no");
    await expect(judgeTexts(order({ pairs }))).rejects.toThrow("a verdict on two texts with big: 400 no");
    expect(await lines()).toHaveLength(controls.length);
    await appendFile(log, '{"promptVersion":"');
    answer = patient;
    const before = server.requests.length;
    expect((await judgeTexts(order({ pairs }))).facts).toMatchObject({ same: 1, different: 1 });
    expect(server.requests).toHaveLength(before + 2);
    expect(await lines()).toHaveLength(controls.length + 2);
  });
});

describe("collecting", () => {
  test("finds all pairs that scoring may need, whatever the verdicts are", async () => {
    const replies = [
      {
        question: question([
          { ...call("book_table", { notes: "one" }), accepted: { notes: ["two", "three"] } },
          call("book_table", { notes: "four" }),
        ]),
        generation: reply([
          ["book_table", { notes: "five" }],
          ["book_table", { notes: "six" }],
        ]),
      },
      replyTo("seven", "eight"),
    ];
    const collected = await collectTexts(from(replies), options);
    const known = new Set(collected.map(({ expected, given }) => `${expected}|${given}`));
    for (let verdicts = 0; verdicts < 2 ** known.size; verdicts += 1) {
      const bits = new Map([...known].map((key, bit) => [key, (verdicts >> bit) % 2 === 1]));
      const missed: string[] = [];
      const same = (expected: string, given: string) => {
        const verdict = bits.get(`${expected}|${given}`);
        if (verdict === undefined) missed.push(`${expected}|${given}`);
        return verdict ?? null;
      };
      const judge = createJudge(options, { same });
      for (const { question: asking, generation } of replies) judge.judge(asking, generation);
      expect(missed).toEqual([]);
    }
    expect(known.size).toBe(9);
  });

  test("leaves out what is the same by its letters, a user's threshold, and other comparators", async () => {
    const replies = [replyTo("Window seat.", "window  seat"), replyTo("a b", "c d", "code")];
    expect(await collectTexts(from(replies), options)).toEqual([]);
    const scoring = ScoringOptions.parse({ parameters: { "*.notes": { comparator: "text", atLeast: 0.5 } } });
    expect(await collectTexts(from([replyTo("window", "door")]), scoring)).toEqual([]);
  });
});

test.each([
  ["SAME", true],
  ["different.", false],
  ["**SAME**", true],
  ["<think>\nnot the same\n</think>\n\nDIFFERENT\n", false],
  ["They are the same", null],
  ["SAME or DIFFERENT", null],
  ["", null],
])("the answer %j is %s", (content, verdict) => {
  expect(readAnswer(content)).toBe(verdict);
});

describe("the config's judge", () => {
  test("is asked with the environment's key", () => {
    const judge = { provider: "mine", model: "big", url: "http://127.0.0.1:1/v1" };
    expect(textJudgeEndpoint(judge, { MINE_API_KEY: secret, LLM_MODEL: "agent's" })).toMatchObject({
      model: "big",
      address: "http://127.0.0.1:1/v1",
      apiKey: secret,
    });
  });

  test.each([
    [{ provider: "mine", model: "big" }, "add scoring.judge.url"],
    [{ provider: "openai", model: "big" }, "OPENAI_API_KEY isn't set; add the line OPENAI_API_KEY="],
  ])("%j is told what is missing", (judge, sentence) => {
    expect(() => textJudgeEndpoint(judge, {})).toThrow(sentence);
  });

  test("is refused with a key that nobody knows", () => {
    expect(ScoringOptions.safeParse({ judge: { provider: "a", model: "b", modle: "c" } }).success).toBe(
      false,
    );
  });
});

function order(facts: Partial<JudgeTextsOrder>): JudgeTextsOrder {
  return {
    judge: {
      provider: "mine",
      model: "big",
      address: server.address,
      apiKey: secret,
      keyVariable: "MINE_API_KEY",
    },
    pairs: [],
    log,
    concurrency: 4,
    mayAsk: async () => true,
    onProgress: () => {},
    world: { signal: never(), wait: async () => {} },
    ...facts,
  };
}

function never(): AbortSignal {
  return new AbortController().signal;
}

function replyTo(expected: string, given: string, parameter = "notes"): Reply {
  return {
    question: question([call("book_table", { [parameter]: expected })]),
    generation: reply([["book_table", { [parameter]: given }]]),
  };
}

async function* from(replies: readonly Reply[]): AsyncGenerator<Reply> {
  yield* replies;
}

interface AskedPair {
  readonly first: string;
  readonly second: string;
}

function asked({ body }: { readonly body: object }): AskedPair {
  const { messages } = body as { messages: { content: string }[] };
  return JSON.parse(messages.at(-1)?.content ?? "");
}

function isControl(request: { readonly body: object }): boolean {
  const { first, second } = asked(request);
  return controls.some(({ expected, given }) => expected === first && given === second);
}

/** What a good judge knows. */
function rightly({ first, second }: AskedPair): boolean {
  const control = controls.find(({ expected, given }) => expected === first && given === second);
  return control?.same ?? first === "window seat";
}

function said(content: string): object {
  return { role: "assistant", content };
}

async function lines(): Promise<unknown[]> {
  return (await readFile(log, "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
