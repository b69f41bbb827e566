import { expect, test } from "vitest";
import { oneTurnCall, type Said } from "../../test/support/one-turn-call.ts";
import type { Call } from "../domain/call.ts";
import { createRedactor } from "./create-redactor.ts";

/** The pieces that must be gone from what was said and from the arguments. Written before the code was tried on them. */
interface Case extends Said {
  readonly gone: readonly string[];
}

const personal: readonly Case[] = [
  // names of many origins, as a recogniser writes them
  { says: "my name is venkatesh subramanian", gone: ["venkatesh", "subramanian"] },
  { says: "hi this is chukwuemeka okonkwo calling", gone: ["chukwuemeka", "okonkwo"] },
  { says: "my name is xiuying zhang", gone: ["xiuying", "zhang"] },
  { says: "yeah it's khalid al rashid", asked: "Can I get your name please?", gone: ["khalid", "rashid"] },
  { says: "my name is zbigniew wojciechowski", gone: ["zbigniew", "wojciechowski"] },
  { says: "my name is thuy linh tran", gone: ["thuy", "linh", "tran"] },
  {
    says: "guadalupe hernandez ortiz",
    asked: "And your full name?",
    gone: ["guadalupe", "hernandez", "ortiz"],
  },
  { says: "my name is mary-jane watson-smythe", gone: ["mary", "jane", "watson", "smythe"] },
  { says: "this is siobhan o'brien", gone: ["siobhan", "brien"] },
  { says: "my name is maria de la cruz", gone: ["maria", "cruz"] },
  { says: "the name is pieter van der berg", gone: ["pieter", "berg"] },
  { says: "it's for a mister fitzwilliam", gone: ["fitzwilliam"] },
  { says: "can i speak to mrs abernathy", gone: ["abernathy"] },
  { says: "my name's dmitri and my last name's volkov", gone: ["dmitri", "volkov"] },
  { says: "first name oluwaseun last name adebayo", gone: ["oluwaseun", "adebayo"] },
  { says: "uh sure um it's uh priyanka", asked: "May I have your first name?", gone: ["priyanka"] },
  { says: "bartholomew", asked: "Who am I speaking with?", gone: ["bartholomew"] },
  { says: "the reservation is under ferreira", gone: ["ferreira"] },
  { says: "i'm calling on behalf of my mother ingrid", gone: ["ingrid"] },
  { says: "my mother's maiden name is Lindqvist", gone: ["Lindqvist"] },
  { says: "it's a surprise for my colleague Tariq", gone: ["Tariq"] },
  // names that are also words
  { says: "my name is will", gone: ["will"] },
  { says: "this is may chen", gone: ["may", "chen"] },
  { says: "my name is hope", gone: ["hope"] },
  { says: "it's rose", asked: "What's your name?", gone: ["rose"] },
  { says: "my name is grace young", gone: ["grace", "young"] },
  { says: "hi my name is frank baker and i need help", gone: ["frank", "baker"] },
  { says: "this is bill long speaking", gone: ["bill", "long"] },
  { says: "chase", asked: "And what is your name?", gone: ["chase"] },
  { says: "summer price", asked: "Your name please?", gone: ["summer", "price"] },
  { says: "it's art king", asked: "Can I have a name for the order?", gone: ["art", "king"] },
  {
    says: "dean cook",
    asked: "Could I get your full name?",
    fields: { customer_name: "Dean Cook" },
    gone: ["dean", "cook"],
  },
  // spelled
  { says: "s m y t h e", asked: "How do you spell your last name?", gone: ["s m y t h e"] },
  {
    says: "that's smyth s as in sam m as in mary y as in yellow t as in tom h as in harry",
    asked: "And your last name?",
    gone: ["smyth", "s as in sam", "yellow"],
  },
  {
    says: "that's smith with a y",
    fields: { last_name: "Smyth" },
    gone: ["smith"],
  },
  { says: "n as in november g u y e n", fields: { last_name: "Nguyen" }, gone: ["g u y e n"] },
  { says: "it's spelled k-a-t-h-r-y-n", fields: { first_name: "Kathryn" }, gone: ["k-a-t-h-r-y-n"] },
  // what only arguments or results reveal
  { says: "zyx qwo", fields: { customer_name: "Zyx Qwo" }, gone: ["zyx", "qwo"] },
  { says: "it's tabytha from before", fields: { customer_name: "Tabytha Quill" }, gone: ["tabytha"] },
  {
    says: "catherine jonson",
    asked: "Your name?",
    fields: { customer_name: "Katherine Johnson" },
    gone: ["catherine", "jonson"],
  },
  {
    says: "my name is steven macintire",
    fields: { customer_name: "Stephen McIntyre" },
    gone: ["steven", "macintire"],
  },
  { says: "thirty one harbour", fields: { address: "31 Harbour Row" }, gone: ["thirty one", "harbour"] },
  { says: "o t t o eleven", fields: { member_id: "OTTO11" }, gone: ["o t t o eleven"] },
  // phones
  { says: "+44 20 7946 0958", gone: ["7946"] },
  { says: "0049 30 901820", asked: "What number can we reach you at?", gone: ["901820"] },
  { says: "it's +91 98765 43210", gone: ["98765 4"] },
  {
    says: "oh seven seven double oh nine hundred one two three",
    asked: "Your mobile number?",
    gone: ["nine hundred one"],
  },
  {
    says: "six one seven triple four oh one nine eight is my number",
    gone: ["six one seven triple four oh one nine eight"],
  },
  {
    says: "you can call me back on two one two five five five nine eight seven six",
    gone: ["nine eight seven six"],
  },
  {
    says: "six four six, seven seven three, twenty two eighteen",
    asked: "Best phone number?",
    gone: ["twenty two eighteen"],
  },
  { says: "my cell's 617 773 2218", gone: ["773 2218"] },
  { says: "it's the number i'm calling from 3125550678", gone: ["0678"] },
  { says: "last four of my phone are 2218", fields: { phone: "6177732218" }, gone: ["2218"] },
  // e-mail
  { says: "j underscore smith 99 at hotmail dot com", gone: ["smith", "99", "hotmail"] },
  { says: "it's maria dot lopez at my school dot edu", gone: ["maria", "lopez"] },
  { says: "b o b at aol dot com", asked: "What's your email?", gone: ["b o b"] },
  { says: "pat.o'neil+bills@protonmail.com", gone: ["neil", "proton"] },
  { says: "first dot last at company dash name dot co dot uk", gone: ["last at company"] },
  // addresses
  {
    says: "twelve forty five north maple",
    asked: "What's the delivery address?",
    gone: ["twelve forty five", "maple"],
  },
  { says: "44 broadway", asked: "What's your address?", gone: ["44"] },
  { says: "12 the crescent", asked: "Where should we deliver?", gone: ["12"] },
  { says: "221b baker", asked: "And the street address?", gone: ["221", "baker"] },
  { says: "i live at nine oh four willow creek drive apartment six", gone: ["nine oh four", "willow"] },
  { says: "it's unit 4, 77 kingsway", asked: "Address please", gone: ["77", "kingsway"] },
  { says: "my address is 5 rue de la paix", gone: ["paix"] },
  { says: "postcode's m1 1ae", gone: ["m1 1ae"] },
  { says: "it's k one a zero b one", asked: "And your postal code?", gone: ["k one a zero b one"] },
  { says: "e c one a one b b", asked: "What's your postcode?", gone: ["e c one a one b b"] },
  // cards and banks
  {
    says: "four one one one, one one one one, one one one one, one one one one",
    asked: "Card number?",
    gone: ["four one one one"],
  },
  {
    says: "fifty four fifty four fifty four fifty four fifty four fifty four fifty four fifty four",
    asked: "What's the card number?",
    gone: ["fifty four fifty four"],
  },
  { says: "DE89 3704 0044 0532 0130 00", gone: ["0532"] },
  { says: "the last four of my social are 6 7 8 9", gone: ["6 7 8 9"] },
  { says: "last four of my ssn is six seven eight nine", gone: ["six seven eight nine"] },
  // dates of birth
  {
    says: "the third of march eighty four",
    asked: "What's your date of birth?",
    gone: ["third of march", "eighty four"],
  },
  { says: "03/14/1984", asked: "Can I have your DOB?", gone: ["03/14/1984"] },
  { says: "march 14th 1984", asked: "And when were you born?", gone: ["14th 1984"] },
  { says: "1984-03-14", asked: "Your birth date?", gone: ["1984-03-14"] },
  {
    says: "march fourteenth nineteen eighty four",
    asked: "Date of birth please",
    gone: ["fourteenth nineteen"],
  },
  {
    says: "oh three fourteen eighty four",
    asked: "What is the patient's date of birth?",
    gone: ["oh three fourteen"],
  },
  { says: "my birthday is july 9", gone: ["july 9"] },
  { says: "i was born on 14 march 84", gone: ["14 march 84"] },
  // the web
  { says: "the link was https://pay.example.com/i/9fK2xQ7LmZ31bTnA04", gone: ["9fK2xQ7LmZ31"] },
  { says: "key AKIAIOSFODNN7EXAMPL1", gone: ["AKIAIOSFODNN7"] },
  { says: "ghp_16C7e42F292c6912E7710c838347Ae178B4a", gone: ["292c6912"] },
  { says: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N", gone: ["dozjgNryP4J3"] },
];

const redactor = createRedactor({ salt: "a salt for tests only" });

test.each(personal)("is gone: $says $fields", ({ gone, ...said }) => {
  const redacted = JSON.stringify(textsOf(redactor.redactCall(oneTurnCall(said)).call));
  for (const piece of gone) expect(redacted).not.toMatch(wordPattern(piece));
});

test.each(personal)("stays as it is when redacted again: $says $fields", (said) => {
  const { call } = redactor.redactCall(oneTurnCall(said));
  expect(redactor.redactCall(call).call).toEqual(call);
});

test("the table has 80 cases or more", () => expect(personal.length).toBeGreaterThanOrEqual(80));

/** The piece as whole words. */
function wordPattern(piece: string): RegExp {
  return new RegExp(`(?<![a-z0-9])${piece.replace(/[^\w\s]/g, "\\$&")}(?![a-z0-9])`, "i");
}

function textsOf({ turns }: Call): unknown[] {
  return turns.slice(1).map((turn) => (turn.role === "agent" ? turn.toolCalls : turn.text));
}
