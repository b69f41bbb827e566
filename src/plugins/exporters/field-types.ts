import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";
import { objectsOf } from "./chat-example.ts";
import type { FieldType } from "./exporter.ts";
import { isList } from "./faults.ts";

/** The types of all fields in the arguments of a row's tool calls; null has none. */
export function* argumentTypes(row: JsonObject): Generator<FieldType> {
  for (const message of objectsOf(row["messages"])) {
    for (const call of objectsOf(message["tool_calls"])) {
      if (isJsonObject(call["function"])) yield* typesIn(call["function"]["arguments"], "arguments");
    }
  }
}

function* typesIn(value: Json | undefined, path: string): Generator<FieldType> {
  if (value === undefined || value === null) return;
  if (typeof value === "string") yield [path, "text"];
  else if (typeof value === "number") yield [path, "number"];
  else if (typeof value === "boolean") yield [path, "boolean"];
  else if (isList(value)) {
    yield [path, "list"];
    for (const entry of value) yield* typesIn(entry, `${path}[]`);
  } else {
    yield [path, "object"];
    for (const [key, field] of Object.entries(value)) yield* typesIn(field, `${path}.${key}`);
  }
}
