import type { Json, JsonObject } from "../lib/json.ts";
import type { Random } from "../lib/seeded-random.ts";

/** What backends say when something broke on their side. The flag says so too. */
export function openFailure(random: Random): Json {
  return random.pick<Json>([
    { error: "upstream timed out" },
    { success: false, error: "timeout after 8000 ms" },
    { status: "error", message: "service unavailable" },
    { error: { code: "ECONNRESET", message: "socket hang up" } },
    { ok: false, reason: "rate limited" },
    "Error: request failed with status code 503",
  ]);
}

/** The same behind a flag that only speaks of transport. */
export function hiddenFailure(random: Random): Json {
  return random.pick<Json>([
    { success: false, error: "calendar not reachable" },
    { ok: false, error: "internal error" },
    { status: "error", message: "could not acquire lock" },
    { status: "failed", code: "E_BACKEND" },
    { statusCode: 500, body: "Internal Server Error" },
    { result: { success: false, error: "database is read only" } },
    { data: null, error: "timeout" },
  ]);
}

/** What a backend says of a value it can't take. */
export function refusalBody(random: Random, error: string): Json {
  return random.pick<Json>([
    { success: false, error },
    { ok: false, error },
    { status: "error", message: error },
    { success: false, error: { message: error } },
  ]);
}

export function badRequest(random: Random, sentence: string): Json {
  return random.pick<Json>([
    { success: false, error: sentence },
    { error: sentence, status: 400 },
    { status: "error", message: sentence },
  ]);
}

/** Arguments as a model gets them wrong: cut off at the end, with a comma too many, or as another language writes it. */
export function brokenJson(random: Random, args: JsonObject): string {
  const text = JSON.stringify(args);
  return random.pick([
    text.slice(0, -1),
    text.slice(0, -2),
    `${text.slice(0, -1)},}`,
    text.replaceAll('"', "'"),
  ]);
}

/** A code as systems make them up. */
export function reference(random: Random, prefix: string, digits: number): string {
  return prefix + String(10 ** (digits - 1) + random.below(9 * 10 ** (digits - 1)));
}

const hexDigits = "0123456789abcdef";

export function hexWord(random: Random, length: number): string {
  let word = "";
  while (word.length < length) word += hexDigits.charAt(random.below(16));
  return word;
}
