import { describe, expect, test } from "vitest";
import { agent, caller, labelsOf, tool, use } from "../../../../test/support/label-calls.ts";
import type { JsonObject } from "../../../lib/json.ts";

describe("a reply is contradicted", () => {
  test.each([
    ["So that's five people?", "No, six."],
    ["You said Tuesday?", "no no, not Tuesday, Thursday"],
    ["Just to check, 8:00 AM?", "No, one thirty."],
    ["So that's Mr Smith?", "No, Smyth, S-M-Y-T-H"],
    ["So one mushroom pizza?", "No, pepperoni."],
    [
      "So one small Hawaiian and four Mozzarella Sticks?",
      "No, one medium Hawaiian and four Mozzarella Sticks.",
    ],
    ["A table for five then.", "That's wrong, I said six"],
    ["I'm connecting you to a colleague.", "That's not what I asked for"],
    ["I've put you down for Friday.", "actually it's Saturday"],
    ["I'll note 555 0132.", "I said 555 0123"],
    ["Booked under Miller.", "That's not my name"],
    ["That's a cleaning. Would you like it?", "No, I said a routine checkup"],
    ["Please confirm one ticket to Vancouver.", "No, there will be 2 people in my group."],
  ])("%s – %s", (said, answer) => {
    expect(labelsOf([caller("hi"), agent(said), caller(answer)])).toEqual(["contradicted"]);
  });
});

describe("a reply is let stand", () => {
  test.each([
    ["Anything else?", "No, thanks."],
    ["Anything else?", "no that's all I wanted"],
    ["Seven is taken. How about half past?", "No, what about eight?"],
    ["I have 7 PM or 8 PM.", "no, nine would be better"],
    ["Would six be okay?", "No, five please"],
    ["Your table is booked for five.", "Great, and can you add a coke?"],
    ["Here are flights from Chicago.", "Look for flights from Portland instead"],
    ["It leaves at 7.", "Like I said, 7 is fine"],
    ["So for six?", "Yes, for six"],
    ["Does this look right on the screen?", "No, I want decaf"],
    ["I couldn't find it.", "Oh no! What else do you have?"],
    ["What time do you want?", "not before seven"],
    ["Shall I buy the tickets now?", "Not right now"],
    ["Please confirm the table.", "no, forget it, thank you"],
    ["Please confirm that your order is correct.", "No wait. Can you make it decaf?"],
    ["Which restaurant would you like?", "Not a restaurant, a venue"],
    ["Do you want to book it?", "No, I did not want to book a room"],
    ["It leaves at 9:50.", "It is not my ideal departure time but it will do."],
    ["You are all set.", "wrong number, sorry, never mind"],
    ["All done.", ""],
  ])("%s – %s", (said, answer) => {
    expect(labelsOf([caller("hi"), agent(said), caller(answer)])).toEqual(["good"]);
  });

  test("when the caller had said the value and now wants another", () => {
    const turns = [
      caller("two tickets"),
      agent("Please confirm: two tickets."),
      caller("No, I want it for three"),
    ];
    expect(labelsOf(turns)).toEqual(["good"]);
  });

  test("when nobody answers", () => {
    expect(labelsOf([caller("hi"), agent("So that's five people?")])).toEqual(["good"]);
  });

  test("when the caller objects to what a tool found, which the agent only passes on", () => {
    const turns = [
      caller("my balance"),
      agent("", use("balance", {}, { balance: 318 })),
      agent("You have 318."),
      caller("That isn't right"),
    ];
    expect(labelsOf(turns, [tool("balance", {})])).toEqual(["good", "good"]);
  });
});

describe("a tool call is contradicted", () => {
  test.each<[JsonObject, string, string]>([
    [{ party_size: 6 }, "Booked for six.", "No, make that four"],
    [{ party_size: 6 }, "Booked for six.", "No, four."],
    [{ party_size: 6 }, "Booked for six.", "not six, four"],
    [{ party_size: 6 }, "Booked for six.", "I meant four"],
    [{ date: "2026-03-03" }, "Booked for Tuesday.", "no, I said Thursday"],
    [{ time: "18:00" }, "Booked for six.", "That's not right, it should be eight, I said eight"],
    [{ name: "Bond" }, "Booked for Bond.", "That's wrong"],
    [{}, "I've booked a table.", "I didn't ask for that"],
  ])("%j, %s – %s", (given, said, answer) => {
    const turns = [
      caller("six on Tuesday at six, Bond"),
      agent("", use("book_table", given)),
      agent(said),
      caller(answer),
    ];
    expect(labelsOf(turns)[0]).toBe("contradicted");
  });

  test("by the caller's words and the tool call that takes them up", () => {
    const turns = [
      caller("mushroom"),
      agent("", use("book_table", { topping: "mushroom" })),
      caller("no, the pepperoni"),
      agent("", use("book_table", { topping: "pepperoni" })),
    ];
    expect(labelsOf(turns)).toEqual(["contradicted", "good"]);
  });
});

describe("a tool call is let stand", () => {
  test.each<[JsonObject, string, string]>([
    [{ time: "19:00" }, "Seven is taken. How about 7:30?", "No, eight please"],
    [{ time: "19:00" }, "Seven is taken.", "what about eight then"],
    [{ party_size: 6 }, "Booked for six.", "and can you make a second one for four?"],
    [{ party_size: 6 }, "Booked for six. Anything else?", "No, that's all"],
    [{ party_size: 6 }, "Booked for six.", "Great, and what time do you close, eight?"],
    [{ party_size: 6 }, "Booked for six.", "no, for six is right"],
  ])("%j, %s – %s", (given, said, answer) => {
    const turns = [caller("six at seven"), agent("", use("book_table", given)), agent(said), caller(answer)];
    expect(labelsOf(turns)[0]).toBe("good");
  });
});
