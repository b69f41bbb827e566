import { commaList, lines } from "../words/list.ts";

/* How lists, switches and lengths of time are named, asked for and given. */

export const itemAsks = lines(`What would you like?
[What|Which ones] should I [put down|add]?
What can I get you?
What do you need?
What should it be?
[And|So] what would you like?
What goes [on|in] it?
Which ones would you like?
[Sure|Okay|Lovely]. What would you like?
Go ahead, what do you need?
What are you having?
Please tell me [what you'd like|what to put on the list].
Could you list them for me?
What's on your list?
Which ones, please?
What's the {p}?
What are the {p}?
And the {p}?`);

export const itemTells = lines(`{v}
{v} please
I'll have {v}
I need {v}
let me get {v}
{v} would be great
{v}
I'd like {v}
I want {v}
I'll take {v}
we need {v}
we'd like {v}
we'll have {v}
let me have {v}
can I have {v}
can I get {v}
could I get {v}
give me {v}
get me {v}
make it {v}
make that {v}
let's do {v}
let's see, {v}
let me think, {v}
I think {v}
I'd say {v}
{v} then
{v}, that's all
{v}, that's it
{v}, thanks
{v}, I think
just {v}
only {v}
maybe {v}
put down {v}
put {v} on it
add {v}
so {v}
okay, {v}
well, {v}
hm, {v}
yes, {v}
that would be {v}
for me {v}
today {v}
this time {v}`);

export const itemGives = lines(`{v}
namely {v}
that's {v}
I need {v}
I'd like {v}
I want {v}
we need {v}
we'd like {v}
I'll take {v}
I'll have {v}
give me {v}
get me {v}
let me have {v}
let me get {v}
it's {v}
it's for {v}
with {v}
so {v}
please add {v}
add {v}
put {v} on it
put {v} on the list
put down {v}
and {v}
make it {v}
make that {v}
as follows, {v}
on the list there's {v}
{v} would be great
{v}, that's all
{v}, that's the whole list
{v}, nothing else
what I need is {v}
all I need is {v}
the list is {v}
it should be {v}`);

export const itemNames = commaList(
  `items, order items, products, lines, articles, goods, list, order lines, entries, line items, basket, cart items, positions, order
details, things, cart, contents, item list, order list, shopping list, parts, supplies, product list, purchases`,
);

export const wordNames = commaList(
  `extras, options, tags, features, ingredients, names, topics, parts, toppings, add ons, preferences, interests, categories, amenities,
accessories, keywords, equipment, materials, skills, symptoms, services, colors, flavors, allergies, requirements, labels, subjects`,
);

export const wordGives = lines(`with {v}
{p} {v}
and {v}
including {v}
along with {v}
together with {v}
plus {v}
I'd like {v} with it
with {v} please
the {p} are {v}
the {p} should be {v}
as {p} {v}
for the {p} {v}
it should have {v}
it must have {v}
I need {v}
{v} on top
{v} as well
{v} for the {p}
and for the {p} {v}
make sure it has {v}
and please {v}
oh and {v}
it comes with {v}
{v} as the {p}`);

export const objectNames = commaList(
  `address, contact, place, details, location, destination, person, target, entry, site, contact details, customer, sender, receiver,
home, origin, product, owner, venue, reference, contact person, info`,
);

export const switchNames = lines(`{t}
{t}
with {t}
include {t}
needs {t}
has {t}
add {t}
wants {t}
{t} wanted
{t} needed
{t} requested
is {t}
want {t}
{t} required
{t} included`);

export const switchAsks = lines(`Do you [want|need] {t}?
With {t}?
Should I add {t}?
Would you like {t}?
[And|So] with {t}?
Do you want {t} with that?
Would you like {t} as well?
Shall I put {t} on it?
Do you need {t} for that?
[And|How about] {t}?
What about {t}?
Is {t} [needed|wanted|something you'd like]?
With or without {t}?
{t}, yes or no?
Should it come with {t}?
May I add {t}?`);

export const durationNames = lines(`{u}
{u}
number of {u}
duration {u}
length in {u}
total {u}
{u} needed
num {u}
duration in {u}
how many {u}
{u} count
length {u}
rental {u}
for {u}`);

export const durationGives = lines(`for {v}
{v}
lasting {v}
staying {v}
it lasts {v}
it takes {v}
it should take {v}
for about {v}
about {v}
for around {v}
for a total of {v}
over {v}
during {v}
[for|at] least {v}
for at most {v}
up to {v}
we stay {v}
we're staying {v}
we'd stay for {v}
we'll be there for {v}
I need it for {v}
I'd need it for {v}
I'd keep it for {v}
I'll be gone for {v}
the length is {v}
it's {v}
it's for {v}
it should be {v}
make it {v}
{v} in total
{v} altogether
{v} should be enough
{v} would be enough
{v} long
{v} would be [fine|great|perfect]
let's say {v}
let's say for {v}
say for {v}
I was thinking of {v}
a stay of {v}`);

export const durationTells = lines(`{v}
for {v}
{v}
about {v}
for about {v}
maybe {v}
let's say {v}
let's make it {v}
make it {v}
say {v}
I'd say {v}
I think {v}
I guess {v}
it's {v}
it's for {v}
that's {v}
that would be {v}
it should be {v}
it lasts {v}
it takes {v}
we stay {v}
we'll stay {v}
we're staying for {v}
we'd stay {v}
I need it for {v}
I'd need {v}
I'd like {v}
{v} please
{v}, I think
{v}, if that's possible
{v}, not longer
{v} should be enough
{v} will do
{v} is enough
{v} would be [fine|great|perfect]
exactly {v}
at least {v}
at most {v}
up to {v}
only {v}
just {v}
probably {v}
hm, {v}
well, {v}
oh, {v}
yes, {v}`);
