import type { ToolCall } from "../../../domain/tool.ts";
import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";

/** Tool calls put together from their pieces. */
export interface ToolCallStream {
  /** `tool_calls` of one chunk, read at that moment. True where a piece was in it. */
  add(pieces: Json | undefined, nowMs: number): boolean;
  toolCalls(): ToolCall[];
  /** When the last of them was complete; `endMs` stands for those whose end can't be seen. Null where there is none. */
  completeMs(endMs: number): number | null;
}

interface Growing {
  id: string;
  name: string;
  text: string;
  readonly braces: BraceWatch;
  closedMs: number | null;
}

export function toolCallStream(): ToolCallStream {
  /** By index, which some servers repeat for another tool call: the latest of an index grows. */
  const latest = new Map<number, Growing>();
  const all: Growing[] = [];
  const open = (index: number, { id, name }: Piece): Growing => {
    const known = latest.get(index);
    if (known !== undefined && id !== "" && id === known.id) return known;
    const mayBeSame = known !== undefined && (id === "" || known.id === "");
    if (mayBeSame && (name === "" || known.name === "" || known.closedMs === null)) return known;
    const fresh: Growing = { id, name: "", text: "", braces: braceWatch(), closedMs: null };
    latest.set(index, fresh);
    all.push(fresh);
    return fresh;
  };
  return {
    add(pieces, nowMs) {
      const list = Array.isArray(pieces) ? pieces.filter(isJsonObject) : [];
      for (const [place, wire] of list.entries()) {
        const piece = pieceOf(wire, place);
        const growing = open(piece.index, piece);
        growing.id ||= piece.id;
        growing.name ||= piece.name;
        growing.text += piece.text;
        if (growing.braces.read(piece.text)) growing.closedMs ??= nowMs;
      }
      return list.length > 0;
    },
    toolCalls: () =>
      all.map(({ id, name, text }, index) => ({
        id: id === "" ? `call_${index + 1}` : id,
        type: "function",
        function: { name, arguments: text },
      })),
    completeMs: (endMs) =>
      all.length === 0 ? null : Math.max(...all.map(({ closedMs }) => closedMs ?? endMs)),
  };
}

interface Piece {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** `{"index": 0, "id": "call_a", "function": {"name": "book", "arguments": "{\"people"}}` */
function pieceOf(wire: JsonObject, place: number): Piece {
  const used = isJsonObject(wire["function"]) ? wire["function"] : {};
  const { name, arguments: given } = used;
  return {
    index: typeof wire["index"] === "number" ? wire["index"] : place,
    id: typeof wire["id"] === "string" ? wire["id"] : "",
    name: typeof name === "string" ? name : "",
    // Some servers give the object itself.
    text:
      typeof given === "string" || given === undefined || given === null
        ? (given ?? "")
        : JSON.stringify(given),
  };
}

interface BraceWatch {
  /** True once the outermost object is closed. */
  read(text: string): boolean;
}

/** An object is complete at its last brace, wherever the pieces are cut; no other JSON value shows its end. */
function braceWatch(): BraceWatch {
  let [depth, inString, escaped, closed] = [0, false, false, false];
  const stepInString = (letter: string) => {
    inString = escaped || letter !== '"';
    escaped = !escaped && letter === "\\";
  };
  const stepOutside = (letter: string) => {
    inString = letter === '"';
    if (letter === "{") depth += 1;
    if (letter !== "}") return;
    depth -= 1;
    closed ||= depth === 0;
  };
  return {
    read(text) {
      for (const letter of text) {
        if (inString) stepInString(letter);
        else stepOutside(letter);
      }
      return closed;
    },
  };
}
