import { choice } from "../values/choices.ts";
import { priority } from "../values/listed.ts";
import { family } from "./family.ts";

/** One of a list. */
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
