import { amount } from "../values/numbers.ts";
import { family } from "./family.ts";

export const amountFamily = family({
  kind: amount,
  names: `amount, total, price, sum, budget, max price, payment amount, value, tip, limit, donation, deposit, cost, price limit, refund
amount, bid, total amount, max budget, maximum price, min price, payment, transfer amount, amount due, fee, monthly rent, rent, loan
amount, salary, income, offer amount, spending limit, price per night, balance, contribution, down payment, claim amount, invoice
total, discount amount, insured value, estimated value, credit, top up amount, withdrawal, minimum, maximum, premium, hourly rate`,
  asks: `How much?
What amount?
How much should it be?
[And|So] how much?
How much [is it|would you like|do you want to pay]?
What's the [amount|sum]?
Which amount should I put?
What's your budget?
How much money are we talking about?
[Sure|Okay|Lovely]. How much?
Up to how much?
And the amount?
What did it cost?
What sum [would that be|should I enter]?
How much were you thinking of?
For what amount?
What would you like to [pay|spend|give]?
How much was it?`,
  gives: `for {v}
of {v}
{v}
worth {v}
it's {v}
it's about {v}
about {v}
it was {v}
it cost {v}
it costs {v}
at {v}
for about {v}
for around {v}
up to {v}
at most {v}
no more than {v}
not more than {v}
under {v}
below {v}
at least {v}
in the amount of {v}
an amount of {v}
a total of {v}
the total is {v}
the total was {v}
the amount is {v}
the sum is {v}
to the tune of {v}
I have {v} [to spend|left|for it]
my budget is {v}
my limit is {v}
I can spend {v}
I'd spend {v}
I want to [pay|spend|give|put in] {v}
I'd like to [pay|spend|give|put in] {v}
I [paid|spent|gave] {v}
we [paid|spent] {v}
I was charged {v}
they charged me {v}
they took {v}
I owe {v}
I owe you {v}
make it {v}
let's say {v}
say {v}
put {v} [on it|in|down]
{v} [would be fine|is my limit|is the limit]
{v} is what I [paid|owe|have|want to pay]
{v} all in all
{v} in total
exactly {v}
I'd go up to {v}
with {v}
and {v} is the amount
it comes to {v}
it adds up to {v}
the bill says {v}
the invoice says {v}`,
  tells: `{v}
it's {v}
let's say {v}
that's {v}
that would be {v}
that'd be {v} then
it was {v}
it cost {v}
it costs {v}
about {v}
around {v}
up to {v}
at most {v}
no more than {v}
not more than {v}
at least {v}
for {v}
the total is {v}
the total was {v}
the amount is {v}
the sum is {v}
my budget is {v}
my limit is {v}
I can spend {v}
I'd spend {v}
I have {v}
I'd pay {v}
I paid {v}
I want to pay {v}
I'd like to pay {v}
I'd like to give {v}
I was charged {v}
they charged {v}
I owe {v}
make it {v}
say {v}
put {v}
put down {v}
let's make it {v}
let's do {v}
I'd say {v}
I think {v}
maybe {v}
exactly {v}
{v} all in all
{v} in total
{v} is my limit
{v} is fine
{v} should do
{v}, tops
{v}, including everything
it comes to {v}
the bill says {v}
let me see, {v}
hm, {v}
well, {v}
yes, {v}`,
  decoys: `{v}, not {d}
{v} instead of {d}
it should be {v}, they charged {d}
I paid {d} already, now I want to pay {v}
of the {d} I'd like to pay {v}
it said {d} at first, then {v}
not {d}, {v}
last month it was {d}, now {v}`,
});
