/**
 * The dialects of training files that calltune writes and checks; each has an exporter. The three `hf` ones differ in
 * what stands for the words of a message that is tool calls alone: "", null, or nothing.
 */
export const dialects = [
  "together",
  "openai",
  "fireworks",
  "hf",
  "hf-null",
  "hf-absent",
  "sharegpt",
] as const;
export type Dialect = (typeof dialects)[number];
