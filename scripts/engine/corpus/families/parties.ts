import { company, count } from "../values/numbers.ts";
import { family } from "./family.ts";

const peopleNames = `people, guests, party size, persons, passengers, participants, group size, attendees, seats, number of people, head
count, riders, travelers, adults, tickets, how many, number of guests, guest count, num people, people count, players, visitors,
number of seats, pax, party, covers, occupants, members, students, team size, total guests, num guests, ticket count, spots`;

const peopleAsks = `How many people?
For how many?
How many of you will there be?
How many are you?
[And|So] for how many [people|persons|guests]?
How many [people|guests|persons] is that for?
How many will you be?
What's the size of your [group|party]?
How big is your [group|party]?
How many are coming?
How many should I put?
[Sure|Okay|Lovely]. For how many?
Is it just you?
How many [seats|spots|places] do you need?
How many of you?
And the number of [people|guests]?`;

/** How many people. */
export const parties = {
  people: family({
    kind: count(1, 20),
    names: peopleNames,
    asks: peopleAsks,
    gives: `for {v} people
for {v}
{v} of us
party of {v}
{v} persons
{v} people
for {v} of us
for {v} persons
for {v} guests
for a group of {v}
for a party of {v}
a group of {v}
we're {v}
we are {v}
we're {v} people
we'd be {v}
we'll be {v}
there are {v} of us
there will be {v} of us
there'll be {v} people
it's {v} of us
it's {v} people
it's for {v}
it's for {v} people
{v} [seats|places|spots]
with {v} [seats|places|spots]
I need {v} [seats|places|spots]
{v} are coming
{v} in total
{v} altogether
all {v} of us
us {v}
{v} including [me|the kids|my parents]
{v} with the [kids|children]
{v} grown ups
we come with {v} people
we'd like to come with {v}
the number of people is {v}
make it {v} people
about {v} people
around {v} people`,
    tells: `there are {v} of us
{v} people
we're {v}
just {v}
{v} of us
we are {v}
we'll be {v}
we'd be {v}
for {v}
for {v} people
there will be {v} of us
there'll be {v}
it's {v}
it's {v} of us
it's for {v}
that's {v}
that would be {v}
that'd be {v} then
{v} in total
{v} altogether
{v} all in all
{v} persons
{v} guests
{v} including me
{v} with the kids
a group of {v}
a party of {v}
only {v}
{v}, I think
{v}, if everybody comes
{v}, all grown up
let me count, {v}
let's say {v}
say {v}
make it {v}
about {v}
maybe {v}
probably {v}
exactly {v}
{v} are coming
us {v}
well, {v}
oh, {v}
yes, {v}`,
    decoys: `{v} of us, not {d}
we were {d}, now we're {v}
it was for {d}, make it {v} people
{d} can't come, so we're {v} people
{v} instead of {d} people`,
  }),
  company: family({
    kind: company,
    names: peopleNames,
    asks: peopleAsks,
    gives: `for {v}
it's for {v}
it's {v}
it'll be {v}
it would be {v}
that's {v}
it's only {v}
there'll be {v}
that's for {v}
it is going to be {v}
with all of us, that's {v}
so {v}
this time {v}
the guests are {v}
coming are {v}
we come as usual, {v}
in total {v}
and it's {v}
and it's for {v}
that makes {v}
count {v}
please count {v}
you can count {v}
as always {v}
I'd say {v}`,
    tells: `{v}
it's {v}
it'll be {v}
that's {v}
for {v}
it's for {v}
so {v}
well, {v}
oh, {v}
yes, {v}
it will be {v}
it would be {v}
that would be {v}
there'll be {v}
only {v}
I think {v}
let's see, {v}
let me think, {v}
as always {v}
{v} I guess
{v} as far as I know
{v} and nobody else
{v} this time
{v} if that's okay
in total {v}`,
  }),
};
