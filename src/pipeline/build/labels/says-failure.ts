import { isJsonObject, type Json, type JsonObject, parseJson } from "../../../lib/json.ts";
import { wordsOfName } from "../grounding/parameter-names.ts";

/** `false` here means that what was asked was not done. `available`, `found`, `open`, `valid` only answer a question. */
const doneFlags: ReadonlySet<string> = new Set(
  (
    "success succeeded successful successfully ok okay booked created placed sent saved scheduled rescheduled updated " +
    "processed completed submitted executed done"
  ).split(" "),
);
const errorKeys: ReadonlySet<string> = new Set([
  ...["error", "errors", "exception", "err", "errormessage", "errorcode", "errormsg", "errortype", "fault"],
  "traceback",
]);
const statusKeys: ReadonlySet<string> = new Set([
  "status",
  "state",
  "result",
  "outcome",
  "resultstatus",
  "code",
]);
const httpKeys: ReadonlySet<string> = new Set([
  "statuscode",
  "status",
  "httpstatus",
  "httpcode",
  "httpstatuscode",
]);
const messageKeys: ReadonlySet<string> = new Set([
  "message",
  "msg",
  "detail",
  "details",
  "reason",
  "text",
  "body",
]);
const failureWords: ReadonlySet<string> = new Set(
  "error errored failed failure fail exception timeout timedout unsuccessful crashed aborted".split(" "),
);
/** What an error key holds when there is no error. */
const noErrors: ReadonlySet<string> = new Set([
  "",
  "none",
  "null",
  "no",
  "false",
  "0",
  "ok",
  "n/a",
  "no error",
  "success",
]);
/** Answers to the question asked, even where the body calls itself unsuccessful. */
const informative =
  /\b(?:no (?:free |open |available |matching )?(?:slots?|openings?|appointments?|availability|tables?|times?|results?|match(?:es)?)|(?:un|not )available|fully booked|sold out|out of stock|not found|nothing (?:free|found|available)|closed)\b/i;
const failureText =
  /^\W{0,4}(?:[a-z_.]{0,40}(?:error|exception)\b|error:|traceback \(most recent|(?:internal )?server error|request (?:failed|timed out)|timed? ?out|timeout\b|failed\b|failure\b|http\/?[\d.]* ?[45]\d\d|[45]\d\d (?:bad|internal|not|service|gateway|unauthorized|forbidden))/i;
const endsInFailure = /\b(?:failed|could not be (?:completed|processed|booked|placed|saved))[.!]?$/i;
const lookupVerbs: ReadonlySet<string> = new Set(
  "check get find search list lookup look show fetch read query verify validate view retrieve is has".split(
    " ",
  ),
);
const longestMessage = 300;

/**
 * Whether a tool's result says that it failed, whatever the log's flag says. "No free slots", `available: false` and
 * empty lists are answers, not failures. Looks at the body and one level into it.
 */
export function saysFailure(result: string, toolName: string): boolean {
  const body = parseJson(result);
  if (typeof body === "string") return failureText.test(body.slice(0, longestMessage));
  if (body === undefined) return failureText.test(result.slice(0, longestMessage));
  if (!isJsonObject(body)) return false;
  if (!objectSaysFailure(body) && !wrapped(body).some(objectSaysFailure)) return false;
  return !(isLookup(toolName) && answersAnyway(body));
}

/** Tools that only ask: what they return is information, good or bad. */
export function isLookup(toolName: string): boolean {
  return lookupVerbs.has(wordsOfName(toolName)[0] ?? "");
}

function objectSaysFailure(body: JsonObject): boolean {
  return Object.entries(body).some(([key, value]) =>
    fieldSaysFailure(key.toLowerCase().replace(/[_-]/g, ""), value),
  );
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

/** Envelopes around the answer. The things it speaks of (an order, a payment) have a status of their own. */
function wrapped(body: JsonObject): JsonObject[] {
  const keys = Object.keys(body);
  const envelopes = keys.length === 1 ? keys : keys.filter((key) => envelopeKeys.has(key.toLowerCase()));
  return envelopes.map((key) => body[key]).filter(isJsonObject);
}

const envelopeKeys: ReadonlySet<string> = new Set([
  "result",
  "results",
  "data",
  "response",
  "body",
  "output",
  "payload",
  "item",
]);

function answersAnyway(body: JsonObject): boolean {
  return [body, ...wrapped(body)].some((part) =>
    Object.values(part).some(
      (value) => typeof value === "string" && informative.test(value.slice(0, longestMessage)),
    ),
  );
}
