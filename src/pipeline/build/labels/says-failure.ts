import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";
import { parseKeptJson } from "../../../lib/kept-json.ts";
import { wordsOfName } from "../../../lib/spoken/parameter-names.ts";
import {
  doneFlags,
  endsInFailure,
  endsInRefusal,
  envelopeKeys,
  errorKeys,
  failureText,
  failureWords,
  httpKeys,
  informative,
  lookupVerbs,
  messageKeys,
  noErrors,
  refusalWords,
  statusKeys,
} from "./failure-words.ts";

const longestMessage = 300;
const waitingKey = /queue|pending|waiting/i;

/**
 * Whether a tool's result says that it failed, whatever the log's flag says. "No free slots", `available: false` and
 * empty lists are answers, not failures. Looks at the body and one level into it.
 */
export function saysFailure(result: string, toolName: string): boolean {
  const body = parseKeptJson(result);
  if (typeof body === "string") return failureText.test(body.slice(0, longestMessage));
  if (body === undefined) return failureText.test(result.slice(0, longestMessage));
  if (!isJsonObject(body)) return false;
  const isQuestion = isLookup(toolName);
  const parts = [body, ...wrapped(body)];
  if (!isQuestion && parts.some((part) => saysUndone(part, toolName))) return true;
  if (!parts.some((part) => objectSaysFailure(part, isQuestion))) return false;
  return !(isQuestion && parts.some(answersAnyway));
}

/** Tools that only ask: what they return is information, good or bad. */
export function isLookup(toolName: string): boolean {
  return lookupVerbs.has(wordsOfName(toolName)[0] ?? "");
}

/** A deed that was refused ("declined"), or whose own verb is denied: `renewed: false` of `renew_book`. */
function saysUndone(body: JsonObject, toolName: string): boolean {
  const [verb = ""] = wordsOfName(toolName);
  const stem = verb.replace(/[ey]$/, "");
  return Object.entries(body).some(([name, value]) => {
    const key = plainKey(name);
    if (value === false) return isPastOf(key, stem) && !isWaiting(body);
    if (typeof value !== "string") return false;
    if (statusKeys.has(key) && refusalWords.has(value.trim().toLowerCase())) return true;
    return messageKeys.has(key) && value.length <= longestMessage && endsInRefusal.test(value.trim());
  });
}

/** `transferred: false` beside a place in the queue is on its way. */
function isWaiting(body: JsonObject): boolean {
  return Object.keys(body).some((key) => waitingKey.test(key));
}

/** "transferred" of "transfer", "submitted" of "submit". */
function isPastOf(key: string, stem: string): boolean {
  const ending = key.slice(stem.length);
  return stem.length > 2 && key.startsWith(stem) && /^[a-z]{0,2}ed$/.test(ending);
}

/** Results have few keys, each asked for in every call. */
const mostKeys = 2000;
const plainKeys = new Map<string, string>();

function plainKey(name: string): string {
  const known = plainKeys.get(name);
  if (known !== undefined) return known;
  const plain = name.toLowerCase().replace(/[_-]/g, "");
  if (plainKeys.size >= mostKeys) plainKeys.clear();
  plainKeys.set(name, plain);
  return plain;
}

function objectSaysFailure(body: JsonObject, isQuestion: boolean): boolean {
  return Object.entries(body).some(([name, value]) => {
    const key = plainKey(name);
    // The status of a payment that was asked for is an answer; that of a booking just made is not.
    const isOwnStatus = !isQuestion && key.endsWith("status") && typeof value === "string";
    return fieldSaysFailure(key, value) || (isOwnStatus && endsInFailure.test(value.slice(-longestMessage)));
  });
}

function fieldSaysFailure(key: string, value: Json): boolean {
  if (value === false) return doneFlags.has(key);
  if (errorKeys.has(key)) return holdsError(value);
  if (typeof value === "number") return httpKeys.has(key) && value >= 400 && value < 600;
  if (typeof value !== "string") return false;
  if (statusKeys.has(key) && failureWords.has(value.toLowerCase().replace(/[^a-z]/g, ""))) return true;
  if (httpKeys.has(key) && /^[45]\d\d$/.test(value)) return true;
  if (!messageKeys.has(key) || value.length > longestMessage) return false;
  return failureText.test(value) || endsInFailure.test(value);
}

function holdsError(value: Json): boolean {
  if (value === null || value === false || value === 0) return false;
  if (typeof value === "string") return !noErrors.has(value.trim().toLowerCase());
  if (Array.isArray(value)) return value.length > 0;
  return !isJsonObject(value) || Object.keys(value).length > 0;
}

function wrapped(body: JsonObject): JsonObject[] {
  const keys = Object.keys(body);
  const envelopes = keys.length === 1 ? keys : keys.filter((key) => envelopeKeys.has(key.toLowerCase()));
  return envelopes.map((key) => body[key]).filter(isJsonObject);
}

function answersAnyway(part: JsonObject): boolean {
  return Object.values(part).some(
    (value) => typeof value === "string" && informative.test(value.slice(0, longestMessage)),
  );
}
