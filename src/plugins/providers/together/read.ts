import type { z } from "zod";
import { RefusedError } from "./refusal.ts";

/** @throws RefusedError where the answer isn't one of this service: a proxy's page, another API */
export function read<Answer>(schema: z.ZodType<Answer>): (answer: unknown) => Answer {
  return (answer) => {
    const parsed = schema.safeParse(answer);
    if (parsed.success) return parsed.data;
    const place = parsed.error.issues[0]?.path.join(".") || "the whole of it";
    throw strangeAnswer(200, `the answer isn't what this API gives (${place})`);
  };
}

export function strangeAnswer(status: number, what: string): RefusedError {
  return new RefusedError({
    status,
    message: `${what}; is the address right?`,
    requestId: undefined,
    retryAfterMs: undefined,
  });
}
