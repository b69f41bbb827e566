import { item, nonsense, remark, title } from "../values/words.ts";
import { family } from "./family.ts";

export const things = {
  item: family({
    kind: item,
    names: `item, product, title, article, item name, product name, object, thing, service, description, subject, topic, dish, name,
query, search, what, keyword, model, type, search term, item description, goods, product type, contents, equipment, part, tool,
device, gift, accessory, service name, service type, merchandise, search query, interest, category name, interested in, looking for,
wish, requested item, replacement, material, supply, spare part, commodity, what for, activity, instrument, treatment, meal, drink`,
    asks: `What would you like?
Which one?
What is it?
What do you need?
[And|So] what is it?
What exactly?
What are you looking for?
Which [item|product|article] is it?
What should I put down?
What was it again?
[Sure|Okay|Lovely]. What would you like?
What can I get you?
What kind of thing is it?
What is it you want?
What is it about?
Could you tell me what it is?
What do you have in mind?
And for what?`,
    gives: `{a}
the {v}
for {a}
it's {a}
it's the {v}
it's about {a}
it's about the {v}
I need {a}
I'd like {a}
I'd like the {v}
I want {a}
I'm looking for {a}
I was looking for {a}
I'm after {a}
I'm interested in {a}
I was thinking of {a}
I was thinking about {a}
I mean the {v}
I'm talking about the {v}
namely {a}
that would be {a}
that's {a}
some kind of {v}
something like {a}
like {a}
with {a}
a nice {v}
one {v}
one of your {v}
the one with the {v}
let me have {a}
let me get {a}
give me {a}
get me {a}
I'll take {a}
I'll have {a}
we need {a}
we want {a}
my {v}
our {v}
it was {a}
it used to be {a}
a certain {v}
{a} would be great
{a} would be nice
{a} is what I need
{a} is what I want
{v} is what it's called
if you have {a}
do you have {a}
have you got {a}
[and|oh and] it's {a}
put down {v}
put {v} [down|on it|on the list]
write {v}`,
    tells: `the {v}
{a} please
it's {a}
{v}
{a}
{v} please
the {v} please
it's the {v}
it's for {a}
it's about {a}
I need {a}
I'd like {a}
I'd like the {v}
I want {a}
I want the {v}
I'm looking for {a}
I'm after {a}
I'm interested in {a}
I was thinking of {a}
I mean the {v}
let me have {a}
let me get {a}
give me {a}
get me {a}
can I have {a}
could I get {a}
do you have {a}
I'll take {a}
I'll take the {v}
I'll have {a}
I'll go with the {v}
I'll go for {a}
let's take the {v}
let's say {a}
maybe {a}
maybe the {v}
a nice {v}
some {v}
that's {a}
that would be {a}
that'd be {a}
something like {a}
a kind of {v}
my {v}
our {v}
we need {a}
{a} would be great
{a}, if you have one
{a}, I think
{a}, nothing special
{v}, [like|as] last time
hm, {a}
well, {a}
yes, the {v}
oh, {a}`,
    decoys: `the {v}, not the {d}
{a} instead of {d}
not the {d}, the {v}
I already have {d}, I need {a}
last time it was {d}, now {a}
rather {a} than {d}`,
  }),
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
  remark: family({
    kind: remark,
    names: `notes, reason, comment, message, details, problem, special requests, issue, description, instructions, remarks, text, body,
note, feedback, complaint, summary, cause, content, special request, additional notes, symptoms, issue description, problem
description, reason for call, request details, delivery instructions, extra info, explanation, question, concern, wishes, subject,
message text, observation, damage, requirements, special needs, allergies, comments, reason code text, background, memo, purpose,
preferences, damage description, what happened, report, situation, request, topic, agenda, caption`,
    asks: `What happened?
What should I write down?
Can you tell me more?
What is it about?
What's the [problem|matter|reason]?
[And|So] what's the matter?
What seems to be the [problem|trouble|issue]?
Why is that?
May I ask why?
What's wrong with it?
What should I [note|tell them|pass on]?
Could you describe [it|the problem]?
What can I note?
Anything [we should know|I should write down]?
[Sure|Okay|I see]. What's the reason?
Please tell me what happened.
In a few words, what is it?
What shall I put as the reason?
What exactly is going on?
What would you like to tell us?`,
    gives: `{v}
because {v}
and {v}
since {v}
as {v}
the thing is {v}
the problem is {v}
the problem is that {v}
the reason is {v}
the reason is that {v}
the issue is {v}
the trouble is {v}
it's because {v}
it's just that {v}
that's because {v}
because you see {v}
you see, {v}
you know, {v}
I'm calling because {v}
please note that {v}
please note, {v}
please write that {v}
please write down that {v}
write down {v}
note down {v}
note that {v}
make a note, {v}
make a note that {v}
put a note that {v}
put in the notes that {v}
add a note that {v}
with the note {v}
with the remark {v}
with a note saying {v}
you should know that {v}
you should know, {v}
they should know that {v}
tell them {v}
tell them that {v}
let them know {v}
let them know that {v}
say that {v}
it should say {v}
what happened is {v}
what happened is that {v}
what's wrong is {v}
I noticed that {v}
I have to tell you, {v}
I'm afraid {v}
unfortunately {v}
sadly {v}
by the way, {v}
also {v}
oh and {v}
one more thing, {v}
for the notes, {v}
just so you know, {v}
and don't forget, {v}
and keep in mind, {v}
{v}, that's why
{v}, that's the reason
{v}, that's the problem
{v}, put that in the notes`,
    tells: `{v}
well {v}
you know {v}
because {v}
the problem is {v}
the problem is that {v}
the thing is {v}
the thing is that {v}
the reason is {v}
the reason is that {v}
the issue is that {v}
the trouble is {v}
it's because {v}
it's just that {v}
that's because {v}
since {v}
you see, {v}
I'm afraid {v}
unfortunately {v}
sadly {v}
I noticed that {v}
I think {v}
I believe {v}
I'd say {v}
what happened is {v}
what happened is that {v}
please write that {v}
please write down {v}
write {v}
write down that {v}
note that {v}
put {v}
put that {v}
say {v}
say that {v}
tell them {v}
tell them that {v}
let them know that {v}
they should know that {v}
just that {v}
simply that {v}
only that {v}
basically {v}
long story short, {v}
to make it short, {v}
to be honest, {v}
how should I say, {v}
let me explain, {v}
it's a bit embarrassing, {v}
[yes|sure|okay], {v}
[oh|hm|well], {v}
{v}, that's all
{v}, that's it
{v}, that's why
{v}, that's the problem
{v}, nothing more`,
  }),
  nonsense: family({
    kind: nonsense,
    names:
      "value, field, key, entry, token, tag, data, label, phrase, argument, string, input, parameter, content, item, attribute, property, word, mark, expression",
  }),
};
