import type { ToolCall } from "../../domain/tool.ts";
import type { GenerationDelta } from "./generator.ts";
import { type Field, objectJson } from "./orders.ts";

/** A tool call that leaves piece by piece, from when it is sure to be made. */
export interface CallStream {
  /** Whether the call has left, so that it has to be finished. */
  readonly announced: boolean;
  /** The arguments are valid so far and would be if they ended here. */
  settle(fields: readonly Field[]): void;
  /** Ends the arguments where they were settled last. */
  finish(): ToolCall;
}

export interface CallIdentity {
  readonly index: number;
  readonly id: string;
  readonly name: string;
}

export function createCallStream(
  { index, id, name }: CallIdentity,
  emit: (delta: GenerationDelta) => void,
): CallStream {
  let settled: readonly Field[] | null = null;
  let sent = "";
  const send = (text: string) => {
    if (text !== "") emit({ kind: "arguments", index, text });
    sent += text;
  };
  return {
    get announced() {
      return settled !== null;
    },
    settle(fields) {
      if (settled === null) emit({ kind: "tool-call", index, id, name });
      settled = [...fields];
      // Without the closing brace: another field may follow.
      send(objectJson(settled).slice(sent.length, -1));
    },
    finish() {
      send("}");
      return { id, type: "function", function: { name, arguments: sent } };
    },
  };
}
