import { canonicalJson, parseJson } from "../../lib/json.ts";
import { type Desk, mark } from "./desk.ts";
import type { ValueOrder, ValueWriter } from "./orders.ts";
import type { ListShape } from "./schema/shapes.ts";

/** Writes `<list> <item> value … </list>`; null where too few items can be made. */
export async function writeList(
  desk: Desk,
  order: ValueOrder,
  writeValue: ValueWriter,
): Promise<string | null> {
  const { pen } = desk;
  const items: string[] = [];
  const end = mark(desk, "</list>");
  pen.write(mark(desk, "<list>"));
  for (;;) {
    const next = marksAt(desk, order.plan.lists, items.length);
    if (next.length === 0) return null;
    const before = pen.written.length;
    const goesOn = (await pen.decide([next])) !== end;
    if (goesOn) {
      pen.write(mark(desk, "<item>"));
      const item = await writeItem(desk, itemOrder(desk, order, items), writeValue);
      if (item !== null) {
        items.push(item);
        continue;
      }
      pen.rewind(before);
      if (!next.includes(end)) return null;
    }
    pen.write(end);
    return `[${items.join(",")}]`;
  }
}

/** What can stand behind so many items. */
function marksAt(desk: Desk, shapes: readonly ListShape[], length: number): number[] {
  const goesOn = shapesAt(shapes, length).length > 0;
  const ends = shapes.some((shape) => shape.least <= length && length <= shape.most);
  return [...(goesOn ? [mark(desk, "<item>")] : []), ...(ends ? [mark(desk, "</list>")] : [])];
}

/** The ways in which another item may follow. */
function shapesAt(shapes: readonly ListShape[], length: number): ListShape[] {
  return shapes.filter((shape) => length < shape.most && shape.itemAt(length) !== null);
}

async function writeItem(desk: Desk, order: ValueOrder, writeValue: ValueWriter): Promise<string | null> {
  return order.followers.length === 0 ? null : writeValue(desk, order);
}

function itemOrder(desk: Desk, { planner, plan, depth }: ValueOrder, items: readonly string[]): ValueOrder {
  const shapes = shapesAt(plan.lists, items.length);
  const unique = shapes.every((shape) => shape.unique);
  const before = new Set(unique ? items.map(canonical) : []);
  return {
    planner,
    plan: planner(shapes.map((shape) => shape.itemAt(items.length)).filter((one) => one !== null)),
    followers: marksAt(desk, shapes, items.length + 1),
    depth: depth + 1,
    suits: (json) => !before.has(canonical(json)),
  };
}

function canonical(json: string): string {
  return canonicalJson(parseJson(json) ?? null);
}
