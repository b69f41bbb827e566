import type { Chat } from "../../../src/engine/text/prompt.ts";
import { generateCall } from "../corpus/call.ts";

const calls = 48;

/** Whole calls of the held-out side, always the same, on which the loss is measured while a model is pre-trained. */
export function heldOutCalls(): Chat[] {
  return Array.from({ length: calls }, (_, at) => generateCall(`held-out ${at}`, "held-out"));
}
