import { describe, expect, test } from "vitest";
import type { Call } from "../domain/call.ts";
import type { JsonObject } from "../lib/json.ts";
import { createRedactor } from "./create-redactor.ts";

/** What is said, what the agent asked before, what the tool got; and the pieces that must be gone everywhere. */
interface Case {
  readonly says: string;
  readonly asked?: string;
  readonly fields?: JsonObject;
  readonly gone: readonly string[];
}

const personal: readonly Case[] = [
  // names that fields reveal
  { says: "it's John Smith", fields: { customer_name: "John Smith" }, gone: ["John", "Smith"] },
  { says: "john smith", fields: { customer_name: "John Smith" }, gone: ["john", "smith", "John"] },
  { says: "JOHN SMITH", fields: { customerName: "John Smith" }, gone: ["JOHN", "SMITH"] },
  { says: "that's for Smith", fields: { last_name: "Smith" }, gone: ["Smith"] },
  { says: "S-M-I-T-H", fields: { customer_name: "John Smith" }, gone: ["S-M-I-T-H", "Smith"] },
  { says: "s m i t h", fields: { customer_name: "John Smith" }, gone: ["s m i t h"] },
  {
    says: "S as in Sam, M as in Mary, I, T as in Tom, H",
    fields: { name: "Smith" },
    gone: ["S as in Sam", "Mary"],
  },
  { says: "k o w a double l", fields: { last_name: "Kowall" }, gone: ["k o w a double l"] },
  { says: "Smith's order please", fields: { customer_name: "Ann Smith" }, gone: ["Smith"] },
  {
    says: "Oluwaseun here, Adeyemi",
    fields: { patient_name: "Oluwaseun Adeyemi" },
    gone: ["Oluwaseun", "Adeyemi"],
  },
  { says: "nguyen thi hoa", fields: { full_name: "Nguyễn Thị Hoa" }, gone: ["nguyen", "hoa", "Nguyễn"] },
  { says: "josé garcía", fields: { caller_name: "Jose Garcia" }, gone: ["josé", "garcía", "Jose"] },
  {
    says: "O'Brien, Siobhan O'Brien",
    fields: { customer_name: "Siobhan O'Brien" },
    gone: ["Brien", "Siobhan"],
  },
  { says: "Maria de la Cruz", fields: { customer_name: "Maria de la Cruz" }, gone: ["Maria", "Cruz"] },
  { says: "我叫李明华", fields: { customer_name: "李明华" }, gone: ["李明华"] },
  { says: "Меня зовут Иван Петров", fields: { customer_name: "Иван Петров" }, gone: ["Иван", "Петров"] },
  { says: "Thanks, Will Chase here", fields: { customer_name: "Will Chase" }, gone: ["Will", "Chase"] },
  { says: "this is Mark", fields: { name: "Mark" }, gone: ["Mark"] },
  { says: "put it under Rose", fields: { customer_name: "Rose Hope" }, gone: ["Rose", "Hope"] },
  { says: "Bill Dean", fields: { full_name: "Bill Dean" }, gone: ["Bill", "Dean"] },
  { says: "it's May", fields: { first_name: "May" }, gone: ["May"] },
  // names that only the talk reveals
  { says: "my name is Tony", gone: ["Tony"] },
  { says: "my name is tony rossi and i need a plumber", gone: ["tony", "rossi"] },
  { says: "my name is Xiomara Quintanilla", gone: ["Xiomara", "Quintanilla"] },
  { says: "Hi, this is Priya Natarajan calling", gone: ["Priya", "Natarajan"] },
  { says: "Tony", asked: "May I have your name?", gone: ["Tony"] },
  { says: "yes its Sarah Brown", asked: "What is your name?", gone: ["Sarah", "Brown"] },
  { says: "my name is Mark and I'm late", gone: ["Mark"] },
  { says: "I'd like to speak with Mrs. Kowalczyk", gone: ["Kowalczyk"] },
  { says: "it's for my husband Carlos", gone: ["Carlos"] },
  { says: "K-O-W-A-L-C-Z-Y-K", asked: "Could you spell your last name?", gone: ["K-O-W-A-L-C-Z-Y-K"] },
  {
    says: "Sara Braun",
    asked: "And your name?",
    fields: { customer_name: "Sarah Brown" },
    gone: ["Sara ", "Braun"],
  },
  // phones
  { says: "415-867-5309", gone: ["867", "5309"] },
  { says: "(415) 867-5309", gone: ["867-5309"] },
  { says: "415.867.5309", gone: ["867.5309"] },
  { says: "my number is 4158675309", gone: ["4158675309"] },
  { says: "+1 415 867 5309", gone: ["867 5309"] },
  { says: "+44 20 7493 4545", gone: ["7493 4545"] },
  { says: "+33 1 44 67 34 00", gone: ["44 67 34"] },
  { says: "07911 123456", asked: "What's your phone number?", gone: ["123456"] },
  { says: "four one five eight six seven five three oh nine", gone: ["eight six seven", "three oh nine"] },
  {
    says: "four one five, eight six seven, fifty three oh nine",
    fields: { phone: "+14158675309" },
    gone: ["eight six seven", "fifty three", "8675309"],
  },
  { says: "five five five double one two three", asked: "Phone number?", gone: ["double one two three"] },
  { says: "it ends in 5309", fields: { phone: "4158675309" }, gone: ["5309"] },
  { says: "867-5309", asked: "Your phone number please?", gone: ["867-5309"] },
  { says: "call me at 867 5309", fields: { callback_number: "4158675309" }, gone: ["867 5309"] },
  {
    says: "eight six seven",
    asked: "And the phone number?",
    fields: { phone: "8675309" },
    gone: ["eight six seven"],
  },
  { says: "my cell is 415 867 5309 ok", fields: { phone: 4158675309 }, gone: ["867 5309", "4158675309"] },
  // e-mail
  { says: "john.smith@gmail.com", gone: ["john", "smith", "gmail"] },
  { says: "j dot smith at gmail dot com", gone: ["smith", "gmail"] },
  { says: "it's jsmith 22 at yahoo dot co dot uk", gone: ["jsmith", "yahoo"] },
  { says: "mary underscore jones at hotmail.com", gone: ["mary", "jones"] },
  { says: "j o h n d o e at gmail dot com", gone: ["j o h n", "gmail"] },
  { says: "kate at outlook", asked: "What's your email?", gone: ["kate"] },
  { says: "send it", fields: { email: "ana-lucia+pizza@correo.es" }, gone: ["lucia", "correo"] },
  // addresses
  { says: "142 Oak Street", gone: ["142", "Oak"] },
  {
    says: "one forty two oak street",
    fields: { address: "142 Oak Street, Apt 3B" },
    gone: ["forty two", "oak", "142"],
  },
  { says: "350 5th Avenue", gone: ["350", "5th"] },
  { says: "twelve twelfth street", fields: { address: "12 12th Street" }, gone: ["twelfth", "12th"] },
  { says: "I live at 742 Evergreen", gone: ["742", "Evergreen"] },
  {
    says: "on Evergreen Terrace",
    fields: { street_address: "742 Evergreen Terrace" },
    gone: ["Evergreen", "742"],
  },
  { says: "Hauptstraße 12", fields: { address: "Hauptstraße 12, 10115 Berlin" }, gone: ["Haupt", "10115"] },
  { says: "12 Rue Daunou", fields: { address: "12 Rue Daunou" }, gone: ["Daunou"] },
  { says: "SW1A 2AA", asked: "What's the postcode?", gone: ["SW1A", "2AA"] },
  { says: "seven eight seven oh one", asked: "And the zip code?", gone: ["seven eight"] },
  { says: "Austin, TX 78701", gone: ["78701"] },
  {
    says: "seven eight seven oh one",
    fields: { zip: "78701", name: "Ann" },
    gone: ["78701", "eight seven oh"],
  },
  // cards, banks, ids
  { says: "4242 4242 4242 4242", gone: ["4242 4242"] },
  { says: "5555555555554444 is my card", gone: ["5555555555554444"] },
  { says: "three seven eight two eight two two four six three one oh oh oh five", gone: ["eight two eight"] },
  { says: "card ending in 4444", fields: { card_number: "5555555555554444" }, gone: ["4444"] },
  { says: "one two three", asked: "And the security code?", gone: ["one two three"] },
  { says: "GB29 NWBK 6016 1331 9268 19", gone: ["NWBK", "6016"] },
  { says: "my account number is 68318931", gone: ["68318931"] },
  { says: "68318931", fields: { AccountNumber: "68318931" }, gone: ["68318931"] },
  { says: "routing 021000021", fields: { routing_number: "021000021" }, gone: ["021000021"] },
  { says: "123-45-6789", gone: ["123-45-6789"] },
  {
    says: "one two three, four five, six seven eight nine",
    asked: "What's your social?",
    gone: ["six seven eight"],
  },
  { says: "AB123456C", gone: ["AB123456C"] },
  { says: "my nhs number is 943 476 5919", gone: ["476 5919"] },
  { says: "my pin is 5380", gone: ["5380"] },
  {
    says: "Poppy",
    asked: "What is your pet name?",
    fields: { SecurityAnswer2: "poppy" },
    gone: ["Poppy", "poppy"],
  },
  { says: "ABC 1234", fields: { member_id: "ABC1234" }, gone: ["ABC"] },
  { says: "plate is 031 NGA", fields: { license_plate: "031 NGA" }, gone: ["031", "NGA"] },
  // dates of birth
  { says: "I was born on March 25th 1998", gone: ["March 25th 1998"] },
  { says: "03/25/1998", asked: "Your date of birth?", gone: ["03/25"] },
  {
    says: "march twenty fifth nineteen ninety eight",
    fields: { dob: "1998-03-25" },
    gone: ["twenty fifth", "1998-03-25"],
  },
  {
    says: "oh three twenty five ninety eight",
    fields: { date_of_birth: "1998-03-25" },
    gone: ["three twenty five"],
  },
  { says: "25/03/1998", fields: { birthdate: "1998-03-25" }, gone: ["25/03"] },
  { says: "08/06/19963", asked: "date of birth?", fields: { DateOfBirth: "08/06/19963" }, gone: ["19963"] },
  // the web
  { says: "https://x.example.com/reset?token=Ab12Cd34Ef56Gh78", gone: ["Ab12Cd34Ef56Gh78"] },
  { says: "use sk-proj-a1B2c3D4e5F6g7H8i9J0k1L2", gone: ["a1B2c3D4e5F6"] },
  { says: "my ip is 81.2.69.142", gone: ["81.2.69.142"] },
];

const business: readonly (Omit<Case, "gone"> & { readonly system?: string })[] = [
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

describe("personal values are gone", () => {
  test.each(personal)("$says $fields", ({ gone, ...given }) => {
    const redacted = JSON.stringify(textsOf(redactor.redactCall(callOf(given)).call));
    for (const piece of gone) expect(redacted).not.toContain(piece);
  });

  test("there are 60 of them or more", () => expect(personal.length).toBeGreaterThanOrEqual(60));
});

describe("business values stay", () => {
  test.each(business)("$says $fields", (given) => {
    const { call } = redactor.redactCall(callOf(given));
    expect(call.turns[1]?.text).toBe(given.says);
  });

  test("there are 60 of them or more", () => expect(business.length).toBeGreaterThanOrEqual(60));
});

describe("redacting twice changes nothing", () => {
  test.each([...personal, ...business])("$says $fields", (given) => {
    const { call } = redactor.redactCall(callOf(given));
    expect(redactor.redactCall(call).call).toEqual(call);
  });
});

function callOf(given: Omit<Case, "gone"> & { readonly system?: string }): Call {
  const toolCall = {
    id: "1",
    name: "save",
    arguments: JSON.stringify(given.fields ?? {}),
    result: null,
    succeeded: null,
  };
  return {
    id: "call-1",
    caller: null,
    tenant: null,
    startedAt: null,
    endedAt: null,
    status: null,
    outcome: null,
    model: null,
    systemPrompt: given.system ?? null,
    tools: null,
    turns: [
      { role: "agent", text: given.asked ?? "How can I help?", toolCalls: [] },
      { role: "caller", text: given.says },
      { role: "agent", text: "One moment.", toolCalls: [toolCall] },
    ],
  };
}

function textsOf({ turns }: Call): unknown[] {
  return turns.slice(1).map((turn) => (turn.role === "agent" ? turn.toolCalls : turn.text));
}
