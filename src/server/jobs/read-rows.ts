import type { TrainingRow } from "../../engine/train/fine-tune.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "../../lib/json.ts";
import { readFileLines, textOf } from "../../lib/read-lines.ts";
import { exporters } from "../../plugins/exporters/index.ts";

/** The rows of a training file that passed validation, one after the other. */
export async function* readRows(file: string): AsyncGenerator<TrainingRow> {
  for await (const lines of readFileLines(file, { name: "the training file" }))
    for (const { bytes } of lines) {
      const row = parseJson((bytes && textOf(bytes)) ?? "");
      if (isJsonObject(row)) yield toTrainingRow(row);
    }
}

export async function allRows(file: string): Promise<TrainingRow[]> {
  const rows: TrainingRow[] = [];
  for await (const row of readRows(file)) rows.push(row);
  return rows;
}

/**
 * A row as the engine learns it: all replies but those of weight 0, as at Together. An example of ours would teach its last
 * message alone where no weights stand, so weights are read from the row itself.
 */
function toTrainingRow(row: JsonObject): TrainingRow {
  const weights = messagesOf(row).map((message) => message["weight"]);
  const { messages, tools } = exporters.together.fromRow(row, "");
  return {
    tools,
    messages: messages.map((message, index) => {
      if (message.role !== "assistant") return message;
      const { weight: _, ...unweighted } = message;
      return weights[index] === 0 ? { ...unweighted, weight: 0 } : unweighted;
    }),
  };
}

function messagesOf(row: JsonObject): JsonObject[] {
  const written: Json | undefined = row["messages"];
  return Array.isArray(written) ? written.filter(isJsonObject) : [];
}
