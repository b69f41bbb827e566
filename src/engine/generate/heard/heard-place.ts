import { encodeText } from "../../text/values.ts";
import type { Desk } from "../desk.ts";
import { literalPlace, type Place } from "../place.ts";

const mostChoices = 200;

/**
 * The values that were said and that a schema accepts, for one that asks for a number or for text of a form of its own: what was
 * said is likelier than any that the model makes up. Null where none was said.
 */
export function heardPlace(
  { vocabulary, heard, spokenTexts }: Desk,
  { prefixes, accepts }: { readonly prefixes: readonly string[]; accepts(json: string): boolean },
): Place<string> | null {
  const { strings, numbers } = heard();
  const said = [...strings, ...spokenTexts()];
  const texts = new Set([...said, ...prefixes.flatMap((prefix) => said.map((text) => prefix + text))]);
  const values = [
    ...[...texts].map((text) => ({ text, meaning: JSON.stringify(text) })),
    ...numbers.map((number) => ({ text: number, meaning: number })),
  ].filter(({ meaning }) => accepts(meaning));
  return literalPlace(
    values.slice(0, mostChoices).map(({ text, meaning }) => ({
      tokens: encodeText(vocabulary.tokenizer, text),
      meaning,
    })),
  );
}
