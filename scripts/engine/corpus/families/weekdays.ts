import { weekdayName } from "../values/listed.ts";
import { family } from "./family.ts";

/** Days that come every week. */
export const weekdays = {
  weekday: family({
    kind: weekdayName,
    names:
      "weekday, day of week, day, on day, preferred day, which weekday, recurring day, repeat on, week day, every, delivery day, collection day, weekly day, class day",
    asks: `Which day of the week?
On which weekday?
What day of the week [suits you|is best]?
Which day?
[And|So] which day?
On what day?
What's the best day?
[Sure|Okay]. Which weekday?
Every what day?
Which day works best every week?
Do you have a day in mind?
What weekday would you like?`,
    gives: `on {v}
on a {v}
every {v}
on {v}s
{v}
{v}s
always on {v}
each {v}
{v} is best
{v}s are best
preferably on a {v}
ideally {v}
I'm free on {v}s
I have time on {v}s
it should be {v}
it has to be a {v}
let's say {v}
how about {v}s
{v} mornings
{v} evenings
the day is {v}
for {v}
{v} would be good
{v} works
I usually come on {v}s
weekly on {v}`,
    tells: `{v}
{v}s
on {v}
on {v}s
every {v}
{v} is best
{v}s are best
{v} works
{v} would be good
let's say {v}
let's do {v}s
make it {v}
I'd prefer {v}
I'd like {v}s
preferably {v}
maybe {v}
how about {v}
{v} mornings
it's {v}
always {v}
I'm free on {v}s
I'm off on {v}s
any {v}
I think {v}
a {v}`,
    decoys: `{v}, not {d}
not on {d}, on {v}
{d} is full for me, so {v}
rather {v} than {d}`,
  }),
};
