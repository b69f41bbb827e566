import { expect, test } from "vitest";
import { oneTurnCall } from "../../test/support/one-turn-call.ts";
import { createRedactor } from "./create-redactor.ts";
import { findPersonal } from "./find-personal.ts";

const size = 300_000;
const fields = { phone: "4155558888", customer_name: "John Smith", address: "12 Oak Street", pin: "5380" };
const redactor = createRedactor({ salt: "a salt for tests only" });

const texts = {
  digits: "5",
  "digits apart": "5 ",
  "numbers of phones": "415-555-",
  "a@a@a@": "a@",
  addresses: "12 oak street ",
  "e-mails in words": "at gmail dot com ",
  brackets: "((((",
  names: "my name is John Smith ",
  links: "http://a/?token=",
  "spelled letters": "S-",
  months: "may 5 ",
  "words of secrets": "pin 5 ",
  backslashes: "\\",
};

/** Seconds of processor time for a redaction and a second look. */
function secondsFor(text: string): number {
  const start = process.cpuUsage();
  redactor.redactCall(oneTurnCall({ says: text, asked: "Your phone number?", fields }));
  findPersonal(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function repeated(piece: string): string {
  return piece.repeat(Math.ceil(size / piece.length));
}

// A factor for what is really there to be replaced, and for a busy machine; a step that is not linear takes hundreds.
test.each(Object.entries(texts))("%s take no more than a few times as long as talk", (_, piece) => {
  const talk = repeated("I would like two large pizzas for delivery please, and thank you very much. ");
  secondsFor(talk);
  expect(secondsFor(repeated(piece))).toBeLessThan(Math.max(0.5, 15 * secondsFor(talk)));
});
