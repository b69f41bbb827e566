import { type Json, type JsonObject, parseJson } from "../lib/json.ts";
import type { Part } from "./parts.ts";

/** A piece of a row: the texts in it, and the piece with others in their places. */
export interface Slot<Written = unknown> {
  readonly parts: readonly Part[];
  /** `next` gives the texts in the order of the parts. */
  write(next: () => string): Written;
}

export function textSlot(part: Part): Slot {
  return { parts: [part], write: (next) => next() };
}

/** Any value, redacted as data: what its fields are called says what they hold. */
export function jsonSlot(value: Json, part: DataPart = ofNoTool): Slot {
  const text = JSON.stringify(value, (key, field) => (isReplySpelled(key, field) ? null : field));
  return { parts: [{ ...part, text }], write: (next) => parseJson(next()) ?? null };
}

interface DataPart {
  readonly kind: "arguments" | "result";
  readonly tool: string;
}

const ofNoTool: DataPart = { kind: "result", tool: "" };

/** Log probabilities spell the reply token by token, past every redactor. A request's `logprobs: true` stays. */
function isReplySpelled(key: string, field: unknown): boolean {
  return key === "logprobs" && typeof field === "object";
}

export function listSlot(items: readonly Slot[]): Slot {
  return {
    parts: items.flatMap(({ parts }) => parts),
    write: (next) => items.map((item) => item.write(next)),
  };
}

/** An object some of whose fields are known, some stay, and all others are redacted as data. Keys keep their order. */
export function objectSlot(
  original: JsonObject,
  known: ReadonlyMap<string, Slot>,
  stays: ReadonlySet<string> = new Set(),
): Slot<Record<string, unknown>> {
  const isBeside = (key: string) => !(known.has(key) || stays.has(key));
  const rest = Object.fromEntries(Object.entries(original).filter(([key]) => isBeside(key)));
  const beside = Object.keys(rest).length === 0 ? null : jsonSlot(rest);
  return {
    parts: [...[...known.values()].flatMap(({ parts }) => parts), ...(beside?.parts ?? [])],
    write(next) {
      const written = new Map([...known].map(([key, slot]) => [key, slot.write(next)]));
      const data = (beside?.write(next) ?? {}) as JsonObject;
      const fields = Object.entries(original).map(([key, value]) => {
        if (written.has(key)) return [key, written.get(key)];
        return [key, isBeside(key) ? data[key] : value];
      });
      return Object.fromEntries(fields);
    },
  };
}
