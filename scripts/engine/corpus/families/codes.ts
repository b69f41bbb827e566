import { code } from "../values/codes.ts";
import { family } from "./family.ts";

/** Ids that tools and papers give. */
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
};
