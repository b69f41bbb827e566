import { date } from "../values/dates.ts";
import { family } from "./family.ts";

/** First and last days. */
export const periods = {
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
};
