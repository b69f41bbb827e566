import { age, rating } from "../values/measures.ts";
import { family } from "./family.ts";

/** Numbers of years and of stars. */
export const ratings = {
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
};
