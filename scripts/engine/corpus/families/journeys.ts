import { city } from "../values/places.ts";
import { family } from "./family.ts";

/** Where it starts and where it goes. */
export const journeys = {
  from: family({
    kind: city,
    names: `origin, from, departure city, start, pickup location, leaving from, from city, source, departure, start point, pickup city,
departure airport, from station, origin city, depart from, from location, from where, home airport, start location, departing
from, start station, embark at, from port, outbound from, collection point, sender city`,
    asks: `Where do you start?
From where?
Where are you leaving from?
Where will you be [coming|traveling|setting off] from?
What's the starting point?
[And|So] where from?
From which city?
Which city do you leave from?
Where do you get on?
Where does it start?
Where should we pick [you|it] up?
[Sure|Okay]. From where?
Starting where?
What's your departure city?
Where does the trip begin?
Which station do you leave from?`,
    gives: `from {v}
leaving {v}
leaving from {v}
starting in {v}
starting from {v}
starting out in {v}
out of {v}
departing {v}
departing from {v}
setting off from {v}
I'm coming from {v}
I'd be coming from {v}
coming from {v}
we start in {v}
we start from {v}
we leave from {v}
I leave from {v}
I'd leave from {v}
the start is {v}
the start is in {v}
the trip starts in {v}
it starts in {v}
I'm in {v} now and have to get away from there
flying out of {v}
traveling from {v}
picked up in {v}
pick me up in {v}
pick it up in {v}
all the way from {v}
from {v}, that's where we live
with {v} as the start
{v} is where we start
{v} is the starting point
beginning in {v}
I get on in {v}
boarding in {v}`,
    tells: `I start in {v}
from {v}
I leave from {v}
we start in {v}
we leave from {v}
leaving from {v}
out of {v}
I'm coming from {v}
I'm in {v}
starting in {v}
in {v}
it starts in {v}
{v} is where we start
{v} is the start
the start is {v}
I'd leave from {v}
I live in {v}, so from there
from {v}, please
that would be {v}
I get on in {v}
pick me up in {v}
departing from {v}
we're in {v}
from here, {v}
home, so {v}
yes, from {v}`,
    decoys: `from {v}, not from {d}
I live in {d}, but I leave from {v}
from {v}, not from {d} like last time
not from {d}, I start in {v}`,
  }),
  to: family({
    kind: city,
    names: `destination, to, arrival city, dropoff location, going to, to city, target, end point, drop off, destination city, arrival
airport, to station, to location, to where, arrive at, destination airport, dropoff city, final stop, heading to, deliver city, end
station, target city, travel to, where to, ending in, receiver city`,
    asks: `Where to?
Where do you want to go?
What's the destination?
Where are you [headed|going|traveling|off] to?
[And|So] where to?
To which city?
Where does it go?
Where would you like to [go|travel|end up]?
What's your destination?
Where's the trip going?
Which city are you going to?
[Sure|Okay|Lovely]. Where to?
Going where?
Where do you get off?
Where should we take [you|it]?
Where will you arrive?`,
    gives: `to {v}
going to {v}
towards {v}
ending in {v}
headed to {v}
heading to {v}
heading for {v}
bound for {v}
off to {v}
all the way to {v}
over to {v}
down to {v}
up to {v}
I want to go to {v}
I'd like to get to {v}
I have to be in {v}
I need to get to {v}
we're going to {v}
we want to go to {v}
we're off to {v}
we're traveling to {v}
destination {v}
the destination is {v}
it goes to {v}
it ends in {v}
arriving in {v}
we arrive in {v}
with {v} as the destination
{v} is where we're going
{v} is the destination
{v} is where I have to be
flying to {v}
drop me off in {v}
drop it off in {v}
I get off in {v}
my [sister|brother|mother|office] is in {v}, that's where I'm going`,
    tells: `I go to {v}
to {v}
I want to get to {v}
I want to go to {v}
I'd like to go to {v}
we're going to {v}
we're off to {v}
going to {v}
headed to {v}
heading for {v}
I have to be in {v}
I need to be in {v}
{v} is the destination
{v} is where we're going
the destination is {v}
it ends in {v}
it goes to {v}
all the way to {v}
to {v}, please
that would be {v}
drop me in {v}
I get off in {v}
I'm visiting [family|friends] in {v}
we have [friends|a meeting] in {v}
this time {v}
yes, to {v}`,
    decoys: `to {v}, not to {d}
to {v} and not {d}
not to {d} this time, to {v}
via {d} to {v}
by way of {d} to {v}
past {d} to {v}`,
  }),
};
