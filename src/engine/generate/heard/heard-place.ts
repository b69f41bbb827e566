import { encodeText } from "../../text/values.ts";
import type { Desk } from "../desk.ts";
import { literalPlace, type Place } from "../place.ts";

const mostChoices = 200;

type Sayings = Pick<Desk, "vocabulary" | "heard" | "spokenTexts" | "promptTexts">;

interface Wanted {
  readonly prefixes: readonly string[];
  accepts(json: string): boolean;
}

/**
 * The values that were said and that a schema accepts, for one that asks for a number or for text of a form of its own: what was
 * said is likelier than any that the model makes up, and than the prompt's, whose date is only today's. Null where none was said.
 */
export function heardPlace(desk: Sayings, wanted: Wanted): Place<string> | null {
  const { strings, numbers } = desk.heard();
  return (
    placeOf(desk, wanted, { said: [...strings, ...desk.spokenTexts()], numbers }) ??
    placeOf(desk, wanted, { said: desk.promptTexts(), numbers: [] })
  );
}

function placeOf(
  { vocabulary }: Sayings,
  { prefixes, accepts }: Wanted,
  { said, numbers }: { readonly said: readonly string[]; readonly numbers: readonly string[] },
): Place<string> | null {
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
