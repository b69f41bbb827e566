import type { Tool } from "../../domain/tool.ts";
import { argumentsSchema, type ValueSchema } from "./schema.ts";
import { identifierWords } from "./split-words.ts";
import type { Tokenizer } from "./tokenizer.ts";
import type { TagOf } from "./tool-tags.ts";
import { typeWords } from "./type-words.ts";
import { encodeText } from "./values.ts";

/** How much of a tool the prompt shows. Names, parameters and types always stand there. */
export interface ToolDetail {
  /** Tokens of a description at most. */
  readonly about: number;
  /** Choices of a parameter at most. */
  readonly choices: number;
}

/**
 * A tool in the prompt: `<tool> name-words [<about> w…] tag { <parameter> key-words [<required>] [<type> w…] { <choice> w… }* }*`.
 * Plain text is the type of most and goes unsaid. What stands inside an object or a list of objects follows it, with the keys that lead there.
 */
export function encodeTool(
  tokenizer: Tokenizer,
  tool: Tool,
  { tagOf, detail }: { readonly tagOf: TagOf; readonly detail: ToolDetail },
): number[] {
  const { name, description } = tool.function;
  const about = description ? encodeText(tokenizer, description.trim()).slice(0, detail.about) : [];
  return [
    tokenizer.special("<tool>"),
    ...encodeText(tokenizer, identifierWords(name)),
    ...(about.length > 0 ? [tokenizer.special("<about>"), ...about] : []),
    tagOf(name),
    ...parametersOf(argumentsSchema(tool), "").flatMap((one) =>
      encodeParameter(tokenizer, one, detail.choices),
    ),
  ];
}

interface Parameter {
  /** The keys that lead to it, as words. */
  readonly words: string;
  readonly required: boolean;
  readonly schema: ValueSchema;
}

function parametersOf(object: ValueSchema, path: string): Parameter[] {
  return [...object.properties].flatMap(([key, schema]) => {
    const words = `${path} ${identifierWords(key)}`.trim();
    const inner = schema.kind === "list" ? schema.items : schema;
    return [
      { words, required: object.required.has(key), schema },
      ...(inner?.kind === "object" ? parametersOf(inner, words) : []),
    ];
  });
}

function encodeParameter(tokenizer: Tokenizer, parameter: Parameter, choices: number): number[] {
  const { schema } = parameter;
  const type = typeWords(schema);
  const values = schema.choices.length > 0 ? schema.choices : (schema.items?.choices ?? []);
  return [
    tokenizer.special("<parameter>"),
    ...encodeText(tokenizer, parameter.words),
    ...(parameter.required ? [tokenizer.special("<required>")] : []),
    ...(type === "string" ? [] : [tokenizer.special("<type>"), ...encodeText(tokenizer, type)]),
    ...values
      .slice(0, choices)
      .flatMap((value) => [
        tokenizer.special("<choice>"),
        ...encodeText(tokenizer, typeof value === "string" ? value : JSON.stringify(value)),
      ]),
  ];
}
