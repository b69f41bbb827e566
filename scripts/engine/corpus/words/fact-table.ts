import { lines } from "./list.ts";

/** What a system prompt may say of the business, and what callers ask for. */
export interface FactRow {
  /** `{x}` is the value; two facts of hours have `{y}` too. */
  readonly facts: readonly string[];
  readonly questions: readonly string[];
  /** Values; `#` is a number, `~` a made-up word. */
  readonly values: readonly string[];
}

function row(facts: string, questions: string, values: string): FactRow {
  const parted = (text: string) => lines(text).flatMap((line) => line.split(/\s*;\s*/));
  return { facts: parted(facts), questions: parted(questions), values: parted(values) };
}

export const factTable: readonly FactRow[] = [
  row(
    `We're open from {x} to {y}.; Opening hours are {x} to {y}.; The doors are open {x} to {y}.; Hours: {x} until {y}.; You can come between {x} and {y}.`,
    `when do you [open|close]; what are your [opening |]hours; are you open [late|today|on weekends]; until when are you open; how long are you open; can I come in the evening
     what time do you [open|close] [today|tomorrow]; are you still open; from when is somebody there; is it open right now; at what hour do you shut`,
    `eight; nine; 10 am; 7:30; noon; half past eight; six in the morning; 9 am; 11; 8:15`,
  ),
  row(
    `You can park {x}.; Parking is {x}.; Cars can be left {x}.; There is parking {x}.`,
    `where can I park; [is there|do you have] parking; can I leave my car somewhere; is there a car park; do I find a parking space near you; where do people park
     is parking easy; I come by car, where do I leave it`,
    `behind the house; in the street; next door; in the garage below; for free at the station; in front of the gate; on the roof; across the road; for two hours at the market; in the yard`,
  ),
  row(
    `We are at {x}.; You find us at {x}.; Our address is {x}.; Address: {x}.; Come to {x}.`,
    `where are you; what's your address; how do I find you; where is your [shop|office|place]; where are you located; which street are you in; what do I put in my sat nav
     can you give me your address; where do I have to go`,
    `# ~ street; # ~ road; # ~ avenue; # ~ square; # old ~ lane; # ~ hill`,
  ),
  row(
    `We take {x}.; You can pay by {x}.; Payment: {x}.; We accept {x}.`,
    `how can I pay; do you [take|accept] cards; which payments do you take; can I pay cash; do you take cheques; is cash okay; what cards do you accept; can I pay with my phone`,
    `card and cash; cash only; card, cheque or transfer; all cards; bank transfer only; cards but no cash; card or invoice; anything but cheques`,
  ),
  row(
    `Dogs are {x}.; Pets are {x}.; Animals are {x}.`,
    `can I bring my [dog|pet|cat]; are [dogs|pets|animals] allowed; is it okay if I have my dog with me; what about dogs; do you let dogs in`,
    `welcome; not allowed; allowed on a leash; fine outside; allowed in the yard; only allowed if small; free of charge`,
  ),
  row(
    `The owner is {x}.; Our manager is {x}.; The boss is {x}.; {x} runs the place.`,
    `who [runs|owns] [this|the place]; who is [in charge|your boss]; what's the name of the owner; who is the manager; whose business is it`,
    `~ ~; Ms ~; Mr ~; the ~ family; Dr ~; ~ and ~`,
  ),
  row(
    `There is a fee of {x}.; We charge {x} extra.; A surcharge of {x} applies.; The service fee is {x}.`,
    `is there [a fee|an extra charge]; do you charge [extra|a fee]; are there hidden costs; is there a surcharge; what's the service fee; do I pay anything on top`,
    `# dollars; # percent; # euros; # pounds; # dollars a day; # cents`,
  ),
  row(
    `The wifi password is {x}.; Wifi is called {x}.; The guest network is {x}.`,
    `do you have wifi; what's the [wifi|internet] password; is there internet; how do I get online at your place; what's the name of the network`,
    `~; ~#; ~ guest; ~-~`,
  ),
  row(
    `Cancelling is free until {x} before.; Up to {x} before, nothing is charged for cancelling.; Late cancellations within {x} cost half.`,
    `what's your cancellation policy; what does it cost if somebody cancels late; until when is cancelling free; do I lose money if I can't come; how late can people cancel`,
    `# hours; # days; one day; two days; a week; noon the day`,
  ),
  row(
    `Delivery takes {x}.; We deliver within {x}.; Shipping time is {x}.; Orders arrive in {x}.`,
    `how long does delivery take; how fast do you deliver; how many days does shipping take; when do orders usually arrive; are you quick with deliveries`,
    `# days; two to three days; a week; one day; # hours; about half an hour; one working day`,
  ),
  row(
    `Delivery is free above {x}.; From {x} on shipping is free.; The minimum order is {x}.; We deliver from {x}.`,
    `is delivery free; what's the minimum order; is there a minimum; from what amount do you deliver; how much is shipping; do I pay for delivery`,
    `# dollars; # euros; # pounds`,
  ),
  row(
    `We are closed on {x}.; Nobody is here on {x}.; {x} is our day off.`,
    `are you open on [Mondays|Sundays|holidays]; which days are you closed; on what day are you shut; do you work on Sundays; when is your day off`,
    `Mondays; Sundays; Tuesdays; public holidays; weekends; Wednesdays; Christmas day; the last Friday of the month`,
  ),
  row(
    `Children under {x} are free.; Kids need to be {x}.; The minimum age is {x}.; You have to be {x} or older.`,
    `how old do you have to be; is there a minimum age; can children come; from what age is it; my kid is small, is that okay; do you let kids in; do children pay`,
    `#; twelve; sixteen; eighteen; six years old; ten; four`,
  ),
  row(
    `Please bring {x}.; Guests should bring {x}.; You need {x}.; Don't forget {x}.`,
    `what should I bring; do I need to bring something; what do I have to have with me; should I take anything along; what do people need to bring`,
    `a towel; an ID; your card; sports shoes; a passport; warm clothes; your papers; the invoice; a lock; water; your own cup`,
  ),
  row(
    `The warranty is {x}.; We give {x} warranty.; Everything is guaranteed for {x}.`,
    `how long is the warranty; is there a guarantee; what warranty do you give; what if it breaks later; is there any guarantee on it`,
    `two years; # months; one year; five years; lifetime; # years; ninety days`,
  ),
  row(
    `Returns are taken for {x}.; You can bring things back within {x}.; The return period is {x}.`,
    `how long can people return things; what's your return policy; until when can something be brought back; how many days do I have for returns`,
    `# days; two weeks; a month; fourteen days; thirty days; # weeks`,
  ),
  row(
    `Our email is {x}.; Write to {x}.; Mail goes to {x}.`,
    `what's your email; can I write to you; where can I send a mail; do you have an email address; how do I reach you in writing`,
    `info@~.com; office@~.org; hello@~.net; desk@~.com; mail@~.io`,
  ),
  row(
    `Our website is {x}.; Find us online at {x}.; More is on {x}.`,
    `do you have a website; where are you online; what's your web address; can I look at it on the internet; is there a page I can read`,
    `~.com; www.~.org; ~-~.net; ~.co; ~online.com`,
  ),
  row(
    `Students get {x} off.; Members get {x} off.; Groups save {x}.; There is {x} off before noon.`,
    `do you have discounts; is there a discount; is it cheaper for [students|members|groups]; do seniors pay less; any special offers; can I save something`,
    `# percent; ten percent; a quarter; half; # dollars; a third`,
  ),
  row(
    `The nearest station is {x}.; Take the bus to {x}.; Get off at {x}.; The next stop is {x}.`,
    `how do I get there by bus; which train goes to you; what's the nearest stop; can I come by bus; where do I get off; is there a station close by`,
    `~ street; ~; central station; ~ park; line # to ~; ~ square; the harbor`,
  ),
  row(
    `A visit takes {x}.; Plan {x}.; It usually takes {x}.; Expect {x}.`,
    `how long does it take; how much time should I plan; how long will I be there; is it quick; how long does a visit last; will it take all day`,
    `# minutes; an hour; half an hour; two hours; most of the day; # hours; about forty minutes`,
  ),
  row(
    `The entrance is {x}.; Come in {x}.; Visitors enter {x}.`,
    `where is the entrance; how do I get in; which door is it; where do I have to ring; which gate do I take; on which side is the entrance`,
    `in the yard; through the blue door; on the left; by the river; round the back; up the stairs; at gate #; next to the bakery; on floor #`,
  ),
  row(
    `Our specialty is {x}.; We are known for {x}.; This week's special is {x}.; Most people come for {x}.`,
    `what's your specialty; what are you known for; what's the special this week; what are you famous for; what do people come to you for`,
    `~; ~ ~; old ~; the ~; slow ~; wild ~`,
  ),
  row(
    `We speak {x}.; Languages: {x}.; Our staff speaks {x}.`,
    `which languages do you speak; does anybody speak Spanish; do you speak German; can I talk to someone in French; is there somebody who speaks my language`,
    `English; English and Spanish; French and English; English, German and Dutch; Polish and English; English and Arabic; many languages`,
  ),
];
