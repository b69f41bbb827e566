/** What isn't text: the marks that hold a prompt and a reply together. `text/prompt.ts` says where each stands. */
export const specialTokens = [
  "<pad>",
  "<begin>",
  "<end>",
  "<tool>",
  "<about>",
  "<parameter>",
  "<required>",
  "<type>",
  "<choice>",
  "<system>",
  "<user>",
  "<result>",
  "<agent>",
  "<say>",
  "<call>",
  "<argument>",
  "<value>",
  "<object>",
  "</object>",
  "<list>",
  "<item>",
  "</list>",
] as const;

export type SpecialToken = (typeof specialTokens)[number];

/** Text to tokens and back. A word has the same tokens wherever it stands, so that what was said can be copied. */
export interface Tokenizer {
  /** Special tokens and text tokens together. */
  readonly size: number;
  special(token: SpecialToken): number;
  encode(text: string): number[];
  /** Special tokens leave nothing. */
  decode(tokens: Iterable<number>): string;
  /** The text of one token, with its leading space where it has one; null for a special token. */
  pieceOf(token: number): string | null;
  /** What `createTokenizer` makes it from again; part of the model's file. */
  readonly pieces: readonly string[];
}
