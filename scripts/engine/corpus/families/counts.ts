import { count } from "../values/numbers.ts";
import { family } from "./family.ts";

/** How many things, and for how long. */
export const counts = {
  quantity: family({
    kind: count(1, 60),
    names: `quantity, count, amount of items, number, qty, units, copies, pieces, how many, item count, boxes, packs, number of items,
order quantity, number of units, total items, item quantity, bottles, bags, cases, rolls, sets, pairs, crates, pallets, volume, lots,
parcels, packages, number of copies, bundles, portions, servings, cartons, liters, kilos, sheets, credits, points, shares, stock`,
    asks: `How many?
How many would you like?
What quantity?
How many do you [need|want]?
[And|So] how many?
How many of [them|those]?
How many [pieces|units] [is that|do you need]?
What number should I put?
[Sure|Okay|Lovely]. How many?
How many shall I [add|put|send]?
How much of it?
And the quantity?
How many [all in all|in total]?
Just one?
How many are we talking about?`,
    gives: `{v} of them
{v} pieces
{v} times
{v} in total
{v} of those
{v} of these
{v} altogether
{v} units
{v} all in all
I need {v}
I need {v} of them
I'd like {v}
I'd like {v} of those
I want {v}
we need {v}
we'd need {v} of them
I'll take {v}
I'll have {v}
I'd take {v} of them
give me {v}
give me {v} of them
send me {v}
make it {v}
make that {v}
quantity {v}
the quantity is {v}
the number is {v}
it's {v} of them
that's {v} pieces
{v} should be enough
{v} will do
{v} would be enough
{v} to be exact
exactly {v}
about {v} of them
around {v} pieces
at least {v}
put down {v}
put {v} of them on it
and {v} of them`,
    tells: `{v} please
I need {v}
{v} of them
{v}
{v} of those
{v} pieces
{v} in total
{v} altogether
I'd like {v}
I want {v}
I'll take {v}
I'll have {v}
I'd take {v}
we need {v}
we'd like {v}
give me {v}
let me have {v}
make it {v}
make that {v}
let's say {v}
let's do {v}
let's take {v}
say {v}
it's {v}
that's {v}
that would be {v}
that'd be {v} then
{v} should be enough
{v} should do
{v} will do
{v} is enough
{v}, I think
{v}, if you have that many
{v}, no more
just {v}
only {v}
exactly {v}
about {v}
maybe {v}
at least {v}
put {v}
put down {v}
hm, {v}
well, {v}
oh, {v}
yes, {v}`,
    decoys: `{v} of them, not {d}
{v} instead of {d}
last time it was {d}, now {v} of them
not {d}, {v} of them
I have {d} at home, I need {v} more`,
  }),
  duration: family({
    kind: count(1, 30),
    names:
      "nights, days, hours, duration, length, weeks, minutes, duration hours, stay, number of nights, months, term, rental days",
    asks: `For how long?
How long?
[And|So] for how long?
How long [will it be|should it be|do you need it|will you stay]?
How long would you like it?
[Sure|Okay|Lovely]. For how long?
What length?
How much time do you need?
For what length of time?
How long are you staying?
How long should I put?
And how long?`,
  }),
};
