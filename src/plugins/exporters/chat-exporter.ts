import { chatExample } from "./chat-example.ts";
import { type ChatDialect, chatRow } from "./chat-row.ts";
import { checkChatRow } from "./chat-rules.ts";
import type { Exporter, FileLimits } from "./exporter.ts";
import { limitFaults } from "./file-rules.ts";
import type { ChatRules } from "./row-message.ts";

export interface ChatExporterParts {
  readonly about: string;
  readonly writes: ChatDialect;
  readonly refuses: Omit<ChatRules, "arguments" | "holdsWeights">;
  readonly limits: FileLimits;
}

/** An exporter for a dialect of OpenAI's wire form. */
export function chatExporter({ about, writes, refuses, limits }: ChatExporterParts): Exporter {
  const rules = { ...refuses, arguments: writes.arguments, holdsWeights: writes.holdsWeights };
  return {
    about,
    extension: "jsonl",
    holdsWeights: writes.holdsWeights,
    limits,
    toRow: (example) => chatRow(example, writes),
    fromRow: (row, id) => chatExample(row, id, writes.holdsWeights),
    checkRow: (row) => checkChatRow(row, rules),
    checkFile: (facts) => limitFaults(facts, limits),
  };
}
