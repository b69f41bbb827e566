import { chatExample } from "./chat-example.ts";
import { type ChatDialect, chatRow } from "./chat-row.ts";
import { checkChatRow } from "./chat-rules.ts";
import type { Exporter, FileLimits } from "./exporter.ts";
import { formatFaults, limitFaults } from "./file-rules.ts";
import { checkOtherFormat, type OtherFormat } from "./other-formats.ts";
import type { ChatRules } from "./row-message.ts";

export interface ChatExporterParts {
  readonly about: string;
  readonly writes: ChatDialect;
  readonly refuses: Omit<ChatRules, "arguments" | "holdsWeights">;
  readonly limits: FileLimits;
  /** Formats that the service takes beside conversations; calltune writes none of them. */
  readonly otherFormats: readonly OtherFormat[];
}

/** An exporter for a dialect of OpenAI's wire form. */
export function chatExporter({ about, writes, refuses, limits, otherFormats }: ChatExporterParts): Exporter {
  const rules = { ...refuses, arguments: writes.arguments, holdsWeights: writes.holdsWeights };
  return {
    about,
    extension: "jsonl",
    holdsWeights: writes.holdsWeights,
    limits,
    toRow: (example) => chatRow(example, writes),
    fromRow: (row, id) => chatExample(row, id, writes.holdsWeights),
    isExample: (row) => row["messages"] !== undefined,
    checkRow: (row) => checkOtherFormat(row, otherFormats, rules) ?? checkChatRow(row, rules),
    checkFile: (facts) => [...limitFaults(facts, limits), ...formatFaults(facts)],
  };
}
