import { room } from "../values/places.ts";
import { family } from "./family.ts";

/** A place inside a house. */
export const rooms = {
  room: family({
    kind: room,
    names:
      "room, room number, floor, table, table number, gate, platform, unit, apartment, suite, desk, seat, seat number, lane, bay, locker, aisle, row, box, slot, line, channel, counter, track, stand, cabin, pitch, dock, berth, space",
    asks: `Which {p}?
What's the {p}?
Which {p} are you in?
Which number is it?
[And|So] which {p}?
What {p} is that?
Do you know the {p}?
[Sure|Okay]. Which {p}?
The {p}, please?
Can you see the {p}?
Which {p} is it about?
What {p} were you given?`,
    gives: `{p} {v}
in {p} {v}
at {p} {v}
the {p} is {v}
it's {p} {v}
I'm in {p} {v}
we're in {p} {v}
we're at {p} {v}
for {p} {v}
from {p} {v}
on {p} {v}
near {p} {v}
the one with {p} {v}
my {p} is {v}
our {p} is {v}
they gave us {p} {v}
I was given {p} {v}
it's about {p} {v}
over at {p} {v}
we have {p} {v}
I have {p} {v}
number {v}, that's the {p}
{v} is the {p}
put me in {p} {v}
could it be {p} {v}`,
    tells: `it's {v}
{p} {v}
number {v}
in {v}
we're in {v}
I'm in {v}
at {v}
the {p} is {v}
that's {v}
it says {v}
it says {v} on the door
it's number {v}
I think {v}
we have {v}
I have {v}
they gave us {v}
that would be {v}
it should be {v}
let me look, {v}
on the key it says {v}
yes, {v}
my {p} is {v}
{v}, next to the [stairs|lift|window]
{v}, at the end
{p} number {v}`,
    decoys: `{p} {v}, not {p} {d}
we were in {p} {d}, now it's {p} {v}`,
  }),
};
