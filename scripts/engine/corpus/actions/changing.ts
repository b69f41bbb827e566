import { action } from "./action.ts";

/** What makes something that exists different. */
export const changingActions = {
  move: action({
    nature: "changes",
    verbs: `move, reschedule, postpone, shift, change, rebook, delay, push, bring forward, change date of, change time of, adjust, push back,
      change day of, defer, set new time for, set new date for, modify time of, move existing, update time of, rearrange, put off, transfer date of,
      advance, re arrange, alter date of`,
    does: `move {my} to another day; reschedule {my}; postpone {my}; push {my} back; change the date of {my}; change the time of {my};
      put {my} on another day; bring {my} forward; find another time for {my}; shift {my}`,
    about: `Moves {a}.; Reschedules {a}.; Postpones {a}.; Shifts {a} to another time.; Rebooks {a}.; Changes the time of {a}.;
      Changes the date of an existing {n}.; Use when the caller wants another day for {my}.; Puts {a} on another day.; Brings {a} forward or back.;
      Gives {a} a new time.; Sets a new date for a {n}.; Call this if {my} has to happen at another time.; New time for an existing booking.;
      Delays {a}`,
    takes: "code!, date!, time, self",
    requests: `[can|could] [I|we] move {my}; I [need|have|want] to [reschedule|postpone|move|shift] {my}; [can|could] you push back {my}
      something came up, I have to [move|change the day of] {my}; is there another day for {my}; can {my} be [earlier|later]
      [we'd like|I'd like] a different [time|day|date] for {my}; please put {my} on another day; could we do {my} some other time
      I can't make it to {my}, can we find another time; the [time|day|date] of {my} doesn't [work|suit me] anymore
      I'd rather have {my} on a different day; {my} clashes with something, can it be moved; I'm running late for {my}, can we push it
      I have to work that day, so {my} needs a new date; can we bring {my} forward; we need to push {my}; {my} has to wait
      [my boss|my wife|my doctor] put something on the same day as {my}, so let's move it; let's put {my} off
      {my} is too [early|late] for me, is another time possible; could {my} start [later|earlier]; reschedule {my} please
      I double booked myself and need another slot for {my}; I picked the wrong [day|date|time] for {my}; shift {my} for me
      I won't be back in time for {my}, [could we postpone|can we delay it]; I still want {my}, just not that day
      can I come for {my} on another day; would another day be okay for {my}; I'm calling to [move|reschedule|rebook] {my}
      (cancel,update) the day of {my} is a problem for us; [my train|my flight|my shift] changed, so {my} has to change too
      any chance we can do {my} at another time; delay {my} a little; I'd like to swap the day of {my}; let me have {my} another day
      we'd like to come for {my} a bit [later|earlier] than planned; change the time of {my}; what about another date for {my}
      can {my} be pushed to another date; switch {my} to a different day; I'd like to postpone {my} if that's okay
      I need to reschedule; can we find another time; I have to come another day; could I come [earlier|later]
      that day doesn't work anymore; can we make it another day; I need a different [time|date|day]; can we push it back a little`,
    done: `{my} [has been moved|is moved].; [Done|Okay], I've moved {my}.; The new time for your {n} is set.; {my} is rescheduled.
      I've put {my} on the new day.; No problem, that's changed.; You're down for the new date.; We've shifted {my}.; It's moved.
      Your {n} has a new date now.; That's postponed for you.; See you on the new day.; I've rebooked {my}.`,
  }),
  update: action({
    nature: "changes",
    verbs: `update, change, edit, modify, set, correct, amend, alter, fix, replace, revise, switch, patch, adapt, save changes to, overwrite,
      change details of, update details of, edit existing, put, adjust, refresh, change settings of, update record of, maintain, write`,
    does: `update {my}; change {my}; correct {my}; edit {my}; fix a mistake in {my}; change something in {my}; amend {my};
      make a change to {my}; bring {my} up to date; have different details on {my}`,
    about: `Updates {a}.; Changes {a}.; Edits {a}.; Corrects {a}.; Modifies {a}.; Amends {a}.; Changes the details of {a}.; Saves changes to {a}.;
      Use when something in {my} is wrong.; Sets a new value in {a}.; Brings {a} up to date.; Changes one thing about an existing {n}.;
      Fixes mistakes in {a}.; Writes new details into {a}.; Call this to correct {a}`,
    takes: "code, choice!, quantity, phone, email, address, remark, amount, self, item",
    requests: `[I need|I want|I'd like] to [update|change|correct|edit] {my}; [can|could] you [change|update|fix|correct] {my}
      there is a mistake in {my}; {my} [needs a change|is wrong|is out of date]; something about {my} has changed
      please [adjust|modify|amend] {my}; I have to make a change to {my}; what you have in {my} isn't right anymore
      my details changed, so {my} needs an update; you have the wrong [details|information] in {my}; could we [alter|adjust] {my}
      I'd like something different in {my}; {my} isn't quite right, can you fix that; I gave you the wrong details for {my}
      we [moved|got married], so {my} has to be changed; there's something to correct in {my}; I filled in {my} wrong
      let me change something in {my}; I want a change made to {my}; {my} should say something else; make a correction to {my}
      I noticed an error in {my}; I made a mistake [with|when I set up] {my}; can {my} be changed; is it possible to change {my}
      I'm calling because {my} isn't up to date; edit {my} for me; put the right details in {my}; {my} has old information in it
      can we switch something in {my}; I want {my} a bit different; I've got new details for {my}; please bring {my} up to date
      not everything in {my} is correct; I forgot something when I made {my}; can you put something different in {my}
      one thing about {my} has to be different; change of plan for {my}; revise {my} please; it's about a correction to {my}
      [my assistant|my son] entered {my} wrongly; would you mind changing {my}; kindly update {my}; I'd like to adjust {my}
      I need to change something; something in there is wrong; I have to correct my details; can you change that for me`,
    done: `{my} is updated.; [Done|Okay], I've changed {my}.; I've put that into your {n}.; That's corrected.; The change is saved.
      I've made the change.; {my} is up to date now.; It's fixed.; We have the new details.; That's amended.; I've updated our records.
      {my} has been changed as you wished.; All changed.`,
  }),
  upgrade: action({
    nature: "changes",
    verbs: `upgrade, move up, raise, increase, extend to bigger, upgrade tier of, boost, enlarge, step up, improve, promote, upsize, expand,
      change to higher, scale up, bump up, upgrade level of, add more to, raise tier of, apply upgrade to, upgrade customer, get bigger, level up, enhance`,
    does: `upgrade {my}; get a better {n}; get a bigger {n}; move {my} up a level; get more out of {my}; raise {my}; go premium with {my};
      step {my} up`,
    about: `Upgrades {a}.; Moves {a} up a tier.; Raises {a} to a higher level.; Gives the caller a better {n}.; Enlarges {a}.;
      Use when the caller wants more than {my} has.; Changes {a} to a bigger one.; Upgrade of {ns}.; Steps {a} up.; Increases {a}.;
      Puts a customer on a higher {n}.; Applies an upgrade.`,
    takes: "choice!, code, self, startDate, amount",
    requests: `we have more guests than {my} allows, I want the bigger one; I'm happy with {my} but I want even more; could {my} have a bit more to it
      what I'd like is {my} one class higher; I've seen the better {n} at a friend's and want that too; can we go [bigger|higher] with {my}
      our team doubled, so we need a larger {n}; swap {my} for the better version; treat me to the premium {n}; get me up a class with {my}
      [I'd like|I want|we want] to upgrade {my}; [can|could] I [get|have] a [better|bigger|larger|higher] {n} [than I have|]
      {my} isn't enough anymore; {my} is too [small|basic] for us now; I need more than {my} gives me; put me on a higher {n}
      we've outgrown {my}; what I have in {my} runs out every month, I'd like the bigger one; bump {my} up; can {my} be upgraded
      I want the [next level|better version] of {my}; move me up with {my}; is there a premium {n}, I want to change to it
      step up {my}; we need more [room|capacity|data|people] on {my}; I'd pay more for a better {n}; make {my} a bigger one
      raise {my} to the next tier; I'd like to go up with {my}; give me the [deluxe|premium|full] version of {my}
      since we're more people now, {my} should grow; I'm ready for a higher level of {my}; increase {my} for me
      a bigger {n} instead of the one I have; the basic {n} isn't doing it for me; I'd like all the extras on {my}
      I'd like an upgrade; can I get something better than what I have; we need the bigger one; can you move me up a level`,
    done: `{my} is upgraded.; [Done|Okay], you have the better {n} now.; I've moved {my} up.; You're on the higher level.; Enjoy the upgrade.
      You've got the bigger one now.; The upgrade is active.; I've raised {my}.; That's the next tier.; Your new {n} starts right away.
      {my} has more room now.; All upgraded.`,
  }),
  downgrade: action({
    nature: "changes",
    verbs: `downgrade, move down, lower, reduce, decrease, step down, change to smaller, shrink, downsize, scale down, cut, simplify, lower tier of,
      change to basic, reduce level of, bring down, cut back, trim, apply downgrade to, downgrade tier of, slim, get smaller, minimize, go basic on, level down`,
    does: `downgrade {my}; get a smaller {n}; get a cheaper {n}; move {my} down a level; reduce {my}; go basic with {my};
      step {my} down; scale {my} back`,
    about: `Downgrades {a}.; Moves {a} down a tier.; Lowers {a}.; Gives the caller a smaller {n}.; Reduces {a}.; Changes {a} to a cheaper one.;
      Use when {my} is more than the caller needs.; Puts a customer on a lower {n}.; Scales {a} back.; Downgrade of {ns}.; Steps {a} down.;
      Switches to the basic {n}.`,
    takes: "choice!, code, self, startDate, remark",
    requests: `now that I'm alone, a smaller {n} will do; money is tight, can I have {my} in a cheaper version; half of {my} would be plenty
      the premium {n} was nice but I want to go back; take {my} one class down; I never needed all of {my}; we're fewer people now, so a smaller {n} please
      [I'd like|I want|we want] to downgrade {my}; {my} is too [expensive|big|much] for me, is there a smaller one I can change to
      I don't use half of what's in {my}; [can|could] I [get|have|switch to] a [cheaper|smaller|simpler] {n}; put me on a lower {n}
      I pay too much for {my}, give me the basic one; can {my} be [reduced|smaller|cheaper]; move me down with {my}
      we don't need such a big {n} anymore; the kids moved out, so {my} can be smaller; scale {my} back; step {my} down
      I want the [basic|simple|cheap] version of {my}; I'd like to pay less for {my}; change me to the smallest {n}
      {my} has more than we need; lower {my} to the next tier down; I don't need the premium {n}; a smaller {n} will do for me
      I lost my job and need a cheaper {n}; cut {my} back to the basics; let's go back to the standard {n}; drop {my} to a lower level
      less would be enough for {my}; trim {my} a bit; I'd be happy with a simpler {n}; I'd like fewer extras on {my}
      reduce {my} for me; the small {n} is enough from now on; make {my} a smaller one
      I'd like something cheaper than what I have; can I go down a level; the smaller one would be enough; I want to downgrade`,
    done: `{my} is downgraded.; [Done|Okay], you have the smaller {n} now.; I've moved {my} down.; You'll pay less from now on.; It's reduced.
      You're on the basic level.; The smaller one starts next month.; I've lowered {my}.; {my} is scaled back.; That's the lower tier.
      You have the cheaper {n}.; All reduced.`,
  }),
  renew: action({
    nature: "changes",
    verbs: `renew, extend, prolong, continue, lengthen, keep, add time to, renew expiring, extend term of, extend period of, roll over, carry on,
      refresh, add days to, extend stay in, extend end of, re up, auto renew, stretch, maintain, extend validity of, renew existing, go on with,
      give more time for, postpone end of`,
    does: `renew {my}; extend {my}; keep {my} longer; prolong {my}; have more time with {my}; make {my} last longer; go on with {my};
      add some time to {my}`,
    about: `Renews {a}.; Extends {a}.; Prolongs {a}.; Keeps {a} going.; Makes {a} valid for longer.; Use when {my} is about to run out.;
      Adds time to {a}.; Renewal of {ns}.; Extends the term of {a}.; Lets the caller keep {a} longer.; Gives {a} a later end.;
      Continues {a} for another term.; Call this if {my} expires soon.`,
    takes: "code!, endDate, duration, choice, self",
    requests: `[I'd like|I want|I need] to [renew|extend] {my}; {my} is about to [expire|run out|end]; I want to keep {my} longer
      [can|could] you [renew|extend|prolong] {my}; {my} [runs out|ends|expires] soon and I want to go on with it; one more [year|month] of {my} please
      I got a letter that {my} is expiring; {my} has expired, can I renew it; we'd like to stay with {my}; I need more time with {my}
      can I have {my} for a bit longer; I'm not done with {my} yet; is it possible to [extend|prolong] {my}; {my} should go on
      please don't let {my} run out; add some time to {my}; carry on with {my}; my {n} is up for renewal; continue {my}
      it's that time of year, {my} has to be renewed; prolong {my} please; {my} was great, I'd like to go on; keep {my} going
      I'd like {my} to last longer; let's do another term of {my}; {my} is almost over and we want to stay; stretch {my} a bit
      could {my} be extended; before {my} ends I want to renew it; we need {my} a few days longer than planned
      I'd like to renew; can we stay a bit longer; I need an extension; it's about to run out, please renew it; can I keep it longer`,
    done: `{my} is [renewed|extended].; [Done|Okay], I've extended {my}.; {my} runs on now.; You can keep {my} longer.; It's prolonged.
      You have more time now.; {my} is good for another term.; The renewal went through.; {my} won't run out.; I've renewed that.
      Your {n} has a later end now.; Extended.`,
  }),
  replace: action({
    nature: "creates",
    verbs: `replace, issue new, reissue, send replacement for, order replacement for, request replacement of, get new, replace lost, swap out, renew lost,
      exchange faulty, create replacement, replace broken, new copy of, duplicate, print new, substitute, issue duplicate of, get spare, remake,
      replace damaged, restore lost, make new, supply new, reprint`,
    does: `get a replacement for {my}; replace {my}; get a new {n} for the old one; have {my} reissued; get another copy of {my};
      have {my} swapped for a working one; get a duplicate of {my}`,
    about: `Replaces {a}.; Sends a replacement for {a}.; Issues a new {n} for a lost one.; Reissues {a}.; Orders a new {n} for a broken one.;
      Use when {my} is lost or broken and a new one is needed.; Replacement of {ns}.; Makes a duplicate of {a}.; Swaps a faulty {n}.;
      Gives the caller a new {n}.; Prints {a} again.; Substitutes a lost {n}.`,
    takes: "choice!, code, address, remark, self, date",
    requests: `mine is broken, I'd like another {n}; my little one swallowed half of {my}, we need a new one; {my} doesn't scan anymore, please make me a new one
      I dropped {my} down a drain; {my} has to be made again; can I have {my} printed again; the post lost {my}, please send out a new one
      I burned a hole in {my}; could I get a second {n} because the first is gone; {my} snapped in two; a new {n} for a broken one please
      I need a replacement for {my}; I [lost|can't find] {my} and need a new one; {my} [broke|is broken], I need another one
      (deactivate,report) {my} got [lost|stolen], can I get a new one; [can|could] you [replace|reissue] {my}; my {n} is worn out, I'd like a new one
      the dog chewed up {my}, can I have another; {my} went through the wash, I need a new one; send me a new {n}, mine is [gone|lost|broken]
      how do I get a new {n} when the old one is gone; I'd like {my} replaced; {my} fell into the water, please send another one
      is there a way to get a duplicate of {my}; {my} is [cracked|unreadable|faulty], swap it for a new one; I need a fresh {n}
      I moved house and {my} disappeared, I need a copy; (refund) {my} is faulty, please send me one that works; get me a spare for {my}
      you sent me a broken {n}, I want one that works; I've misplaced {my}, issue a new one; another {n} please, mine broke
      {my} got torn, can I have it again; please issue a new {n} instead of my old one; {my} never worked, I'd like another
      (deactivate,report) I had {my} in my stolen bag and need a new one; time for a new {n}, the old one is falling apart
      I need a new one, mine is [broken|lost|gone]; can I get a replacement; please send me another one`,
    done: `A new {n} is on its way.; [Done|Okay], you'll get a replacement.; I've ordered a new {n} for you.; {my} will be replaced.
      The replacement ships today.; You'll have a new one soon.; I've had {my} reissued.; We're sending you another one.; A duplicate is being made.
      The old {n} isn't valid any longer.; That's replaced.; Your new {n} is being printed.`,
  }),
};
