import { code, plate } from "../values/codes.ts";
import { vehicle } from "../values/words.ts";
import { family } from "./family.ts";

export const codes = {
  code: family({
    kind: code,
    names: `reference, id, code, number, confirmation number, booking reference, case number, tracking number, customer id, account
number, ticket id, serial number, policy number, record id, reference number, confirmation code, pnr, member id, invoice number,
order number, order id, booking id, reservation number, booking number, claim number, ticket number, contract number, file number,
customer number, account id, membership number, loyalty number, device id, item number, sku, part number, product code, voucher code,
promo code, coupon, discount code, batch number, shipment id, parcel number, permit number, job number, work order, request id,
transaction id, receipt number, meter number, employee id, student id, registration number, event id, ref, reservation code,
appointment id, case id, incident number, quote number, subscription id, po number, license number, passport number, docket`,
    asks: `What's the number?
Do you have the reference?
Can you read me the number?
[And|So] the [number|reference]?
[Can|Could|May] I [get|have] the [number|reference]?
What's the [number|reference] on [it|the letter|the mail]?
Which number do you have?
Do you have the number [at hand|there|in front of you]?
It should be on your [papers|receipt|mail]. What does it say?
[Sure|Okay|Gladly]. What's the reference?
To find it I need the number.
Could you read it out to me?
[Please |]read me the [number|code], letter by letter.
What does it say on the [letter|label|bill]?
Under which number?
And which number is it?
What's it filed under?
Which one is it? The number, please.`,
    gives: `number {v}
reference {v}
it's {v}
with code {v}
{v}
it's number {v}
it's the one with {v}
it's the one with number {v}
the number is {v}
the number's {v}
the reference is {v}
my number is {v}
my reference is {v}
the code is {v}
the number on it is {v}
the number on it says {v}
it says {v}
it says {v} on [it|top|the letter|the label|my mail|the receipt]
I have {v}
I have {v} here
I have the number, {v}
I've got {v} written down
here I have {v}
the one ending up as {v}
under {v}
under number {v}
under the number {v}
under reference {v}
filed under {v}
you'll find it under {v}
you can find it under {v}
look it up under {v}
look up {v}
that's {v}
that's number {v}
that's reference {v}
the one called {v}
with the number {v}
with number {v}
with the reference {v}
with reference {v}
reference number {v}
ref {v}
id {v}
code {v}
they gave me {v}
they told me {v}
I was given {v}
you sent me {v}
my mail says {v}
the letter says {v}
{v} is the number
{v} is the reference
{v} is what it says
{v}, that's the number
{v}, that's the one
{v} if you need [it|the number]
if you need the number, it's {v}
in case you need it, {v}
[and|oh and] the number is {v}
for {v}
regarding {v}
concerning {v}
about {v}
it's about {v}`,
    tells: `it's {v}
the number is {v}
that's {v}
here it is {v}
the number's {v}
the reference is {v}
my number is {v}
the code is {v}
number {v}
reference {v}
{v}
it says {v}
it says {v} here
it says {v} on the letter
it reads {v}
I have {v}
I have {v} here
I've got {v}
I see {v}
I see {v} here
I got {v}
they gave me {v}
they sent me {v}
you sent me {v}
one second, {v}
let me look, {v}
let me see, {v}
let me find it, {v}
hold on, {v}
wait, here, {v}
okay, here it is, {v}
okay, {v}
ready? {v}
[yes|sure|of course], {v}
[yes|sure|of course], it's {v}
[yes|sure|of course], the number is {v}
that would be {v}
that'd be {v}
that should be {v}
it should be {v}
I think it's {v}
I think {v}
I hope it's {v}
{v}, if I read that right
{v}, that's all it says
{v}, that's it
{v}, do you see it
{v}, can you find it
{v} is the one
{v} is the number
{v} is what it says
at the top it says {v}
at the bottom it says {v}
on the receipt it's {v}
look for {v}
try {v}
it starts like this, {v}
I'll read it to you, {v}
from the mail, {v}`,
    decoys: `number {v}, not {d}
it's {v}, not {d}
not {d}, that's the other one, {v}
I have two, but I mean {v}, not {d}
{d} is done, now it's about {v}
the old number was {d}, the new one is {v}
{d} was last year's, the number is {v}
don't look at {d}, it's {v}`,
  }),
  plate: family({
    kind: plate,
    names:
      "license plate, plate, plate number, registration, vehicle registration, car plate, number plate, reg, vehicle plate, tag number, vin, truck plate, rego, plates",
    asks: `What's the plate?
What's the license plate?
[And|So] the plate number?
What does the plate say?
[Can|Could] you give me the plate?
Which plate is on it?
[Sure|Okay]. And the registration?
The number plate, please?
What's the registration of the car?
How does the plate read?
Which plate?
Do you know the plate?`,
    gives: `plate {v}
the plate is {v}
the plate's {v}
license plate {v}
with the plate {v}
with plate {v}
the plates are {v}
the plates say {v}
the plate says {v}
the plate reads {v}
the car's plate is {v}
my plate is {v}
my plates are {v}
number plate {v}
registration {v}
the registration is {v}
the reg is {v}
registered as {v}
it's the car with {v}
it's the one with the plate {v}
the car is {v}
{v} is the plate
{v} is on the plate
{v}, that's the plate
[and|oh and] the plate is {v}
on the back it says {v}`,
    tells: `the plate is {v}
it's {v}
it says {v}
it reads {v}
the plate says {v}
the plates are {v}
my plate is {v}
that's {v}
the registration is {v}
the reg is {v}
{v} is the plate
let me look outside, {v}
hold on, {v}
one second, {v}
I think it's {v}
I believe {v}
it should be {v}
plate {v}
license plate {v}
here it is, {v}
on the papers it says {v}
yes, {v}
okay, {v}
sure, {v}
that would be {v}
I never remember it, {v}`,
    decoys: `the plate is {v}, not {d}
the other car is {d}, this one is {v}`,
  }),
  vehicle: family({
    kind: vehicle,
    names:
      "vehicle, car, make, model, make and model, car model, vehicle model, vehicle type, truck, car make, vehicle make, machine, bike model, van, motorcycle, automobile, vehicle description",
    asks: `What kind of car is it?
Which car?
What do you drive?
What make is it?
What make and model?
[And|So] the car?
Which vehicle is it?
What vehicle are we talking about?
[Sure|Okay]. And what kind of vehicle?
What are you driving?
What's the model?
And the make?`,
    gives: `I drive {a}
I'm driving {a}
I have {a}
I've got {a}
I own {a}
we have {a}
it's {a}
it's my {v}
it's for {a}
it's for my {v}
for {a}
for my {v}
for the {v}
with my {v}
the car is {a}
the car's {a}
my car is {a}
the vehicle is {a}
I bought {a}
we bought {a}
it's about my {v}
the {v}
my {v}
our {v}
a used {v}
an old {v}
I come in {a}`,
    tells: `it's {a}
I drive {a}
{a}
{v}
I have {a}
I've got {a}
the {v}
my {v}
it's my {v}
the car is {a}
a used {v}
an old {v}
that's {a}
that would be {a}
it's an old {v}
we have {a}
I'm driving {a}
my car is {a}
the vehicle is {a}
my wife's {v}
my husband's {v}
I think it's {a}
we bought {a}
{a}, a lovely one
{v}, almost new`,
    decoys: `{a}, not {d}
I used to drive {d}, now it's {a}
I sold the {d}, it's about the {v}`,
  }),
};
