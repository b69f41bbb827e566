import type { Example } from "../../domain/example.ts";
import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";

/**
 * Counts the tokens a model sees, chat template and tools included. A row's tokens are the sum of its frame, its tools
 * (where it has any), each message, and its joins; the parts can be counted once and used for many rows.
 */
export interface Tokenizer {
  readonly about: string;
  /** True where the row counts are those of the model's published chat template, not only close to them. */
  readonly exact: boolean;
  /** Tokens of plain text; a special token's own text counts as that token. */
  countText(text: string): number;
  /** Tokens of a row's tools, which are one or more. */
  countTools(tools: readonly Tool[]): number;
  /** Tokens of a message as it stands between others, whatever they are. */
  countMessage(message: Message): number;
  /** Tokens the template adds to every row of this shape. */
  countFrame(shape: RowShape): number;
  /** Tokens that parts gain or lose by what they stand beside: 0 for most rows, and may be negative. */
  countJoins(row: Row): number;
}

export type Row = Pick<Example, "tools" | "messages">;

/** What of a row decides its frame. */
export interface RowShape {
  readonly hasTools: boolean;
  /** The first message is a system message. */
  readonly hasSystem: boolean;
}
