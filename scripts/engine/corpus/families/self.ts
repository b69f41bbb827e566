import { person } from "../values/persons.ts";
import { family } from "./family.ts";

/** The caller, or whom the call is for. */
export const self = family({
  kind: person(0.8),
  names: `name, full name, customer, customer name, client name, client, guest, guest name, caller name, contact name, member,
member name, holder, account name, owner, renter, student, booked by, requester, your name, user name, visitor, participant,
applicant, who, caller, account holder, policy holder, card holder, subscriber, tenant, passenger, passenger name, lead guest,
traveler, patron, buyer, purchaser, registered to, registrant, contact person, name on booking, name on account, person,
person name, reporter, reported by, ordered by, reserved for, booking name, reservation name, employee, driver, resident,
claimant, insured, payer, donor, signed by, first and last name, complete name, legal name, attendee, player, rider`,
  asks: `Who am I [talking|speaking] to?
May I have your [|full ]name?
And your name, please?
What name should I put [down|on it]?
Who is it for?
What's your name?
[Can|Could|May] I [get|have|take] your name[| please]?
[Under|In] [what|which] name?
[And|So] who am I speaking with[| today]?
Whose name [is it under|should it be under|does it go under]?
What should I call you?
Your [first and last|full] name, please?
[Sure|Certainly|Gladly], and the name?
Could you [tell|give] me [your full name|the name on it]?
Who's calling[|, please]?
What name is [that|it|this] [under|in]?
Who [may|should] I say it's for?
First and last name?
And you are?
[Great|Lovely|Perfect]. Who shall I put it under?
Before we go on, [what's your name|who am I speaking with]?
How do you spell your name? Just tell me the name first.
Which name do you want me to use?
I'll need a name for that.
For whom, please?`,
  gives: `under {v}
under the name [of |]{v}
in the name of {v}
the name is {v}
the name's {v}
my name is {v}
my name's {v}
my full name is {v}
I'm {v}
I am {v}
this is {v}
this is {v} [calling|speaking|here|by the way]
it's {v} [here|calling|speaking]
{v} here
{v} speaking
it's for {v}
it is for {v}
for {v}
put {v} [on it|down|down for that]
put it [under|down under|in the name of] {v}
put the name {v} on it
write {v} on it
everyone knows me as {v}
people call me {v}
[you'll|you should] have me as {v}
I'm [down|listed|registered|in there|on file] as {v}
[you have|you've got] me [under|as] {v}
it should be [under|listed under|in the system under] {v}
it goes under {v}
[make|file|book|save|log] it under {v}
name of {v}
name {v}
the name on it [is|would be|should be] {v}
you can [put|use|write] {v}
[use|take] the name {v}
[call|know] me {v}
my name, that's {v}
{v} is my name
{v} is the name
{v}'s the name
I go by {v}
I'm called {v}
you are [talking|speaking] [to|with] {v}
you're speaking with {v}
[and|oh and] I'm {v}
[and|oh and|by the way] the name's {v}
we're under {v}
it's all under {v}
it's registered [to|under] {v}
it belongs to {v}
on behalf of {v}
I'm [calling|ringing|phoning] for {v}
I'm [calling|asking] on behalf of {v}
the [customer|client|guest|person] is {v}
the [account|booking|file] is in {v}'s name
that's for {v}
[reserved|meant] for {v}
everything goes [under|to] the name {v}
make sure it says {v}
it has to say {v} on it
with {v} as the name
with the name {v}
[signed|from] {v}
my passport says {v}
on the card it says {v}
[Mum|my mother] named me {v}
sorry, {v} is my name, I should have said
I forgot to say, I'm {v}
{v}, that's me
that's me, {v}
{v} as always
[you know me|you may remember me], {v}
the usual name, {v}
[the|our] family name and all is {v}
name's {v} [if you need it|by the way]
you'd find me under {v}
look [for|under] {v}`,
  tells: `my name is {v}
my name's {v}
the name is {v}
the name's {v}
this is {v}
I'm {v}
I am {v}
{v} is my name
{v} is the name
put it under {v}
put {v}
put down {v}
it's {v} [here|speaking]
{v} here
{v} speaking
you're talking to {v}
you can call me {v}
call me {v}
just call me {v}
people call me {v}
everyone knows me as {v}
I go by {v}
that would be {v}
that'd be {v} then
that'll be {v}
that should be {v}
it should be under {v}
it's under {v}
under {v}
in the name of {v}
for {v}
it's for {v}
write {v}
write down {v}
write {v} on it
make it {v}
make that {v}
use {v}
you can use {v}
take {v}
[yes|yeah|sure|of course], my name is {v}
[yes|yeah|sure|of course], it's {v}
[yes|yeah|sure|of course], {v}
[oh|ah] right, {v}
sorry, yes, {v}
my full name is {v}
full name is {v}
{v}, that's my [full |]name
{v}, [like|as] always
{v}, nice to [meet you|talk to you]
{v}, pleased to meet you
{v}, if you need the whole thing
it's registered under {v}
I'm listed as {v}
I'm in there as {v}
you should have me as {v}
you have it as {v}
the booking name is {v}
the name on [it|the account|the card] is {v}
I'd say {v}
let's [put|use|say] {v}
let's go with {v}
let me see, {v}
well, {v}
okay, {v}
hello, I'm {v}
I told you, {v}
I already said, {v}
as I said, {v}
again, {v}
[mine|my name] is {v}
it is {v}
name is {v}
name's {v}
{v}, got it?
{v}, do you need me to spell it?
{v}, with the usual spelling
[glad you ask|good question], it's {v}
me? {v}
the one and only {v}
who I am? {v}
[may|can] I say {v}
he's called {v}
she's called {v}
[his|her|their] name is {v}
it's my [boss|wife|husband|neighbor]'s, {v}`,
  decoys: `the name is {v}, not {d}
under {v}, not under {d}
it used to be under {d}, now it's {v}
don't put {d}, put {v}
last time it was {d}, this time {v}
you may still have {d}, but the name is {v} now
not {d}, that's my [brother|sister|wife|husband], I'm {v}
my name is {v}, I was talking to {d} before
{d} gave me your number, my name is {v}
I'm {v}, [a friend|a colleague] of {d}
I'm {v}, {d} sent me
it's {v}, {d} told me to call
I spoke to {d} [yesterday|this morning], my name is {v}
[your colleague|somebody called] {d} said to call back, this is {v}
it's for {v}, I'm {d} and only doing the calling
I'm {d} but please put it under {v}
my own name is {d}, but it should be under {v}
{d} here, it's for {v} though
I was {d} before I got married, now {v}
some people say {d}, but it's {v}`,
});
