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

describe("a reply is contradicted by what the caller had said before", () => {
  test.each([
    ["two large ones", "So three large ones.", "two, just two"],
    ["for seven, no, make that nine", "So 7 PM?", "No, nine."],
    ["on the sixth", "It will come on the fifth.", "sixth, I said the sixth"],
    ["on the 21st", "You fly on the twenty second.", "hold on, the twenty first, not the twenty second"],
    ["for josh", "I've recorded Amy as ill.", "no it's josh that's ill"],
    ["k osei at gmail dot com", "So k osay at gmail dot com?", "it's O S E I"],
    ["the balance on my 555 0123", "I have 555 0132.", "no it's 555 0123"],
  ])("%s – %s – %s", (first, said, answer) => {
    expect(labelsOf([caller(first), agent(said), caller(answer)])).toEqual(["contradicted"]);
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

  test.each([
    ["two tickets", "Please confirm: two tickets.", "No, three."],
    ["two tickets", "Please confirm: two tickets.", "Actually make it three"],
    ["for today please", "Recorded. Will he be off tomorrow as well?", "no, just today"],
    ["on the 9th please", "Shall I keep it to one night?", "no, two"],
    ["a mocha", "I don't see a mocha. Did you mean macchiato?", "No, I meant mocha."],
    ["the canton", "I don't quite understand.", "I guess I got that wrong then. What's next?"],
    ["one question", "There are 11 questions.", "Oh. Not many. Give me another one please"],
    ["is it open today", "We are. Anything else today?", "No, not today."],
  ])("%s – %s – %s", (first, said, answer) => {
    expect(labelsOf([caller(first), agent(said), caller(answer)])).toEqual(["good"]);
  });

  test("when a tool of questions found what the caller doubts", () => {
    const turns = [
      caller("when are the bins emptied"),
      agent("", use("get_bin_day", {}, { day: "Thursday" })),
      agent("On Thursday."),
      caller("no it's always been Tuesday"),
    ];
    expect(labelsOf(turns, [tool("get_bin_day", {})])).toEqual(["good", "good"]);
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

describe("a deed nobody asked for is contradicted, an answer is not", () => {
  test.each([
    ["book_table", "no wait, I only asked how much it is", "contradicted"],
    ["book_table", "I was just wondering if you have any", "contradicted"],
    ["check_table", "I was just wondering if you have any", "good"],
    ["transfer", "no I don't want to be transferred", "contradicted"],
    ["transfer", "I don't want to be a pain but is it long?", "good"],
  ])("%s – %s", (name, answer, label) => {
    const turns = [caller("hi"), agent("", use(name, {})), agent("One moment."), caller(answer)];
    expect(labelsOf(turns, [tool(name, {})])[0]).toBe(label);
  });
});

describe("a tool call that did what the caller had said is let stand", () => {
  test.each([
    ["sorry, it's actually four", "good"],
    ["oh I changed my mind, no, four", "good"],
    ["sorry, I said four", "contradicted"],
    ["no, make that four", "contradicted"],
  ])("%s", (answer, label) => {
    const turns = [
      caller("for six"),
      agent("", use("book_table", { party_size: 6 })),
      agent("Booked for six."),
      caller(answer),
    ];
    expect(labelsOf(turns)[0]).toBe(label);
  });

  test("when a balance is doubted that was asked for rightly", () => {
    const turns = [
      caller("account 5312, my balance"),
      agent("", use("bank_balance", { account: "5312" }, { balance: 2372 })),
      agent("Your balance is 2372."),
      caller("oh no that's not right, I should have 15000"),
    ];
    expect(labelsOf(turns, [tool("bank_balance", { account: {} })])[0]).toBe("good");
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
