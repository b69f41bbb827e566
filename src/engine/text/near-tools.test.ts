import { describe, expect, test } from "vitest";
import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import { nearTools } from "./near-tools.ts";

const tools = [
  toolOf("rent_kayak", "Rents a boat for a day.", ["day", "size"]),
  toolOf("cancel_rental", "Gives a boat back early.", ["reference"]),
  toolOf("list_docks", "Where boats lie.", []),
];

describe("tools near a caller's words", () => {
  test("the tool with the rarer word comes first", () => {
    expect(nearOf("a boat like a kayak")).toEqual([["rent_kayak", "cancel_rental"]]);
    expect(nearOf("I'd like to cancel it")).toEqual([["cancel_rental"]]);
  });

  test("words are compared by how they begin, in any case", () => {
    expect(nearOf("CANCELLING a thing")).toEqual([["cancel_rental"]]);
    expect(nearOf("which docks are open")).toEqual([["list_docks"]]);
  });

  test("words that none has, or that all have, name no tool", () => {
    expect(nearOf("hello there, could you help me please")).toEqual([[]]);
    expect(nearTools(tools.slice(0, 1))([user("a kayak")])).toEqual([[]]);
    expect(nearTools([])([user("a kayak")])).toEqual([[]]);
  });

  test("what was said before still counts, and what is said now counts more", () => {
    expect(nearOf("a kayak", "yes please")).toEqual([["rent_kayak"], ["rent_kayak"]]);
    expect(nearOf("a kayak", "no, cancel")[1]?.[0]).toBe("cancel_rental");
  });

  test("only the caller's messages have any, and none depends on what comes later", () => {
    const messages: Message[] = [
      { role: "system", content: "kayak" },
      user("a kayak"),
      { role: "assistant", content: "cancel docks" },
      { role: "tool", tool_call_id: "1", content: "docks" },
      user("now the docks"),
    ];
    const near = nearTools(tools)(messages);
    expect(near.map((names) => names.length > 0)).toEqual([false, true, false, false, true]);
    expect(nearTools(tools)(messages.slice(0, 2))).toEqual(near.slice(0, 2));
  });

  test("the order of the tools changes nothing", () => {
    expect(nearTools(tools.toReversed())([user("boat rental docks")])).toEqual(
      nearTools(tools)([user("boat rental docks")]),
    );
  });
});

function nearOf(...said: string[]): readonly (readonly string[])[] {
  return nearTools(tools)(said.map(user));
}

function user(content: string): Message {
  return { role: "user", content };
}

function toolOf(name: string, description: string, keys: readonly string[]): Tool {
  const properties = Object.fromEntries(keys.map((key) => [key, { type: "string" }]));
  return { type: "function", function: { name, description, parameters: { type: "object", properties } } };
}
