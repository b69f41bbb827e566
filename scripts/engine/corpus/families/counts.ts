import { age, measure, percent, rating } from "../values/measures.ts";
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

export const counts = {
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
  age: family({
    kind: age,
    names:
      "age, years old, child age, age of child, driver age, age in years, how old, student age, pet age, rider age, age of driver, patient age, vehicle age, horse age",
    asks: `How old?
What age?
[And|So] how old?
[And|So] the age?
How old [is that|would that be]?
What's the age?
[Sure|Okay]. And the age?
May I ask how old?
How many years?
The age, please?
What age should I put?
How old, roughly?`,
    gives: `{v} years old
aged {v}
age {v}
the age is {v}
[I'm|he's|she's|it's] {v}
[I'm|he's|she's|it's] {v} years old
[he|she|it] is {v} years old
[he|she|it] just turned {v}
[he|she|it] turned {v} last month
[he|she] will be {v} then
at the age of {v}
at {v} years of age
{v} years of age
a {v} year old
for a {v} year old
turning {v}
almost grown up, {v} years old
{v} is the age
with {v} years
already {v} years old
only {v} years old
just {v} years old
over there it says age {v}
put {v} for the age
{v} by now`,
    tells: `{v}
{v} years
{v} years old
[I'm|he's|she's|it's] {v}
[I'm|he's|she's|it's] {v} years old
just turned {v}
turned {v} last week
the age is {v}
already {v}
only {v}
about {v}
almost grown up, {v}
{v}, I think
{v}, soon to be one older
{v} by now
that's {v}
that would be {v}
I'd say {v}
aged {v}
age {v}
{v}, believe it or not
{v}, time flies
oh, {v}
well, {v}
yes, {v}`,
    decoys: `{v} years old, not {d}
{v} years old, the other one is {d}`,
  }),
  percent: family({
    kind: percent,
    names:
      "percent, percentage, discount, share, rate, interest rate, discount percent, tip percent, commission, increase, level percent, battery level, brightness, humidity, margin, down payment percent",
    asks: `What percentage?
How many percent?
[And|So] the percentage?
How much in percent?
What share?
Which percentage [should I put|do you want]?
[Sure|Okay]. What percentage?
What's the rate?
How high should it be?
What percent are we talking about?
How many percent should it be?
The percentage, please?`,
    gives: `{v}
at {v}
of {v}
with {v}
it's {v}
by {v}
to {v}
for {v}
make it {v}
set it to {v}
about {v}
the {p} is {v}
the {p} should be {v}
with a {p} of {v}
a {p} of {v}
at a {p} of {v}
{v} would be fine
{v} should do
they promised me {v}
I was told {v}
up to {v}
around {v}
I'd say {v}
{v} of it
{v} of the whole thing
{v} is what I want`,
    tells: `{v}
it's {v}
about {v}
make it {v}
let's say {v}
at {v}
say {v}
{v} would be fine
{v} should do
{v} is enough
I'd say {v}
I think {v}
they said {v}
that's {v}
that would be {v}
set it to {v}
put {v}
around {v}
up to {v}
maybe {v}
not more than {v}
exactly {v}
{v} of it
well, {v}
yes, {v}`,
    decoys: `{v}, not {d}
from {d} to {v}
{v} instead of {d}`,
  }),
  rating: family({
    kind: rating,
    names:
      "rating, score, stars, satisfaction, grade, points, star rating, satisfaction score, feedback score, mark, nps, review stars, overall rating, pain level, urgency level",
    asks: `How would you rate it?
How many stars?
What score would you give?
On a scale, how was it?
[And|So] how many points?
What rating do you give?
How happy were you, in points?
Your score, please?
[Sure|Okay|Thanks]. And the rating?
What mark would you give us?
How many out of the maximum?
From low to high, what's your rating?`,
    gives: `{v}
I give it {v}
I'd give it {v}
I'd rate it {v}
I rate it {v}
with {v}
it gets {v}
it gets {v} from me
that's {v}
it deserves {v}
it was {v}
{v} from me
rated {v}
a rating of {v}
a solid {v}
my rating is {v}
my score is {v}
the score is {v}
put {v}
make it {v}
no more than {v}
at least {v}
a clear {v}
I'd say {v}
worth {v}`,
    tells: `{v}
I'd give it {v}
I give it {v}
I'd say {v}
it gets {v}
it gets {v} from me
{v} from me
that's {v}
that's {v} from me
let's say {v}
a solid {v}
a clear {v}
make it {v}
put {v}
maybe {v}
at least {v}
definitely {v}
no question, {v}
it was {v}
I'd rate it {v}
I think {v}
hm, {v}
well, {v}
oh, {v}
easily {v}`,
    decoys: `{v}, not {d}
{v}, last time it was {d}
I wanted to give {d}, but let's say {v}`,
  }),
  measure: family({
    kind: measure,
    names:
      "weight, length, height, width, distance, size, depth, area, volume, load, total weight, parcel weight, room size, floor area, mileage, diameter, range, speed, capacity, temperature",
    asks: `How much is it?
What's the {p}?
And the {p}?
Do you know the {p}?
What {p} does it have?
What's the {p}, roughly?
[Sure|Okay]. And the {p}?
How big is it?
Which {p} should I put?
[Can|Could] you tell me the {p}?
The {p}, please?
What would the {p} be?`,
    gives: `the {p} is {v}
with a {p} of {v}
a {p} of {v}
{p} {v}
it's {v}
it has {v}
it's about {v}
about {v}
around {v}
up to {v}
at least {v}
at most {v}
the {p} is about {v}
the {p} would be {v}
the {p} should be {v}
it measures {v}
we measured {v}
I measured {v}
it says {v}
it comes to {v}
roughly {v}
exactly {v}
{v} is the {p}
{v} in {p}
the {p} comes to {v}
I'd guess {v}`,
    tells: `{v}
it's {v}
about {v}
around {v}
roughly {v}
exactly {v}
it's about {v}
I'd say {v}
I think {v}
it says {v}
it has {v}
I measured {v}
we measured {v}
it comes to {v}
the {p} is {v}
that's {v}
that would be {v}
maybe {v}
up to {v}
at least {v}
at most {v}
not more than {v}
let me see, {v}
{v}, give or take
{v}, I believe`,
    decoys: `the {p} is {v}, not {d}
the old one had {d}, this one {v}`,
  }),
};
