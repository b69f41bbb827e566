import { expect, test } from "vitest";
import { bareCall } from "../../test/support/one-turn-call.ts";
import type { Call } from "../domain/call.ts";
import type { JsonObject } from "../lib/json.ts";
import { createRedactor } from "./create-redactor.ts";

/** What a trial user saw left over, broken, or touched though it is the business's. */
interface Case {
  readonly caller?: string;
  readonly agent?: string;
  readonly result?: string;
  readonly fields?: JsonObject;
  readonly gone?: readonly string[];
  readonly stays?: readonly string[];
}

const cases: readonly Case[] = [
  // initials
  {
    fields: { customer_name: "Sarah Okonkwo" },
    result: "Order for S. Okonkwo",
    agent: "done, S. Okonkwo",
    gone: ["S. ", "Okonkwo"],
  },
  { fields: { customer_name: "Priya Venkat" }, agent: "Thanks, Priya V.", gone: ["Priya", " V."] },
  { fields: { customer_name: "Priya Venkat" }, caller: "Priya I have a question", stays: [" I have"] },
  // known names used as names
  {
    fields: { customer_name: "Mark Delgado" },
    agent: "Mark will call you. Mark can do it.",
    gone: ["Mark"],
  },
  { fields: { customer_name: "Rose Bill" }, agent: "Rose's bill.", gone: ["Rose"], stays: [" bill."] },
  {
    fields: { customer_name: "April June" },
    agent: "Booked April 12th, April.",
    gone: [", April."],
    stays: ["April 12th"],
  },
  {
    fields: { customer_name: "Will May" },
    agent: "Will, may I have that?",
    gone: ["Will"],
    stays: ["may I"],
  },
  { fields: { customer_name: "Will May" }, agent: "It is booked for May 5th.", stays: ["May 5th"] },
  { fields: { customer_name: "Mark Delgado" }, caller: "Thanks, mark it.", stays: ["mark it"] },
  {
    fields: { customer_name: "Chase Dawson" },
    caller: "This is Chase at Chase Bank, about my Chase account.",
    gone: ["is Chase"],
    stays: ["Chase Bank", "Chase account"],
  },
  // the same word twice
  { fields: { customer_name: "Dean Dean", reason: "Dean Dean, needs billing" }, gone: ["Dean"] },
  { fields: { customer_name: "Dean Dean" }, caller: "Dean Dean here", gone: ["Dean"] },
  // names that only a free text holds
  {
    fields: { reason: "Customer Tamika Washington wants billing" },
    agent: "Transferring you, Tamika.",
    gone: ["Tamika", "Washington"],
  },
  { fields: { customer_name: "Tamika Washington" }, caller: "tamika angry", gone: ["tamika"] },
  { caller: "leave it with my neighbor Faith at number 79", gone: ["Faith"] },
  {
    fields: { reason: "Customer Service Desk", note: "Guest Room Upgrade" },
    stays: ["Service Desk", "Room Up"],
  },
  // postal codes as they are said
  { fields: { postcode: "BT9 6SJ" }, caller: "it's bee tee nine six ess jay", gone: ["bee tee nine six"] },
  { fields: { postcode: "M1 4BT" }, caller: "so that's em one four bee tee", gone: ["em one four"] },
  {
    fields: { postcode: "M1 4BT" },
    caller: "m for mother one four b for bravo t for tango",
    gone: ["mother", "bravo", "tango"],
  },
  { fields: { postcode: "SW1A 2AA" }, caller: "s w one a two double a", gone: ["s w one", "double a"] },
  // dates of birth
  {
    fields: { dob: "1988-02-01" },
    caller: "born the first of the second eighty eight",
    gone: ["first of the second"],
  },
  { fields: { dob: "1988-03-02" }, agent: "third of February or March 2?", gone: ["February", "March 2?"] },
  { fields: { dob: "1988-03-02" }, caller: "march second", gone: ["march second"] },
  {
    fields: { dob: "1988-03-02" },
    caller: "can you book me a table on march second at seven",
    stays: ["march second"],
  },
  // names heard otherwise
  { fields: { name: "Katelyn McDonagh" }, agent: "Kaitlin McDonough?", gone: ["Kaitlin", "McDonough"] },
  { fields: { name: "Katelyn McDonagh" }, caller: "no, Caitlyn MacDonagh", gone: ["Caitlyn", "MacDonagh"] },
  { fields: { name: "Sarah Okonkwo" }, agent: "Thank you, Ms. O'Conquo", gone: ["Conquo"] },
  { fields: { name: "Jonathan Reed" }, caller: "johnathan yes", gone: ["johnathan"] },
  { fields: { name: "Jonathan Reed" }, caller: "yes that would be for johnathan", gone: ["johnathan"] },
  // phones in part
  { fields: { phone: "4155552278" }, result: "sent to ***-***-2278", gone: ["2278"] },
  { fields: { phone: "4155554536" }, agent: "The one ending 4536?", gone: ["4536"] },
];

test.each(cases)("a user's case: $caller $agent $fields", ({ gone = [], stays = [], ...said }) => {
  const texts = redacted(said);
  for (const piece of gone) expect(texts).not.toContain(piece);
  for (const piece of stays) expect(texts).toContain(piece);
});

test.each(cases)("stays as it is when redacted again: $caller $agent $fields", (said) => {
  const { call } = redactor.redactCall(callOf(said));
  expect(redactor.redactCall(call).call).toEqual(call);
});

test("an initial is the surrogate's wherever it stands", () => {
  const fields = { customer_name: "J. R. O'Ulwyke", spouse_name: "Jane Ulwyke" };
  const { turns } = redactor.redactCall(callOf({ agent: "For J. R. O'Ulwyke.", fields })).call;
  const name = argumentOf(turns, "customer_name");
  expect(turns[1]?.text).toBe(`For ${name}.`);
});

test("a day said with its month's name is the argument's, whatever order that is written in", () => {
  const said = { caller: "I was born on the 12th of July 1990", fields: { dob: "12/07/1990" } };
  const { turns } = redactor.redactCall(callOf(said)).call;
  const [, day, month, year] = /the (\d+).. of (\w+) (\d+)/.exec(turns[0]?.text ?? "") ?? [];
  const [first, second, last] = argumentOf(turns, "dob").split("/");
  expect(new Date(`${month} ${day} ${year}`)).toEqual(new Date(`${first}/${second}/${last}`));
});

test.each([
  ["Smith, S M I T H", "John Smith"],
  ["s m y t h", "Ann Smyth"],
  ["my last name is spelled s m i t h", "Ann Smyth"],
  ["my last name is Smyth", "Ann Smith"],
  ["my name is ann mcdonough", "Ann McDonagh"],
  ["O-K-O-N-K-W-O", "Sarah Okonkwo"],
])("'%s' holds the surrogate of %s", (caller, name) => {
  const { turns } = redactor.redactCall(callOf({ caller, fields: { customer_name: name } })).call;
  const spelled = turns[0]?.text.replace(/[^a-z]/gi, "").toLowerCase() ?? "";
  expect(spelled).toContain(argumentOf(turns, "customer_name").split(" ")[1]?.toLowerCase());
});

test("a postal code is said in the way it was said", () => {
  const spoken = ["bee tee nine six ess jay", "b for bravo t for tango nine six ess jay"];
  const codes = spoken.map((caller) => {
    const { turns } = redactor.redactCall(callOf({ caller, fields: { postcode: "BT9 6SJ" } })).call;
    expect(argumentOf(turns, "postcode")).toMatch(/^Q[A-Z]\d \d[A-Z]{2}$/);
    return turns[0]?.text;
  });
  expect(codes[0]).toMatch(/^cue [a-z-]+ [a-z]+ [a-z]+ [a-z-]+ [a-z-]+$/);
  expect(codes[1]).toMatch(/^q for quebec ([a-z]) for \1[a-z]+ [a-z]+ [a-z]+ [a-z-]+ [a-z-]+$/);
});

function argumentOf(turns: Call["turns"], key: string): string {
  const made = turns.at(-1);
  return made?.role === "agent" ? JSON.parse(made.toolCalls[0]?.arguments ?? "")[key] : "";
}

const redactor = createRedactor({ salt: "a salt for tests only" });

function redacted(said: Case): string {
  const { turns } = redactor.redactCall(callOf(said)).call;
  return JSON.stringify(
    turns.map((turn) => (turn.role === "agent" ? [turn.text, turn.toolCalls] : turn.text)),
  );
}

function callOf({ caller = "", agent = "", fields = {}, result }: Case): Call {
  const toolCall = {
    id: "1",
    name: "save",
    arguments: JSON.stringify(fields),
    result: result ?? null,
    succeeded: null,
  };
  return {
    ...bareCall,
    turns: [
      { role: "caller", text: caller },
      { role: "agent", text: agent, toolCalls: [] },
      { role: "agent", text: "One moment.", toolCalls: [toolCall] },
    ],
  };
}
