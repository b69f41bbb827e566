import { city, country } from "../values/places.ts";
import { family } from "./family.ts";

const cityDecoys = `{v}, not {d}
the one in {v}, not in {d}
I live in {d}, but I mean {v}
I'm calling from {d}, but it's about {v}
not in {d}, in {v}
last time it was {d}, now {v}`;

/** Places as large as a town or more. */
export const regions = {
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
};
