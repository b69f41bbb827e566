import { time } from "../values/times.ts";
import { family } from "./family.ts";

export const hours = {
  time: family({
    kind: time,
    names: `time, at, start time, hour, slot, time slot, pickup time, arrival time, preferred time, starts at, time of day, at time,
appointment time, begin time, new time, from time, what time, requested time, booking time, delivery time, departure time, visit
time, reminder time, opening time, check in time, meeting time, kick off, clock time, wake up time, desired time, seating time`,
    asks: `What time?
At what time?
Which time suits you?
[And|So] what time?
What time [works|is best|would you like|suits you]?
When exactly?
At which hour?
And the time?
What time of day?
[Sure|Okay|Lovely]. And what time?
What time should I [put|book|note]?
What time do you want to [come|start]?
When on that day?
Do you have a time in mind?
How early or late?
What time are you thinking of?
When do you want to start?
Around what time?`,
    gives: `at {v}
around {v}
for {v}
about {v}
at about {v}
at around {v}
at {v} if [possible|you can|that works]
by {v}
from {v}
from {v} on
starting at {v}
it should be at {v}
it's at {v}
it starts at {v}
it should start at {v}
{v}
{v} would be [best|good|great|perfect|ideal]
{v} [works|suits me|is fine|is best]
preferably at {v}
preferably {v}
ideally at {v}
ideally {v}
let's say {v}
say {v}
say at {v}
let's say at {v}
maybe {v}
maybe at {v}
is {v} okay
would {v} work
does {v} work
could it be at {v}
could it be {v}
can we do {v}
how about {v}
what about {v}
I was thinking {v}
we were thinking of {v}
I'm free at {v}
I can be there at {v}
I could come at {v}
I get off work at {v}
we'll be there at {v}
we'd come at {v}
make it {v}
the time is {v}
the time would be {v}
time {v}
{v} is the time
{v} is when I can come
[and|oh and] it's at {v}
at {v} sharp
at exactly {v}
not before {v}`,
    tells: `{v} would be fine
let's say {v}
{v} works for me
at {v}
{v} works
{v} would be [good|great|perfect|best|ideal]
{v} is [fine|good|perfect|best|okay]
{v} suits me
{v} sounds good
around {v}
about {v}
at around {v}
maybe {v}
maybe around {v}
make it {v}
let's do {v}
let's take {v}
let's say at {v}
say {v}
how about {v}
what about {v}
is {v} okay
does {v} work
is {v} possible
would {v} be free
could it be {v}
can we do {v}
preferably {v}
ideally {v}
ideally at {v}
I'd prefer {v}
I'd like {v}
I'd say {v}
I'd take {v}
I think {v}
it's {v}
it should be {v}
it has to be {v}
that would be {v}
that'd be {v}
for {v}
I can come at {v}
I can be there at {v}
I'm free at {v}
we'll be there at {v}
we could come at {v}
from {v}
{v}, if you have it
{v}, or is that too late
{v}, if that's not too early
{v}, no later
the time is {v}
put {v}
hm, {v}
well, {v}
yes, {v}`,
    decoys: `at {v}, not at {d}
{v} rather than {d}
not {d}, {v}
I can't do {d}, so {v}
{d} is too early, rather {v}
{d} is too late for me, {v} please
instead of {d} I'd like {v}
I said {d}, but {v} is better`,
  }),
  endTime: family({
    kind: time,
    names: `end time, until time, ends at, close time, return time, latest time, finish, to time, until, end hour, till, stop time,
closing time, finish time, no later than, drop off time, check out time, end of slot, back by, leave at`,
    asks: `Until what time?
When should it end?
Till when?
[And|So] until when?
What time does it end?
Up to what time?
When are you done?
How late?
When will you [be back|bring it back]?
[Sure|Okay]. Until what time?
What's the end time?
When does it finish?`,
    gives: `until {v}
till {v}
ending at {v}
up to {v}
to {v}
until about {v}
until around {v}
till about {v}
it ends at {v}
it should end at {v}
it goes until {v}
it goes on until {v}
we stay until {v}
we're done at {v}
finishing at {v}
finished by {v}
back by {v}
back at {v}
no later than {v}
by {v} at the latest
the end is at {v}
the end is {v}
end time {v}
I have to leave at {v}
I have to be out by {v}
over by {v}
{v} is the end
{v} is when it ends`,
    tells: `until {v}
it ends at {v}
till {v}
till about {v}
up to {v}
to {v}
{v}
by {v}
at {v}
we stay until {v}
we're done at {v}
I have to leave at {v}
it should end at {v}
it goes until {v}
the end is at {v}
no later than {v}
{v} at the latest
back by {v}
let's say {v}
let's say until {v}
say until {v}
maybe until {v}
until about {v}
I'd say {v}
{v} should be enough
{v} is fine`,
    decoys: `until {v}, not {d}
not until {d}, just until {v}
it was {d} first, now it ends at {v}`,
  }),
};
