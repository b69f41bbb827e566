import { expect, test } from "vitest";
import { oneTurnCall } from "../../test/support/one-turn-call.ts";
import { textsOfRow } from "./row-texts.ts";
import { scopeOfRow } from "./scope-of-row.ts";
import { createSecondLook, lookedAt } from "./second-look.ts";

const look = createSecondLook();

test("what is left in a call is seen, in what was said and in arguments", () => {
  const call = oneTurnCall({ says: "call 415-867-5309", fields: { email: "ann@mail.com" } });
  expect(look(lookedAt(call))).toEqual({ personal: { PHONE_NUMBER: 1, EMAIL_ADDRESS: 1 }, ofBusiness: {} });
});

test("the business's own number is its own however it is written; a caller's number in the prompt isn't", () => {
  const own = oneTurnCall({ says: "is it +1 212 736 5000", system: "We are Tony's, (212) 736-5000." });
  expect(look(lookedAt(own))).toEqual({ personal: {}, ofBusiness: { PHONE_NUMBER: 1 } });
  const callers = oneTurnCall({ says: "hello", system: "The caller's number is (212) 736-5000." });
  expect(look(lookedAt(callers)).personal).toEqual({ PHONE_NUMBER: 1 });
});

test("texts of a row are read in any dialect, prompt and tools apart", () => {
  expect(
    textsOfRow({
      tools: [{ function: { name: "t", description: "d" } }],
      conversations: [
        { from: "system", value: "p" },
        { from: "human", value: "h" },
      ],
      messages: [{ role: "tool", tool_call_id: "call_4242424242424242", content: [{ text: "c" }] }],
      phone: 4158675309,
    }),
  ).toEqual({ own: ["t", "d", "system", "p"], others: ["human", "h", "tool", "c", "4158675309"] });
});

test("a row that nests deep is read without running out of stack", () => {
  let row = '"415-867-5309"';
  for (let depth = 0; depth < 5000; depth += 1) row = `[${row}]`;
  expect(textsOfRow(JSON.parse(row)).others).toEqual(["415-867-5309"]);
});

test.each([
  [{ call_id: "a" }, "a"],
  [{ metadata: { session_id: "b" } }, "b"],
  [{ id: "call 7#12" }, "call 7"],
  [{ conversation_id: 7 }, "7"],
  [{ id: "row-1" }, "the whole file"],
  [{}, "the whole file"],
])("%j has the scope %s", (row, scope) => expect(scopeOfRow(row)).toBe(scope));
