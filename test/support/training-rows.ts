/** Rows of one tool, as calltune build writes them for Together; each differs a little. */
export function trainingRows(count: number): string {
  return Array.from({ length: count }, (_, index) => `${JSON.stringify(row(index))}\n`).join("");
}

function row(index: number) {
  const time = `${10 + (index % 8)}:${index % 2 === 0 ? "00" : "30"}`;
  const date = `2026-12-${String(1 + (index % 28)).padStart(2, "0")}`;
  return {
    messages: [
      { role: "system", content: "You book tables. Be brief, today as always." },
      {
        role: "user",
        content: `A table for ${2 + (index % 7)} on ${date} at ${time}, please, number ${index}.`,
      },
      {
        role: "assistant",
        tool_calls: [
          {
            id: "call_1",
            type: "function",
            function: {
              name: "book_table",
              arguments: JSON.stringify({ people: 2 + (index % 7), date, time }),
            },
          },
        ],
      },
    ],
    tools: [
      {
        type: "function",
        function: {
          name: "book_table",
          description: "Books a table",
          parameters: {
            type: "object",
            properties: { people: { type: "integer" }, date: { type: "string" }, time: { type: "string" } },
            required: ["people", "date", "time"],
          },
        },
      },
    ],
  };
}
