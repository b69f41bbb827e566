import { z } from "zod";
import { parseJson } from "../../../lib/json.ts";
import { type Attempt, readAnswer } from "../ask/attempt.ts";

/** One line of a batch's output or error file. */
export interface AnswerLine {
  readonly customId: string;
  /** Null where it was never asked: the batch was cancelled first. */
  readonly came: Attempt | null;
}

/**
 * `{"custom_id":"k3x9-7","response":{"status_code":200,"body":{"choices":[…]}},"error":null}`, or without a response
 * `{"custom_id":"k3x9-7","error":{"code":"batch_expired","message":"…"}}`
 */
const Line = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullish(),
  error: z.object({ code: z.union([z.string(), z.number()]).nullish() }).nullish(),
});

/** Null for what is no such line: a file that came cut ends so. */
export function readAnswerLine(text: string): AnswerLine | null {
  const line = Line.safeParse(parseJson(text));
  if (!line.success) return null;
  const { custom_id: customId, response, error } = line.data;
  if (response == null) return { customId, came: cameOf(String(error?.code ?? "")) };
  const body = typeof response.body === "string" ? response.body : JSON.stringify(response.body ?? null);
  return { customId, came: readAnswer(response.status_code, body) };
}

/** A request that was never answered; most codes are words, some a status. */
function cameOf(code: string): Attempt | null {
  if (/cancel/i.test(code)) return null;
  if (/expire/i.test(code)) return { outcome: "timeout" };
  const status = /^[45]\d\d$/.test(code) ? Number(code) : 500;
  return { outcome: "status", status, code: "", headers: new Headers(), begun: false };
}
