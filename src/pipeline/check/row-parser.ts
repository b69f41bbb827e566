import { isJsonObject, type Json, parseJson } from "../../lib/json.ts";

const key = '"tools":';
/** So many lists of tools are remembered before all are forgotten. */
const remembered = 100;

/**
 * Parses rows as JSON.parse does, but parses tools that stand last in the row, where most writers put them, once for
 * all rows that repeat them: they are the larger part of most files. Such rows share the list.
 */
export function rowParser(): (text: string) => Json {
  const known = new Map<string, readonly Json[]>();
  return (text) => {
    const cut = toolsAtEnd(text);
    if (cut === null) return JSON.parse(text) as Json;
    const tools = known.get(cut.tools);
    const head = tools === undefined ? undefined : parseJson(cut.head);
    if (tools !== undefined && isJsonObject(head)) return { ...head, tools };
    const row = JSON.parse(text) as Json;
    const list = parseJson(cut.tools);
    if (known.size >= remembered) known.clear();
    if (Array.isArray(list)) known.set(cut.tools, list);
    return row;
  };
}

/**
 * The row without its last key and that key's value, if the key is `tools`. A quote behind a comma is never inside a
 * string, so what is found is a key; that both halves are valid JSON then says that it is the row's own.
 */
function toolsAtEnd(text: string): { readonly head: string; readonly tools: string } | null {
  const at = text.lastIndexOf(key);
  if (at === -1 || !text.endsWith("}")) return null;
  const before = text.slice(0, at).trimEnd();
  if (!before.endsWith(",")) return null;
  return { head: `${before.slice(0, -1)}}`, tools: text.slice(at + key.length, -1) };
}
