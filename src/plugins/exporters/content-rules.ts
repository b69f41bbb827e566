import { isJsonObject, type Json } from "../../lib/json.ts";
import type { RowFault } from "./exporter.ts";
import { error, graded, isList, shown, warning } from "./faults.ts";
import type { ChatRules, RowMessage } from "./row-message.ts";

/** Rules of a message's `content`: words, or parts. */
export function* contentFaults(message: RowMessage, rules: ChatRules): Generator<RowFault> {
  const { fields, at } = message;
  const content = fields["content"];
  if (content === undefined || content === null || content === "") yield* noContentFaults(message, rules);
  else if (isList(content)) yield* partsFaults(content, message, rules);
  else if (typeof content !== "string")
    yield error("content", `${at}: Column \`content\` is not a string but ${shown(content)}.`);
}

/** What an assistant may have in place of words, where the dialect knows it. */
const insteadOfWords = ["tool_calls", "function_call", "refusal"];

function noContentFaults({ fields, role, at }: RowMessage, rules: ChatRules): RowFault[] {
  const empty = fields["content"] === "";
  const known = rules.messageKeys[role] ?? [];
  const hasMore = insteadOfWords.some(
    (key) => known.includes(key) && fields[key] !== undefined && fields[key] !== null,
  );
  if (!empty && role !== "assistant")
    return [error("missing-content", `${at}: Message with role '${role}' must have 'content'.`)];
  if (!empty && !hasMore)
    return [error("empty-assistant", `${at}: Assistant message must have 'content' and/or 'tool_calls'.`)];
  if (role === "assistant" && !hasMore)
    return [warning("empty-reply", `${at}: an assistant message without a word or a tool call.`)];
  return graded(
    rules.noWords,
    "no-words",
    `${at}: \`content\` is empty; the service's sample validator wants words in every message.`,
  );
}

function* partsFaults(parts: readonly Json[], message: RowMessage, rules: ChatRules): Generator<RowFault> {
  const { at, fields, role } = message;
  if (parts.length === 0) yield warning("empty-reply", `${at}: \`content\` is a list without parts.`);
  for (const [index, part] of parts.entries()) {
    const fault = partFault(part, role, rules);
    if (fault !== null) yield error("content-part", `${at}.content[${index}]: ${fault}`);
  }
  if (rules.images === "data" && fields["weight"] === 1 && parts.some(isImage))
    yield error("weight", `${at}: Messages with images cannot have non-zero weights.`);
}

function partFault(part: Json, role: string, { images }: ChatRules): string | null {
  if (!isJsonObject(part)) return `a part must be an object, not ${shown(part)}.`;
  const type = part["type"];
  if (type === "text")
    return typeof part["text"] === "string" ? null : `'text' must be a string, not ${shown(part["text"])}.`;
  if (type === "refusal" && role === "assistant" && images === "any") return null;
  if (type === "image" && images === "template") return null;
  if (type !== "image_url") return `a part of type ${shown(type)}; it must be 'text' or 'image_url'.`;
  if (role !== "user") return "only user messages can contain images.";
  return imageFault(part["image_url"], images);
}

/** 10 MB as base64 text. */
const longestImage = Math.floor((4 * 10 * 1024 * 1024) / 3) + "data:image/jpeg;base64,".length;

function imageFault(image: Json | undefined, images: ChatRules["images"]): string | null {
  if (images === "template") return null;
  if (!isJsonObject(image)) return `'image_url' must be an object, not ${shown(image)}.`;
  const url = image["url"];
  if (typeof url !== "string" || url === "") return "'image_url.url' must be a string.";
  const written = /^data:image\/(jpeg|png|webp);base64,/.test(url);
  if (images === "data" && !written)
    return "'image_url.url' must be a JPEG, PNG or WEBP in the form data:image/<format>;base64,….";
  if (!written && !/^https?:\/\//.test(url))
    return "'image_url.url' must be an address, or a JPEG, PNG or WEBP as data:image/<format>;base64,….";
  return url.length > longestImage ? "an image may have 10 MB." : null;
}

const mostImages = 10;

/** Rules of the contents of a row together. */
export function* contentsFaults(messages: readonly RowMessage[], rules: ChatRules): Generator<RowFault> {
  if (messages.some(inParts) && messages.some(inText))
    yield* graded(
      rules.mixedContent,
      "mixed-content",
      "`content` must be text in all messages, or parts in all.",
    );
  const images = messages.reduce((sum, { fields }) => sum + imagesIn(fields["content"]), 0);
  if (images > mostImages && rules.images !== "template")
    yield error("too-many-images", `A row may have ${mostImages} images; this one has ${images}.`);
}

/** An empty list or text is neither. */
function inParts({ fields }: RowMessage): boolean {
  const content = fields["content"];
  return isList(content) && content.length > 0;
}

function inText({ fields }: RowMessage): boolean {
  return typeof fields["content"] === "string" && fields["content"] !== "";
}

function imagesIn(content: Json | undefined): number {
  return isList(content) ? content.filter(isImage).length : 0;
}

function isImage(part: Json): boolean {
  return isJsonObject(part) && part["type"] === "image_url";
}
