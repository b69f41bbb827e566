import { color, currency, language } from "../values/listed.ts";
import { family } from "./family.ts";

/** Languages, colors and currencies. */
export const tastes = {
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
};
