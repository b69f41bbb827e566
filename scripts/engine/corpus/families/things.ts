import { item, nonsense } from "../values/words.ts";
import { family } from "./family.ts";

/** Things, and words without a meaning. */
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
  nonsense: family({
    kind: nonsense,
    names:
      "value, field, key, entry, token, tag, data, label, phrase, argument, string, input, parameter, content, item, attribute, property, word, mark, expression",
  }),
};
