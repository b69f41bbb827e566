import { expect, test } from "vitest";
import { oneTurnCall, type Said } from "../../test/support/one-turn-call.ts";
import type { Call } from "../domain/call.ts";
import { createRedactor } from "./create-redactor.ts";

/** The pieces that must be gone from what was said and from the arguments. */
interface Case extends Said {
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

const redactor = createRedactor({ salt: "a salt for tests only" });

test.each(personal)("is gone: $says $fields", ({ gone, ...said }) => {
  const redacted = JSON.stringify(textsOf(redactor.redactCall(oneTurnCall(said)).call));
  for (const piece of gone) expect(redacted).not.toContain(piece);
});

test.each(personal)("stays as it is when redacted again: $says $fields", (said) => {
  const { call } = redactor.redactCall(oneTurnCall(said));
  expect(redactor.redactCall(call).call).toEqual(call);
});

test("the table has 60 cases or more", () => expect(personal.length).toBeGreaterThanOrEqual(60));

function textsOf({ turns }: Call): unknown[] {
  return turns.slice(1).map((turn) => (turn.role === "agent" ? turn.toolCalls : turn.text));
}
