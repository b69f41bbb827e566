import type { MadeToolCall } from "../../../domain/call.ts";
import type { ResultEntry } from "./entry.ts";

/** A tool call that may still get its result. */
export type OpenToolCall = { -readonly [Key in keyof MadeToolCall]: MadeToolCall[Key] };

/** Finds the tool call that a result answers. Ids repeat within a call, so nearness counts more than the id. */
export interface PendingResults {
  /** Tool calls made side by side; they become the nearest ones. */
  made(toolCalls: readonly OpenToolCall[]): void;
  /** Somebody spoke since: results without an id have nothing to answer any more. */
  interrupt(): void;
  /** False when no tool call waits for this result. */
  answer(entry: ResultEntry): boolean;
}

export function createPendingResults(): PendingResults {
  let nearest: readonly OpenToolCall[] = [];
  let answerableByPlace = false;
  /** Waiting tool calls by id, the latest last. */
  const waiting = new Map<string, OpenToolCall[]>();
  const find = ({ id, name }: ResultEntry): OpenToolCall | undefined => {
    const open = nearest.filter(isOpen);
    if (id === null) {
      if (!answerableByPlace) return undefined;
      return name === null ? open[0] : open.find((toolCall) => toolCall.name === name);
    }
    return open.find((toolCall) => toolCall.id === id) ?? waiting.get(id)?.findLast(isOpen);
  };
  return {
    made(toolCalls) {
      nearest = toolCalls;
      answerableByPlace = true;
      for (const toolCall of toolCalls) {
        const same = waiting.get(toolCall.id) ?? [];
        same.push(toolCall);
        waiting.set(toolCall.id, same);
      }
    },
    interrupt() {
      answerableByPlace = false;
    },
    answer(entry) {
      const toolCall = find(entry);
      if (toolCall === undefined) return false;
      toolCall.result = entry.result;
      toolCall.succeeded = entry.succeeded ?? toolCall.succeeded;
      return true;
    },
  };
}

function isOpen(toolCall: OpenToolCall): boolean {
  return toolCall.result === null;
}
