import type { Example } from "../../domain/example.ts";
import type { AssistantMessage, Message } from "../../domain/message.ts";
import { lazyCounter } from "./lazy-counter.ts";
import { wordPieces } from "./piece-end.ts";
import {
  renderReply,
  renderTools,
  renderWithoutThought,
  renderWithThought,
  thinkingReplies,
  toolsHeading,
} from "./qwen-template.ts";
import { readRanks } from "./read-ranks.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** What differs between the families, whose vocabulary is one. */
interface Family {
  readonly about: string;
  /** Tags that are one token, as an expression. */
  readonly tags: string;
  /** Of a row without a system message. */
  readonly defaultSystem: string | null;
  readonly renderReply: (message: AssistantMessage) => string;
  /** The assistant messages that are rendered with their thoughts. */
  readonly thinkingReplies: (messages: readonly Message[]) => readonly AssistantMessage[];
}

export const qwen25 = createQwen({
  about: "Qwen 2.5, with the chat template",
  tags: "</?tool_call>",
  defaultSystem: "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.",
  renderReply,
  thinkingReplies: () => [],
});

export const qwen3 = createQwen({
  about: "Qwen 3, with the chat template",
  tags: "</?(?:tool_call|tool_response|think)>",
  defaultSystem: null,
  renderReply: renderWithoutThought,
  thinkingReplies,
});

const barred =
  "endoftext|im_start|im_end|object_ref_start|object_ref_end|box_start|box_end|quad_start|quad_end|vision_start|" +
  "vision_end|vision_pad|image_pad|video_pad|fim_prefix|fim_middle|fim_suffix|fim_pad|repo_name|file_sep";

/** `<|im_start|>`, `<|im_end|>` and the line end behind it. */
const turnTokens = 3;

function createQwen(family: Family): Tokenizer {
  const countText = lazyCounter(() => ({
    ranks: readRanks("qwen"),
    pieceEnd: wordPieces(1),
    specials: new RegExp(`<\\|(?:${barred})\\|>|${family.tags}`, "y"),
    normalForm: "NFC",
  }));
  const countTurn = (role: string, body: string) => turnTokens + countText(`${role}\n${body}`);

  function countMessage(message: Message): number {
    if (message.role === "assistant") return countTurn("assistant", family.renderReply(message));
    if (message.role === "tool")
      return countTurn("user", `<tool_response>\n${message.content}\n</tool_response>`);
    return countTurn(message.role, message.content);
  }

  /** The tools stand in the system's turn, behind an empty line that the words before it may swallow. */
  const countToolsJoin = rememberLast((system: string) => {
    const apart = countText(`system\n${system}`) + countText(toolsHeading);
    return countText(`system\n${system}\n\n${toolsHeading}`) - apart;
  });

  /** Results side by side share a turn. */
  function countResultsJoins(messages: readonly Message[]): number {
    const joins = messages.filter(
      (message, at) => message.role === "tool" && messages[at - 1]?.role === "tool",
    );
    if (joins.length === 0) return 0;
    const apart = countText("</tool_response>") + countTurn("user", "<tool_response>");
    return joins.length * (countText("</tool_response>\n<tool_response>") - apart);
  }

  function countThoughts(messages: readonly Message[]): number {
    return family
      .thinkingReplies(messages)
      .map((message) => countTurn("assistant", renderWithThought(message)) - countMessage(message))
      .reduce((sum, tokens) => sum + tokens, 0);
  }

  return {
    about: family.about,
    exact: true,
    countText,
    countTools: (tools) => countText(renderTools(tools)),
    countMessage,
    countFrame({ hasTools, hasSystem }) {
      if (hasSystem) return 0;
      if (family.defaultSystem !== null) return countTurn("system", family.defaultSystem);
      return hasTools ? countTurn("system", "") : 0;
    },
    countJoins({ tools, messages }) {
      const system = systemOf(messages) ?? family.defaultSystem;
      const toolsJoin = tools.length > 0 && system !== null ? countToolsJoin(system) : 0;
      return toolsJoin + countResultsJoins(messages) + countThoughts(messages);
    },
  };
}

function systemOf([first]: Example["messages"]): string | null {
  return first?.role === "system" ? first.content : null;
}

/** The rows of a call share their system message. */
function rememberLast(count: (text: string) => number): (text: string) => number {
  let last: { text: string; count: number } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, count: count(text) };
    return last.count;
  };
}
