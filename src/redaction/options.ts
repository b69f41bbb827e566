import { z } from "zod";
import { type Operator, RedactionSettings } from "../domain/redaction-settings.ts";

export type { Operator };

/** The settings and the secret; every key but the salt has a default. */
export const RedactionOptions = RedactionSettings.extend({
  /** The secret that surrogates depend on; whoever has it can test guesses. Keep it out of the dataset. */
  salt: z.string().min(16),
});
export type RedactionOptions = z.infer<typeof RedactionOptions>;
