import { isJsonObject } from "../../../lib/json.ts";
import { firstOf, wordOf } from "./fields.ts";
import { decoded } from "./jsonish.ts";

/** The log's own word for how a call ended; a flag becomes `success` or `failure`, what has no word its JSON. */
export function outcomeWord(value: unknown): string | null {
  const outcome = decoded(value);
  if (outcome === null || outcome === undefined) return null;
  if (typeof outcome === "boolean") return flagWord(outcome);
  if (!isJsonObject(outcome))
    return wordOf(outcome) ?? (Array.isArray(outcome) ? JSON.stringify(outcome) : null);
  const word = wordOf(firstOf(outcome, ["outcome", "status", "disposition", "result", "label"]));
  if (word !== null) return word;
  const flag = firstOf(outcome, ["success", "successful", "succeeded"]);
  return typeof flag === "boolean" ? flagWord(flag) : JSON.stringify(outcome);
}

function flagWord(flag: boolean): string {
  return flag ? "success" : "failure";
}
