import { cardNumber, digits, postalCode } from "../values/codes.ts";
import { family } from "./family.ts";

/** Digits that callers know or read from a card. */
export const numbersByHeart = {
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
};
