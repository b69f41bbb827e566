import { scryptSync } from "node:crypto";

/** Tells one salt from another. Slow to compute and too short to say which of many guesses is right. */
export function saltId(salt: string): string {
  return scryptSync(salt, "calltune salt id", 4).toString("hex");
}
