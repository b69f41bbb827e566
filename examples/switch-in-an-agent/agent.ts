import { createLlmClient } from "calltune/llm";

// These two lines became the one below; nothing else of the agent changed.
//   const client = new OpenAI({ baseURL: "https://api.groq.com/openai/v1", apiKey: process.env.GROQ_API_KEY });
//   const model = process.env.GROQ_TOOL_MODEL ?? "openai/gpt-oss-20b";
const { client, model, provider } = createLlmClient();

const checkTable = {
  type: "function" as const,
  function: {
    name: "check_table",
    description: "Whether a table is free",
    parameters: {
      type: "object",
      properties: {
        people: { type: "integer", description: "how many people" },
        time: { type: "string", description: "when, as HH:MM" },
      },
      required: ["people", "time"],
    },
  },
};

const { choices } = await client.chat.completions.create({
  model,
  messages: [
    { role: "system", content: "You answer the telephone of a restaurant." },
    { role: "user", content: process.argv[2] ?? "Is there a table for four at seven tonight?" },
  ],
  tools: [checkTable],
});

const message = choices[0]?.message;
const calls = (message?.tool_calls ?? []).flatMap((call) => (call.type === "function" ? call.function : []));
const lines = [
  `${provider}:${model}`,
  ...calls.map(({ name, arguments: given }) => `${name}(${given})`),
  ...(message?.content ? [message.content] : []),
];
process.stdout.write(`${lines.join("\n")}\n`);
