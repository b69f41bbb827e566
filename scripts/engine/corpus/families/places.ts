import { address, city, country, room, street } from "../values/places.ts";
import { family } from "./family.ts";

const addressFamily = family({
  kind: address,
  names: `address, street address, location, delivery address, home address, site, service address, venue address, ship to, billing
address, where, place, full address, address line, shipping address, pickup address, property, property address, mailing address,
residence, work address, office address, job site, drop address, current address, address line 1, house, install address, meeting
point, incident location, pickup point, premises, venue`,
  asks: `What's the address?
Where is that?
Where should it go?
[Can|Could|May] I [get|have] the address?
[And|So] where do you live?
What address [is it|should I put|do you have]?
Which address?
Where [should|do] we [come|go|deliver|send it] to?
Where [exactly |]is it?
What's the street and house number?
Street and number, please?
And your address?
[Sure|Okay|Lovely]. What address is that?
To which address?
Where do you need it?
Where are you located?
Where can we find you?
The exact address, please?`,
  gives: `to {v}
at {v}
the address is {v}
the address's {v}
it's at {v}
my address is {v}
our address is {v}
I live at {v}
we live at {v}
I'm at {v}
we're at {v}
we're located at {v}
I'm over at {v}
the house is at {v}
the place is {v}
the place is at {v}
it's the house at {v}
[deliver|bring|send|ship] it to {v}
[come|drive] to {v}
[bring|take] it over to {v}
it goes to {v}
it should go to {v}
it has to go to {v}
for {v}
for the house at {v}
over at {v}
out at {v}
down at {v}
here at {v}
address {v}
at my place, {v}
to my place, {v}
to our office at {v}
at the corner, {v}
{v} is the address
{v} is where I live
{v} is where it should go
{v} is our [house|place|office]
{v}, that's the address
{v}, that's where we live
you find us at {v}
you'll find the house at {v}
put {v} as the address
use {v} as the address
make it {v}
[and|oh and] the address is {v}
from {v}
we moved to {v}
we just moved to {v}
the new place is {v}`,
  tells: `I live at {v}
we live at {v}
the address is {v}
it's {v}
it is {v}
we're at {v}
I'm at {v}
it's at {v}
at {v}
to {v}
my address is {v}
our address is {v}
that's {v}
that would be {v}
that'd be {v}
the house is at {v}
my place, {v}
at my place, {v}
to my office, {v}
{v} is the address
{v} is where I live
{v}, that's the address
{v}, the [red|white|yellow|big] house
{v}, second door on the [left|right]
{v}, next to the [church|bakery|school|park]
{v}, [ring twice|the bell is broken]
{v}, near the station
come to {v}
bring it to {v}
deliver to {v}
send it to {v}
take it to {v}
please send it to {v}
put {v}
put down {v}
write {v}
use {v}
the new one is {v}
we just moved, it's {v}
as before, {v}
[sure|yes|okay], {v}
[sure|yes|okay], it's {v}
[sure|yes|okay], we're at {v}
you have it, {v}
should be {v}
you find us at {v}`,
  decoys: `to {v}, not to {d}
at {v}, not at {d}
we moved from {d} to {v}
the old address was {d}, now it's {v}
you still have {d}, but we live at {v} now
not {d}, that's the office, it should go to {v}
bill it to {d} if you must, but it goes to {v}`,
});

const cityDecoys = `{v}, not {d}
the one in {v}, not in {d}
I live in {d}, but I mean {v}
I'm calling from {d}, but it's about {v}
not in {d}, in {v}
last time it was {d}, now {v}`;

export const places = {
  address: addressFamily,
  street: family({
    kind: street,
    names:
      "street, street name, road, avenue, street or square, block, address street, crossing, cross street, lane name",
    asks: `Which street?
What street is that?
What's the street called?
[And|So] the street?
On which street is it?
What's the name of the street?
[Can|Could] you tell me the street?
Which road?
[Sure|Okay]. And the street?
What street are you on?
The street, please?
In what street do you live?`,
    gives: `on {v}
in {v}
the street is {v}
the street's called {v}
it's on {v}
it happened on {v}
we're on {v}
I'm on {v}
I live on {v}
I'm standing on {v}
over on {v}
down on {v}
up on {v}
along {v}
just off {v}
the one on {v}
the house on {v}
at the corner of {v}
right on {v}
street name {v}
my street is {v}
our street is {v}
{v} is the street
{v}, that's the street
somewhere on {v}
the road is {v}
near {v}`,
    tells: `it's {v}
the street is {v}
on {v}
in {v}
it's on {v}
I live on {v}
we're on {v}
that's {v}
it's called {v}
the street's called {v}
{v} is the street
{v}, just off the main road
{v}, near the park
the road is {v}
my street is {v}
over on {v}
down on {v}
I think it's {v}
it should be {v}
yes, {v}
oh, {v}
right on {v}
that would be {v}
somewhere on {v}
let me look, {v}`,
    decoys: `on {v}, not on {d}
between the corner of {d} and the park, on {v}
we moved from {d}, now it's {v}`,
  }),
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
  city: family({
    kind: city,
    names: `city, town, location, branch, region, area, place, store, station, site, market, district, city name, office, outlet,
neighborhood, county, province, state, warehouse, depot, home town, where, near, shop location, branch name, zone, base, campus,
dealership, clinic location, store location, nearest branch, municipality, village, hub, terminal`,
    asks: `Which city?
What town is that?
Which branch?
What city are you in?
[And|So] where is that?
Where are you?
In which city?
Which of our [branches|offices|stores]?
Which location [works|is best|do you prefer]?
What's the nearest town?
[Sure|Okay|Lovely]. Which city?
Where would that be?
Where do you need it?
Which town?
For which [city|branch]?
Whereabouts?
Which one is closest to you?`,
    gives: `in {v}
at the {v} [branch|office|store|location]
near {v}
around {v}
the one in {v}
at the one in {v}
close to {v}
somewhere in {v}
somewhere near {v}
I'm in {v}
we're in {v}
I live in {v}
I'm based in {v}
we're based in {v}
it's in {v}
it's for {v}
for {v}
for the {v} [area|branch|office]
in the {v} area
over in {v}
here in {v}
down in {v}
up in {v}
out in {v}
in the city of {v}
in {v} if possible
I'd like it in {v}
preferably in {v}
[your|the] {v} [shop|office|branch]
at your {v} place
I'm calling from {v}
[we'll|I'll] be in {v}
when I'm in {v}
I'm staying in {v}
{v} is the city
{v} is where I am
{v} is closest
{v} would be closest
the city is {v}
the town is {v}
the branch is {v}
town of {v}
within {v}
inside {v}`,
    tells: `I'm in {v}
it's {v}
the one in {v}
in {v}
we're in {v}
I live in {v}
I'm based in {v}
it's in {v}
near {v}
close to {v}
around {v}
the {v} one
the {v} branch
{v} would be [best|good|closest|nearest]
{v} is [closest|nearest|best]
{v} is the city
{v} works [best|for me]
I'd prefer {v}
preferably {v}
for {v}
the city is {v}
the town is {v}
that's {v}
that would be {v}
somewhere in {v}
somewhere around {v}
over in {v}
here in {v}
let's say {v}
make it {v}
I'm calling from {v}
we live in {v}
I moved to {v}
I'll be in {v}
downtown {v}
{v}, do you have something there
{v}, if you have a branch there`,
    decoys: cityDecoys,
  }),
  country: family({
    kind: country,
    names:
      "country, nationality country, country name, destination country, country of residence, home country, from country, to country, issuing country, birth country, shipping country, land",
    asks: `Which country?
What country is that?
In which country?
[And|So] the country?
Which country are you in?
What's the country?
[Sure|Okay]. Which country?
For which country?
And what country would that be?
From which country?
Where in the world is that?
The country, please?`,
    gives: `in {v}
for {v}
the country is {v}
country {v}
it's in {v}
over in {v}
I'm in {v}
we're in {v}
I live in {v}
we live in {v}
I'm calling from {v}
I'm from {v}
we come from {v}
I moved to {v}
somewhere in {v}
all the way in {v}
within {v}
issued in {v}
registered in {v}
{v} is the country
that's {v}, the country
abroad, in {v}
I'm a resident of {v}
my passport is from {v}
back home in {v}`,
    tells: `it's {v}
in {v}
{v} is the country
I'm in {v}
we're in {v}
I live in {v}
from {v}
I'm from {v}
the country is {v}
that's {v}
that would be {v}
over in {v}
it's in {v}
I was born in {v}
my passport is from {v}
for {v}
to {v}
we moved to {v}
I'm calling from {v}
back home in {v}
yes, {v}
{v}, of course
{v}, near the border
I'd say {v}
make it {v}`,
    decoys: `{v}, not {d}
I was born in {d}, but the country is {v}
I live in {v}, though I come from {d}`,
  }),
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
