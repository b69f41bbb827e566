import type { Draw } from "../draw.ts";
import { commaList, lines } from "../words/list.ts";
import type { Said, ValueMaker } from "./value.ts";

const things = commaList(
  `insurance, breakfast, gift wrap, express, parking, refundable, newsletter, reminder, wheelchair access, urgent, delivery,
assembly, receipt, tracking, auto renew, pets, quiet room, heating, lunch, warranty, translation, recording, invoice, towels, a high
chair, wifi, child seat, pickup, installation, disposal, signature, call back, cleaning, private lesson, late checkout, upgrade,
helmet, guide, transfer, dinner, balcony, extra bed, air conditioning, navigation, second driver, notifications, marketing, paper
copy, storage, priority boarding, luggage, catering, projector, certificate, engraving, personal greeting, samples, shade, stairs`,
);
/** What is so or isn't, rather than wanted. */
const states: ReadonlySet<string> = new Set(["refundable", "urgent", "express", "auto renew"]);

export function drawSwitchedThing(draw: Draw): string {
  return draw.chance(0.15) ? draw.word(1, 3) : draw.pick(things);
}

/** Wanted or not: given with the thing's name; as an answer mostly "yes" or "no". */
export function switched(thing: string): ValueMaker {
  const [wanted, unwanted] = states.has(thing) ? [isSo, isNotSo] : [wantedWays, unwantedWays];
  const given = (draw: Draw): Said =>
    draw.chance(0.6)
      ? { value: true, words: draw.say(wanted, { t: thing }) }
      : { value: false, words: draw.say(unwanted, { t: thing }) };
  return {
    schema: { type: "boolean" },
    make: ({ draw }) => given(draw),
    answer({ draw }) {
      if (draw.chance(0.2)) return given(draw);
      return draw.chance(0.5)
        ? { value: true, words: draw.say(agreements) }
        : { value: false, words: draw.say(refusals) };
    },
  };
}

const wantedWays = lines(`with {t}
with {t} please
including {t}
and with {t}
and {t} please
I want {t}
I'd like {t}
I'd like {t} with it
I need {t}
we need {t}
we want {t} too
{t} would be great
{t} would be nice
{t} yes
yes to {t}
please add {t}
add {t}
and add {t}
put {t} on it
plus {t}
{t} as well
{t} too
don't forget {t}
definitely with {t}
and I do want {t}
make sure there's {t}
I'll take {t} with it`);

const unwantedWays = lines(`without {t}
without {t} please
no {t}
no {t} please
and no {t}
I don't want {t}
I don't need {t}
we don't need {t}
we don't want {t}
I wouldn't need {t}
I can do without {t}
{t} isn't necessary
{t} is not needed
{t} no
no to {t}
skip {t}
skip the {t}
leave out {t}
leave the {t} out
not with {t}
but no {t}
but without {t}
don't add {t}
definitely no {t}
I'd rather not have {t}
no need for {t}`);

const isSo = lines(`it's {t}
it should be {t}
it has to be {t}
{t} please
{t} yes
make it {t}
and {t}
definitely {t}
yes, {t}
I want it {t}
I need it {t}`);

const isNotSo = lines(`it's not {t}
it isn't {t}
not {t}
it doesn't have to be {t}
it needn't be {t}
{t} no
no, not {t}
definitely not {t}
I don't need it {t}
nothing {t}`);

const agreements = lines(`yes
yes
yes please
yes, please
yes sure
yes, I would
yes, that's right
yes, I do
yes, of course
yes, why not
yes, definitely
yes, add that
yes, go ahead
yes, that would be great
yes, I'd like that
yeah
yeah, sure
yeah, please
yep
yup
sure
sure, why not
sure thing
of course
certainly
absolutely
definitely
please
please do
please yes
I do
I would
I'd like that
I think so, yes
that'd be nice
that would be great
that sounds good
sounds good, yes
why not
okay
okay, yes
oh yes
oh yes please
mhm, yes
right, yes
correct
if possible, yes
by all means
go for it
gladly
I'd love that
with, please`);

const refusals = lines(`no
no
no thanks
no, thanks
no, not needed
no thank you
no, I don't
no, I wouldn't
no, I'm fine
no, that's okay
no, that's fine
no, never mind
no, not this time
no, not really
no, skip that
no, leave it
no need
nope
nah
nah, I'm good
not really
not this time
not today
not for me
not necessary
not needed
I don't think so
I don't need that
I don't want that
I'd rather not
rather not
thanks, but no
that's not necessary
that won't be necessary
we don't need that
oh no
oh no, thanks
definitely not
absolutely not
certainly not
never
no way
leave it out
skip it
it's fine without
without, please
I'm good
I'm okay without
don't bother`);
