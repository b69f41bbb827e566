import { weatherTool } from "./local-server.ts";

/** Rows of a file of cases: two thirds ask the weather of a town, the others say hello; three rows a call. */
export function weatherCases(count: number): string {
  return Array.from({ length: count }, (_, index) => `${JSON.stringify(weatherCase(index))}\n`).join("");
}

function weatherCase(index: number): object {
  const isHello = index % 3 === 2;
  const said = isHello ? `Hello there, number ${index}` : `What is the weather in Town${index}?`;
  const made = { name: "get_weather", arguments: JSON.stringify({ city: `Town${index}` }) };
  const reply = isHello
    ? { role: "assistant", content: "Hello!" }
    : { role: "assistant", content: null, tool_calls: [{ id: "call_1", type: "function", function: made }] };
  return {
    id: `case-${index}`,
    callId: `call-${Math.floor(index / 3)}`,
    messages: [{ role: "system", content: "You tell the weather." }, { role: "user", content: said }, reply],
    tools: [weatherTool],
  };
}
