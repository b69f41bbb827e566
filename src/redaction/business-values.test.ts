import { expect, test } from "vitest";
import { oneTurnCall, type Said } from "../../test/support/one-turn-call.ts";
import { createRedactor } from "./create-redactor.ts";

const business: readonly Said[] = [
  // names that are also words
  { says: "Mark it as urgent please", fields: { customer_name: "Mark Lee" } },
  { says: "will you be open? Will it take long?", fields: { customer_name: "Will Stone" } },
  { says: "May I book in May? May 5th or next may", fields: { customer_name: "May Chen" } },
  { says: "a dozen rose petals", fields: { customer_name: "Rose Miller" } },
  { says: "I hope so. Hope you can help", fields: { customer_name: "Hope Diaz" } },
  { says: "put it on the bill", fields: { customer_name: "Bill Young" } },
  { says: "I'll chase it, is that Chase Bank?", fields: { customer_name: "Chase Long", bank: "Chase Bank" } },
  { says: "the dean called", fields: { customer_name: "Dean King" } },
  { says: "grant me a minute", fields: { customer_name: "Grant Hill" } },
  { says: "a green salad and brown rice" },
  { says: "my name is on the list" },
  { says: "this is great" },
  { says: "I'm vegan" },
  { says: "I'm calling about a leak" },
  { says: "it's urgent" },
  { says: "call me back" },
  { says: "for two people" },
  { says: "this is for delivery" },
  { says: "I can't remember", asked: "May I have your name?" },
  { says: "why do you need that?", asked: "May I have your name?" },
  { says: "one large pepperoni", asked: "What's the name of the pizza?" },
  // numbers that are no phones
  { says: "order 5551234" },
  { says: "my order number is 4158675309", fields: { order_id: "4158675309" } },
  { says: "at two thirty" },
  { says: "2 large 14-inch pizzas" },
  { says: "two large, one medium and three cokes" },
  { says: "between 5 and 10 people" },
  { says: "it's $1,250.00" },
  { says: "from 10:30 to 11:45" },
  { says: "24 7" },
  { says: "flight 1234567" },
  { says: "confirmation number 88123456" },
  { says: "a 14 by 20 foot room" },
  { says: "I waited forty five minutes" },
  { says: "item 4158675309", fields: { sku: "4158675309" } },
  { says: "in 2024 and 2025" },
  { says: "two hundred and fifty dollars" },
  { says: "the model is WF45B6300AP", fields: { model: "WF45B6300AP" } },
  // dates that are no births
  { says: "March 25th at 3 pm", fields: { appointment_date: "2026-03-25", dob: "1998-03-25" } },
  { says: "03/25/2026", fields: { date: "2026-03-25" } },
  { says: "the fifth of may works" },
  { says: "next Tuesday the 12th", asked: "Which day?" },
  { says: "December 3rd 2026", asked: "When would you like to come in?" },
  // streets and places that are none
  { says: "two way traffic" },
  { says: "a five minute drive" },
  { says: "I'm on my way" },
  { says: "one square foot" },
  { says: "in Austin, Texas", fields: { city: "Austin" } },
  { says: "the 3rd floor" },
  { says: "what's the place like" },
  { says: "do you come out to 78701", fields: { zip: "78701" } },
  // e-mail that is none
  { says: "meet me at noon dot" },
  { says: "at home" },
  { says: "look at the site pizza dot com" },
  { says: "@everyone" },
  // the business's own
  { says: "is it 12 Main Street?", system: "You work for Tony's Pizza, 12 Main Street, phone 415-867-5309." },
  {
    says: "so I call 415-867-5309?",
    system: "You work for Tony's Pizza, 12 Main Street, phone 415-867-5309.",
  },
  { says: "info@tonys.com right?", system: "Our e-mail is info@tonys.com." },
  { says: "with Dr. Alexis", fields: { doctor_name: "Dr. Alexis", patient_name: "Alexis Wong" } },
  { says: "a Shirley Temple and the Caesar salad", fields: { items: ["Shirley Temple", "Caesar salad"] } },
  { says: "tickets for Ben Harper", fields: { event_name: "Ben Harper" } },
  { says: "Parkside Grille in Portola Valley", fields: { restaurant_name: "Parkside Grille" } },
  { says: "https://tonys.example.com/menu" },
  { says: "version 10.2.1" },
  { says: "the zip file" },
  { says: "pin it to the door" },
  { says: "it's on my account" },
  { says: "the card machine took 2 days" },
];

const redactor = createRedactor({ salt: "a salt for tests only" });

test.each(business)("stays: $says $fields", (said) => {
  const { call } = redactor.redactCall(oneTurnCall(said));
  expect(call.turns[1]?.text).toBe(said.says);
});

test("the table has 60 cases or more", () => expect(business.length).toBeGreaterThanOrEqual(60));
