import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { Tool } from "../../../src/domain/tool.ts";
import { heardForms } from "../../../src/engine/generate/heard/heard-forms.ts";
import { decodeReply, encodeReply } from "../../../src/engine/text/reply.ts";
import { createTokenizer } from "../../../src/engine/text/tokenizer.ts";
import { tagsOf } from "../../../src/engine/text/tool-tags.ts";
import { hash53 } from "../../../src/lib/hash.ts";
import { mentionsIn } from "../../../src/lib/spoken/mentions.ts";
import { tokensOf } from "../../../src/lib/spoken/tokens.ts";
import { dentalTools, homeTools, pizzaTools } from "../../../src/samples/tools.ts";
import pieces from "../pieces.json" with { type: "json" };
import { actionNames, actions } from "./actions/index.ts";
import { generateCall } from "./call.ts";
import { createDraw, type Side } from "./draw.ts";
import { genericAsks, genericGives, genericTells } from "./families/generic.ts";
import { commonFamilies, parameterFamilies, phrasesOf, understudies } from "./parameter-families.ts";
import { drawSystemPrompt } from "./system-prompt.ts";
import { itemList } from "./values/compound.ts";
import { isoDate } from "./values/times.ts";
import type { Scene } from "./values/value.ts";

const calls = Array.from({ length: 400 }, (_, at) => generateCall(`test ${at}`, "training"));
const uses = calls.flatMap(({ messages, tools }) =>
  messages.flatMap((message) =>
    message.role === "assistant" ? (message.tool_calls ?? []).map((call) => ({ call, tools })) : [],
  ),
);

describe("generated calls", () => {
  test("the same seed gives the same call, another seed another", () => {
    expect(generateCall("a", "training")).toEqual(generateCall("a", "training"));
    expect(generateCall("a", "training")).not.toEqual(generateCall("b", "training"));
  });

  test("every tool call names one of the tools, and its arguments follow the schema", () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const { call, tools } of uses) {
      const tool = tools.find((one) => one.function.name === call.function.name);
      const valid = ajv.validate(tool?.function.parameters ?? {}, JSON.parse(call.function.arguments));
      expect([valid, call.function.name, call.function.arguments, ajv.errors]).toEqual([
        true,
        call.function.name,
        call.function.arguments,
        null,
      ]);
    }
    expect(uses.length).toBeGreaterThan(500);
  });

  test("every reply comes back from its tokens", () => {
    const tokenizer = createTokenizer(pieces);
    for (const { messages, tools } of calls) {
      for (const message of messages) {
        if (message.role !== "assistant") continue;
        const { content, calls: made } = decodeReply(
          tokenizer,
          encodeReply(tokenizer, message, tagsOf(tokenizer, tools)),
          tools,
        );
        expect(content).toBe(message.content);
        expect(made).toEqual((message.tool_calls ?? []).map((call) => call.function));
      }
    }
  });

  test("at least a third of the decisions use no tool, and at least a quarter do", () => {
    const replies = calls.flatMap(({ messages }) =>
      messages.filter((message) => message.role === "assistant"),
    );
    const using = replies.filter((reply) => reply.role === "assistant" && reply.tool_calls).length;
    expect(using / replies.length).toBeGreaterThan(0.25);
    expect(using / replies.length).toBeLessThan(0.67);
  });

  test("the samples' tools stay unseen", () => {
    const samples = new Set([...pizzaTools, ...dentalTools, ...homeTools].map((tool) => tool.function.name));
    const argumentSets = new Set([...pizzaTools, ...dentalTools, ...homeTools].map(argumentSet));
    for (const tool of calls.flatMap(({ tools }) => tools)) {
      expect(samples).not.toContain(tool.function.name);
      const set = argumentSet(tool);
      if (set.split(" ").length > 2) expect(argumentSets).not.toContain(set);
    }
  });
});

test("callers and agents take turns, and no blank of a sentence stays empty", () => {
  for (const { messages } of calls)
    for (const [at, message] of messages.entries()) {
      if (message.role === "tool") continue;
      expect(message.role).not.toBe(messages[at - 1]?.role);
      if (message.role !== "system") expect(message.content ?? "").not.toMatch(/[{}[\]]| {2}/);
    }
});

test("a kind of thing has kinds to choose from", () => {
  for (let at = 0; at < 3_000; at += 1) {
    const draw = createDraw(`kinds ${at}`, at % 2 === 0 ? "training" : "held-out");
    const { schema } = itemList(draw, (words) => words);
    expect(JSON.stringify(schema)).not.toContain('"enum":[]');
  }
});

describe("parameter families", () => {
  const generic = { gives: genericGives, tells: genericTells, asks: genericAsks, decoys: [] };
  const spoken = Object.entries(parameterFamilies).filter(([, one]) => one.gives.length > 0);

  test.each(spoken)("%s is given, told and asked for in many ways", (_, { gives, tells, asks, names }) => {
    expect(gives.length).toBeGreaterThanOrEqual(25);
    expect(tells.length).toBeGreaterThanOrEqual(24);
    expect(asks.length).toBeGreaterThanOrEqual(12);
    expect(names.length).toBeGreaterThanOrEqual(9);
  });

  test.each(["self", "other", "staff", "relative", "companion", "animal", "vessel", "group", "project"])(
    "%s has at least sixty ways, for names matter most",
    (role) => {
      expect(new Set(parameterFamilies[role]?.gives).size).toBeGreaterThanOrEqual(60);
      expect(new Set(parameterFamilies[role]?.tells).size).toBeGreaterThanOrEqual(60);
    },
  );

  test.each(["training", "held-out"] as const)(
    "names are given on the side of %s in words of its own",
    (side) => {
      for (const role of ["self", "other", "staff", "relative", "item", "code", "date", "time", "remark"]) {
        const { gives, tells } = phrasesOf(role);
        expect([role, ownShare(gives, side), ownShare(tells, side)]).toEqual([role, 1, 1]);
      }
    },
  );

  test("a template says the value once, and has no signs but those that are filled", () => {
    for (const { gives, tells, decoys } of [...Object.values(parameterFamilies), generic]) {
      for (const one of [...gives, ...tells, ...decoys]) {
        expect([one, one.match(/\{[va]\}/g)?.length]).toEqual([one, 1]);
        expect(one.replace(/\{[vapnd]\}/g, "")).not.toMatch(/[{}]|\[[^\]]*\[/);
      }
      for (const one of decoys) expect([one, one.match(/\{d\}/g)?.length]).toEqual([one, 1]);
    }
  });

  test("the roles that may stand in are families", () => {
    const roles = [
      ...commonFamilies,
      ...Object.values(understudies).flatMap((row) => row.map(([role]) => role)),
    ];
    for (const role of roles) expect(Object.keys(parameterFamilies)).toContain(role);
  });
});

describe("what callers say is what the readers of spoken values take it to mean", () => {
  test.each(["date", "pastDate", "people", "quantity", "amount", "pin", "card", "percent"])("%s", (role) => {
    for (let at = 0; at < 400; at += 1) {
      const draw = createDraw(`${role} ${at}`, at % 2 === 0 ? "training" : "held-out");
      const voice = { lowerCase: draw.chance(0.4), digits: draw.chance(0.5), hesitant: false };
      const scene = { draw, voice, today: draw.between(19_800, 21_900) };
      const { value, words } = parameterFamilies[role]?.kind(draw).make(scene) ?? { value: null, words: "" };
      if (value === words || words === "this very day") continue;
      const readings = mentionsIn(tokensOf(words), [scene.today]).flatMap((one) => one.readings);
      expect([words, readings.includes(String(value))]).toEqual([words, true]);
    }
  });
});

describe("the phrase banks", () => {
  test.each(actionNames)("%s has requests, names and descriptions enough, of either side", (name) => {
    const { requests, verbs, about, does } = actions[name];
    expect(requests.length).toBeGreaterThanOrEqual(28);
    expect(verbs.length).toBeGreaterThanOrEqual(24);
    expect(about.length).toBeGreaterThanOrEqual(12);
    expect(does.length).toBeGreaterThanOrEqual(5);
    const plain = requests.filter((one) => one.includes("{") && !one.startsWith("("));
    const heldOut = plain.filter((one) => hash53(one) % 8 === 0);
    expect(heldOut.length).toBeGreaterThan(0);
    expect(plain.length - heldOut.length).toBeGreaterThan(20);
  });

  test("a request that might mean another action names actions that there are", () => {
    for (const { requests } of Object.values(actions))
      for (const request of requests) {
        const rivals = /^\(([^)]*)\)/.exec(request)?.[1]?.split(",") ?? [];
        for (const rival of rivals) expect(actionNames).toContain(rival);
      }
  });

  test("every way to tell the day is understood by the engine", () => {
    for (let at = 0; at < 1_000; at += 1) {
      const scene = sceneOf(`day ${at}`);
      const content = drawSystemPrompt(scene, { facts: [], confirms: false });
      const { strings } = heardForms([
        { role: "system", content },
        { role: "user", content: "tomorrow please" },
      ]);
      expect([content, strings[0]]).toEqual([content, isoDate(scene.today + 1)]);
    }
  });

  test("tools have names that providers take", () => {
    for (const { tools } of calls)
      for (const tool of tools) expect(tool.function.name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  });
});

test("words of one side never appear on the other", () => {
  const drawn = (side: "training" | "held-out") => {
    const draw = createDraw(`sides ${side}`, side);
    const items = Array.from({ length: 60 }, (_, at) => `item ${at}`);
    return new Set(Array.from({ length: 400 }, () => draw.pick(items)));
  };
  const training = drawn("training");
  for (const item of drawn("held-out")) expect(training).not.toContain(item);
});

function sceneOf(seed: string): Scene {
  const draw = createDraw(seed, "training");
  return {
    draw,
    voice: { lowerCase: false, digits: false, hesitant: false },
    today: draw.between(19_800, 21_900),
  };
}

function argumentSet(tool: Tool): string {
  return Object.keys((tool.function.parameters?.["properties"] ?? {}) as object)
    .sort()
    .join(" ");
}

/** Whether so much as one of the templates is drawn on this side alone. */
function ownShare(templates: readonly string[], side: Side): number {
  const draw = createDraw(`share ${side}`, side);
  const other = createDraw("share other", side === "training" ? "held-out" : "training");
  const drawn = new Set(Array.from({ length: 300 }, () => draw.pick(templates)));
  const others = new Set(Array.from({ length: 300 }, () => other.pick(templates)));
  return [...drawn].filter((one) => !others.has(one)).length / drawn.size;
}
