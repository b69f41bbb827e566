import { action } from "./action.ts";

/** What ends something, or takes it back. */
export const endingActions = {
  cancel: action({
    nature: "changes",
    verbs: `cancel, delete, remove, drop, call off, revoke, void, withdraw, abort, terminate, stop, end, close, discard, erase, scrap, annul,
      clear, release, undo, rescind, give up, cancel existing, delete existing, take off, quit`,
    does: `cancel {my}; call off {my}; get rid of {my}; drop {my}; delete {my}; get out of {my}; withdraw {my}; give up {my};
      take {my} off the books; scrap {my}`,
    about: `Cancels {a}.; Deletes {a}.; Removes {a}.; Calls off {a}.; Withdraws {a}.; Cancels an existing {n}.; Stops {a}.; Closes {a}.;
      Use when the caller no longer wants {my}.; Ends the caller's {n}.; Takes {a} off the books.; Voids {a}.; Releases a {n} that isn't needed.;
      Cancellation of {ns}.; Removes a {n} from the system.; Call to drop {a}.; Revokes {a}`,
    takes: "code!, remark, self, date, choice, phone",
    requests: `[I need|I want|I have] to cancel {my}; [please |]cancel {my}; [can|could] you [cancel|drop|take out|delete] {my}
      I won't [need|be using] {my} [after all|anymore]; [we have to|I must] call off {my}; get rid of {my}; I don't want {my} anymore
      please take {my} off; I'd like to get out of {my}; forget about {my}; we've changed our minds about {my}, [cancel it|drop it]
      (move) I can't make it to {my}; (move,update) something came up and {my} won't work; {my} [isn't|is not] needed anymore
      I found something [else|better], so {my} can go; [I'm|we're] not going to need {my}; there's no need for {my} anymore
      {my} has to be cancelled; I'm afraid we have to cancel {my}; scratch {my}; {my} is off; (move) we won't be able to come for {my}
      would you mind cancelling {my}; I booked {my} by mistake; I've got {my} twice, drop one; I made {my} by accident, undo that
      (move) I'm [sick|ill|stuck at work] and can't do {my}; (move) I have to back out of {my}; we [decided|chose] against {my}
      can I still [cancel|get out of] {my}; is there a way out of {my}; I'm calling to [cancel|withdraw] {my}
      [my wife|my husband|my boss] doesn't want {my} [now|anymore]; things changed, we don't need {my}; let {my} go
      you can give {my} to somebody else; I want nothing more to do with {my}; please [remove|delete|erase] {my}
      I'd rather not have {my} after all; {my} was a mistake, take it back; I have to say no to {my} after all
      we're [moving away|leaving town], so {my} isn't needed; cancel {my} for me, would you; I no longer want {my}
      I'm sorry to do this but {my} has to go; wipe {my} from the books; pull out of {my} for me; {my}, cancel it please
      kindly cancel {my}; no more {n} for me; I need to cancel; I want to cancel [something|that]; please cancel it for me
      (move) I'm not going to make it; I have to call it off; can you take me off [the list|the books]; I'd like to back out
      I don't need it anymore; we won't be coming after all; I have to withdraw`,
    done: `{my} is [cancelled|gone].; [Done|Okay], I've cancelled {my}.; I [took|have taken] {my} off.; That's cancelled.; {my} has been removed.
      You won't be charged for {my}.; It's off the books.; I've called off {my}.; {my} is no longer in the system.; Cancelled, as you asked.
      All right, {my} is deleted.; The cancellation went through.; You're free, {my} is gone.; I've withdrawn {my}.`,
  }),
  dropItem: action({
    nature: "changes",
    verbs: `remove item from, take off, remove from, drop from, cancel part of, delete line from, remove line from, take out of, reduce,
      remove product from, strike from, delete from, remove one from, cancel item in, drop item from, leave out of, shorten, subtract from,
      delete position from, cut from, remove entry from, take away from, partially cancel, strip from, exclude from`,
    does: `take something out of {my}; remove one thing from {my}; drop part of {my}; cancel part of {my}; leave something out of {my};
      take one item off {my}; make {my} smaller; strike a line from {my}`,
    about: `Removes an item from {a}.; Takes one thing off {a}.; Cancels part of {a}.; Drops a line from the caller's {n}.; Deletes one position of {a}.;
      Use when only a part of {my} isn't wanted.; Reduces {a}.; Leaves the rest of the {n} as it is.; Partial cancellation.; Removes a product.;
      Strikes an entry from {a}.; Makes {a} smaller by one item.`,
    takes: "item!, code, quantity, remark, choice",
    requests: `one piece too many in {my}, take it away; I don't want all of {my}, only most of it; please edit something out of {my}
      leave everything in {my} but one; the salesman put an extra into {my}, remove it; I'm on a budget, so take something out of {my}
      [can|could] you take [something|one thing|an item] [off|out of] {my}; I'd like to remove [something|an item] from {my}
      leave something out of {my}; there's one thing in {my} I don't want; keep {my} but take one thing out
      I put too much in {my}, remove [one|something]; part of {my} can be cancelled; drop one thing from {my}
      I don't need everything in {my}; I want to cancel [only a part|one part] of {my}, not all; strike something from {my}
      one of the things in {my} is [a mistake|too many|wrong], take it off; cut {my} down a bit; make {my} smaller
      please delete one line from {my}; the rest of {my} is fine, just drop one thing; can I have {my} without one of the things
      I ordered something twice in {my}, remove one; {my} has something in it I never asked for, take that out
      I changed my mind about one thing in {my}; without something from {my} please; could you shorten {my}
      take away one item from {my}; everything stays in {my} except one thing; there's an extra in {my} I'd like gone
      [my wife|my husband] says we have that already, take it out of {my}; skip one of the items in {my}
      please remove one thing; can you take an item off again; I'd like to drop part of what I ordered; leave one thing out`,
    done: `[Done|Okay], that's off {my}.; I've taken it out.; It's removed, the rest stays.; {my} is smaller now.; That item is gone.
      I dropped it from {my}.; The rest of {my} is unchanged.; That line is deleted.; I left it out.; {my} no longer has it.
      Removed.; It's out of {my} now.`,
  }),
  deactivate: action({
    nature: "changes",
    verbs: `deactivate, disable, turn off, lock, block, pause, freeze, suspend, shut down, switch off, mute, hold, shut off, stop, halt,
      put on hold, block lost, secure, disarm, bar, interrupt, hibernate, set inactive, lock down, temporarily disable, snooze`,
    does: `turn off {my}; block {my}; lock {my}; pause {my}; freeze {my}; suspend {my}; put {my} on hold; disable {my}; switch {my} off;
      stop {my} for a while`,
    about: `Deactivates {a}.; Turns off {a}.; Locks {a}.; Blocks {a}.; Pauses {a}.; Freezes {a} for a while.; Suspends {a}.; Puts {a} on hold.;
      Use when {my} was lost or stolen.; Temporarily disables {a}.; Blocks a lost {n}.; Switches {a} off.; Makes {a} inactive.;
      Call this to stop {a} until further notice.; Locks {a} against misuse.`,
    takes: "code!, choice, remark, endDate, self",
    requests: `could you make {my} sleep for a while; I don't want {my} running while I'm away; my teenager misuses {my}, lock it for now
      no more use of {my} until I say so; let {my} rest over the winter; keep everybody out of {my}; I suspect fraud on {my}, stop it at once
      for the next weeks I don't need {my} on; please hold {my} until September
      [please |]turn off {my}; [can|could] you [block|lock|pause|freeze|disable] {my}; (replace,claim,report) {my} was stolen
      I want {my} [paused|frozen|off] for now; put {my} on hold; [I'd like|I want] to suspend {my}; shut down {my}
      (replace,report) I've lost {my}, [block it|lock it]; somebody else is using {my}, [stop it|lock it]; freeze {my} right now
      I'm away for a while, so pause {my}; I won't be here for [two months|the summer], can {my} rest; switch {my} off for the time being
      nobody should be able to use {my}; I think {my} was hacked, lock it; [I'd like|we'd like] {my} to stop for a bit
      can {my} be [paused|blocked|suspended|switched off]; please make sure {my} can't be used; lock {my} down
      I need {my} off until [further notice|I'm back|next month]; we don't use {my} in winter, turn it off
      don't let anyone get into {my}; [my wallet|my bag] got stolen and {my} was in it, block it; {my} should be inactive for now
      I'm going abroad and {my} should sleep meanwhile; disable {my} please; suspend {my} until I call again; block {my} quickly
      someone got hold of {my}; I don't trust what's happening with {my}, freeze it; give {my} a break for a few weeks
      could you deactivate {my}; stop {my} for [now|a month]; {my} needs to be blocked; it's urgent, block {my}
      (replace,report) I left {my} on the [train|bus] and want it blocked; my ex still has {my}, lock it; halt {my}
      I lost it, please block it; turn it off please; I need something blocked; can you put everything on hold for now`,
    done: `{my} is [off|paused|blocked] now.; [Done|Okay], I've blocked {my}.; Nobody can use {my} now.; {my} is locked.; I've frozen {my}.
      {my} is on hold until you call again.; It's suspended.; I switched {my} off.; {my} is inactive from now on.; The block is in place.
      It's locked, don't worry.; {my} rests for now.`,
  }),
  unsubscribe: action({
    nature: "changes",
    verbs: `unsubscribe, opt out, stop sending, remove from list, unsubscribe from, leave, sign off, opt out of, stop, unenroll from, remove subscriber,
      cancel mailing, mute, no more, unlist, block mailing, take off list, unregister from, end mailing, stop mailing, withdraw consent,
      drop from list, revoke consent for, mark opt out, suppress`,
    does: `stop getting {my}; unsubscribe from {my}; opt out of {my}; get off the list for {my}; leave {my}; end {my}; sign off from {my};
      not receive {my} anymore`,
    about: `Unsubscribes a person from {a}.; Opts out of {a}.; Stops {a}.; Takes somebody off the list for {a}.; No more {n} for the caller.;
      Use when the caller doesn't want to receive {my}.; Removes an address from {a}.; Ends {a}.; Withdraws consent for {a}.;
      Opt-out for {ns}.; Drops a subscriber.; Signs a person off from {a}.`,
    takes: "email!, phone, choice, remark, self",
    requests: `I don't know how I got on the list for {my}, take me off; please, no more of {my}, I beg you; how do I make {my} stop
      my phone buzzes with {my} all day, end it; delete me from {my}; I'd be grateful to not receive {my} anymore
      [please |]unsubscribe me from {my}; I want to stop [getting|receiving] {my}; [take|get] me off [the list for|] {my}
      I keep getting {my}, please stop; don't send me {my} anymore; I never [asked for|signed up for] {my}, make it stop
      how do I get off {my}; no more of {my} please; {my} is [annoying|too much|spam], stop it; opt me out of {my}
      I get {my} every [day|week] and I don't read it; I'd like to leave {my}; remove my address from {my}
      can you stop sending {my}; enough of {my}; my inbox is full of {my}, take me off; I don't want {my} any longer
      sign me off from {my}; I've had enough of {my}; please don't contact me with {my} again; I want out of {my}
      I clicked the link to leave {my} but it keeps coming; my late father still gets {my}, can you end that
      {my} should not come to this address anymore; could you take this address off {my}; spare me {my} from now on
      I no longer [work there|need it], so no {n} please; withdraw my consent to {my}; [end|stop] {my} for me
      take me off your list; stop [writing|mailing|texting] me; please don't send me anything anymore; I want to opt out; unsubscribe me`,
    done: `You won't get {my} anymore.; [Done|Okay], you're off the list.; I've unsubscribed you.; That's stopped.; No more {n} for you.
      You're opted out.; It may take a day, but {my} will stop.; Your address is off {my}.; You're removed.; You've left {my}.
      I've ended {my}.; You'll hear nothing more.`,
  }),
  refund: action({
    nature: "changes",
    verbs: `refund, return, reimburse, reverse, exchange, send back, credit, give back, claim back, swap, take back, process return of,
      start return of, issue credit for, process refund for, initiate return of, repay, pay back, create return for, money back for,
      reverse charge for, request refund for, open return for, accept return of, return purchased, compensate for`,
    does: `return {my}; send {my} back; get my money back for {my}; give {my} back; get a refund for {my}; bring {my} back;
      get reimbursed for {my}; exchange {my}`,
    about: `Refunds {a}.; Takes back {a}.; Returns {a}.; Exchanges {a}.; Reimburses the caller for {a}.; Pays back what was paid for {a}.;
      Use when the caller wants money back for {my}.; Starts a return of {a}.; Registers a return.; Gives a credit for {a}.; Return of {ns}.;
      Reverses the charge for {a}.; Opens a return for an unwanted {n}.; Sends the money back.`,
    takes: "code!, remark, amount, choice, item, quantity",
    requests: `the shop told me I can give {my} back here; I only opened {my} once and want to return it; money back for {my} please
      I got charged for {my} although I never took it; {my} wasn't as described, I want what I paid
      [I'd like|I want|I need] my money back for {my}; [can|could] I [return|send back|exchange|bring back] {my}
      [I'd like|I want] a refund [for|on] {my}; I want to give back {my}; please take back {my}; {my} is not what I wanted, can I return it
      how do I get reimbursed for {my}; {my} doesn't fit, I want to send it back; {my} isn't what [I ordered|the picture showed]
      I changed my mind and want to send {my} back; {my} was [charged|billed] twice, I want that back; I paid too much for {my}
      I got the wrong {n}, can it go back; {my} came [too late|damaged] and I want my money; what's the way to return {my}
      I don't like {my}, take it back please; [my wife|my husband|my mother] doesn't like {my}, can we return it
      I paid for {my} but never got it, I want the money back; {my} is going back; (cancel) can I still get a refund on {my}
      you owe me money for {my}; I was promised a refund for {my}; when I opened the box {my} was wrong, I'd like to return it
      I was overcharged for {my}, please credit me; I'd like to hand {my} back; send me a return label for {my}
      we bought {my} and it's no good, refund us; {my} is too [small|big|loud|heavy], I want to bring it back
      I want to swap {my} against something else; can {my} be exchanged; it was a gift and I already have {a}, can I return it
      I'm not [happy|satisfied] with {my} and want a refund; put the money for {my} back on my card; reimburse me for {my}
      let me have my money back for {my}, would you; I'd like to [start|request|open] a return for {my}; {my} goes back to you
      I want my money back; I'd like to return something; I need to send something back; how do I get a refund; can I bring it back`,
    done: `The [refund|money] for {my} is on its way.; [Done|Okay], the return of {my} is [arranged|registered].; You'll get your money back.
      I've refunded {my}.; You'll see it on your card in a few days.; The return is open, just send {my} back.; We'll take {my} back.
      I've credited you.; Your refund has been [issued|started].; That's reimbursed.; You can drop {my} off anywhere.; The exchange is set up.`,
  }),
};
