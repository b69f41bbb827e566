import type { Desk } from "./desk.ts";
import type { Favoured } from "./heard/favoured.ts";
import type { Place } from "./place.ts";

/** Texts end here at the latest, where they may: a small model can repeat itself for ever. */
const longestText = 128;

export interface TextOrder<Meaning> {
  readonly start: Place<Meaning>;
  /** The marks that can stand behind the text; one of them is decided in the end, and not written. */
  readonly followers: readonly number[];
  accepts(meaning: Meaning): boolean;
  /** What the text would rather be; none where nothing was said that it could repeat. */
  readonly favoured?: Favoured;
}

/** Writes the text that the model likes best; null where it means nothing acceptable, or can't be ended. */
export async function writeText<Meaning>(
  { pen, vocabulary }: Desk,
  { start, followers, accepts, favoured }: TextOrder<Meaning>,
): Promise<Meaning | null> {
  const begin = pen.written.length;
  let place = start;
  let wish = favoured;
  for (;;) {
    const full = pen.written.length - begin >= longestText;
    const allowed = [full ? [] : place.tokens, place.ends ? followers : []];
    if (allowed.every((tokens) => tokens.length === 0)) return null;
    const token = await pen.decide(allowed, wish?.bonus(followers));
    const next = place.after(token);
    if (next === null) break;
    pen.write(token);
    place = next;
    wish = wish?.after(token);
  }
  const text = vocabulary.textOf(pen.written.slice(begin)).slice(1);
  return place.meanings(text).find(accepts) ?? null;
}
