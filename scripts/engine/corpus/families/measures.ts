import { measure, percent } from "../values/measures.ts";
import { family } from "./family.ts";

/** Numbers that tell how much or how large. */
export const measures = {
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
