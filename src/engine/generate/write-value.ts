import { encodeText } from "../text/values.ts";
import { type Desk, mark } from "./desk.ts";
import { heardPlace } from "./heard/heard-place.ts";
import type { ValueOrder, ValueWriter } from "./orders.ts";
import { searchText } from "./search-text.ts";
import { writeFields } from "./write-fields.ts";
import { writeList } from "./write-list.ts";
import { writeText } from "./write-text.ts";

/** What no rule for dates, numbers or codes accepts. */
const anyWords = JSON.stringify("as the caller said");
/** Values nested deeper than this are written by no caller's wish. */
const deepest = 10;

/** Tries the kinds of value that the schema leaves, one after the other. */
export const writeValue: ValueWriter = async (desk, order) => {
  const { pen } = desk;
  const begin = pen.written.length;
  const writers = await writersFor(desk, order);
  for (const write of writers) {
    const json = await write(desk, order);
    if (json !== null && suits(order, json)) return json;
    pen.rewind(begin);
  }
  return null;
};

function suits({ plan, suits: suitsPlace }: ValueOrder, json: string): boolean {
  return plan.accepts(json) && (suitsPlace?.(json) ?? true);
}

/** The kinds of value that may stand here, the one that the model begins with first. */
async function writersFor(desk: Desk, { plan, depth }: ValueOrder): Promise<readonly ValueWriter[]> {
  const [place] = plan.places();
  const kinds: { readonly begins: ArrayLike<number>; readonly write: ValueWriter }[] = [];
  if (place !== undefined) kinds.push({ begins: place.tokens, write: writeScalar });
  if (plan.objects.length > 0 && depth < deepest)
    kinds.push({ begins: [mark(desk, "<object>")], write: writeObject });
  if (plan.lists.length > 0 && depth < deepest)
    kinds.push({ begins: [mark(desk, "<list>")], write: (...order) => writeList(...order, writeValue) });
  if (kinds.length < 2) return kinds.map(({ write }) => write);
  const token = await desk.pen.decide(kinds.map(({ begins }) => begins));
  const begun = kinds.find(({ begins }) => Array.prototype.includes.call(begins, token));
  return [...new Set([...(begun ? [begun] : []), ...kinds])].map(({ write }) => write);
}

/**
 * A value that was said, where it keeps to a form; else as the model likes it best; then what it likes less; then in the
 * words of the call.
 */
async function writeScalar(desk: Desk, order: ValueOrder): Promise<string | null> {
  const { pen } = desk;
  const begin = pen.written.length;
  const { followers } = order;
  const accepts = (json: string) => suits(order, json);
  const isOpen = accepts(anyWords);
  const heard = isOpen ? null : heardPlace(desk, { prefixes: order.plan.prefixes, accepts });
  const places = [...(heard === null ? [] : [heard]), ...order.plan.places()];
  // Where text keeps to a form, single words that were said would only lead astray.
  const wish = isOpen || !order.plan.takesText ? { favoured: desk.favoured() } : {};
  for (const write of [writeText, searchText])
    for (const start of places) {
      const json = await write(desk, { start, followers, accepts, ...wish });
      if (json !== null) return json;
      pen.rewind(begin);
    }
  return order.plan.takesText ? copySpoken(desk, accepts) : null;
}

function copySpoken(
  { pen, vocabulary, spokenTexts, promptTexts }: Desk,
  accepts: (json: string) => boolean,
): string | null {
  for (const text of [...spokenTexts(), ...promptTexts()]) {
    const json = JSON.stringify(text);
    if (!accepts(json)) continue;
    pen.write(...encodeText(vocabulary.tokenizer, text));
    return json;
  }
  return null;
}

async function writeObject(desk: Desk, { planner, plan, depth }: ValueOrder): Promise<string | null> {
  desk.pen.write(mark(desk, "<object>"));
  const order = {
    planner,
    shapes: plan.objects,
    terminators: [mark(desk, "</object>")],
    depth: depth + 1,
    accepts: plan.accepts,
  };
  const json = await writeFields(desk, order, writeValue);
  if (json !== null) desk.pen.write(mark(desk, "</object>"));
  return json;
}
