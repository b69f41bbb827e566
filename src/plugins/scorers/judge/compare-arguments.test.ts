import { describe, expect, test } from "vitest";
import { call, errorsOf, type GivenArguments, judged } from "../../../../test/support/judging.ts";
import type { JsonObject } from "../../../lib/json.ts";

describe("arguments that are right", () => {
  test.each<[string, JsonObject, GivenArguments]>([
    ["keys in another order", { time: "19:00", name: "Ann" }, '{"name":"Ann","time":"19:00"}'],
    ["a declared default sent", { time: "19:00" }, { time: "19:00", party_size: 2 }],
    ["a declared default left out", { time: "19:00", date: "2026-03-04" }, { time: "19:00" }],
    ["a default of false", { time: "19:00" }, { time: "19:00", outdoor: false }],
    ["null for nothing, where the schema allows it", { time: "19:00" }, { time: "19:00", notes: null }],
    ["nothing for null", { time: "19:00", notes: null }, { time: "19:00" }],
    ["the same time another way", { time: "19:30" }, { time: "7:30 PM" }],
    ["a set in another order", { toppings: ["ham", "olives"] }, { toppings: ["olives", "ham"] }],
    [
      "nested keys in another order",
      { address: { street: "1 Oak St", zip: "02139" } },
      { address: { zip: "02139", street: "1 Oak Street" } },
    ],
    ["a list of objects", { guests: [{ name: "José", age: 4 }] }, { guests: [{ age: 4, name: "Jose" }] }],
    ["the number with a fraction of nothing", { party_size: 5 }, '{"party_size":5.0}'],
    ["no text for no arguments", {}, ""],
    ["another script", { name: "渡辺 謙" }, { name: "渡辺謙" }],
    ["an emoji kept", { notes: "🎂 cake" }, { notes: "cake 🎂" }],
  ])("%s", (_, expected, given) => {
    const found = judged([call("book_table", expected)], [["book_table", given]]);
    expect(errorsOf(found)).toEqual([]);
    expect(found.exact).toBe(true);
  });
});

describe("arguments that are wrong", () => {
  test.each<[string, JsonObject, GivenArguments, string]>([
    ["one is left out", { time: "19:00", name: "Ann" }, { time: "19:00" }, "name missing"],
    ["one too many", { time: "19:00" }, { time: "19:00", name: "Ann" }, "name extra ungrounded"],
    [
      "one too many that the caller had said",
      { time: "19:00" },
      { time: "19:00", name: "Walter" },
      "name extra",
    ],
    ["the other half of the day", { time: "19:00" }, { time: "07:00" }, "time wrong_value ungrounded"],
    ["a number as text", { party_size: 5 }, { party_size: "5" }, "party_size wrong_type"],
    ["text as a number: the zero is gone", { code: "02139" }, { code: 2139 }, "code wrong_type"],
    ["true as text", { outdoor: true }, { outdoor: "true" }, "outdoor wrong_type"],
    ["1 for true", { outdoor: true }, { outdoor: 1 }, "outdoor wrong_type"],
    [
      "false for a default of true that isn't",
      { time: "19:00", outdoor: true },
      { time: "19:00" },
      "outdoor wrong_value",
    ],
    ["an enum's member in another case", { diet: "vegan" }, { diet: "Vegan" }, "diet not_in_enum"],
    ["a synonym of an enum's member", { diet: "vegan" }, { diet: "plant-based" }, "diet not_in_enum"],
    ["another member", { diet: "vegan" }, { diet: "vegetarian" }, "diet wrong_value"],
    [
      "a day in a form the schema forbids",
      { date: "2026-03-05" },
      { date: "March 5, 2026" },
      "date wrong_format",
    ],
    [
      "a number in a form the schema forbids",
      { phone: "+14155550132" },
      { phone: "(415) 555-0132" },
      "phone wrong_format",
    ],
    ["null where the schema has none", { time: "19:00" }, { time: "19:00", name: null }, "name extra"],
    ["an empty text for nothing", { time: "19:00" }, { time: "19:00", name: "" }, "name extra"],
    ["N/A for nothing", { time: "19:00" }, { time: "19:00", name: "N/A" }, "name extra ungrounded"],
    [
      "a list in another order",
      { stops: ["Reno", "Elko"] },
      { stops: ["Elko", "Reno"] },
      "stops wrong_value ungrounded, stops wrong_value ungrounded",
    ],
    ["a set with one missing", { toppings: ["ham", "olives"] }, { toppings: ["ham"] }, "toppings missing"],
    [
      "a set with one too many",
      { toppings: ["ham"] },
      { toppings: ["ham", "olives"] },
      "toppings extra ungrounded",
    ],
    ["two of a kind are not one", { stops: ["Reno", "Reno"] }, { stops: ["Reno"] }, "stops missing"],
    [
      "a leaf of an object",
      { address: { street: "1 Oak St", zip: "02139" } },
      { address: { street: "1 Oak St", zip: "02138" } },
      "address.zip wrong_value ungrounded",
    ],
    [
      "an object laid flat",
      { address: { zip: "02139" } },
      { zip: "02139" },
      "address.zip missing, zip extra ungrounded",
    ],
    [
      "an age in a list of objects",
      { guests: [{ name: "Al", age: 4 }] },
      { guests: [{ name: "Al", age: 5 }] },
      "guests.age wrong_value ungrounded",
    ],
    [
      "an object where a list is due",
      { guests: [{ name: "Al" }] },
      { guests: { name: "Al" } },
      "guests wrong_type",
    ],
    [
      "a name that every object has",
      { time: "19:00" },
      '{"time":"19:00","constructor":7,"__proto__":7}',
      "__proto__ extra ungrounded, constructor extra ungrounded",
    ],
    ["an argument that the tool doesn't have", { time: "19:00" }, { time: "19:00", vip: true }, "vip extra"],
  ])("%s", (_, expected, given, errors) => {
    const found = judged([call("book_table", expected)], [["book_table", given]]);
    expect(errorsOf(found).sort().join(", ")).toBe(errors);
    expect(found.exact).toBe(false);
    expect(found.decision).toBe("right_tool");
  });
});
