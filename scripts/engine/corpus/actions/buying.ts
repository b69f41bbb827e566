import { action } from "./action.ts";

/** What goes out to somebody: goods, papers, money. */
export const buyingActions = {
  order: action({
    nature: "creates",
    verbs: `order, buy, purchase, add, place, get, submit, add to cart, request, take, put, checkout, place order for, create order for, new order,
      order new, start order, make order, add to basket, sell, acquire, procure, reorder, create purchase, take order for, buy new`,
    does: `order {a}; buy {a}; purchase {a}; get {a}; place an order for {a}; have {a} delivered; get hold of {a}; put {a} in the basket`,
    about: `Orders {a}.; Buys {a}.; Adds to the basket.; Takes an order for {a}.; Purchases {a}.; Places an order.; Creates a new order.;
      Use when the caller wants to buy something.; Puts {a} in the cart.; Sells {a} to the caller.; Records what the caller orders.;
      New purchase of {ns}.; Starts an order for {ns}.; Takes down an order.; Submits an order for {a}`,
    takes: "item!, quantity!, choice, address, self, phone, email, remark, date, items",
    requests: `[I'd like|I want] to [order|buy|get|purchase] {a}; [can|could] I [order|buy|have|get] {a}; we've run out of {ns}
      we're short of {ns}; [please |]put in an order for {a}; I need a new {n}; I'd like to place an order for {ns}; send me {a}
      (search) do you sell {ns}, I'd like some; we need {ns} for [the office|a party|the weekend]; [order|get] me {a}; I'll take {a}
      I'm out of {ns}; my {n} is finished and I need another; {a} to go please; can I have {a} delivered; put {a} on my bill
      [my wife|my mother|my boss] sent me to get {a}; I saw your {ns} and want one; add {a} to my basket; I'd buy {a} from you
      we're low on {ns} again; it's my turn to get the {ns}; the old {n} gave up, I want to buy a new one; stock us up with {ns}
      is it possible to order {ns} by phone, because I'd like one; let me get {a}; the usual {n} please; I'd love to get my hands on {a}
      I'm calling to [order|buy] {a}; [take|note] an order for {a}; some more {ns} please; we could do with {a}; {a} please
      I want to give somebody {a} as a present; could you ship me {a}; I'll have {a}; we're having people over and need {ns}
      set {a} aside for me, I'll buy it; our {ns} are nearly gone, send more; I'd like another {n} like last time; one {n} for me
      I'd like to [order|buy|get] something; [can|could] I [order|buy something|place an order]; [I'm calling|calling] to order
      I [want|need] to place an order; [please |]put in an order; I'd like to [purchase|get hold of] something; take an order for me
      I've got an order for you; are you taking orders; we're ready to order; I'd like to stock up; I'd like to do some shopping with you
      same procedure as always, I'm ordering again; let me order real quick; we've run out again; I have a list of things I need`,
    done: `Your order is [in|placed].; [Done|Okay], I've ordered that.; It's [ordered|on the list] now.; Thanks for your order.; That's on its way to you.
      I've put the order through.; We'll get that ready.; The order is confirmed.; You'll have it soon.; Great choice, it's ordered.
      I've added it to your basket.; All ordered.; We'll pack it today.`,
  }),
  send: action({
    nature: "creates",
    verbs: `send, email, mail, deliver, forward, share, text, ship, post, dispatch, resend, transmit, fax, send copy of, mail out, send out, send again,
      hand out, pass on, drop off, message, request copy of, export, send duplicate of, courier, notify with`,
    does: `send {my}; mail {my}; forward {my}; have {my} sent; get a copy of {my}; email {my}; get {my} in the mail; pass on {my}`,
    about: `Sends {a}.; Mails {a}.; Forwards {a}.; Delivers {a}.; Ships {a}.; Texts {a}.; Sends a copy of {a}.; Emails {a} to the caller.;
      Use when the caller wants {a} in writing.; Passes {a} on to somebody.; Sends {a} again.; Mails out {ns}.; Gets {a} to a person.;
      Transmits {a}.; Call to send {a} by mail`,
    takes: "email!, other, remark, address, phone, choice, date",
    requests: `[can|could] you [send|mail|forward|resend] {my}; please send {a}; [I'd like|I want] {my} [sent|mailed|forwarded]
      I never got {my}, send it again; I need {a} sent out; get {a} over to [me|them]; please [ship|forward|pass on] {my}
      I can't find {my}, could you email it; [my accountant|my lawyer|my boss] needs a copy of {my}; I need {my} in writing
      would you send {my} over; I'd like a copy of {my}; {my} didn't arrive in my inbox, please send it once more; mail me {my}
      I deleted {my} by mistake, can I have it again by mail; can I get {my} by [email|post|text]; text me {my}; shoot me {my}
      you said you'd send {my} and I have nothing; could {my} be [sent|mailed] to somebody; forward {my} for me
      I need {my} for my [taxes|employer|records], please send it; have {my} sent [out|over]; let me have {my} in writing
      I'd like {my} in my mailbox; pass {my} on, would you; drop me {my} by mail; post {my} please; can you get {my} to [him|her|them]
      is it possible to have {my} emailed; I need a paper copy of {my}; please make sure {my} goes out today; send {my} right away
      my printer broke, mail {my} to me; {my} went to the wrong address, send it once more; share {my} with [me|my colleague]
      they're asking me for {my}, please send it to them; resend {my}; email {my} to somebody for me; I'd like to receive {my}
      it would help to have {my} in front of me, send it please; could you fax {my}; deliver {my} for me; I'm supposed to get {my} from you
      can you send me that; I'd like that in writing; please mail it to me; I need a copy; could you send it again; email it to me please`,
    done: `{my} is on its way.; [Done|Okay], I've sent {my}.; I sent {my} just now.; It's in the mail.; You should have it in a minute.
      I've mailed {my}.; Check your inbox.; {my} went out.; That's forwarded.; I've passed it on.; You'll get {my} shortly.; Sent.
      A copy is on its way.`,
  }),
  pay: action({
    nature: "changes",
    verbs: `pay, settle, charge, make payment for, process payment for, clear, pay off, top up, deposit, contribute, take payment for, pay down,
      submit payment for, pay for, add funds to, load, collect payment for, record payment for, debit, reload, pay towards, create payment for,
      accept payment for, pay in full, make payment, credit`,
    does: `pay {my}; settle {my}; pay off {my}; make a payment on {my}; clear {my}; put some money on {my}; pay what I owe on {my};
      take care of {my}`,
    about: `Pays {a}.; Settles {a}.; Takes a payment for {a}.; Charges {a}.; Tops up {a}.; Pays off {a}.; Records a payment for {a}.;
      Use when the caller wants to pay {my}.; Collects what is due on {a}.; Makes a payment towards {a}.; Processes a payment.; Payment of {ns}.;
      Clears an open {n}.; Puts money on {a}`,
    takes: "amount!, code, choice, card, self, date",
    requests: `[I'd like|I want|I need] to pay {my}; [can|could] I [pay|settle|clear] {my}; [I'm calling|calling] to make a payment on {my}
      take a payment for {my}; let me [pay off|settle] {my}; I want to [put money|make a deposit] on {my}; {my} is due, I'd like to pay
      I got a reminder that {my} isn't paid; what I owe on {my}, I'd like to pay it; here's some money for {my}; top up {my}
      can I take care of {my} by phone; I'm late with {my}, can I pay now; please charge me for {my}; I'd like to clear {my}
      I want to get {my} out of the way, take my payment; my payment for {my} bounced, let's do it again; pay {my} for me
      {my} still has to be paid; I'd like to pay [part|some|half] of {my}; can you take a payment towards {my}; settle {my} please
      I forgot to pay {my}; before I get a late fee, let me pay {my}; load some money on {my}; {my} needs topping up
      [my husband|my son] forgot to pay {my}, I'll do it; I have money for {my} now; bring {my} down a bit with a payment
      how can I pay {my} with you now; I'd like to make a payment for {my}; debit {my} please; I'm ready to pay {my}
      could you put something on {my} for me; you sent me a second notice for {my}, I'm paying it now; let's get {my} paid
      is it possible to pay {my} right here; I want {my} paid by today; I'd rather pay {my} on the phone; get {my} settled for me
      I owe you for {my}; I'd like to square {my} up; {my} is overdue, let me fix that; let me give you the money for {my}
      my balance on {my} is low, add some money; I'll pay {my} now if that's okay; put it through, I'm paying {my}
      I'd like to make a payment; can I pay over the phone; I have a bill to pay; I owe you some money; let me pay what's due`,
    done: `The payment for {my} went through.; [Done|Okay], {my} is paid.; I've taken the payment.; {my} is settled.; Thank you for paying.
      Your payment is booked.; That's cleared.; {my} is topped up.; We've received your payment.; You owe nothing more on {my}.
      It's paid, thanks.; The money is on {my}.; I've charged that.`,
  }),
  wire: action({
    nature: "creates",
    verbs: `transfer money from, wire, send money from, make transfer from, move funds from, transfer funds, create transfer from, remit, wire from,
      bank transfer from, move money from, make bank transfer from, issue transfer from, pay out from, send funds from, transfer amount from,
      withdraw from, schedule transfer from, set up transfer from, remit from, submit transfer, transfer balance of, give from, shift money from, pay somebody from`,
    does: `transfer money from {my}; send money from {my}; wire something from {my}; move some money out of {my}; make a transfer from {my};
      have money sent out of {my}`,
    about: `Transfers money from {a}.; Wires money to somebody.; Sends money from {a}.; Makes a bank transfer.; Moves funds out of {a}.; Remits an amount.;
      Use when the caller wants to send money to a person.; Transfer out of {a}.; Moves an amount from {a}.; Creates a transfer.;
      Pays somebody from {a}.; Money transfer from {ns}.`,
    takes: "amount!, other!, code, date, remark, choice",
    requests: `my tenant needs the deposit back, it should come from {my}; could you get money to a friend out of {my}; I'd like to empty part of {my} to someone
      the builder wants his money, please send it from {my}; let some of {my} go to my brother; pay a person from {my} for me
      [I'd like|I want|I need] to [transfer|send|wire|move] [some money|money|funds] from {my}; make a transfer [from|out of] {my}
      [can|could] you [transfer|wire|send] something from {my}; somebody should get money from {my}; I owe a friend money, take it from {my}
      move some funds out of {my}; I need to send [my son|my landlord|my sister] money from {my}; please remit something from {my}
      I have to pay someone back from {my}; take money from {my} and send it; there's money in {my} that should go to somebody
      [my landlord|my daughter] is waiting for the money, send it from {my}; set up a transfer from {my}; wire from {my} please
      I'd like some of the money in {my} to go to someone; could some money go from {my} to a friend; a transfer out of {my} please
      help me send money out of {my}; I promised someone money, please send it from {my}; get some money over from {my}
      money from {my} has to go out today; can I do a transfer from {my} by phone; I want to shift money out of {my}
      let me make a bank transfer from {my}; someone lent me money and I want to return it from {my}; transfer something for me from {my}
      I want to transfer money; I need to send someone money; can I wire money with you; I'd like to make a transfer`,
    done: `The transfer is [on its way|done].; [Done|Okay], I've sent the money.; The money left {my}.; It's wired.; They'll have it tomorrow.
      I've made the transfer.; Your transfer is booked.; The funds are moving.; Sent from {my}.; It's transferred.; The amount is on its way.
      That's remitted.`,
  }),
  donate: action({
    nature: "creates",
    verbs: `donate to, give to, contribute to, make donation to, donate, support, create donation for, pledge to, pledge, give, take donation for,
      collect for, add donation to, sponsor, fund, make gift to, help, chip in for, record donation to, make pledge to, back, endow, raise for, aid, gift to`,
    does: `donate to {a}; give something to {a}; support {a}; make a donation to {a}; contribute to {a}; help {a} with some money`,
    about: `Donates to {a}.; Takes a donation for {a}.; Gives money to {a}.; Supports {a}.; Records a donation.; Contribution to {a}.;
      Use when the caller wants to give to {a}.; Makes a gift to {a}.; Collects for {a}.; Creates a pledge to {a}.; Donation for a good cause.;
      Accepts money for {a}.`,
    takes: "amount!, self, email, card, choice, address, remark",
    requests: `my birthday guests gave money for {a}; how about a little something for {a}; we'd love to do our bit for {a}; put me on the list of donors for {a}
      I can spare some for {a} this month; I promised myself to give to {a}; my company gives to {a} this year
      [I'd like|I want|we'd like] to [donate|give something|contribute] to {a}; can I [donate|give] to {a}; put me down for a donation to {a}
      I want to support {a}; we collected some money for {a}; I'd like to help {a} a little; I'd like to do something good for {a}
      [my class|our office|our club] raised money for {a}; I read about {a} and want to help; take a donation for {a}
      here's a gift for {a}; a small contribution to {a} from me; I have some money to spare for {a}; how can I give to {a}
      instead of presents, I want money to go to {a}; I'd like to pledge something to {a}; I give to {a} every year, this year too
      we'd like to sponsor {a}; I won something and want {a} to have part of it; my late aunt loved {a}, I want to give in her name
      please take something from me for {a}; I'd be glad to chip in for {a}; a donation to {a} please; count me in for {a} with a donation
      let me make a donation to {a}; I feel like giving something to {a}; money for {a}, can I do that with you
      I'd like to make a donation; can I donate by phone; I want to give some money; we'd like to support you with a gift`,
    done: `Thank you for your donation.; [Done|Okay], your gift is in.; {my} says thanks.; That's very kind, it's recorded.; Your support means a lot.
      I've put your donation through.; You'll get a receipt.; Your pledge is noted.; Wonderful, thank you.; The money goes to a good cause.
      We've received your gift.; It's donated.`,
  }),
};
