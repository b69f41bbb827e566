import { lines } from "../words/list.ts";

/** Words that make a parameter a certain one: "billing address", "home phone". */
export const qualifiers =
  `home, work, billing, shipping, pickup, old, new, current, second, alternate, emergency, primary, backup, preferred, previous,
contact, business, private, requested, original, updated, main, desired, local, target, first, last, other, official, temporary,
permanent, additional, secondary, default, final, initial, actual, next, correct, delivery, return, outbound, customer, client, user,
guest, member, order, booking, account, payment, expected, estimated, mailing, legal, parent, external, internal, public, special,
full, total, minimum, maximum, nearest, confirmed, planned, linked, sender, receiver, invoice, company, office, school`.split(
    /,\s*/,
  );

/** Questions with the parameter's own words, for any of them. */
export const genericAsks = lines(`What's the {p}?
What is the {p}?
And the {p}?
[Could|Can] you [give|tell] me the {p}?
May I have the {p}?
I [still |]need the {p}[.|, please.]
Which {p}?
What {p} [should I use|do you want|would you like]?
Please tell me the {p}.
[Sure|Okay|Gladly|Alright]. What's the {p}?
Let me have the {p}, please.
[Now|Next|Then] the {p}, please.
The {p}, please?
[Great|Perfect|Lovely|Thanks]. And the {p}?
[Great|Perfect|Lovely|Thanks], [now|then] the {p}?
What would the {p} be?
What should the {p} be?
What shall I put [for|as] the {p}?
What should I [enter|note|write|put] for the {p}?
Do you have the {p}?
Do you know the {p}?
[Can|Could|May] I [ask for|get|have|take] the {p}?
[And|So] what's the {p}?
[And|So] what is the {p}?
Just the {p} is missing.
All I need [now|still|yet] is the {p}.
One more thing, the {p}?
One thing is missing, the {p}.
[I'll|I will] need the {p} [for that|too|as well].
To do that, I need the {p}.
For that I need [to know|] the {p}.
Before I can do that, what's the {p}?
Could I have the {p}[, please|]?
Would you [tell|give] me the {p}?
Would you mind telling me the {p}?
What {p} is it?
What {p} do you have?
What {p} did you have in mind?
[Sure|Okay|Gladly], which {p}?
How about the {p}?
I have everything but the {p}.
I don't have the {p} yet.
You haven't told me the {p} yet.
Tell me the {p}, please.
Is there a {p}?
And your {p}?
[Got it|Noted]. The {p}?
[Got it|Noted], [and|now] the {p}?
[Right|Fine|Good], what's the {p}?
What do I put as the {p}?`);

export const genericGives = lines(`the {p} is {v}
{p} {v}
with {p} {v}
the {p} should be {v}
use {v} as the {p}
and {p} {v}
set the {p} to {v}
my {p} is {v}
the {p}, {v}
the {p}, that's {v}
the {p} would be {v}
the {p} [has to|must|needs to] be {v}
the {p} will be {v}
the {p} [it has|I have] is {v}
the {p} says {v}
the {p}'s {v}
our {p} is {v}
its {p} is {v}
{p} is {v}
{p} equals {v}
{p}, {v}
{p}: {v}
[for|as] the {p}, {v}
[for|as] the {p} [take|use|put|write] {v}
[for|as] the {p} I'd [take|say|like] {v}
[for|as] {p} [take|use|put|write] {v}
[and|so|also|oh and] the {p} is {v}
[and|so|also|oh and] the {p} should be {v}
{v} is the {p}
{v} is my {p}
{v} would be the {p}
{v} as the {p}
{v} as {p}
{v} for the {p}
{v}, that's the {p}
{v}, I mean the {p}
[put|write|enter|note] {v} [for|as] the {p}
[put|write|enter|note] the {p} as {v}
take {v} [for|as] the {p}
make the {p} {v}
make {v} the {p}
let the {p} be {v}
let's say the {p} is {v}
I'd like the {p} to be {v}
I want the {p} to be {v}
I want {v} as the {p}
I have {v} as the {p}
you can put {v} [for|as] the {p}
you'll need the {p}, it's {v}
if you need the {p}, it's {v}
with {v} as the {p}
with the {p} {v}
with a {p} of {v}
the {p} being {v}
where the {p} is {v}
on the {p} it says {v}
I was told the {p} is {v}
I think the {p} is {v}
as far as I know the {p} is {v}
we agreed on {v} for the {p}
don't forget the {p}, {v}`);

export const genericTells = lines(`{v}
it's {v}
that's {v}
the {p} is {v}
oh, {v}
yes, {v}
sure, {v}
{v}, please
{v} I think
the {p} would be {v}
the {p} should be {v}
the {p}, that's {v}
the {p}? {v}
the {p}? that's {v}
the {p}? it's {v}
my {p} is {v}
{p} {v}
{p} is {v}
it is {v}
it's {v}, I think
it's {v}, as far as I know
it should be {v}
it would be {v}
it must be {v}
that would be {v}
that'd be {v}
that should be {v}
that must be {v}
I think it's {v}
I think that's {v}
I believe it's {v}
I'd say {v}
I guess {v}
I have {v}
I've got {v}
I have {v} [here|there|as the {p}]
let me see, {v}
let me think, {v}
let me check, {v}
one second, {v}
hold on, {v}
[yes|sure|okay|of course|alright], {v}
[yes|sure|okay|of course|alright], it's {v}
[yes|sure|okay|of course|alright], that's {v}
[yes|sure|okay|of course|alright], the {p} is {v}
[hm|well|right|so|ah], {v}
[hm|well|right|so|ah], it's {v}
[hm|well|right|so|ah], that's {v}
put {v}
put down {v}
write {v}
use {v}
take {v}
make it {v}
let's say {v}
say {v}
{v} then
{v}, thanks
{v}, thank you
{v}, that's it
{v}, that's the {p}
{v} is the {p}
{v} is my {p}
{v}, if I remember right
{v}, if that's okay
{v}, that's all I know
just {v}
simply {v}
probably {v}
here you go, {v}
here it is, {v}
as I said, {v}
I told you, {v}
I already said, {v}
okay so {v}`);
