import { title } from "../values/words.ts";
import { family } from "./family.ts";

/** What something is called. */
export const titles = {
  title: family({
    kind: title,
    names: `title, event, show, movie, song, artist, book, restaurant, venue, brand, event name, course, project, label, company, business
name, team, hotel, shop, course name, class name, book title, movie title, playlist, album, program, workshop name, organization,
school, group name, company name, project name, list name, resort, theater, tour name, series, game, exhibition, magazine, product
line, station name, channel name, plan name, package name, store name, vendor, supplier, employer, airline, bank, file name, heading`,
    asks: `Which title?
What is it called?
Which one?
What's [it|that] called?
What's the title?
What's the name of it?
[And|So] what is it called?
How is it called?
Which one is it?
What name does it have?
What should [it|that] be called?
[Sure|Okay|Lovely]. Which one?
Do you know what it's called?
What's its name?
[Can|Could] you tell me the name of it?
Which one do you mean?
And the title?`,
    gives: `called {v}
titled {v}
{v}
it's called {v}
named {v}
by the name of {v}
by the title {v}
with the title {v}
with the name {v}
under the title {v}
the title is {v}
the name is {v}
the name of it is {v}
the name's {v}
it's {v}
it's for {v}
it's about {v}
for {v}
at {v}
about {v}
the one called {v}
the one named {v}
the one with the name {v}
I mean {v}
I'm talking about {v}
I heard about {v}
I saw {v} on your [site|list|page]
I'd like {v}
I want {v}
I was thinking of {v}
I think it's called {v}
I believe it's called {v}
it goes by {v}
it goes by the name of {v}
everybody calls it {v}
we call it {v}
we named it {v}
call it {v}
name it {v}
it should be called {v}
it should say {v}
that's {v}
that would be {v}
it says {v}
it says {v} on it
write {v} on it
put {v} on it
{v} is the name
{v} is the title
{v} is what it's called
{v} is the one
{v}, that's the name
{v}, that's what it's called
[and|oh and] it's called {v}
from {v}
something called {v}`,
    tells: `it's called {v}
{v}
the one called {v}
the title is {v}
the name is {v}
the name's {v}
it's {v}
that's {v}
that would be {v}
that'd be {v}
{v} is the name
{v} is the title
{v} is the one
{v} is what it's called
{v}, that's the name
{v}, I think
{v}, if I remember right
{v}, have you heard of it
{v}, do you know it
{v}, it's new
I think it's called {v}
I believe it's {v}
I mean {v}
I want {v}
I'd like {v}
I'd say {v}
I'd take {v}
call it {v}
name it {v}
we call it {v}
it goes by {v}
everybody calls it {v}
it should be called {v}
it should say {v}
it says {v}
something called {v}
the one named {v}
put {v}
put down {v}
write {v}
let's call it {v}
let's say {v}
let's take {v}
simply {v}
just {v}
for {v}
at {v}
about {v}
you know, {v}
hm, {v}
well, {v}
oh, {v}
yes, {v}`,
    decoys: `{v}, not {d}
not {d}, the one called {v}
it used to be called {d}, now it's {v}
I've been to {d}, now I'd like {v}
{v} instead of {d}
{d} is full, so {v}`,
  }),
};
