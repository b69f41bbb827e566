import type { Case } from "../../../../domain/case.ts";
import { isJsonObject } from "../../../../lib/json.ts";
import { type ParseLine, parseAs } from "./read-json-lines.ts";

const toolsBegin = '],"tools":[';
const toolsEnd = '],"expected":{';

/**
 * Parses cases whose bytes are known to be what calltune wrote. Most of a case is its tools, the same as those of the
 * case before: they are parsed once, and the same object again then. Quotes within texts are escaped, so the two marks
 * are never part of one; where they stand deeper in a case, what is left without the tools isn't JSON.
 */
export function knownCaseParser(): ParseLine<Case> {
  const parse = parseAs(looksLikeCase);
  let [lastText, lastTools]: [string, Case["tools"]] = ["", []];
  return (text) => {
    const from = text.indexOf(toolsBegin) + toolsBegin.length;
    const to = text.lastIndexOf(toolsEnd);
    if (from < toolsBegin.length || to < from) return parse(text);
    const toolsText = text.slice(from, to);
    const isSame = lastText !== "" && toolsText === lastText;
    const question = isSame ? parse(text.slice(0, from) + text.slice(to)) : parse(text);
    if (question === undefined) return parse(text);
    if (isSame) return { ...question, tools: lastTools };
    [lastText, lastTools] = [toolsText, question.tools];
    return question;
  };
}

function looksLikeCase(value: unknown): value is Case {
  return isJsonObject(value) && "expected" in value;
}
