import { phone } from "../values/codes.ts";
import { email } from "../values/words.ts";
import { family } from "./family.ts";

/** How to reach the caller. */
export const reach = {
  phone: family({
    kind: phone,
    names: `phone, phone number, mobile, contact number, callback number, telephone, cell, mobile number, tel, call back to, contact
phone, number to call, cell phone, telephone number, caller number, caller phone, customer phone, phone no, contact tel, callback,
call back number, reach at, daytime phone, landline, sms number, whatsapp, text to, from number, emergency number, fax`,
    asks: `What number can we reach you on?
Which phone number?
And a number for you?
What's [the best|a good] [number|phone number] [to reach you|for you]?
[Can|Could|May] I [get|have|take] a [phone|contact|callback] number?
How can we reach you?
[And|So] your phone number, please?
Which number should we [call|ring|use]?
Where can we call you [back|if anything changes]?
Could you [give|tell] me your [mobile|phone] number?
What [phone|mobile] number should I [put|note] down?
Is there a number we can call?
[Sure|Okay|Lovely]. And the phone number?
On which number do we reach you?
In case we get cut off, what's your number?
A phone number in case something comes up?
Your number, please, with area code.
Can I have the digits?`,
    gives: `my number is {v}
my number's {v}
my phone number is {v}
my [cell|mobile|phone] is {v}
my [cell|mobile|work phone|home phone] number is {v}
you can [reach|call|ring|text|get] me [on|at] {v}
you can [reach|call|ring] us [on|at] {v}
[reach|call|ring|text|phone] me [on|at] {v}
call me back [on|at] {v}
phone {v}
phone number {v}
number to call is {v}
the number is {v}
the number to [call|reach me on] is {v}
the best number [is|would be] {v}
[the|a] [contact|callback] number is {v}
I'm [on|at|reachable on|reachable at] {v}
I can be reached [on|at] {v}
I'm calling from {v}
if [anything|something] comes up, call {v}
if you need me, it's {v}
in case you need to call, {v}
call {v} if there's [a problem|anything]
the phone is {v}
telephone {v}
mobile {v}
my digits are {v}
use {v} to [call|reach] me
put {v} as the [phone|number]
put down {v} as my number
note my number, {v}
take down my number, {v}
here's my number, {v}
{v} is my [number|phone number|mobile|cell]
{v} is the best number
{v} is where you reach me
{v}, that's my [number|phone|cell]
{v}, call me there
with the phone number {v}
under the number {v}
[texts|messages] go to {v}
[text|message] {v}
[and|oh and] my number is {v}
the number you have should be {v}
my new number is {v}`,
    tells: `my number is {v}
my number's {v}
you can call {v}
that would be {v}
that'd be {v}
that's {v}
the number is {v}
the number's {v}
the best number is {v}
best one is {v}
my [cell|mobile|phone] is {v}
you can reach me [on|at] {v}
reach me at {v}
call me on {v}
call me back on {v}
ring me on {v}
call {v}
try {v}
use {v}
take {v}
put {v}
put down {v}
[sure|yes|okay|of course], it's {v}
[sure|yes|okay|of course], {v}
[sure|yes|okay|of course], my number is {v}
one second, {v}
let me see, {v}
hold on, it's {v}
here it is, {v}
here you go, {v}
I'm on {v}
I'm at {v}
{v}, that's my [cell|mobile|work phone|landline]
{v}, but only after [five|lunch|work]
{v}, did you get that
{v}, [it's new|that's the new one]
{v} is best
{v} works best
{v} is my number
{v} is the one
it should be {v}
it's {v}, [the same as always|as usual]
the same one I'm calling from, {v}
I'm calling from it, {v}
ready? {v}
got a pen? {v}
write down {v}
phone is {v}
so that's {v}`,
    decoys: `my number is {v}, not {d} anymore
the old number was {d}, the new one is {v}
call me on {v}, not on {d}
don't use {d}, use {v}
you may have {d}, but it's {v} now
{d} is [dead|switched off|my old one], so take {v}`,
  }),
  email: family({
    kind: email,
    names: `email, email address, mail, contact email, e mail, send to email, mail address, recipient email, customer email, user email,
to email, reply to, invoice email, login email, notify email, mail to, cc, email to, receipt email, confirmation email, work mail,
account email, inbox, email id, contact mail`,
    asks: `Which mail address?
Where can we mail it?
What's your email?
[Can|Could|May] I [get|have|take] your email[| address]?
And your mail address, please?
Which address should we mail [it|that] to?
What's the best email for you?
Where should I send the [confirmation|details|mail]?
Do you have an email address?
[Sure|Okay|Lovely]. And your email?
To which email?
Could you spell out your email for me?
Which inbox should it land in?
What email is [it|the account] under?
An email address, please?
How do we reach you by mail?`,
    gives: `my email is {v}
my email address is {v}
my mail is {v}
my e-mail's {v}
the email is {v}
the address is {v}
the mail address is {v}
mail it to {v}
email it to {v}
[send|mail] everything to {v}
[send|mail] the [confirmation|details|papers|receipt] to {v}
to {v}
to my [mail|email|inbox], {v}
you can [mail|email|write to] me at {v}
[write|mail|email] me at {v}
I'm {v}
the confirmation goes to {v}
email {v}
with the email {v}
with my mail address {v}
under the email {v}
it's under {v}
the account's email is {v}
I [signed up|registered] with {v}
use {v} for [the mail|mails|that]
put {v} as the email
put down {v}
contact me at {v}
[mails|invoices|messages] to {v} please
{v} is my email
{v} is my mail address
{v} is where I get my mail
{v}, that's my email
{v}, all lower case
in case you want to write, {v}
if you need to mail me, it's {v}
[and|oh and] my email is {v}
you have my mail, {v}
my work email is {v}
by email to {v}`,
    tells: `my email is {v}
it's {v}
use {v}
that's {v}
that would be {v}
that'd be {v}
the email is {v}
the address is {v}
my mail address is {v}
send it to {v}
mail it to {v}
mail {v}
you can write to {v}
you can use {v}
take {v}
put {v}
put down {v}
[sure|yes|okay|of course], it's {v}
[sure|yes|okay|of course], {v}
[sure|yes|okay], my email is {v}
let me spell it, {v}
here goes, {v}
I'll say it slowly, {v}
ready? {v}
{v}, all small letters
{v}, all one word
{v}, all lower case
{v}, that's my [work|private] one
{v} is best
{v} is the one I check
to {v}
at {v}
I use {v}
I'm {v}
I signed up with {v}
it should be {v}
it's an easy one, {v}
same as always, {v}
one moment, {v}
so it's {v}`,
    decoys: `my email is {v}, no longer {d}
the old one was {d}, now use {v}
mail it to {v}, not to {d}
{d} doesn't work anymore, please take {v}
don't write to {d}, write to {v}`,
  }),
};
