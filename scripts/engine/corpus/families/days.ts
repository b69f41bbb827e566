import { date, pastDate } from "../values/dates.ts";
import { weekdayName } from "../values/listed.ts";
import { family } from "./family.ts";

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
  startDate: family({
    kind: date,
    names: `start date, from date, check in, arrival, begin date, pickup date, departure date, valid from, arrival date, starts on,
first day, outbound date, check in date, start, starting, begins, start day, effective date, move in date, effective from, from day,
leave on, depart on, coverage start, period start, hold from, join date, first night, opening date, commence date, since when`,
    asks: `From which day?
When does it start?
When do you arrive?
When should it [start|begin]?
[And|So] starting when?
From when?
What's the first day?
When are you [coming|arriving|leaving]?
What's the start date?
As of when?
Which day do you [arrive|check in|start]?
[Sure|Okay]. From what date?
When would you like to start?
When does it begin?
What day are you leaving?
When do you want it from?`,
    gives: `from {v}
from {v} on
starting {v}
starting from {v}
starting on {v}
beginning {v}
beginning on {v}
as of {v}
effective {v}
to start {v}
it starts {v}
it starts on {v}
it should start {v}
it begins {v}
it begins on {v}
we arrive {v}
we arrive on {v}
we're arriving {v}
I arrive {v}
I get there {v}
we get in {v}
we check in {v}
checking in {v}
arriving {v}
leaving {v}
we leave {v}
we'd leave on {v}
the first day is {v}
the first day would be {v}
the start is {v}
start date {v}
the start date is {v}
{v} is the first day
{v} is when it starts
{v} is when we arrive
{v} onwards
I'd pick it up {v}
picking it up {v}
valid from {v}
with {v} as the start`,
    tells: `it starts {v}
we arrive {v}
from {v}
starting {v}
beginning {v}
as of {v}
it should start {v}
we get there {v}
I arrive {v}
we check in {v}
we're coming {v}
we're leaving {v}
I leave {v}
the first day is {v}
the first day would be {v}
the start is {v}
{v} is the first day
{v} onwards
{v} would be the start
from {v} on
on {v}
it's {v}
it begins {v}
I'd like to start {v}
let's start {v}
let's say {v}
I'd pick it up {v}
{v}, around noon
{v}, in the morning
that would be {v}
{v} works
{v} is good`,
    decoys: `from {v}, not from {d}
it was {d} first, but now we arrive {v}
starting {v} instead of {d}
not from {d}, from {v}`,
  }),
  endDate: family({
    kind: date,
    names: `end date, until, check out, return date, to date, departure, valid until, return day, ends on, last day, due date, deadline,
due, check out date, end, end day, till, through, expiry, expires on, move out date, return on, inbound date, coming back, latest
date, hold until, pause until, coverage end, period end, closing date, last night, ready by, by date, complete by, finish date`,
    asks: `Until when?
When does it end?
When do you come back?
How long until?
[And|So] until when?
What's the last day?
When do you [leave|check out|return]?
When should it [end|stop]?
By when?
Till what day?
When will you be back?
What's the end date?
[Sure|Okay]. Until which day?
Up to what day?
When is it due?
Which day do you [return|bring it back]?`,
    gives: `until {v}
through {v}
back {v}
till {v}
up to {v}
up until {v}
until {v} inclusive
until the end of {v}
by {v}
by {v} at the latest
no later than {v}
before {v} is over
ending {v}
ending on {v}
it ends {v}
it ends on {v}
it should end {v}
we stay until {v}
we're staying until {v}
we stay till {v}
we leave again {v}
we check out {v}
checking out {v}
coming back {v}
we come back {v}
I'm back {v}
I'll be back {v}
returning {v}
we return {v}
and return {v}
the last day is {v}
the last day would be {v}
the end is {v}
end date {v}
the deadline is {v}
due {v}
it's due {v}
it has to be done by {v}
I need it by {v}
{v} is the last day
{v} is when we leave again
I bring it back {v}
bringing it back {v}
valid until {v}`,
    tells: `it ends {v}
we stay until {v}
till {v}
until {v}
through {v}
up to {v}
by {v}
back {v}
we come back {v}
we're back {v}
I'm back {v}
we leave {v}
we check out {v}
we return {v}
I return it {v}
I bring it back {v}
the last day is {v}
the last day would be {v}
the end is {v}
it's due {v}
it should end {v}
{v} is the last day
{v} at the latest
no later than {v}
on {v}
it's {v}
that's {v}
that would be {v}
let's say until {v}
let's say {v}
{v}, in the evening
{v} is enough`,
    decoys: `until {v}, not {d}
not until {d}, only until {v}
we wanted to stay until {d}, but it's {v} now
till {v} instead of {d}`,
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
