import { cardNumber, digits, phone, postalCode, userName, webAddress } from "../values/codes.ts";
import { email } from "../values/words.ts";
import { family } from "./family.ts";

const phoneFamily = family({
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
});

const emailFamily = family({
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
});

export const contact = {
  phone: phoneFamily,
  email: emailFamily,
  postalCode: family({
    kind: postalCode,
    names:
      "zip, zip code, postal code, postcode, area code, post code, billing zip, zip of address, plz, mailing zip, home zip, delivery zip",
    asks: `What's your zip?
Which postal code?
And the zip code?
[Can|Could|May] I [get|have] your [zip|postal] code?
What's the [zip|post] code there?
Which zip are you in?
[Sure|Okay]. And the postal code?
What zip code is that in?
The zip, please?
Your postcode?
In which zip code area is it?
What's the postal code of the address?`,
    gives: `zip {v}
in {v}
postal code {v}
the zip is {v}
the zip code is {v}
my zip is {v}
my postcode is {v}
the postcode is {v}
zip code {v}
post code {v}
in the {v} area
in zip {v}
we're in {v}
I'm in {v}
I live in {v}
around {v}
near {v}
{v} is my zip
{v} is the postcode
with zip {v}
the area is {v}
that's {v}, the zip
it's in {v}
billed to zip {v}
for the zip code {v}
somewhere in {v}`,
    tells: `it's {v}
{v} is the zip
{v} is my zip code
the zip is {v}
my zip is {v}
zip code {v}
the postcode is {v}
that's {v}
that would be {v}
I'm in {v}
we're in {v}
we live in {v}
I think it's {v}
it should be {v}
let me see, {v}
oh, {v}
yes, {v}
zip is {v}
postal code {v}
in {v}
{v}, that's downtown
{v}, [just|right] outside town
the new one is {v}
it's {v}, same as before
my postcode? {v}`,
    decoys: `zip {v}, not {d}
we moved from {d} to {v}
it used to be {d}, now the zip is {v}`,
  }),
  pin: family({
    kind: digits(4),
    names: `pin, passcode, last four, last four digits, access code, extension, security code, unit, pin code, verification code, last
four of card, door code, login code, otp, one time code, password number, last digits, secret number, gate code, alarm code`,
    asks: `What are the four digits?
And the code?
The four digits, please?
Which digits?
[Can|Could] you give me the four digits?
[And|Now] the digits, please?
To verify, what's the {p}?
For security, I need the {p}.
Just the {p}, please.
What's the {p} we have on file?
Enter or say the {p}.
Tell me the {p} to go on.`,
    gives: `the digits are {v}
my {p} is {v}
{p} {v}
the {p} is {v}
with {p} {v}
use {p} {v}
the {p}, {v}
the {p} should be {v}
{v} is the {p}
{v} is my {p}
{v} for the {p}
and the {p}, that's {v}
I think the {p} is {v}
you asked for the {p} last time, it's {v}
to save time, the {p} is {v}
the {p} I have is {v}
it says {v} for the {p}
the four digits are {v}
the {p} they gave me is {v}
my {p} hasn't changed, {v}
you'll need the {p}, {v}
[and|oh and] the {p} is {v}
I set the {p} to {v}
the {p} reads {v}
as {p} take {v}`,
    tells: `it's {v}
the digits are {v}
{v} is the code
that's {v}
those are {v}
the four digits are {v}
I have {v}
it says {v}
I see {v}
I got {v}
they sent me {v}
it should be {v}
let me look, {v}
here it is, {v}
one second, {v}
I think it's {v}
if I remember right, {v}
must be {v}
it ends in {v}
ending {v}
ends with {v}
the last ones are {v}
yes, {v}
okay, {v}
don't tell anyone, {v}`,
    decoys: `the {p} is {v}, not {d}
it was {d}, but I changed the {p} to {v}`,
  }),
  card: family({
    kind: cardNumber,
    names:
      "card number, credit card, card, payment card, debit card, credit card number, card no, bank card, gift card number, loyalty card",
    asks: `Which card?
What's the card number?
[Can|Could|May] I [get|have] the card number?
The long number on the card, please?
Read me the number on the card, please.
[Sure|Okay]. And the card number?
Which card should I charge?
All sixteen digits, please.
What's the number on the front?
And the card?
The card, please, digit by digit.
How would you like to pay? I need the card number.`,
    gives: `the card is {v}
it's {v}
my card is {v}
my card number is {v}
the card number is {v}
card number {v}
with card {v}
with my card, {v}
charge {v}
charge it to {v}
charge card {v}
put it on {v}
put it on my card, {v}
use card {v}
use my card, {v}
take it from {v}
take it off card {v}
from my card {v}
the number on the card is {v}
the card says {v}
{v} is my card
{v} is the card number
{v}, that's my card
bill card {v}
[and|oh and] my card is {v}
paying with {v}`,
    tells: `the card is {v}
it's {v}
my card is {v}
the number is {v}
the card number is {v}
that's {v}
one second, {v}
let me get it, {v}
okay, ready, {v}
here it comes, {v}
here goes, {v}
it says {v}
on the front it says {v}
charge {v}
use {v}
take {v}
put it on {v}
my visa, {v}
my debit card, {v}
sure, {v}
okay so {v}
I'll read it out, {v}
it starts, {v}
{v}, that's all of it
so that's {v}`,
    decoys: `the card is {v}, not the old one, {d}
use {v}, {d} has expired`,
  }),
  userName: family({
    kind: userName,
    names: `username, user name, login, handle, user id, nickname, screen name, login name, account login, profile name, member handle,
social handle, user, domain user, alias`,
    asks: `What's your user name?
What do you log in with?
Which login?
[And|So] your handle?
[Can|Could] I have your login?
Under which user name?
What's the login name?
What user name do you use?
How are you called in the app?
Your user name, please?
[Sure|Okay]. And your login?
Which account name do you use online?`,
    gives: `my user name is {v}
my login is {v}
user name {v}
login {v}
the user is {v}
I log in as {v}
I'm logged in as {v}
I'm {v} [online|in the app|on your site]
my handle is {v}
my handle's {v}
as user {v}
with the login {v}
with user name {v}
under the user name {v}
the account is {v}
the login name is {v}
{v} is my login
{v} is my user name
on the site I'm {v}
in the app I'm called {v}
you'll see me as {v}
my nickname there is {v}
the profile is {v}
the profile's called {v}
I go by {v} online
[and|oh and] my user name is {v}`,
    tells: `my user name is {v}
my login is {v}
it's {v}
that's {v}
I log in as {v}
I'm {v} there
I use {v}
the login is {v}
{v} is my login
{v}, all one word
{v}, all lower case
{v}, all small
my handle is {v}
I think it's {v}
it should be {v}
let me check, {v}
yes, {v}
it says {v}
it says {v} at the top
in the app it's {v}
online I'm {v}
the user is {v}
try {v}
look up {v}
I signed up as {v}`,
    decoys: `my user name is {v}, not {d}
I used to be {d}, now I'm {v} online`,
  }),
  webAddress: family({
    kind: webAddress,
    names:
      "url, website, web address, site, link, domain, web page, homepage, domain name, page, host, shop url, site address",
    asks: `What's the web address?
Which site?
Which domain is it?
What's the website called?
[Can|Could] you give me the address of the site?
And the web page?
Which page is it about?
What's the domain?
[Sure|Okay]. Which website?
What's the link?
And the site?
Where is it online?`,
    gives: `the site is {v}
the website is {v}
our website is {v}
my site is {v}
on {v}
at {v}
for {v}
for the site {v}
for the domain {v}
the domain is {v}
the domain's {v}
domain {v}
it's on {v}
it's about {v}
it's about the site {v}
the address is {v}
the web address is {v}
the page is {v}
I saw it on {v}
I found it on {v}
you find it at {v}
you find us at {v}
{v} is the site
{v} is our website
the link is {v}
we run {v}`,
    tells: `it's {v}
the site is {v}
our site is {v}
that's {v}
{v} is the domain
the domain is {v}
at {v}
on {v}
it's called {v}
we're at {v}
you find it at {v}
the address is {v}
the web address is {v}
go to {v}
look at {v}
just type {v}
type in {v}
the page is {v}
the link is {v}
that would be {v}
I think {v}
yes, {v}
mine is {v}
we own {v}
it should be {v}`,
    decoys: `the site is {v}, not {d}
we moved from {d} to {v}`,
  }),
};
