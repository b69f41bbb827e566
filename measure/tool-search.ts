import { parseArgs } from "node:util";
import { drawDecision } from "../scripts/engine/pretrain/held-out.ts";
import { engine } from "../src/engine/embedded.ts";
import { openDecoder } from "../src/engine/runtime/open-decoder.ts";
import { nearTools } from "../src/engine/text/near-tools.ts";
import { type Chat, encodePrompt } from "../src/engine/text/prompt.ts";
import { tagsOf } from "../src/engine/text/tool-tags.ts";
import type { Figures } from "../test/support/figures.ts";
import { clinicRow } from "./engine/clinic-rows.ts";

/** Room of the context that a reply would take. */
const replyTokens = 96;

/** A turn of the caller behind which one tool is due, of several. */
interface Case {
  readonly chat: Chat;
  readonly tool: string;
}

/**
 * `npm run measure tool-search [--cases N]`: how often the search by shared words names the tool that is due, and how often
 * the base model then calls it, made to call one. Unseen tools are the corpus's held-out words, known ones its training words.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const { values } = parseArgs({ args: [...args], options: { cases: { type: "string", default: "300" } } });
  const count = Number(values.cases);
  const sources = {
    "unseen tools": corpusCases("held-out"),
    "known tools": corpusCases("training"),
    clinic: clinicCases(),
  };
  const base = await openBase();
  const rows = [];
  for (const [questions, cases] of Object.entries(sources))
    rows.push({ questions, ...(await sharesOf(take(cases, count), base)) });
  await base.close();
  return { name: "tool-search", ok: rows.length > 0, n: count, target: "none: reported as it is", rows };
}

async function sharesOf(cases: readonly Case[], base: Base) {
  const places = cases.map(({ chat, tool }) =>
    (nearTools(chat.tools)(chat.messages).at(-1) ?? []).indexOf(tool),
  );
  let called = 0;
  for (const { chat, tool } of cases) if ((await base.calledTool(chat)) === tool) called += 1;
  return {
    cases: cases.length,
    guessing: cases.reduce((sum, { chat }) => sum + 1 / chat.tools.length, 0) / cases.length,
    searchFirst: places.filter((place) => place === 0).length / cases.length,
    searchAny: places.filter((place) => place >= 0).length / cases.length,
    baseCalls: called / cases.length,
  };
}

interface Base {
  /** The tool that the base model calls if it has to. */
  calledTool(chat: Chat): Promise<string | undefined>;
  close(): Promise<void>;
}

async function openBase(): Promise<Base> {
  const model = await engine.loadBase("calltune/base");
  const decoder = await openDecoder(model, 1);
  const { tokenizer, shape } = model;
  return {
    async calledTool({ messages, tools }) {
      const prompt = encodePrompt(tokenizer, { messages, tools }, shape.context - replyTokens);
      const scores = await decoder.begin().feed([...prompt, tokenizer.special("<call>")]);
      const tagOf = tagsOf(tokenizer, tools);
      const scoreOf = (name: string) => scores[tagOf(name)] ?? Number.NEGATIVE_INFINITY;
      const names = tools.map((tool) => tool.function.name);
      return names.toSorted((left, right) => scoreOf(right) - scoreOf(left))[0];
    },
    close: () => decoder.close(),
  };
}

function* corpusCases(side: "held-out" | "training"): Generator<Case> {
  for (let at = 0; ; at += 1) {
    const { chat, expected } = drawDecision(`tool search ${at}`, side);
    const tool = expected.tool_calls?.[0]?.function.name;
    if (tool !== undefined && chat.tools.length > 1) yield { chat, tool };
  }
}

function* clinicCases(): Generator<Case> {
  for (let at = 0; ; at += 1) {
    const { messages, tools } = clinicRow(`tool search ${at}`, "heldOut");
    const last = messages.at(-1);
    const tool = last?.role === "assistant" ? last.tool_calls?.[0]?.function.name : undefined;
    if (tool !== undefined) yield { chat: { messages: messages.slice(0, -1), tools }, tool };
  }
}

function take(cases: Iterable<Case>, count: number): Case[] {
  const taken: Case[] = [];
  for (const one of cases) {
    if (taken.length === count) break;
    taken.push(one);
  }
  return taken;
}
