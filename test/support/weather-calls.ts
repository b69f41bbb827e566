import type { Call, MadeToolCall, Turn } from "../../src/domain/call.ts";
import { callLine } from "../../src/domain/call-line.ts";
import { weatherTool } from "./local-server.ts";

/** Calls that ask the weather; in every other the agent takes the wrong town first, and is corrected. */
export function weatherCalls(count: number): string {
  return Array.from({ length: count }, (_, index) => `${callLine(weatherCall(index))}\n`).join("");
}

function weatherCall(index: number): Call {
  const town = `Town${index}`;
  const wrong = index % 2 === 0 ? [wrongTown(town), ...sorry(town)] : [];
  const turns: Turn[] = [
    { role: "caller", text: `Hello, it is me again with question number ${index}` },
    { role: "agent", text: `Welcome back, what is question ${index}?`, toolCalls: [] },
    { role: "caller", text: `What is the weather in ${town}?` },
    ...wrong,
    { role: "agent", text: "", toolCalls: [made(town, { temperature: 10 + index }, true)] },
    { role: "agent", text: `It is ${10 + index} degrees in ${town}.`, toolCalls: [] },
  ];
  return {
    id: `call-${index}`,
    caller: `caller-${Math.floor(index / 2)}`,
    tenant: null,
    startedAt: `2026-03-${String(1 + (index % 28)).padStart(2, "0")}T10:00:00.000Z`,
    endedAt: null,
    status: "completed",
    outcome: null,
    model: null,
    systemPrompt: "You tell the weather.",
    tools: [weatherTool],
    turns,
  };
}

function wrongTown(town: string): Turn {
  return { role: "agent", text: "", toolCalls: [made(`Old ${town}`, { error: "no such town" }, false)] };
}

function sorry(town: string): Turn[] {
  return [
    { role: "agent", text: "I can't find that town.", toolCalls: [] },
    { role: "caller", text: `I said ${town}.` },
  ];
}

function made(city: string, result: object, succeeded: boolean): MadeToolCall {
  return {
    id: "call_1",
    name: "get_weather",
    arguments: JSON.stringify({ city }),
    result: JSON.stringify(result),
    succeeded,
  };
}
