import { describe, expect, test } from "vitest";
import type { Case } from "../../domain/case.ts";
import type { AnsweredGeneration, Latency } from "../../domain/generation.ts";
import type { Judgement } from "../../domain/judgement.ts";
import { ScoringOptions } from "../../domain/scoring-options.ts";
import type { Tool } from "../../domain/tool.ts";
import { type ScorerName, scorers } from "./index.ts";
import { createJudge } from "./judge/judge-reply.ts";
import type { Scorer } from "./scorer.ts";
import { confusionOf, toolFigures } from "./tables/confusion.ts";
import { parameterFigures } from "./tables/parameters.ts";

const price = { input: 1, cachedInput: 0.1, output: 4, readOn: "2026-11-27" };
const usage = { promptTokens: 1800, cachedPromptTokens: 450, completionTokens: 42, estimated: false };
const latency: Latency = { firstTokenMs: 200, toolCallsMs: 350, totalMs: 400, attempts: 1, chunks: 9 };
const parameters = { type: "object", properties: { time: { type: "string" }, size: { type: "integer" } } };
const tools: Tool[] = ["book", "cancel"].map((name) => ({
  type: "function",
  function: { name, parameters },
}));

describe.each(Object.entries<Scorer>(scorers))("%s", (name, scorer) => {
  test("gives a perfect reply the best score it has", () => {
    const best = scorer.better === "higher" ? 1 : 0;
    for (const wanted of [null, '{"time":"19:00","size":2}'])
      if (scorer.unit === "share") {
        const score = scoreOf(name as ScorerName, wanted, wanted);
        if (score !== null) expect(score.value / score.of).toBe(best);
      }
    expect(scorer.about.length).toBeGreaterThan(10);
  });

  test("is a share of its size, or doesn't apply", () => {
    for (const wanted of [null, '{"time":"19:00","size":2}'])
      for (const given of [null, "{}", "broken", '{"time":"20:00","size":"2","x":1}']) {
        const score = scoreOf(name as ScorerName, wanted, given);
        if (score === null || scorer.unit !== "share") continue;
        expect(score.of).toBeGreaterThan(0);
        expect(score.value).toBeGreaterThanOrEqual(0);
        expect(score.value).toBeLessThanOrEqual(score.of);
      }
  });
});

describe("scores", () => {
  test.each<[ScorerName, string | null, string | null, number | null, number]>([
    ["right_decision", null, "{}", 0, 1],
    ["false_call_rate", null, "{}", 1, 1],
    ["false_call_rate", "{}", "{}", null, 1],
    ["missed_call_rate", "{}", null, 1, 1],
    ["missed_call_rate", null, null, null, 1],
    ["empty_reply_rate", null, null, 0, 1],
    ["empty_reply_rate", null, "", 1, 1],
    ["empty_reply_rate", null, "{}", 0, 1],
    ["empty_reply_rate", "{}", "", null, 1],
    ["right_decision", null, "", 0, 1],
    ["false_call_rate", null, "", 0, 1],
    ["missed_call_rate", "{}", "", 1, 1],
    ["whole_call", null, "", 0, 1],
    ["exact_call", '{"size":2}', '{"size":3}', 0, 1],
    ["exact_call", null, null, null, 1],
    ["right_arguments", '{"time":"19:00","size":2}', '{"time":"7 pm","size":3}', 1, 2],
    ["right_arguments", '{"time":"19:00","size":2}', null, 0, 2],
    ["right_arguments", '{"time":"19:00","size":2}', "{", 0, 2],
    ["right_arguments", null, null, null, 1],
    ["valid_call", "{}", '{"size":"2"}', 0, 1],
    ["valid_call", "{}", null, null, 1],
    ["ungrounded_arguments", '{"time":"19:00"}', '{"time":"07:00","size":4}', 1, 2],
    ["whole_call", "{}", "{}", 1, 1],
    ["ttft_ms", null, null, 200, 1],
    ["ttft_ms", "{}", "{}", null, 1],
    ["tool_call_ms", "{}", "{}", 350, 1],
    ["tool_call_ms", null, null, null, 1],
  ])("%s of %s answered with %s", (name, wanted, given, value, of) => {
    expect(scoreOf(name, wanted, given)).toEqual(value === null ? null : { value, of });
  });

  test("an unknown price stays unknown", () => {
    const reply = { case: question(null), generation: generation(null), judgement: judged(null, null) };
    expect(scorers.cost.score({ ...reply, price })?.value).toBeCloseTo(0.001563, 6);
    expect(scorers.cost.score({ ...reply, price: null })).toBeNull();
    const unmeasured = { ...reply.generation, usage: null, latency: null };
    expect(scorers.cost.score({ ...reply, generation: unmeasured, price })).toBeNull();
    expect(scorers.ttft_ms.score({ ...reply, generation: unmeasured, price })).toBeNull();
  });
});

describe("tables", () => {
  test("precision, recall and F1 by tool", () => {
    const counts = { book: [40, 3, 7], cancel: [2, 25, 3], "(none)": [5, 1, 64] };
    const names = Object.keys(counts);
    const confusion = new Map(
      Object.entries(counts).map(([expected, row]) => [
        expected,
        new Map(row.map((n, at) => [names[at] ?? "", n])),
      ]),
    );
    const figures = toolFigures(confusion).map(({ tool, precision, recall, f1 }) => [
      tool,
      ...[precision, recall, f1].map((figure) => figure?.toFixed(6)),
    ]);
    expect(figures).toEqual([
      ["(none)", "0.864865", "0.914286", "0.888889"],
      ["book", "0.851064", "0.800000", "0.824742"],
      ["cancel", "0.862069", "0.833333", "0.847458"],
    ]);
  });

  test("rows are what was expected, columns what was done", () => {
    const judgements = [judged("{}", "{}"), judged("{}", null), judged(null, null), judged(null, "{}")];
    const confusion = confusionOf(judgements);
    expect(Object.fromEntries(confusion.get("book") ?? [])).toEqual({ book: 1, "(none)": 1 });
    expect(Object.fromEntries(confusion.get("(none)") ?? [])).toEqual({ book: 1, "(none)": 1 });
    expect(toolFigures(confusionOf([judged("{}", null)]))[1]).toMatchObject({
      tool: "book",
      precision: null,
    });
  });

  test("an empty reply has its own column, and is no tool that anybody could be good at", () => {
    const confusion = confusionOf([judged(null, ""), judged(null, null), judged("{}", "")]);
    expect(Object.fromEntries(confusion.get("(none)") ?? [])).toEqual({ "(empty)": 1, "(none)": 1 });
    expect(Object.fromEntries(confusion.get("book") ?? [])).toEqual({ "(none)": 1 });
    const figures = toolFigures(confusion);
    expect(figures.map(({ tool }) => tool)).toEqual(["(none)", "book"]);
    expect(figures[0]).toMatchObject({ support: 2, recall: 0.5 });
  });

  test("a parameter's errors by kind", () => {
    const judgements = [
      judged('{"time":"19:00","size":2}', '{"time":"7 pm","size":3}'),
      judged('{"time":"19:00","size":2}', '{"time":"19:00","size":"2"}'),
      judged('{"time":"19:00"}', '{"size":4}'),
    ];
    const [time, size] = parameterFigures(judgements);
    expect(time).toMatchObject({
      tool: "book",
      parameter: "time",
      comparator: "time",
      right: 2,
      expected: 3,
    });
    expect(time?.errors.missing).toBe(1);
    expect(size?.errors).toMatchObject({ wrong_value: 1, wrong_type: 1, extra: 1 });
    expect(size).toMatchObject({ expected: 2, precision: 0, recall: 0 });
  });
});

function scoreOf(name: ScorerName, wanted: string | null, given: string | null) {
  const reply = {
    case: question(wanted),
    generation: generation(given),
    judgement: judged(wanted, given),
    price,
  };
  return scorers[name].score(reply);
}

function judged(wanted: string | null, given: string | null): Judgement {
  return createJudge(ScoringOptions.parse({})).judge(question(wanted), generation(given));
}

function question(wanted: string | null): Case {
  const toolCalls = [{ name: "book", arguments: wanted ?? "{}" }];
  return {
    id: "a#1",
    callId: "a",
    caller: null,
    callStartedAt: "2026-03-04T10:00:00Z",
    messages: [{ role: "user", content: "hello, we're four" }],
    tools,
    expected: wanted === null ? { kind: "reply", text: null } : { kind: "calls", toolCalls, order: "any" },
  };
}

/** Null speaks, an empty text says nothing, anything else are the arguments of a tool call. */
function generation(given: string | null): AnsweredGeneration {
  const toolCall = { id: "1", type: "function" as const, function: { name: "book", arguments: given ?? "" } };
  return {
    caseId: "a#1",
    candidate: "x:y",
    outcome: "answered",
    message: {
      role: "assistant",
      ...(given ? { content: null, tool_calls: [toolCall] } : { content: given === null ? "Hi" : null }),
    },
    finishReason: "stop",
    usage,
    latency,
  };
}
