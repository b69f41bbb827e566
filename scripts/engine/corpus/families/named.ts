import { animalName, firstName, groupName, person, projectName, vesselName } from "../values/persons.ts";
import { family } from "./family.ts";

const gives = `my {n} is called {v}
my {n}'s name is {v}
our {n} is called {v}
our {n}'s name is {v}
the {n} is called {v}
the {n}'s name is {v}
the {n} is {v}
the {n} {v}
for my {n} {v}
for our {n} {v}
for the {n} {v}
for the {n} called {v}
for my {n}, {v}
for {v}, my {n}
for {v}, our {n}
for {v}, that's [my|our|the] {n}
it's for my {n}, {v}
it's for {v}, my {n}
it's about my {n} {v}
it's about {v}, our {n}
it's about the {n}, {v}
{v} is my {n}
{v} is our {n}
{v} is the {n}
{v} is the {n}'s name
{v}, that's the {n}
{v}, that's [our|my] {n}
[we|they] call the {n} {v}
we named the {n} {v}
we named our {n} {v}
I named my {n} {v}
a {n} called {v}
a {n} named {v}
a {n} by the name of {v}
with my {n} {v}
with our {n}, {v}
my {n} goes by {v}
the {n} goes by {v}
the {n} answers to {v}
everyone calls the {n} {v}
the name of the {n} is {v}
the name of my {n} is {v}
the {n} you know as {v}
put {v} down for the {n}
put {v} as the {n}
write {v} for the {n}
{n} name {v}
{n} {v}
you have the {n} [down|on file|registered] as {v}
the {n} is [down|listed|registered|in there] as {v}
the {n} should be [listed|put down] as {v}
[and|so|well] the {n} is {v}
[and|oh and] my {n} is called {v}
the {n} would be {v}
the {n} in question is {v}
I'm talking about the {n} {v}
I mean our {n} {v}
that's for {v}, the {n}
and {v} would be the {n}
you'd find the {n} under {v}
I have a {n}, {v}
I've got a {n} called {v}
we have a {n}, {v} is the name
there's my {n} {v}`;

const tells = `my {n} is called {v}
my {n}'s name is {v}
our {n} is called {v}
the {n} is called {v}
the {n}'s name is {v}
the {n} is {v}
{v} is my {n}
{v} is our {n}'s name
it's called {v}
the name is {v}
the name's {v}
[he's|she's] called {v}
[his|her] name is {v}
[we|they] call it {v}
we named it {v}
we call [him|her] {v}
everyone calls [him|her] {v}
[he|she] goes by {v}
it's registered as {v}
it's listed as {v}
you have it as {v}
it should be under {v}
that's {v}
that's {v}, our {n}
that would be {v}
that'd be {v} then
put {v}
put down {v}
write {v}
write down {v}
make it {v}
it's {v}
it is {v}
the {n}? {v}
oh, the {n} is {v}
well, {v}
yes, {v}
sure, {v}
it's {v}, the {n}
{v}, that's the {n}
{v}, that's the name
{v}, just like that
{v}, one word
{v}, funny name I know
{v}, [he|she] is lovely
{v}, as always
{v}, I think
a {n} called {v}
a {n} named {v}
my {n} {v}
our {n} {v}
it goes by {v}
just {v}
simply {v}
use {v}
say {v}
you can write {v}
let's say {v}
I'd call it {v}
the full name is {v}
the official name is {v}
this is about {v}
we're talking about {v}
it's about {v}`;

const asks = `What's the {n}'s name?
What is the {n}'s name?
What's your {n} called?
What is the {n} called?
[And|So] the {n}'s name?
[And|So] what's the {n} called?
[Can|Could|May] I [get|have] the {n}'s name?
The name of the {n}, please?
How is the {n} called?
Which {n} is it?
Which {n} is that?
Who's the {n}?
What name does the {n} have?
What should I put for the {n}?
And your {n}?
[Sure|Okay|Lovely|Great]. What's the {n}'s name?
[Sure|Okay]. Which {n}?
Which name should I put down for the {n}?
What's the name of your {n}?
[And|Okay], your {n}'s name?
Could you tell me the name of the {n}?`;

const decoys = `my {n} is {v}, and I'm {d}
for my {n} {v}, my own name is {d}
my name is {d}, it's for my {n} {v}
I'm {d}, the {n} is called {v}
{d} here, I'm calling for my {n} {v}
the {n} is {v}, not {d}
not {d}, the {n} is called {v}
the {n} isn't {d} anymore, it's {v}
we have two, but the {n} is {v}, not {d}
{v} is the {n}, {d} is somebody else
{d} is calling, but the {n} is {v}
my {n} is called {v}, {d} is my neighbor's`;

const names =
  "{n}, {n} name, {n} name, {n} name, name of {n}, {n} full name, {n} called, which {n}, {n} title, {n} label, for {n}, {n} nickname";
const templates = { names, gives, tells, asks, decoys };

/** Names of persons, beings and things that are not the caller, known by what they are: "my horse is called …". */
export const named = {
  relative: family({
    ...templates,
    kind: firstName,
    nouns: `child, daughter, son, kid, baby, boy, girl, grandson, granddaughter, niece, nephew, wife, husband, mother, father, brother,
sister, toddler, teenager, twin, godchild, little one, grandma, grandpa, partner, fiance, stepson, pupil, cousin`,
  }),
  companion: family({
    ...templates,
    kind: person(0.7),
    nouns: `friend, colleague, boss, neighbor, tenant, landlord, driver, second driver, assistant, manager, teacher, doctor, lawyer,
agent, contact, guest, roommate, student, employee, coach, captain, patient, resident, speaker, winner, supervisor, trainee,
guardian, parent, teammate, seller, buyer, witness, sponsor, author, artist, player, performer, bride, groom, godmother`,
  }),
  animal: family({
    ...templates,
    kind: animalName,
    nouns: `horse, pony, dog, cat, puppy, kitten, parrot, rabbit, hamster, pet, animal, donkey, goat, cow, sheep, turtle, lizard, bird,
budgie, ferret, mare, stallion, foal, bull, llama, guinea pig, snake, hen, pig, hound`,
  }),
  vessel: family({
    ...templates,
    kind: vesselName,
    nouns: `boat, ship, yacht, ferry, sailboat, canoe, plane, aircraft, balloon, train, bus, van, truck, car, camper, house, cabin, villa,
farm, hotel, room, hall, building, studio, cottage, lodge, camp, pier, garden, estate, machine, printer, device, router, server`,
  }),
  group: family({
    ...templates,
    kind: groupName,
    nouns: `team, band, choir, club, company, firm, business, group, charity, class, school, department, orchestra, association, society,
shop, store, agency, organization, family, troop, crew, league, union, church, foundation, startup, employer, supplier, vendor,
landlord, tour group, party, squad, partner company, brand, bank, publisher`,
  }),
  project: family({
    ...templates,
    kind: projectName,
    nouns: `project, event, product, app, website, course, show, campaign, account, list, playlist, album, song, book, film, game,
file, folder, document, plan, program, exhibition, festival, recipe, model, channel, podcast, meeting, task, site, category,
wedding, contest, race, tournament, package, collection, design, database, board`,
  }),
};
