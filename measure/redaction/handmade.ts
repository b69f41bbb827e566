import type { Call } from "../../src/domain/call.ts";
import { createRedactor } from "../../src/redaction/create-redactor.ts";
import { type Part, scriptOf } from "../../src/redaction/parts.ts";
import { bareCall } from "../../test/support/one-turn-call.ts";
import { medicalPizzaHotelBank } from "./handmade-one.ts";
import { deliveryUtilitiesCarsLaw } from "./handmade-two.ts";

export interface HandmadeFigures {
  readonly calls: number;
  readonly personal: number;
  readonly gone: number;
  readonly business: number;
  readonly touched: number;
  readonly misses: readonly string[];
}

/** Calls made up by hand: what of their «personal» and ‹business› words is gone after redaction. */
export function measureHandmade(): HandmadeFigures {
  const blocks = `${medicalPizzaHotelBank}\n${deliveryUtilitiesCarsLaw}`
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== "");
  const figures = {
    calls: blocks.length,
    personal: 0,
    gone: 0,
    business: 0,
    touched: 0,
    misses: [] as string[],
  };
  const redactor = createRedactor({ salt: "the salt of measurements" });
  for (const [index, block] of blocks.entries()) {
    const lines = block.trim().split("\n");
    const redacted = scriptOf(redactor.redactCall(callOf(lines, `handmade-${index}`)).call).parts.filter(
      ({ kind, text }) => kind !== "agent" || text !== "",
    );
    for (const [at, line] of lines.entries()) compareLine(line, redacted[at]?.text ?? "", figures);
  }
  return figures;
}

function compareLine(
  line: string,
  after: string,
  figures: { personal: number; gone: number; business: number; touched: number; misses: string[] },
): void {
  const plain = line.replace(/[«»‹›]/g, "");
  for (const [, piece = ""] of line.matchAll(/«([^»]+)»/g)) {
    figures.personal += 1;
    const others = countOf(plain, piece) - countOf(line, `«${piece}»`);
    if (countOf(after, piece) <= others) figures.gone += 1;
    else figures.misses.push(`left ${piece}: ${line} → ${after}`);
  }
  for (const [, piece = ""] of line.matchAll(/‹([^›]+)›/g)) {
    figures.business += 1;
    if (after.includes(piece)) continue;
    figures.touched += 1;
    figures.misses.push(`touched ${piece}: ${line} → ${after}`);
  }
}

function countOf(text: string, piece: string): number {
  return text.split(piece).length - 1;
}

function callOf(lines: readonly string[], id: string): Call {
  const turns: Call["turns"] = [];
  for (const line of lines) {
    const { kind, text, tool } = partOf(line.replace(/[«»‹›]/g, ""));
    const last = turns.at(-1);
    const [made] = last?.role === "agent" ? last.toolCalls.slice(-1) : [];
    if (kind === "caller") turns.push({ role: "caller", text });
    else if (kind === "agent") turns.push({ role: "agent", text, toolCalls: [] });
    else if (kind === "result" && made !== undefined) made.result = text;
    else
      turns.push({
        role: "agent",
        text: "",
        toolCalls: [{ id: "1", name: tool, arguments: text, result: null, succeeded: null }],
      });
  }
  return { ...bareCall, id, turns };
}

function partOf(line: string): { kind: Part["kind"]; text: string; tool: string } {
  const text = line.slice(line.indexOf(" ") + 1);
  if (line.startsWith("C:")) return { kind: "caller", text, tool: "" };
  if (line.startsWith("A:")) return { kind: "agent", text, tool: "" };
  if (line.startsWith("R ")) return { kind: "result", text, tool: "" };
  const space = text.indexOf(" ");
  return { kind: "arguments", tool: text.slice(0, space), text: text.slice(space + 1) };
}
