import type { AssistantMessage } from "../../domain/message.ts";
import type { Tool, ToolCall } from "../../domain/tool.ts";
import { parseJsonObject } from "../../lib/json.ts";
import { argumentsSchema } from "./schema.ts";
import { identifierWords } from "./split-words.ts";
import type { Tokenizer } from "./tokenizer.ts";
import { type TagOf, tagsOf } from "./tool-tags.ts";
import { encodeFields, encodeText, readFields, readText, type TokenReader } from "./values.ts";

/**
 * What an assistant message is to the model: `[<say> w…] { <call> tag name-words { <argument> … }* }*`, without the `<end>`
 * behind it. Arguments that aren't a JSON object stand as plain text: `<call> tag name-words <value> w…`.
 */
export function encodeReply(tokenizer: Tokenizer, message: AssistantMessage, tagOf: TagOf): number[] {
  const said =
    message.content === null ? [] : [tokenizer.special("<say>"), ...encodeText(tokenizer, message.content)];
  return [...said, ...(message.tool_calls ?? []).flatMap((call) => encodeCall(tokenizer, call, tagOf))];
}

function encodeCall(tokenizer: Tokenizer, call: ToolCall, tagOf: TagOf): number[] {
  const fields = parseJsonObject(call.function.arguments);
  return [
    tokenizer.special("<call>"),
    tagOf(call.function.name),
    ...encodeText(tokenizer, identifierWords(call.function.name)),
    ...(fields
      ? encodeFields(tokenizer, fields)
      : [tokenizer.special("<value>"), ...encodeText(tokenizer, call.function.arguments)]),
  ];
}

/** A tool call that the model made, before it has an id. */
export interface MadeCall {
  readonly name: string;
  /** JSON, or what stood there instead. */
  readonly arguments: string;
}

export interface MadeReply {
  readonly content: string | null;
  readonly calls: readonly MadeCall[];
}

/** A reply read back from its tokens, up to `<end>` if there is one; names and keys as the tools write them. */
export function decodeReply(
  tokenizer: Tokenizer,
  tokens: readonly number[],
  tools: readonly Tool[],
): MadeReply {
  const end = tokens.indexOf(tokenizer.special("<end>"));
  const reader: TokenReader = { tokens: end === -1 ? tokens : tokens.slice(0, end), at: 0 };
  let content: string | null = null;
  const calls: MadeCall[] = [];
  while (reader.at < reader.tokens.length) {
    const mark = reader.tokens[reader.at];
    reader.at += 1;
    if (mark === tokenizer.special("<say>")) content = readText(tokenizer, reader);
    else if (mark === tokenizer.special("<call>")) calls.push(readCall(tokenizer, reader, tools));
  }
  return { content, calls };
}

function readCall(tokenizer: Tokenizer, reader: TokenReader, tools: readonly Tool[]): MadeCall {
  const tag = reader.tokens[reader.at];
  reader.at += 1;
  const words = readText(tokenizer, reader);
  // Of tools that share a tag, the name behind it tells which.
  const tagOf = tagsOf(tokenizer, tools);
  const tagged = tools.filter((one) => tagOf(one.function.name) === tag);
  const tool = tagged.find((one) => identifierWords(one.function.name) === words) ?? tagged[0];
  const name = tool?.function.name ?? words.replaceAll(" ", "_");
  if (reader.tokens[reader.at] === tokenizer.special("<value>")) {
    reader.at += 1;
    return { name, arguments: readText(tokenizer, reader) };
  }
  const fields = readFields(tokenizer, reader, tool ? argumentsSchema(tool) : null);
  return { name, arguments: JSON.stringify(fields) };
}
