import { address, street } from "../values/places.ts";
import { family } from "./family.ts";

/** A house and its street. */
export const addresses = {
  address: family({
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
  }),
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
};
