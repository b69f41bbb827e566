import { expect, test } from "vitest";
import { oneTurnCall, type Said } from "../../test/support/one-turn-call.ts";
import type { Call } from "../domain/call.ts";
import { createRedactor } from "./create-redactor.ts";
import { createSecondLook, lookedAt } from "./second-look.ts";

const redactor = createRedactor({ salt: "a salt for tests only" });
const says = "my number is 415 867 5309, I live at 12 Oak Street, my email is maria.g@mail.com";
const personal = /867.?5309|oak street|maria|gonzalez/i;

const lines =
  "- Name: Maria Gonzalez\n- Phone: 415-867-5309\n- Email: maria.g@mail.com\n- Address: 12 Oak Street";
const line = "Maria Gonzalez, phone 415-867-5309, maria.g@mail.com, 12 Oak Street";

// The usual dynamic variables of a prompt.
test.each([
  `Caller information:\n${lines}\n\nOur hours are 9 to 5.`,
  `## Customer\n${lines}`,
  `## Customer\n\n${lines}\n\n## Hours\n9 to 5`,
  `**Caller details**\n${lines.replaceAll("- ", "* ")}`,
  `<customer>\n${lines.replaceAll("- ", "")}\n</customer>`,
  `Caller: ${line}`,
  `You work for Tony's. Caller: ${line}.`,
  `Customer name: Maria Gonzalez\n${lines.replaceAll("- ", "")}`,
  `You are speaking with the following customer:\n${lines}`,
])("what a prompt tells of the caller is the caller's: %j", (system) => {
  const once = redacted({ system: `You work for Tony's, (212) 736-5000.\n\n${system}`, says });
  expect(textOf(once)).not.toMatch(personal);
  expect(once.systemPrompt).toContain("(212) 736-5000");
  expect(redactor.redactCall(once).call).toEqual(once);
});

test("a name that the prompt greets with is the caller's", () => {
  const system = "You are talking to Maria Gonzalez, a returning customer.";
  const call = redacted({
    system,
    says: "this is maria gonzalez",
    fields: { customer_name: "Maria Gonzalez" },
  });
  expect(textOf(call)).not.toMatch(personal);
});

const ours = "Tony's, phone 415-867-5309, at 12 Oak Street, mail maria.g@mail.com";

test.each<Said>([
  { says, system: ours },
  {
    says: "yes",
    system: ours,
    fields: { phone: "4158675309", email: "maria.g@mail.com", address: "12 Oak Street" },
  },
])("what stands in the prompt alone is a caller's who says so or whose argument it is: %j", (said) => {
  expect(textOf(redacted(said))).not.toMatch(personal);
});

test.each<Said>([
  { says: "is your number 415 867 5309", system: ours },
  {
    says: "so it's 12 Oak Street",
    system: `## Customer service\n- Phone: 415-867-5309\n- Address: 12 Oak Street`,
  },
  { says: "ok", system: `Tell the customer:\n- Phone: 415-867-5309` },
  { says: "ok", system: `## Caller\n- Plan: gold\n\n## Shop\n- Phone: 415-867-5309` },
  { says: "ok", system: ours, fields: { transfer_to_phone: "415-867-5309" } },
])("the business's own stays: %j", (said) => {
  expect(textOf(redacted(said))).toBe(textOf(oneTurnCall(said)));
});

test("the business's own stays, though a caller say it, where a tenant's column holds it", () => {
  const call = { ...oneTurnCall({ says: "my number is 415 867 5309" }), tenant: tenant("415-867-5309") };
  expect(textOf(redactor.redactCall(call).call)).toBe(textOf(call));
});

const listing = { doctor: "Lee", phone: "4158675309", address: "12 Oak Street" };

test.each([
  [{ says: "my phone number is 415 867 5309 and I live at 12 Oak Street" }, listing],
  [
    { says: "sure, 415 867 5309", asked: "What's your phone number?" },
    { doctor: "Lee", phone: "4158675309" },
  ],
  [{ says: "yes" }, { ...listing, confirmation: "X1" }],
  [{ says: "yes" }, { ...listing, appointment_id: "X1" }],
])("no result makes a caller's own a business's: %j", (said, result) => {
  expect(textOf(redacted(said, JSON.stringify(result)))).not.toMatch(personal);
});

test("a listing's number stays where a caller asks for it", () => {
  const said = { says: "is their phone 415 867 5309, at 12 Oak Street?" };
  const result = JSON.stringify({ ...listing, restaurant_name: "Lee" });
  expect(textOf(redacted(said, result))).toBe(textOf(withResult(oneTurnCall(said), result)));
});

test.each(["customer_id", "account_id", "reference", "client_ref", "id"])(
  "a number said as the caller's phone is one, though %s hold it",
  (key) => {
    const call = redacted({ says: "my number is 415 555 2671", fields: { [key]: "4155552671" } });
    expect(textOf(call)).not.toMatch(/555.?2671/);
  },
);

test("the second look takes a caller's lines in a prompt for the caller's", () => {
  const look = createSecondLook();
  const call = oneTurnCall({ says: "415-867-5309", system: `Caller information:\n- Phone: 415-867-5309` });
  expect(look(lookedAt(call))).toEqual({ personal: { PHONE_NUMBER: 2 }, ofBusiness: {} });
});

function redacted(said: Said, result: string | null = null): Call {
  return redactor.redactCall(withResult(oneTurnCall(said), result)).call;
}

function withResult(call: Call, result: string | null): Call {
  const turns = call.turns.map((turn) =>
    turn.role === "agent"
      ? { ...turn, toolCalls: turn.toolCalls.map((made) => ({ ...made, result })) }
      : turn,
  );
  return { ...call, turns };
}

function textOf({ systemPrompt, turns }: Call): string {
  return JSON.stringify([systemPrompt, turns]);
}

function tenant(phone: string): Call["tenant"] {
  return { id: "t", columns: { phone } };
}
