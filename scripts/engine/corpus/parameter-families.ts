import { cardNumber, code, digits, phone, postalCode } from "./values/codes.ts";
import { amount, count } from "./values/numbers.ts";
import { date, pastDate, time } from "./values/times.ts";
import type { ValueKind } from "./values/value.ts";
import {
  address,
  choice,
  city,
  email,
  item,
  nonsense,
  person,
  remark,
  street,
  title,
} from "./values/words.ts";

/** A role that a value plays in a tool: what it may be called, how it is asked for and how callers give it. */
export interface ParameterFamily {
  readonly kind: ValueKind;
  /** Names for the parameter, as words. */
  readonly names: readonly string[];
  /** Questions of the agent, beside those with the parameter's own words. */
  readonly asks: readonly string[];
  /** How it hangs on a request: "… for {v}". Empty where only the parameter's own words make it clear. */
  readonly gives: readonly string[];
  /** How it is said as a sentence of its own. */
  readonly tells: readonly string[];
}

type Row = readonly [ValueKind, names: string, asks: string, gives: string, tells: string];

const split = (text: string) => (text === "" ? [] : text.split(/\s*;\s*/));

function family([kind, names, asks, gives, tells]: Row): ParameterFamily {
  return { kind, names: names.split(/,\s*/), asks: split(asks), gives: split(gives), tells: split(tells) };
}

const rows: Readonly<Record<string, Row>> = {
  self: [
    person(0.85),
    "name, full name, customer, client name, client, guest, guest name, caller name, contact name, member, member name, holder, account name, owner, renter, student, booked by, requester, your name, user name, visitor, participant, applicant, who",
    "Who am I talking to?; May I have your name?; And your name, please?; What name should I put down?; Who is it for?",
    "under {v}; the name is {v}; under the name {v}; for {v}; it's for {v}; in the name of {v}",
    "my name is {v}; this is {v}; I'm {v}; {v} is my name; put it under {v}",
  ],
  other: [
    person(0.6),
    "recipient, recipient name, to, contact, addressee, attendee, invitee, payee, receiver, send to, beneficiary, friend, delegate",
    "Who should get it?; Who does it go to?; Which person is it for?",
    "to {v}; for {v}; addressed to {v}; it goes to {v}",
    "it's for {v}; it should go to {v}; {v} gets it",
  ],
  staff: [
    person(0.5),
    "staff, provider, agent name, instructor, stylist, teacher, employee, doctor name, guide, coach, advisor, trainer, assigned to, specialist, host",
    "Who would you like to see?; Do you have somebody in mind?; Which colleague?",
    "with {v}; by {v}; if {v} is free; preferably with {v}",
    "I'd like {v}; I usually see {v}; {v} knows me",
  ],
  phone: [
    phone,
    "phone, phone number, mobile, contact number, callback number, telephone, cell, mobile number, tel, call back to, contact phone, number to call",
    "What number can we reach you on?; Which phone number?; And a number for you?",
    "my number is {v}; you can reach me on {v}; phone {v}; call me on {v}",
    "my number is {v}; it's {v}; you can call {v}; that would be {v}",
  ],
  email: [
    email,
    "email, email address, mail, contact email, e mail, send to email, mail address, recipient email",
    "Which mail address?; Where can we mail it?; What's your email?",
    "my email is {v}; mail it to {v}; to {v}; the address is {v}",
    "my email is {v}; it's {v}; use {v}",
  ],
  address: [
    address,
    "address, street address, location, delivery address, home address, site, service address, venue address, ship to, billing address, where, place",
    "What's the address?; Where is that?; Where should it go?",
    "to {v}; at {v}; the address is {v}; it's at {v}",
    "I live at {v}; the address is {v}; it's {v}; we're at {v}",
  ],
  street: [
    street,
    "street, street name, road",
    "Which street?",
    "on {v}; in {v}",
    "it's {v}; the street is {v}",
  ],
  from: [
    city,
    "origin, from, departure city, start, pickup location, leaving from, from city, source, departure, start point, pickup city",
    "Where do you start?; From where?; Where are you leaving from?",
    "from {v}; leaving {v}; starting in {v}; out of {v}",
    "I start in {v}; from {v}; I leave from {v}",
  ],
  to: [
    city,
    "destination, to, arrival city, dropoff location, going to, to city, target, end point, drop off, destination city",
    "Where to?; Where do you want to go?; What's the destination?",
    "to {v}; going to {v}; towards {v}; ending in {v}",
    "I go to {v}; to {v}; I want to get to {v}",
  ],
  city: [
    city,
    "city, town, location, branch, region, area, place, store, station, site, market, district",
    "Which city?; What town is that?; Which branch?",
    "in {v}; at the {v} branch; near {v}; around {v}",
    "I'm in {v}; it's {v}; the one in {v}",
  ],
  date: [
    date,
    "date, day, when, on, booking date, visit date, event date, scheduled date, for date, requested day, appointment day, on day, service date, preferred date",
    "Which day?; For when?; What day suits you?; When would that be?",
    "on {v}; for {v}; {v}; it should be {v}",
    "{v} would be good; {v} works; make it {v}; how about {v}",
  ],
  startDate: [
    date,
    "start date, from date, check in, arrival, begin date, pickup date, departure date, valid from, arrival date, starts on, first day, outbound date",
    "From which day?; When does it start?; When do you arrive?",
    "from {v}; starting {v}; beginning {v}; as of {v}",
    "it starts {v}; we arrive {v}; from {v}",
  ],
  endDate: [
    date,
    "end date, until, check out, return date, to date, departure, valid until, return day, ends on, last day, due date, deadline, due",
    "Until when?; When does it end?; When do you come back?",
    "until {v}; through {v}; back {v}; till {v}",
    "it ends {v}; we stay until {v}; till {v}",
  ],
  pastDate: [
    pastDate,
    "date of birth, birth date, dob, birthday, born on, purchase date, issue date, joined on, since",
    "",
    "",
    "",
  ],
  time: [
    time,
    "time, at, start time, hour, slot, time slot, pickup time, arrival time, preferred time, starts at, time of day, at time, appointment time",
    "What time?; At what time?; Which time suits you?",
    "at {v}; around {v}; for {v}; about {v}",
    "{v} would be fine; let's say {v}; {v} works for me; at {v}",
  ],
  endTime: [
    time,
    "end time, until time, ends at, close time, return time, latest time, finish",
    "Until what time?; When should it end?",
    "until {v}; till {v}; ending at {v}",
    "until {v}; it ends at {v}",
  ],
  people: [
    count(1, 20),
    "people, guests, party size, persons, passengers, participants, group size, attendees, seats, number of people, head count, riders, travelers, adults, tickets, how many",
    "How many people?; For how many?; How many of you will there be?",
    "for {v} people; for {v}; {v} of us; party of {v}; {v} persons",
    "there are {v} of us; {v} people; we're {v}; just {v}",
  ],
  quantity: [
    count(1, 60),
    "quantity, count, amount of items, number, qty, units, copies, pieces, how many, item count, boxes, packs",
    "How many?; How many would you like?; What quantity?",
    "{v} of them; {v} pieces; {v} times; {v} in total",
    "{v} please; I need {v}; {v} of them",
  ],
  duration: [
    count(1, 30),
    "nights, days, hours, duration, length, weeks, minutes, duration hours, stay, number of nights, months, term, rental days",
    "For how long?; How long?",
    "",
    "",
  ],
  amount: [
    amount,
    "amount, total, price, sum, budget, max price, payment amount, value, tip, limit, donation, deposit, cost, price limit, refund amount, bid",
    "How much?; What amount?; How much should it be?",
    "for {v}; of {v}; {v}; worth {v}",
    "{v}; it's {v}; let's say {v}",
  ],
  code: [
    code,
    "reference, id, code, number, confirmation number, booking reference, case number, tracking number, customer id, account number, ticket id, serial number, policy number, record id, reference number, confirmation code, pnr, member id, invoice number, license plate",
    "What's the number?; Do you have the reference?; Can you read me the number?",
    "number {v}; reference {v}; it's {v}; with code {v}; {v}",
    "it's {v}; the number is {v}; that's {v}; here it is {v}",
  ],
  pin: [
    digits(4),
    "pin, passcode, last four, last four digits, access code, extension, security code, table number, room number, unit",
    "",
    "",
    "",
  ],
  postalCode: [
    postalCode,
    "zip, zip code, postal code, postcode, area code",
    "What's your zip?; Which postal code?",
    "zip {v}; in {v}; postal code {v}",
    "it's {v}; {v} is the zip",
  ],
  card: [
    cardNumber,
    "card number, credit card, card, payment card",
    "Which card?",
    "",
    "the card is {v}; it's {v}",
  ],
  item: [
    item,
    "item, product, title, article, item name, product name, object, thing, service, description, subject, topic, dish, name, query, search, what, keyword, model, type",
    "What would you like?; Which one?; What is it?",
    "a {v}; the {v}; for a {v}; it's a {v}",
    "the {v}; a {v} please; it's a {v}",
  ],
  title: [
    title,
    "title, event, show, movie, song, artist, book, restaurant, venue, brand, event name, course, project, label, company, business name, team, hotel, shop",
    "Which title?; What is it called?; Which one?",
    "called {v}; titled {v}; {v}; it's called {v}",
    "it's called {v}; {v}; the one called {v}",
  ],
  remark: [
    remark,
    "notes, reason, comment, message, details, problem, special requests, issue, description, instructions, remarks, text, body, note, feedback, complaint, summary, cause, content",
    "What happened?; What should I write down?; Can you tell me more?; What is it about?",
    "{v}; because {v}; and {v}",
    "{v}; well {v}; you know {v}",
  ],
  choice: [
    choice,
    "type, category, kind, size, class, level, method, option, plan, service, department, status, priority, format, color, payment method, language, material, style, mode, tier, room type, seat type, topic, channel, shift, genre, section, flavor, team",
    "Which one?; What kind?; Which of them?",
    "{v}; the {v} one; {v} please; make it {v}; in {v}",
    "{v}; the {v} one; {v} please; I'd take {v}",
  ],
  nonsense: [nonsense, "value, field, key, entry, token, tag, data, label, phrase, argument", "", "", ""],
};

export const parameterFamilies: Readonly<Record<string, ParameterFamily>> = Object.fromEntries(
  Object.entries(rows).map(([name, row]) => [name, family(row)]),
);

/** Words that make a parameter a certain one: "billing address", "home phone". */
export const qualifiers =
  "home, work, billing, shipping, pickup, old, new, current, second, alternate, emergency, primary, backup, preferred, previous, contact, business, private, requested, original, updated, main, desired, local, target".split(
    ", ",
  );

/** Questions with the parameter's own words, for any of them. */
export const genericAsks = [
  "What's the {p}?",
  "What is the {p}?",
  "And the {p}?",
  "[Could|Can] you [give|tell] me the {p}?",
  "May I have the {p}?",
  "I [still |]need the {p}[.|, please.]",
  "Which {p}?",
  "What {p} [should I use|do you want|would you like]?",
  "Please tell me the {p}.",
  "[Sure|Okay|Gladly|Alright]. What's the {p}?",
  "Let me have the {p}, please.",
];

export const genericGives = [
  "the {p} is {v}",
  "{p} {v}",
  "with {p} {v}",
  "the {p} should be {v}",
  "use {v} as the {p}",
  "and {p} {v}",
  "set the {p} to {v}",
  "my {p} is {v}",
];

export const genericTells = [
  "{v}",
  "{v}",
  "{v}",
  "it's {v}",
  "that's {v}",
  "the {p} is {v}",
  "oh, {v}",
  "yes, {v}",
  "sure, {v}",
  "{v}, please",
  "{v} I think",
];
