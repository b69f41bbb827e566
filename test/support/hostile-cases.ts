import type { Case } from "../../src/domain/case.ts";
import type { Tool } from "../../src/domain/tool.ts";

const pwn = "window.__pwned = 1";

/** What callers, models and tables may say to a page. */
export const hostileWords: readonly string[] = [
  `<script>${pwn}</script>`,
  `</script><script>${pwn}</script>`,
  `<!--<script>${pwn}</script>`,
  `<img src=x onerror="${pwn}"><svg onload='${pwn}'>`,
  `"' onmouseover="${pwn}" x='`,
  `]]>{{constructor.constructor("${pwn}")()}}\${${pwn}}`,
  "\u202egnp.exe\u202c \u2066isolated \u200fright\u200e",
  "مرحبا 123 שלום abc",
  "a\u0000b\u0007c\u001b[31md\u007f\u0085\u2028\u2029\ufeff\u200b",
  "half \ud83d of \udc00 a pair",
  "😀👩‍👩‍👧‍👦 e\u0301\u0301\u0301\u0301\u0301\u0301",
  "w".repeat(1_000_000),
  "javascript:alert(1)",
];

/** Names that objects have already. */
const names = ["__proto__", "constructor", "toString", ...hostileWords.slice(0, 10), "n".repeat(300)];

/** Cases in which everything that comes from elsewhere is hostile. */
export function hostileCases(): Case[] {
  return hostileWords.flatMap((words, index) => [
    hostileCase(words, index, "calls"),
    hostileCase(words, index, "reply"),
  ]);
}

function hostileCase(words: string, index: number, kind: "calls" | "reply"): Case {
  const given = JSON.stringify({ [names[index % names.length] ?? ""]: words.slice(0, 3000), n: index });
  const name = names[index % names.length] ?? "";
  return {
    id: `${words.slice(0, 80)}#${kind}`,
    callId: words.slice(0, 80),
    caller: null,
    callStartedAt: null,
    messages: [
      { role: "system", content: words },
      { role: "user", content: words },
      {
        role: "assistant",
        content: words,
        tool_calls: [{ id: "c1", type: "function", function: { name, arguments: given } }],
      },
      { role: "tool", tool_call_id: "c1", content: words },
      { role: "user", content: `${words} ${index}` },
    ],
    tools: names.map((tool) => hostileTool(tool, words)),
    expected:
      kind === "reply"
        ? { kind: "reply", text: words }
        : {
            kind: "calls",
            order: "listed",
            toolCalls: [{ name, arguments: given, accepted: { n: [words.slice(0, 50)] } }],
          },
  };
}

function hostileTool(name: string, words: string): Tool {
  return {
    type: "function",
    function: { name, description: words.slice(0, 200), parameters: { type: "object", properties: {} } },
  };
}
