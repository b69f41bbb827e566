import { setTimeout } from "node:timers/promises";
import { InterruptedError } from "./errors.ts";

/** Resolves after so many milliseconds. @throws InterruptedError when the signal fires */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch (error) {
    throw new InterruptedError("interrupted", { cause: error });
  }
}
