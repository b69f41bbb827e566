import type { Json, JsonObject } from "../../../src/lib/json.ts";
import { agentSays, type MadeUse, type Stage } from "./stage.ts";
import { drawCode, drawCodeShape } from "./values/codes.ts";
import { isoDate, isoTime } from "./values/times.ts";
import { drawItem, drawPerson } from "./values/words.ts";
import { plural, withArticle } from "./words/articles.ts";
import { lines } from "./words/list.ts";

/** What a tool returned, and how the agent puts it. */
export interface MadeResult {
  readonly value: Json;
  readonly reports: readonly string[];
}

export function resultOf(stage: Stage, { tool }: MadeUse): MadeResult {
  const { draw } = stage.scene;
  if (tool.action.nature === "tells") return found(stage, tool.thing, tool.actionName === "available");
  const ok = draw.random.pick(successes);
  const done = tool.action.done;
  if (tool.action.nature === "changes") return { value: ok, reports: done };
  const id = drawCode(draw, drawCodeShape(draw));
  stage.ids.set(tool.thing, id);
  const key = draw.pick([`${identifier(tool.thing)}_id`, ...idKeys]);
  return {
    value: { ...ok, [key]: id },
    reports: [...done, ...idReports.map((one) => one.replace("{id}", id))],
  };
}

const successes: readonly JsonObject[] = [
  { status: "ok" },
  { success: true },
  { ok: true },
  { result: "done" },
  {},
  { status: "success" },
  { done: true },
  { state: "completed" },
  { error: null },
  { code: 200 },
  { message: "saved" },
  { result: { ok: true } },
  { accepted: true },
];

const idKeys = [
  "id",
  "reference",
  "confirmation_number",
  "code",
  "number",
  "ref",
  "confirmation",
  "ticket",
  "caseNumber",
  "record_id",
  "bookingId",
  "key",
];

const idReports = lines(`[Done|All set]. The number is {id}.
[Done|Okay], your reference is {id}.
That's done, the number is {id}.
Your confirmation number is {id}.
All good. Please note the number {id}.
It's done under number {id}.
The reference is {id}.
You'll find it under {id}.`);

function identifier(thing: string): string {
  return thing.replaceAll(/[^a-z0-9]+/g, "_");
}

export function reportResult(stage: Stage, made: MadeUse, result: MadeResult): void {
  const { draw } = stage.scene;
  const tail = draw.chance(0.2) ? ` ${draw.pick(tails)}` : "";
  const thing = made.tool.thing;
  agentSays(
    stage,
    result.reports.map((one) => one + tail),
    { my: `your ${thing}`, n: thing, a: withArticle(thing), ns: plural(thing) },
  );
}

const tails = lines(`Anything else?
Can I do more?
Is there anything else?
What else can I do?
Do you need anything else?
Is that all?
Can I help with something else?
Anything more for you?
Is there more I can help with?
Would that be all?
Do you have another wish?`);

type Fact = readonly [key: string, value: Json, reports: readonly string[]];

/** Facts that a tool looked up. */
function found(stage: Stage, thing: string, asksIfFree: boolean): MadeResult {
  const { draw } = stage.scene;
  if (asksIfFree) return freeTimes(stage, thing);
  const id = drawCode(draw, drawCodeShape(draw));
  const idKey = `${identifier(thing)}_id`;
  const facts: Fact[] = [
    ...numbersAndDates(stage),
    ...words(stage),
    [idKey, id, ["I found it, the number is {x}.", "It's number {x}.", "The number is {x}."]],
  ];
  const chosen = draw.some(facts, draw.between(1, 2));
  if (chosen.some(([key]) => key === idKey)) stage.ids.set(thing, id);
  const [first] = chosen;
  const spoken = Array.isArray(first?.[1]) ? first[1].join(" and ") : String(first?.[1]);
  const value = Object.fromEntries(chosen.map(([key, fact]) => [key, fact]));
  return {
    value: draw.chance(0.3) ? { status: "ok", ...value } : value,
    reports: (first?.[2] ?? []).map((one) => one.replace("{x}", spoken)),
  };
}

function numbersAndDates({ scene: { draw, today } }: Stage): Fact[] {
  const price = draw.pick(["price", "total", "cost", "fee"]);
  const day = draw.pick(["due_date", "date", "eta", "expected"]);
  const count = draw.pick(["quantity", "count", "left", "in_stock"]);
  return [
    [price, draw.between(2, 900), ["It costs {x}.", "That's {x}.", "The price is {x}.", "It would be {x}."]],
    [
      day,
      isoDate(today + draw.between(1, 30)),
      ["The date is {x}.", "It's {x}.", "You can expect it on {x}."],
    ],
    [draw.word(1, 2), draw.between(1, 99), ["It says {x}.", "I see {x} here.", "The value is {x}."]],
    [count, draw.between(0, 40), ["There are {x}.", "I see {x} of them.", "We have {x}."]],
  ];
}

function words({ scene: { draw } }: Stage): Fact[] {
  const state = draw.pick([...states, draw.word(2, 2)]);
  const items = draw.some([drawItem(draw), drawItem(draw), drawItem(draw)], 2);
  const flag = draw.pick(["eligible", "valid", "active", "found"]);
  return [
    ["status", state, ["It is {x}.", "The status is {x}.", "It says {x}.", "It's {x} at the moment."]],
    ["location", draw.word(2, 3), ["It is in {x}.", "You find it in {x}.", "It's at {x}."]],
    ["name", drawPerson(draw), ["It is under {x}.", "The name is {x}.", "It belongs to {x}."]],
    [
      draw.pick(["results", "items", "matches"]),
      items,
      ["I found {x}.", "There is {x}.", "I can offer {x}."],
    ],
    ["options", [draw.word(2, 2), draw.word(1, 3)], ["There is {x}.", "You can choose {x}.", "We have {x}."]],
    [flag, draw.chance(0.5), ["The system says {x}.", "That comes back as {x}."]],
  ];
}

function freeTimes(stage: Stage, thing: string): MadeResult {
  const { draw } = stage.scene;
  if (draw.chance(0.4)) {
    const free = draw.chance(0.6);
    const reports = (free ? freeReports : takenReports).map((one) => one.replace("{n}", thing));
    return {
      value: { [draw.pick(["available", "free", "open", "is_free", "vacant", "possible"])]: free },
      reports,
    };
  }
  const times = draw
    .some([540, 600, 690, 780, 855, 960, 1020, 1110], draw.between(1, 3))
    .sort((one, other) => one - other);
  const spoken = times.map(isoTime);
  return {
    value: { [draw.pick(["slots", "times", "openings", "free", "available_times", "free_slots"])]: spoken },
    reports: [
      `There is ${spoken.join(" and ")}.`,
      `${spoken.join(" or ")} would be free.`,
      `I have ${spoken.join(" and ")}.`,
      `You could come at ${spoken.join(" or ")}.`,
      `Free are ${spoken.join(", ")}.`,
    ],
  };
}

const states =
  "shipped, open, delayed, in progress, ready, closed, on hold, confirmed, pending, cancelled, approved, waiting, on its way, finished, active, expired, paid, unpaid, rejected, under review".split(
    ", ",
  );

const freeReports = lines(`Yes, that's free.
Yes, the {n} is available.
That works.
Yes, there's room.
You're lucky, it's free.
That's still open.
Yes, we have something.`);

const takenReports = lines(`Sorry, that's taken.
I'm afraid it's not free.
No, the {n} is already taken.
Unfortunately we're full.
There's nothing left, sorry.
That's not available, I'm sorry.`);

export function failedUse(stage: Stage, byCode: boolean): Json {
  const { draw } = stage.scene;
  const reason = draw.pick(
    byCode
      ? [
          "not_found",
          "unknown id",
          "no such record",
          "invalid",
          "no match",
          "does not exist",
          "wrong number",
          "404",
        ]
      : [
          "unavailable",
          "timeout",
          "internal error",
          "service down",
          "try again later",
          "500",
          "locked",
          "connection lost",
        ],
  );
  return draw.random.pick<Json>([
    { error: reason },
    { success: false, error: reason },
    { status: "error", message: reason },
    { ok: false, reason },
  ]);
}
