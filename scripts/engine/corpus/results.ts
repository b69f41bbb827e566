import type { Json } from "../../../src/lib/json.ts";
import { agentSays, type MadeUse, type Stage } from "./stage.ts";
import { drawCode, drawCodeShape } from "./values/codes.ts";
import { isoDate, isoTime } from "./values/times.ts";
import { drawItem, drawPerson } from "./values/words.ts";

/** What a tool returned, and how the agent puts it. */
export interface MadeResult {
  readonly value: Json;
  readonly reports: readonly string[];
}

export function resultOf(stage: Stage, { tool }: MadeUse): MadeResult {
  const { draw } = stage.scene;
  if (tool.action.nature === "tells") return found(stage, tool.thing, tool.actionName === "available");
  const ok: Record<string, Json> = draw.random.pick([
    { status: "ok" },
    { success: true },
    { ok: true },
    { result: "done" },
    {},
  ]);
  const done = tool.action.done;
  if (tool.action.nature === "changes") return { value: ok, reports: done };
  const id = drawCode(draw, drawCodeShape(draw));
  stage.ids.set(tool.thing, id);
  const key = draw.pick([
    `${tool.thing.replaceAll(" ", "_")}_id`,
    "id",
    "reference",
    "confirmation_number",
    "code",
    "number",
  ]);
  return {
    value: { ...ok, [key]: id },
    reports: [...done, `[Done|All set]. The number is ${id}.`, `[Done|Okay], your reference is ${id}.`],
  };
}

export function reportResult(stage: Stage, made: MadeUse, result: MadeResult): void {
  const { draw } = stage.scene;
  const tail = draw.chance(0.2)
    ? draw.pick([" Anything else?", " Can I do more?", " Is there anything else?"])
    : "";
  const thing = made.tool.thing;
  agentSays(
    stage,
    result.reports.map((one) => one + tail),
    { my: `your ${thing}`, n: thing },
  );
}

/** Facts that a tool looked up. */
function found(stage: Stage, thing: string, asksIfFree: boolean): MadeResult {
  const { draw, today } = stage.scene;
  if (asksIfFree) return freeTimes(stage, thing);
  const id = drawCode(draw, drawCodeShape(draw));
  const facts: (readonly [string, Json, string])[] = [
    [
      "status",
      draw.pick(["shipped", "open", "delayed", "in progress", "ready", "closed", "on hold", draw.word(2, 2)]),
      "It is {x}.",
    ],
    ["price", draw.between(2, 900), "It costs {x}."],
    ["due_date", isoDate(today + draw.between(1, 30)), "The date is {x}."],
    ["location", draw.word(2, 3), "It is in {x}."],
    ["name", drawPerson(draw), "It is under {x}."],
    ["results", draw.some([drawItem(draw), drawItem(draw), drawItem(draw)], 2), "I found {x}."],
    ["options", [draw.word(2, 2), draw.word(1, 3)], "There is {x}."],
    [`${thing.replaceAll(" ", "_")}_id`, id, "I found it, the number is {x}."],
    [draw.word(1, 2), draw.between(1, 99), "It says {x}."],
  ];
  const chosen = draw.some(facts, draw.between(1, 2));
  if (chosen.some(([key]) => key.endsWith("_id"))) stage.ids.set(thing, id);
  const [first] = chosen;
  const spoken = Array.isArray(first?.[1]) ? first[1].join(" and ") : String(first?.[1]);
  const value = Object.fromEntries(chosen.map(([key, fact]) => [key, fact]));
  return {
    value: draw.chance(0.3) ? { status: "ok", ...value } : value,
    reports: [(first?.[2] ?? "").replace("{x}", spoken)],
  };
}

function freeTimes(stage: Stage, thing: string): MadeResult {
  const { draw } = stage.scene;
  if (draw.chance(0.4)) {
    const free = draw.chance(0.6);
    const reports = free
      ? ["Yes, that's free.", `Yes, the ${thing} is available.`]
      : ["Sorry, that's taken.", "I'm afraid it's not free."];
    return { value: { [draw.pick(["available", "free", "open"])]: free }, reports };
  }
  const times = draw
    .some([540, 600, 690, 780, 855, 960, 1020, 1110], draw.between(1, 3))
    .sort((one, other) => one - other);
  const spoken = times.map(isoTime);
  return {
    value: { [draw.pick(["slots", "times", "openings"])]: spoken },
    reports: [`There is ${spoken.join(" and ")}.`, `${spoken.join(" or ")} would be free.`],
  };
}

export function failedUse(stage: Stage, byCode: boolean): Json {
  const { draw } = stage.scene;
  const reason = draw.pick(
    byCode
      ? ["not_found", "unknown id", "no such record", "invalid"]
      : ["unavailable", "timeout", "internal error"],
  );
  return draw.random.pick<Json>([
    { error: reason },
    { success: false, error: reason },
    { status: "error", message: reason },
    { ok: false, reason },
  ]);
}
