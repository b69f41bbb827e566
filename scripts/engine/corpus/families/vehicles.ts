import { plate } from "../values/codes.ts";
import { vehicle } from "../values/words.ts";
import { family } from "./family.ts";

/** Cars and their plates. */
export const vehicles = {
  plate: family({
    kind: plate,
    names:
      "license plate, plate, plate number, registration, vehicle registration, car plate, number plate, reg, vehicle plate, tag number, vin, truck plate, rego, plates",
    asks: `What's the plate?
What's the license plate?
[And|So] the plate number?
What does the plate say?
[Can|Could] you give me the plate?
Which plate is on it?
[Sure|Okay]. And the registration?
The number plate, please?
What's the registration of the car?
How does the plate read?
Which plate?
Do you know the plate?`,
    gives: `plate {v}
the plate is {v}
the plate's {v}
license plate {v}
with the plate {v}
with plate {v}
the plates are {v}
the plates say {v}
the plate says {v}
the plate reads {v}
the car's plate is {v}
my plate is {v}
my plates are {v}
number plate {v}
registration {v}
the registration is {v}
the reg is {v}
registered as {v}
it's the car with {v}
it's the one with the plate {v}
the car is {v}
{v} is the plate
{v} is on the plate
{v}, that's the plate
[and|oh and] the plate is {v}
on the back it says {v}`,
    tells: `the plate is {v}
it's {v}
it says {v}
it reads {v}
the plate says {v}
the plates are {v}
my plate is {v}
that's {v}
the registration is {v}
the reg is {v}
{v} is the plate
let me look outside, {v}
hold on, {v}
one second, {v}
I think it's {v}
I believe {v}
it should be {v}
plate {v}
license plate {v}
here it is, {v}
on the papers it says {v}
yes, {v}
okay, {v}
sure, {v}
that would be {v}
I never remember it, {v}`,
    decoys: `the plate is {v}, not {d}
the other car is {d}, this one is {v}`,
  }),
  vehicle: family({
    kind: vehicle,
    names:
      "vehicle, car, make, model, make and model, car model, vehicle model, vehicle type, truck, car make, vehicle make, machine, bike model, van, motorcycle, automobile, vehicle description",
    asks: `What kind of car is it?
Which car?
What do you drive?
What make is it?
What make and model?
[And|So] the car?
Which vehicle is it?
What vehicle are we talking about?
[Sure|Okay]. And what kind of vehicle?
What are you driving?
What's the model?
And the make?`,
    gives: `I drive {a}
I'm driving {a}
I have {a}
I've got {a}
I own {a}
we have {a}
it's {a}
it's my {v}
it's for {a}
it's for my {v}
for {a}
for my {v}
for the {v}
with my {v}
the car is {a}
the car's {a}
my car is {a}
the vehicle is {a}
I bought {a}
we bought {a}
it's about my {v}
the {v}
my {v}
our {v}
a used {v}
an old {v}
I come in {a}`,
    tells: `it's {a}
I drive {a}
{a}
{v}
I have {a}
I've got {a}
the {v}
my {v}
it's my {v}
the car is {a}
a used {v}
an old {v}
that's {a}
that would be {a}
it's an old {v}
we have {a}
I'm driving {a}
my car is {a}
the vehicle is {a}
my wife's {v}
my husband's {v}
I think it's {a}
we bought {a}
{a}, a lovely one
{v}, almost new`,
    decoys: `{a}, not {d}
I used to drive {d}, now it's {a}
I sold the {d}, it's about the {v}`,
  }),
};
