import { choice } from "../values/choices.ts";
import { color, currency, language, priority } from "../values/listed.ts";
import { family } from "./family.ts";

export const choices = {
  choice: family({
    kind: choice,
    names: `type, category, kind, size, class, level, method, option, plan, service, department, status, priority, format, color, payment
method, language, material, style, mode, tier, room type, seat type, topic, channel, shift, genre, section, flavor, team, service
type, product type, shipping method, delivery method, contact method, reason code, severity, variant, version, model, package,
membership type, ticket type, car type, vehicle class, fare class, cabin class, meal, meal type, preference, time of day, period,
frequency, interval, issue type, request type, category name, theme, finish, grade, group, role, state, condition, source, unit,
difficulty, experience level, account type, card type, bed type, view, coverage, coverage level, account kind, billing cycle`,
    asks: `Which one?
What kind?
Which of them?
What kind would you like?
Which one would you like?
[And|So] which one?
Which of those?
What sort?
What would you prefer?
Which do you prefer?
Which one should [I put|it be]?
[Sure|Okay|Lovely]. Which kind?
What type is it?
Which would you like?
What shall I choose?
What's your choice?
Do you have a preference?
Which is it?`,
    gives: `{v}
the {v} one
{v} please
make it {v}
in {v}
the {v} kind
the {v} version
the {v} option
the {v} ones
{v} if possible
{v} if you have it
{v} would be [best|good|great|nice|fine]
preferably {v}
ideally {v}
I'd prefer {v}
I'd like {v}
I'd like the {v} one
I want {v}
I want the {v} one
I'd go for {v}
I'd take {v}
I'll take the {v} one
it's {v}
it's the {v} one
it's the {v} kind
it's for {v}
it should be {v}
it has to be {v}
it would be {v}
that's {v}
that would be {v}
we always take {v}
we'd like {v}
as {v}
with {v}
by {v}
for {v}
something {v}
a {v} one
as always {v}
the usual, {v}
put {v}
put it as {v}
choose {v}
take {v}
let's say {v}
let's go with {v}
let's take the {v} one
{v} rather than anything else
{v} is best for [me|us]
{v} is fine
{v} is what I want
of the {v} sort
of the {v} type
[and|oh and] {v}
[and|oh and] make it {v}
in the {v} version`,
    tells: `{v}
the {v} one
{v} please
I'd take {v}
{v}
the {v} one please
I'd like {v}
I'd like the {v} one
I'd prefer {v}
I prefer {v}
I'd go for {v}
I'd go with {v}
I'd say {v}
I'll take {v}
I'll take the {v} one
I'll go with {v}
I want {v}
I want the {v} one
I think {v}
I think the {v} one
make it {v}
let's take {v}
let's take the {v} one
let's say {v}
let's do {v}
let's go with {v}
let's go for {v}
it's {v}
it's the {v} one
that's {v}
that would be {v}
it should be {v}
it has to be {v}
maybe {v}
maybe the {v} one
preferably {v}
probably {v}
definitely {v}
{v} would be [good|great|nice|best]
{v} is fine
{v} is best
{v} is good
{v} sounds good
{v}, I guess
{v}, I think
{v}, if you have it
{v}, as always
{v}, of course
{v}, why not
rather {v}
just {v}
put {v}
choose {v}
take {v}
can I have {v}
could I get {v}
is {v} possible
hm, {v}
well, {v}
oh, {v}
yes, {v}
yes, the {v} one
we usually take {v}`,
    decoys: `{v}, not {d}
not {d}, {v}
{v} rather than {d}
{v} instead of {d}
I had {d} last time, now {v}
{d} is too [expensive|much] for me, so {v}`,
  }),
  language: family({
    kind: language,
    names:
      "language, preferred language, spoken language, speaks, tour language, language code, audio language, lang, locale, caller language, course language, subtitles, interpreter language",
    asks: `Which language?
In which language?
What language would you like?
What language do you speak?
[And|So] in what language?
What's your preferred language?
[Sure|Okay]. Which language?
Which language should it be in?
In what language should we write?
What language is best for you?
Do you have a language you prefer?
And the language?`,
    gives: `in {v}
{v}
speaking {v}
in {v} please
in {v} if possible
preferably in {v}
ideally in {v}
the language is {v}
the language should be {v}
somebody who speaks {v}
with someone speaking {v}
with a {v} speaker
a {v} speaking one
I speak {v}
we speak {v}
we only speak {v}
my mother only speaks {v}
I'd prefer {v}
it has to be in {v}
it should be in {v}
{v} is best for me
{v} would be good
for {v} speakers
can it be in {v}
{v} is my language`,
    tells: `{v}
in {v}
{v} please
I speak {v}
we speak {v}
{v} is best
{v} would be good
{v} would be great
I'd prefer {v}
preferably {v}
ideally {v}
it's {v}
my language is {v}
my mother tongue is {v}
if possible {v}
{v}, if possible
{v}, if you have that
{v}, of course
{v}, I think
let's say {v}
make it {v}
I'd like {v}
I want it in {v}
only {v}
mostly {v}`,
    decoys: `in {v}, not in {d}
I speak {d} too, but {v} is better
{v} rather than {d}`,
  }),
  color: family({
    kind: color,
    names:
      "color, colour, shade, paint color, car color, frame color, finish color, fabric color, color choice, preferred color, coat color, eye color, ribbon color",
    asks: `Which color?
What color?
In what color?
What color would you like?
[And|So] the color?
Which color should it be?
[Sure|Okay]. What color?
What color is it?
And the color?
Do you have a color in mind?
Which shade?
What color do you prefer?`,
    gives: `in {v}
{v}
in {v} please
in {v} if possible
in {v} if you have it
a {v} one
the {v} one
the color is {v}
the color should be {v}
color {v}
colored {v}
painted {v}
it's {v}
it should be {v}
make it {v}
preferably {v}
ideally in {v}
I'd like it in {v}
I want it {v}
I want it in {v}
I'd prefer {v}
{v} is my favorite color
{v} would be nice
{v} would look good
{v} if there is one`,
    tells: `{v}
in {v}
{v} please
it's {v}
the {v} one
a {v} one
make it {v}
I'd like {v}
I'd like it in {v}
I want {v}
I'd prefer {v}
preferably {v}
ideally {v}
{v} would be nice
{v} would be great
{v}, I think
{v}, if you have it
{v}, of course
let's take {v}
let's say {v}
maybe {v}
something {v}
just {v}
my favorite, {v}
the color is {v}`,
    decoys: `in {v}, not in {d}
{v}, we already have one in {d}
not {d}, {v}
{v} rather than {d}`,
  }),
  currency: family({
    kind: currency,
    names:
      "currency, currency code, payment currency, in currency, account currency, to currency, from currency, price currency, money type",
    asks: `Which currency?
In what currency?
What currency would you like?
[And|So] the currency?
What currency is that in?
[Sure|Okay]. In which currency?
Which currency should it be?
Which currency do you pay in?
In what money?
And in which currency?
What's the currency?
Which currency is the account in?`,
    gives: `in {v}
in {v} please
the currency is {v}
paid in {v}
paying in {v}
I pay in {v}
I'd like to pay in {v}
I want it in {v}
I'd like it in {v}
into {v}
all in {v}
everything in {v}
calculated in {v}
preferably in {v}
in {v} if possible
it's in {v}
it should be in {v}
the account is in {v}
I get paid in {v}
the price in {v}
with {v}
using {v}
{v} would be best
my money is in {v}
I only have {v}`,
    tells: `{v}
in {v}
{v} please
it's {v}
it's in {v}
I pay in {v}
I'd like {v}
I want {v}
I only have {v}
I'd prefer {v}
preferably {v}
{v} would be best
{v}, of course
{v}, I think
{v}, if possible
let's say {v}
make it {v}
in {v} if you can
all in {v}
that's in {v}
we use {v}
we pay in {v}
here it's {v}
just {v}
the currency is {v}`,
    decoys: `in {v}, not in {d}
from my {d} into {v}
I have {d}, but I want it in {v}`,
  }),
  priority: family({
    kind: priority,
    names:
      "priority, urgency, severity, importance, urgency level, priority level, severity level, impact, how urgent, speed",
    asks: `How urgent is it?
How bad is it?
How important is that?
What priority [is it|should I put]?
[And|So] how urgent?
How serious is it?
[Sure|Okay]. How urgent is that?
Is it urgent?
How quickly do you need it?
What's the urgency?
How pressing is it?
Can it wait?`,
    gives: `it's {v}
it is {v}
I'd call it {v}
I'd say it's {v}
this is {v}
that's {v}
the priority is {v}
priority {v}
with {v} priority
mark it as {v}
put it as {v}
please mark it {v}
please treat it as {v}
treat it as {v}
and it's {v}
and it's really {v}
just so you know, it's {v}
the urgency is {v}
for us it's {v}
for me it's {v}
consider it {v}
log it as {v}
as {v}
I'd rate it {v}
it counts as {v}`,
    tells: `{v}
it's {v}
it is {v}
I'd say {v}
I'd say it's {v}
I'd call it {v}
that's {v}
this is {v}
make it {v}
put {v}
put it as {v}
mark it as {v}
{v}, I'd say
{v}, I think
{v}, I guess
{v}, to be honest
{v} please
well, {v}
oh, {v}
hm, {v}
for me it's {v}
for us {v}
let's say {v}
probably {v}
definitely {v}`,
    decoys: `it's {v}, not {d}
they put {d}, but it's {v}
yesterday it was {d}, now it's {v}`,
  }),
};
