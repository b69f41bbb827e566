import { date, pastDate } from "../values/dates.ts";
import { family } from "./family.ts";

/** Days alone. */
export const days = {
  date: family({
    kind: date,
    names: `date, day, when, on, booking date, visit date, event date, scheduled date, for date, requested day, appointment day, on day,
service date, preferred date, target date, travel date, delivery date, day of visit, new date, date of event, meeting date, order
date, pickup day, date requested, desired date, which day, trip date, on date, slot date, date needed, game date, wedding date`,
    asks: `Which day?
For when?
What day suits you?
When would that be?
What day [works|is best|would you like]?
On [what|which] day?
[And|So] when?
When do you want [it|that]?
When would you like [it|to come|that]?
What's the date?
Which date [works|should I put|do you have in mind]?
Do you have a day in mind?
For which [day|date]?
When [is|will] that [be|]?
[Sure|Okay|Lovely]. For what day?
When are you free?
What day are we talking about?
When should that happen?
Any particular day?
And the date?`,
    gives: `on {v}
for {v}
{v}
it should be {v}
it's for {v}
that's {v}
[make|let's make] it {v}
{v} if [possible|you can|that works]
{v} would be [best|good|great|perfect|ideal]
{v} [works|suits me|is fine|is best]
{v} [works|suits] best
preferably {v}
ideally {v}
how about {v}
what about {v}
is {v} okay
would {v} work
does {v} work
can it be {v}
could we do {v}
I was thinking {v}
I was thinking of {v}
we were thinking {v}
I'd like {v}
I'd prefer {v}
I'm free {v}
I have time {v}
I can come {v}
I can make it {v}
I'm off {v}
it has to be {v}
it must be {v}
it needs to be {v}
let's say {v}
say {v}
maybe {v}
the date is {v}
the day is {v}
the date would be {v}
date {v}
sometime {v}
that would be {v}
it's happening {v}
because {v} is my day off
{v} is the day
{v} is when I need it
{v} is when I have time
we'll be there {v}
[and|oh and] it's for {v}
as we said, {v}
if {v} is still free
unless {v} is taken`,
    tells: `{v} would be good
{v} works
make it {v}
how about {v}
what about {v}
maybe {v}
let's say {v}
let's do {v}
let's take {v}
say {v}
on {v}
for {v}
it's {v}
that's {v}
that would be {v}
that'd be {v}
it should be {v}
it has to be {v}
it would be {v}
{v} if [possible|you can|that's okay]
{v} [works|suits me|is fine|is good|is perfect]
{v} [works|is] best
{v} would be [great|fine|perfect|ideal|best]
{v} sounds good
{v}, if you have something
{v}, or is that too late
{v}, does that work
is {v} okay
is {v} free
does {v} work
would {v} be possible
can we do {v}
could it be {v}
preferably {v}
ideally {v}
I'd prefer {v}
I'd like {v}
I'd say {v}
I think {v}
I'm free {v}
I have time {v}
I'm off {v}
I can do {v}
I could come {v}
I can make it {v}
we'd like to come {v}
the date is {v}
put me down for {v}
put {v}
the best day is {v}
{v}, that's my day off
let me look, {v}
let me check my calendar, {v}
hm, {v}
well, {v}
yes, {v}
oh, {v}`,
    decoys: `{v}, not {d}
not {d}, {v}
I know I said {d}, but make it {v}
{d} doesn't work, so {v}
I can't do {d}, but {v} is fine
{d} is too early, rather {v}
I was there {d}, this is for {v}
rather {v} than {d}
{v} instead of {d}
first I thought {d}, but {v} is better`,
  }),
  pastDate: family({
    kind: pastDate,
    names: `date of birth, birth date, dob, birthday, born on, purchase date, issue date, joined on, since, birthdate, date born, bought
on, order date, incident date, issued on, date of purchase, member since, day of birth, loss date, date of incident, built on, hire date`,
    asks: `What's the {p}?
And the {p}?
[Can|Could|May] I [get|have] the {p}?
For [security|verification], what's the {p}?
The {p}, please?
Which day was that?
When was that?
What date was that?
Do you remember the {p}?
To find you, I need the {p}.
[Sure|Okay]. And the {p}?
With day, month and year, please: the {p}?`,
    gives: `{p} {v}
the {p} is {v}
my {p} is {v}
the {p} was {v}
with {p} {v}
the {p} would be {v}
the {p}, {v}
the {p}, that's {v}
for the {p}, {v}
for the {p} it's {v}
and the {p} {v}
and the {p} is {v}
{v} is the {p}
{v} is my {p}
{v} for the {p}
{v}, that's the {p}
if you need the {p}, it's {v}
you'll want the {p}, {v}
the {p} on file should be {v}
the {p} says {v}
as {p} you have {v}
it says {p} {v}
[oh and|also] the {p} is {v}
I have {v} as the {p}
put {v} as the {p}`,
    tells: `it's {v}
it was {v}
{v}
that's {v}
that was {v}
on {v}
it says {v}
I think it was {v}
I think it's {v}
it must have been {v}
let me see, {v}
let me look, {v}
here it says {v}
yes, {v}
sure, {v}
sure, it's {v}
okay, {v}
oh, that was {v}
the date is {v}
the date was {v}
that would be {v}
that must be {v}
should be {v}
{v}, a long time ago
{v}, if I'm not mistaken
{v}, I remember it well
way back, {v}
{v}, I believe`,
    decoys: `the {p} is {v}, not {d}
it says {d} there, but the {p} is {v}`,
  }),
};
