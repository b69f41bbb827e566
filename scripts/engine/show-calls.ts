import { generateCall } from "./corpus/call.ts";

/** Prints generated calls: `npx tsx scripts/engine/show-calls.ts [first] [count] [held-out]`. */
const [first = "0", count = "3", side] = process.argv.slice(2);
for (let at = Number(first); at < Number(first) + Number(count); at += 1) {
  const { messages, tools } = generateCall(`show ${at}`, side === "held-out" ? "held-out" : "training");
  const lines = tools.map(({ function: { name, description, parameters } }) => {
    const properties = Object.entries((parameters?.["properties"] ?? {}) as Record<string, unknown>);
    const shown = properties.map(([key, schema]) => `${key}:${JSON.stringify(schema)}`).join(" ");
    return `  ${name} — ${description ?? ""} — ${shown} — ${JSON.stringify(parameters?.["required"])}`;
  });
  for (const message of messages) {
    const calls = message.role === "assistant" ? (message.tool_calls ?? []) : [];
    const used = calls.map((call) => ` → ${call.function.name} ${call.function.arguments}`).join("");
    lines.push(`${message.role}: ${message.content ?? ""}${used}`);
  }
  process.stdout.write(`--- ${at}\n${lines.join("\n")}\n`);
}
