/** Something a tool does with a thing: names for it, and how callers ask for it. */
export interface Action {
  /** First words of the tool's name. */
  readonly verbs: readonly string[];
  /** First words of its description; the thing follows. */
  readonly about: readonly string[];
  /** The caller's requests; `{a}` is the thing with "a", `{my}` with "my" or "the", `{n}` bare. */
  readonly requests: readonly string[];
  /** What the agent says once it is done. */
  readonly done: readonly string[];
  /** Whether it creates something with an id, needs the id of something, or only tells. */
  readonly nature: "creates" | "changes" | "tells";
  /** Parameter families that go with it, `!` for those it never misses. */
  readonly takes: readonly string[];
}

function list(text: string, separator: RegExp = /\s*,\s*/): string[] {
  return text.trim().split(separator);
}

function action(
  nature: Action["nature"],
  verbs: string,
  about: string,
  takes: string,
  requests: string,
  done: string,
): Action {
  const lines = (text: string) => list(text, /\s*\n\s*/);
  return {
    nature,
    verbs: list(verbs),
    about: list(about),
    takes: list(takes),
    requests: lines(requests),
    done: lines(done),
  };
}

export const actions: Readonly<Record<string, Action>> = {
  book: action(
    "creates",
    "book, reserve, schedule, make, arrange, create, add, set up, new, plan, place, hold, request, secure, rent, hire, get",
    "Books, Reserves, Schedules, Arranges, Makes, Sets up, Requests, Rents",
    "date!, time, people, self, phone, email, startDate, endDate, duration, choice, staff, city, address, remark, from, to, title",
    `[I'd like|I want|we'd like] to [book|reserve|get|arrange|rent|have] {a}
     [can|could] [I|we] [get|have|book|reserve|hire] {a}
     [is it possible|would it be possible] to [schedule|set up|reserve] {a}
     I need {a}
     [I'm looking for|I was hoping for] {a}
     [please |]put me down for {a}
     [please |][book|reserve|schedule] {a} for me
     do you have {a} for us
     we were thinking of {a}
     sign me up for {a}
     {a} please
     let's [do|get] {a}`,
    `[You're all set|All set], {my} is [booked|reserved].
     [Done|Okay], your {n} is [booked|confirmed].
     I've [reserved|booked] {my} for you.
     Your {n} is [arranged|on the calendar].`,
  ),
  cancel: action(
    "changes",
    "cancel, delete, remove, drop, call off, revoke, void, withdraw, abort, terminate, stop, end, close, discard, erase",
    "Cancels, Deletes, Removes, Calls off, Withdraws, Stops, Closes",
    "code!, remark, self, date, choice, phone",
    `[I need|I want|I have] to cancel {my}
     [please |]cancel {my}
     [can|could] you [cancel|drop|take out|delete] {my}
     I won't [need|be using] {my} [after all|anymore]
     [we have to|I must] call off {my}
     get rid of {my}
     I don't want {my} anymore
     please take {my} off
     I'd like to get out of {my}
     forget about {my}`,
    `{my} is [cancelled|gone].
     [Done|Okay], I've cancelled {my}.
     I [took|have taken] {my} off.`,
  ),
  move: action(
    "changes",
    "move, reschedule, postpone, shift, change, rebook, delay, push, bring forward, change date of, change time of, adjust",
    "Moves, Reschedules, Postpones, Shifts, Rebooks, Changes the time of",
    "code!, date!, time, self",
    `[can|could] [I|we] move {my}
     I [need|have|want] to [reschedule|postpone|move|shift] {my}
     [can|could] you push back {my}
     something came up, I have to [move|change the day of] {my}
     is there another day for {my}
     [we'd like|I'd like] a different time for {my}
     please put {my} on another day
     I can't make it to {my}, can we find another time`,
    `{my} [has been moved|is moved].
     [Done|Okay], I've moved {my}.
     The new time for your {n} is set.`,
  ),
  update: action(
    "changes",
    "update, change, edit, modify, set, correct, amend, alter, fix, replace, revise, switch",
    "Updates, Changes, Edits, Corrects, Modifies, Amends",
    "code, choice!, quantity, phone, email, address, remark, amount, self, item",
    `[I need|I want|I'd like] to [update|change|correct|edit] {my}
     [can|could] you [change|update|fix|correct] {my}
     there is a mistake in {my}
     {my} [needs a change|is wrong|is out of date]
     something about {my} has changed
     please [adjust|modify|amend] {my}
     I have to make a change to {my}`,
    `{my} is updated.
     [Done|Okay], I've changed {my}.
     I've put that into your {n}.`,
  ),
  status: action(
    "tells",
    "get, check, track, lookup, show, fetch, read, view, status of, find, query, trace, retrieve, locate, see",
    "Tells the status of, Tracks, Shows, Looks up, Checks, Finds, Says where to find",
    "code!, self, phone, email, pastDate, postalCode",
    `where is {my}
     [can|could] you [check|track|look up|find|see] {my}
     [what's|what is] [happening|going on] with {my}
     what's the [status|state] of {my}
     any news [on|about] {my}
     has {my} [arrived|shipped|been processed] yet
     I'm [waiting|still waiting] for {my}
     I'd like to know about {my}
     tell me about {my}
     how far along is {my}`,
    "",
  ),
  search: action(
    "tells",
    "search, find, list, browse, look for, get, show, discover, explore, suggest, recommend, filter, query",
    "Searches, Finds, Lists, Suggests, Shows available, Looks for",
    "city, date, amount, choice, people, item, startDate, from, to, title, time",
    `[what|which] {ns} [do you have|are there|can you offer]
     [can|could] you [find|show|recommend|suggest] me {a}
     I'm looking for {a}
     are there any {ns}
     help me find {a}
     do you [carry|offer|have] {ns}
     what {ns} would you recommend
     show me [some|the] {ns}
     I'm after {a}, what is there`,
    "",
  ),
  available: action(
    "tells",
    "check, find free, get available, is free, available, query open, see free, look up open, get openings for, check free",
    "Checks whether something is free: , Tells free times for, Finds openings for, Says if there is room for",
    "date!, time, people, choice, city, staff, duration",
    `[is|would] {a} be free
     do you have {a} free
     when is the next free {n}
     are there any openings for {a}
     is there [room|anything open] for {a}
     do you still have {ns}
     what times do you have for {a}
     is {a} still available`,
    "",
  ),
  order: action(
    "creates",
    "order, buy, purchase, add, place, get, submit, add to cart, request, take, put, checkout",
    "Orders, Buys, Adds to the basket, Takes an order for, Purchases",
    "item!, quantity!, choice, address, self, phone, email, remark, date, items",
    `[I'd like|I want] to [order|buy|get] something
     [can|could] I [order|buy|place an order]
     [I'm calling|calling] to order
     I [want|need] to place an order
     [please |]put in an order
     I'd like to [purchase|get hold of] something
     take an order for me`,
    `Your order is [in|placed].
     [Done|Okay], I've ordered that.
     It's [ordered|on the list] now.`,
  ),
  send: action(
    "creates",
    "send, email, mail, deliver, forward, share, text, ship, post, dispatch, resend, transmit, fax",
    "Sends, Mails, Forwards, Delivers, Ships, Texts",
    "email!, other, remark, address, phone, choice, date",
    `[can|could] you [send|mail|forward|resend] {my}
     please send {a}
     [I'd like|I want] {my} [sent|mailed|forwarded]
     I never got {my}, send it again
     I need {a} sent out
     get {a} over to [me|them]
     please [ship|forward|pass on] {my}`,
    `{my} is on its way.
     [Done|Okay], I've sent {my}.
     I sent {my} just now.`,
  ),
  pay: action(
    "changes",
    "pay, settle, charge, make payment for, process payment for, transfer, clear, pay off, top up, deposit, contribute",
    "Pays, Settles, Takes a payment for, Charges, Tops up",
    "amount!, code, choice, card, self, date",
    `[I'd like|I want|I need] to pay {my}
     [can|could] I [pay|settle|clear] {my}
     [I'm calling|calling] to make a payment on {my}
     take a payment for {my}
     let me [pay off|settle] {my}
     I want to [put money|make a deposit] on {my}`,
    `The payment for {my} went through.
     [Done|Okay], {my} is paid.
     I've taken the payment.`,
  ),
  report: action(
    "creates",
    "report, file, log, submit, open, record, raise, register, create, note, lodge, document",
    "Reports, Files, Records, Logs, Opens a case for, Takes down",
    "remark!, choice, date, self, phone, address, code, amount",
    `[I need|I want|I'd like] to report [something about|a problem with] {my}
     there's [a problem|something wrong|an issue] with {my}
     [I'm calling|calling] to complain about {my}
     [I want|I have] to [file|log|open] something about {my}
     {my} [is broken|doesn't work|went wrong]
     I have trouble with {my}
     you need to know about {my}`,
    `I've [reported|filed|recorded] that.
     [Done|Okay], I've logged the problem with {my}.
     Your report is [in|filed].`,
  ),
  enroll: action(
    "creates",
    "enroll, register, sign up, subscribe, join, apply, open, start, activate, create, add, onboard, admit",
    "Enrolls somebody in, Registers for, Signs up for, Starts, Opens, Applies for",
    "self!, email, phone, choice, startDate, address, pastDate, postalCode, title",
    `[I'd like|I want] to [sign up|register|apply] for {a}
     [can|could] I [join|start|open] {a}
     how do I get {a}
     I want to become part of {a}
     enroll me in {a}
     [we'd like|I'd like] to start {a}
     register me for {a}
     I'm interested in [starting|opening] {a}`,
    `[Welcome aboard|Welcome], your {n} is [active|registered].
     [Done|Okay], you're signed up for {my}.
     I've registered you.`,
  ),
  activate: action(
    "changes",
    "activate, enable, turn on, unlock, unblock, start, resume, open, switch on, reactivate, unfreeze, restore",
    "Activates, Turns on, Unlocks, Enables, Restores, Resumes",
    "code!, choice, self, pin, date",
    `[please |]turn on {my}
     [can|could] you [activate|enable|unlock|unblock|switch on] {my}
     {my} [is locked|is blocked|isn't active yet]
     I need {my} [working|active|on] again
     [I'd like|I want] to [start using|resume] {my}
     wake up {my}`,
    `{my} is [active|on] now.
     [Done|Okay], I've unlocked {my}.`,
  ),
  deactivate: action(
    "changes",
    "deactivate, disable, turn off, lock, block, pause, freeze, suspend, shut down, switch off, mute, hold",
    "Deactivates, Turns off, Locks, Blocks, Pauses, Freezes",
    "code!, choice, remark, endDate, self",
    `[please |]turn off {my}
     [can|could] you [block|lock|pause|freeze|disable] {my}
     {my} was stolen
     I want {my} [paused|frozen|off] for now
     put {my} on hold
     [I'd like|I want] to suspend {my}
     shut down {my}`,
    `{my} is [off|paused|blocked] now.
     [Done|Okay], I've blocked {my}.`,
  ),
  refund: action(
    "changes",
    "refund, return, reimburse, reverse, exchange, send back, credit, give back, claim back, swap",
    "Refunds, Takes back, Returns, Exchanges, Reimburses",
    "code!, remark, amount, choice, item, quantity",
    `[I'd like|I want|I need] my money back for {my}
     [can|could] I [return|send back|exchange] {my}
     [I'd like|I want] a refund [for|on] {my}
     I want to give back {my}
     please take back {my}
     {my} is not what I wanted, can I return it
     how do I get reimbursed for {my}`,
    `The [refund|money] for {my} is on its way.
     [Done|Okay], the return of {my} is [arranged|registered].`,
  ),
  price: action(
    "tells",
    "get price of, quote, estimate, calculate, price, cost of, compute, rate, get rate for, appraise, compare price of",
    "Tells the price of, Estimates, Calculates the cost of, Quotes",
    "item, quantity, choice!, from, to, duration, city, startDate, date",
    `how much is {a}
     what does {a} cost
     what would you charge for {a}
     [can|could] you [give|tell] me the price of {a}
     I'd like [an estimate|a quote|a price] for {a}
     what's the rate for {a}
     is {a} expensive
     what do I pay for {a}`,
    "",
  ),
  remind: action(
    "creates",
    "remind, set, create, add, schedule, notify, alert, save, note, put",
    "Sets a reminder for, Notifies about, Saves, Adds a note on",
    "remark!, date, time, phone, email",
    `remind me about {my}
     [can|could] you remind me of {my}
     don't let me forget {my}
     set {a} for me
     make a note about {my}
     I want to be notified about {my}`,
    `I'll remind you.
     [Done|Okay], that's noted.
     The reminder is set.`,
  ),
  confirm: action(
    "changes",
    "confirm, verify, approve, accept, validate, check in, sign, authorize, acknowledge, complete, extend, renew",
    "Confirms, Verifies, Approves, Checks in, Renews, Extends",
    "code!, self, date, pin, endDate, pastDate",
    `[I'd like|I want|I'm calling] to confirm {my}
     [can|could] you [confirm|verify|renew|extend] {my}
     please [approve|confirm|extend] {my}
     {my} is about to expire
     let me [check in|sign off] {my}
     I want to keep {my} longer`,
    `{my} is [confirmed|extended].
     [Done|Okay], I've confirmed {my}.`,
  ),
};
