import { isScoredCase } from "../../../../domain/is-scored-case.ts";
import type { ScoredCase } from "../../../../domain/scored-case.ts";
import { isJsonObject, parseJson } from "../../../../lib/json.ts";
import { parseAs } from "./read-json-lines.ts";

const scoresBegin = ',"scores":{';
const parseWhole = parseAs(isScoredCase);

/**
 * Parses a result whose bytes are known to be what calltune wrote, without its scores: they are half of the line, and no
 * page shows them. They stand last; where the mark is part of something else, what is left isn't JSON.
 */
export function parseKnownResult(text: string): ScoredCase | undefined {
  const end = text.lastIndexOf(scoresBegin);
  const value = end === -1 ? undefined : parseJson(`${text.slice(0, end)}${scoresBegin}}}`);
  return looksScored(value) ? value : parseWhole(text);
}

function looksScored(value: unknown): value is ScoredCase {
  return isJsonObject(value) && value["outcome"] === "scored" && "judgement" in value;
}
