import type { Case } from "../../../domain/case.ts";
import type { Tool } from "../../../domain/tool.ts";
import { parseJson } from "../../../lib/json.ts";

/** Reads lines of `cases.jsonl`, which the file's hash says are as `writeCases` wrote them. */
export type CaseReader = (line: Buffer) => Case;

/** So many different arrays of tools are held: an agent has a few, and each is offered in thousands of cases. */
const mostTools = 64;

/**
 * Equal arrays of tools become one array, parsed once: they are most of a line, and what is worked out of them (schemas
 * compiled and laid out) is kept by array. Nobody may change them.
 */
export function createCaseReader(): CaseReader {
  const known = new Map<string, readonly Tool[]>();
  return (line) => {
    const text = line.toString("utf8");
    const place = toolsPlace(text);
    if (place === null) return JSON.parse(text) as Case;
    const toolsText = text.slice(place.start, place.end);
    const tools: unknown = known.get(toolsText) ?? parseJson(toolsText);
    if (!Array.isArray(tools)) return JSON.parse(text) as Case;
    if (known.size >= mostTools) known.clear();
    known.set(toolsText, tools);
    const rest = JSON.parse(`${text.slice(0, place.start)}[]${text.slice(place.end)}`) as Case;
    return { ...rest, tools };
  };
}

const before = ',"tools":';
const after = ',"expected":{"kind":"';

/**
 * Where the tools stand: behind the messages, whose own quotes are escaped, and before the expected reply. A wrong end,
 * where a schema holds the same words, is no JSON, which is found out when it is parsed.
 */
function toolsPlace(text: string): { readonly start: number; readonly end: number } | null {
  const start = text.indexOf(before) + before.length;
  const end = text.lastIndexOf(after);
  return start < before.length || end < start ? null : { start, end };
}
