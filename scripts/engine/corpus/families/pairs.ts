import { lines } from "../words/list.ts";

/** Two values in one sentence, `{v}` of the first role and `{w}` of the second; the words between decide which is which. `{n}` and `{m}` are their nouns. */
const pairs: Readonly<Record<string, readonly string[]>> = {
  "self other": lines(`my name is {v} and it's for {w}
I'm {v} and it goes to {w}
it's for {w}, my own name is {v}
{v} here, please give it to {w}
from {v} to {w}
{w} should get it, and I'm {v}
I'm {v}, {w} gets it
to {w}, and put {v} as my name
it goes to {w}, the name on the account is {v}
for {w}, signed {v}
put me down as {v} and {w} as the one who gets it
this is {v}, I want {w} to have it
my name's {v}, make it out to {w}`),
  "self relative": lines(`for my {m} {w}, my own name is {v}
my name is {v} and my {m} is called {w}
I'm {v}, it's for my {m} {w}
it's for {w}, my {m}, and I'm {v}
{v} here, for my {m} {w}
my {m}'s name is {w}, mine is {v}
my {m} is {w}, and I'm {v}
I'm {v}, {w}'s [mother|father|aunt|uncle]
{w} is my {m}, and this is {v}
this is {v}, I'm calling for my {m} {w}
put {w} down as the {m}, and {v} for me`),
  "self companion": lines(`my name is {v} and the {m} is {w}
I'm {v}, the {m} is called {w}
{v} here, and my {m} is {w}
the {m} is {w}, I'm {v}
the {m}'s name is {w}, mine is {v}
it's for my {m} {w}, I'm {v}
this is {v}, my {m} is {w}
put {v} as the name and {w} as the {m}
on behalf of my {m} {w}, my name is {v}
my {m} {w} comes along, and I'm {v}`),
  "self animal": lines(`my name is {v} and the {m} is called {w}
I'm {v}, it's for my {m} {w}
{v} here with my {m} {w}
our {m} is called {w}, and I'm {v}
the {m} is {w}, the owner is me, {v}
{w} is the {m}, {v} is me
it's for {w}, that's the {m}, I'm {v}
the {m}'s name is {w} and mine is {v}`),
  "self staff": lines(`my name is {v} and I'd like {w}
I'm {v}, I usually see {w}
{v} here, with {w} if possible
with {w}, my name is {v}
I'd like {w}, and I'm {v}
this is {v}, can I get {w}
under {v}, with {w}
{w} knows me, I'm {v}
put {v} down with {w}
ideally with {w}, the name is {v}`),
  "self group": lines(`I'm {v} from {w}
my name is {v}, the {m} is {w}
{v} from {w} here
I'm calling for {w}, that's our {m}, my name is {v}
the {m} is called {w}, and I'm {v}
{w} is the {m}, {v} is my name
this is {v}, I'm with {w}`),
  "self title": lines(`it's called {w} and my name is {v}
for {w}, under {v}
I'm {v}, it's the one called {w}
{v} is my name, {w} is what it's called
the name is {v} and the title is {w}
under {v}, the title is {w}`),
  "self vessel": lines(`I'm {v} and the {m} is called {w}
the {m} is {w}, my name is {v}
{v} here, my {m} is the {w}
our {m} is called {w}, it's under {v}
under {v}, for the {m} {w}`),
  "self phone": lines(`my name is {v} and my number is {w}
I'm {v}, you can reach me on {w}
{v}, phone {w}
the name is {v}, the number is {w}
{v}, and the number's {w}
call me on {w}, the name is {v}
it's {v} at {w}
under {v}, and you can call {w}`),
  "self email": lines(`my name is {v} and my email is {w}
I'm {v}, mail me at {w}
the name is {v}, the mail is {w}
{v}, and the email is {w}
under {v}, send it to {w}
mail it to {w}, the name is {v}`),
  "self code": lines(`my name is {v} and the number is {w}
under {v}, number {w}
the number is {w}, and I'm {v}
it's {w}, under {v}
I'm {v}, I have the number {w}
reference {w}, the name is {v}
{v}, and the reference is {w}`),
  "from to": lines(`from {v} to {w}
to {w} from {v}
[leaving|starting in] {v}, going to {w}
I'm in {v} and want to go to {w}
I need to get to {w}, I'm in {v}
I have to be in {w}, coming from {v}
out of {v} and into {w}
between {v} and {w}, starting in {v}
{v} to {w}
from {v} all the way to {w}
I leave {v} and go to {w}
to {w}, but I start in {v}
the destination is {w}, the start is {v}
flying to {w} from {v}
we live in {v} and we're off to {w}
pick it up in {v} and drop it in {w}
it starts in {v} and ends in {w}
going to {w}, leaving from {v}`),
  "startDate endDate": lines(`from {v} to {w}
from {v} until {w}
{v} to {w}
{v} till {w}
{v} through {w}
starting {v} and ending {w}
we arrive {v} and leave {w}
we come {v} and go home {w}
it ends {w} and starts {v}
until {w}, starting {v}
back {w}, leaving {v}
out {v} and back {w}
checking in {v}, checking out {w}
I pick it up {v} and bring it back {w}
between {v} and {w}
the first day is {v}, the last is {w}`),
  "time endTime": lines(`from {v} to {w}
from {v} until {w}
{v} to {w}
between {v} and {w}
starting at {v}, ending at {w}
until {w}, starting at {v}
at {v}, and I have to leave at {w}
it starts at {v} and goes on till {w}
from {v} till about {w}
we come at {v} and leave at {w}`),
  "date time": lines(`{v} at {w}
at {w} on {v}
on {v} at {w}
{v}, {w}
for {v} at {w}
{w} on {v}
{v} around {w}
{v}, say at {w}
{v}, let's say {w}
how about {v} at {w}
{v} would be good, at {w}
at {w}, {v}
it should be {v} at {w}
I'm free {v} at {w}
let's do {v}, {w}
{v}, if {w} is free`),
  "people date": lines(`for {v} people on {w}
{v} people, {w}
on {w} for {v} people
{w} for {v}
we're {v} people and it's for {w}
{v} of us, {w}
{w}, there are {v} of us`),
  "quantity item": lines(`{v} {w}
{v} of the {w}
{v} times {w}
{v} times the {w}
the {w}, {v} of them
{w}, {v} pieces
I need {v} {w}
give me {v} {w}
of the {w} I need {v}`),
  "phone email": lines(`my number is {v} and my email is {w}
phone {v}, email {w}
call {v} or mail {w}
mail me at {w} or call {v}
my email is {w}, and the phone is {v}`),
  "amount code": lines(`{v} for number {w}
{v} on {w}
number {w}, {v}
it's {v}, reference {w}
for reference {w} it's {v}`),
  "people room": lines(`{m} {w}, {v} people
{v} people in {m} {w}
there are {v} of us in {m} {w}`),
};

/** Ways to give these two roles at once; none where they have no sentence in common. */
export function pairPhrases(first: string, second: string): readonly string[] {
  const key = `${first} ${second}`;
  return Object.hasOwn(pairs, key) ? (pairs[key] ?? []) : [];
}
