import { person } from "../values/persons.ts";
import { family } from "./family.ts";

/** Who gets something, or whom it is about. */
export const other = family({
  kind: person(0.6),
  names: `recipient, recipient name, to, contact, addressee, attendee, invitee, payee, receiver, send to, beneficiary, friend,
delegate, sent to, for whom, to person, to name, deliver to, hand to, forward to, emergency contact, second person, other person,
companion, plus one, co signer, successor, nominee, heir, gift for, gift recipient, target person, to whom, share with, authorized
person, collected by, picked up by, collector, representative, deputy, spouse, partner, referred by, witness, invite`,
  asks: `Who should get it?
Who does it go to?
Which person is it for?
Who's it going to?
[And|So] who [will|should] receive it?
Who's the recipient?
To whom?
And who is that for?
What's the name of the person [it goes to|who gets it]?
Who do you want [it sent to|to get it]?
[Okay|Sure|Gladly], and who's it for?
Who [shall|should] I [address|make] it to?
Which name goes on it?
Whom should we [contact|ask for]?
[Can|Could] you give me the other person's name?
And their name?
What's [his|her|their] name?
Who will be [taking|collecting|getting] it?
Who else is [involved|on it]?
Who did you have in mind?`,
  gives: `to {v}
for {v}
addressed to {v}
it goes to {v}
it should go to {v}
it's going to {v}
it's meant for {v}
[that's|this is] for {v}
it's for [a friend|my friend|a colleague|my neighbor|my cousin], {v}
to my [friend|colleague|cousin|aunt|uncle|boss|neighbor] {v}
for my [friend|colleague|cousin|aunt|uncle|boss|neighbor] {v}
{v} should get it
{v} gets it
{v} will [get|take|collect|receive] it
{v} is the one who gets it
{v} is [supposed to|going to] get it
so that {v} gets it
let {v} have it
[hand|give|pass] it to {v}
make it out to {v}
the recipient is {v}
the recipient's name is {v}
recipient {v}
the person is {v}
the person's name is {v}
it has to reach {v}
[directly|straight] to {v}
care of {v}
attention {v}
[mark|label] it for {v}
put {v} as the [recipient|one who gets it]
with {v} as the recipient
to somebody called {v}
to someone named {v}
for someone by the name of {v}
for a [lady|man|gentleman|woman] called {v}
to a certain {v}
[he's|she's] called {v}
[his|her|their] name is {v}
[his|her] name's {v}
the other person is {v}
and {v} is the other one
the one to [contact|ask for] is {v}
ask for {v}
[contact|call|ring] {v} about it
{v} knows about it
{v} will be [there|waiting]
I want {v} to have it
I want {v} to get it
we owe it to {v}
it's {v} who gets it
a present for {v}
a surprise for {v}
together with {v}
along with {v}
plus {v}
[my partner|my friend] {v} will pick it up
{v} is going to pick it up
it's [all|only] for {v}
not for me, for {v}
it isn't for me but for {v}
[you can|please] give it to {v}
on to {v}
over to {v}`,
  tells: `it's for {v}
it should go to {v}
{v} gets it
to {v}
for {v}
it goes to {v}
{v} should get it
{v} will get it
{v} is the one
the recipient is {v}
that's {v}
that would be {v}
that'd be {v}
send it to {v}
give it to {v}
make it out to {v}
my [friend|colleague|cousin|aunt|uncle|boss|neighbor] {v}
a [friend|colleague|cousin|neighbor] called {v}
somebody called {v}
someone named {v}
a person by the name of {v}
[he's|she's] called {v}
[his|her|their] name is {v}
[his|her] name's {v}
the name is {v}
the person's name is {v}
address it to {v}
put {v}
put {v} on it
put down {v}
write {v}
I'd like {v} to have it
I want {v} to get it
let's say {v}
let's make it {v}
{v}, [he|she] knows about it
{v}, [he's|she's] a friend of mine
{v}, my [sister|brother|cousin|aunt|uncle]
{v}, we work together
[oh|well], {v}
[yes|sure|okay], {v}
[yes|sure|okay], it's for {v}
not me, {v}
it's not for me, it's for {v}
it's {v}
it is {v}
it'll be {v}
{v} will take it
{v} will collect it
{v} is going to pick it up
ask for {v}
you can ask for {v}
contact {v}
hand it to {v}
{v} please
{v}, I think
I'd say {v}
probably {v}
only {v}
just {v}
straight to {v}
I have {v} in mind
use {v}`,
  decoys: `to {v}, not to {d}
it's for {v}, not for {d}
give it to {v} and not to {d}
{d} had it last time, now it goes to {v}
I'm {d}, but it goes to {v}
my name is {d}, it's for {v}
{d} here, please make it out to {v}
it comes from {d} and goes to {v}
{v} should get it, and I'm {d}
{d} pays, {v} gets it
for {v}, that's the [son|daughter|wife|husband] of {d}
{d} can't come, so {v} will take it`,
});
