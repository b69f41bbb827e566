import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";

/** Counts the tokens a model sees, chat template and tools included. */
export interface Tokenizer {
  readonly about: string;
  /** False for the estimate. */
  readonly exact: boolean;
  /** Tokens of plain text. */
  countText(text: string): number;
  /**
   * Tokens of a training row, in parts that add up: `tools` and `frame` (what the template puts around) once a row,
   * plus one number per message. A message's number doesn't depend on its neighbours, except where the template
   * says so; the adapter then carries that in `frame`.
   */
  countTools(tools: readonly Tool[]): number;
  countMessage(message: Message): number;
  countFrame(shape: RowShape): number;
}

/** What of a row decides its frame. */
export interface RowShape {
  readonly hasTools: boolean;
  readonly hasSystem: boolean;
}
