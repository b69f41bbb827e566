import { action } from "./action.ts";

/** What a caller lets the business know, for somebody to act on. */
export const reportingActions = {
  report: action({
    nature: "creates",
    verbs: `report, file, log, submit, open, record, raise, register, create, note, lodge, document, report broken, complain about, open case for,
      open ticket for, create ticket for, file complaint about, take down, report problem with, report fault in, make report on, flag, notify about,
      submit issue with, create case for`,
    does: `report a problem with {my}; complain about {my}; report something about {my}; open a ticket for {my}; file a complaint about {my};
      let you know that {my} has a fault; have a problem with {my} written down`,
    about: `Reports {a}.; Files a report on {a}.; Records a problem with {a}.; Logs an issue.; Opens a case for {a}.; Takes down a complaint about {a}.;
      Use when something is wrong with {my}.; Creates a ticket for {a}.; Notes a fault in {a}.; Registers a complaint.; Opens a ticket.;
      Submits a problem with {a}.; Writes down what is the matter.; Call this if the caller complains about {a}.; Problem report for {ns}`,
    takes: "remark!, choice, date, self, phone, address, code, amount",
    requests: `[I need|I want|I'd like] to report [something about|a problem with] {my}; there's [a problem|something wrong|an issue] with {my}
      [I'm calling|calling] to complain about {my}; [I want|I have] to [file|log|open] something about {my}
      (replace,dispatch,refund) {my} [is broken|doesn't work|went wrong|has stopped working]; I have trouble with {my}; you need to know about {my}
      {my} is acting up; something is off with {my}; I'd like to complain about {my}; I'm not happy with {my}; {my} is giving us trouble
      (replace,dispatch,refund) {my} isn't working the way it should; {my} has been playing up for [days|a week]; I found a fault in {my}
      who do I tell about a problem with {my}; I want to make a complaint about {my}; (dispatch,replace) {my} keeps failing
      could somebody write down that {my} has a problem; {my} [was|is] damaged and I want to report it; I noticed something strange about {my}
      it's the [second|third] time {my} went wrong; I'd like to let you know about {my}; please open a ticket for {my}; open a case on {my}
      things aren't right with {my}; I have a complaint, it's about {my}; there's been an incident with {my}; note down a fault in {my}
      I'm having [issues|problems|difficulties] with {my}; {my} is [a mess|a disaster|not okay]; the neighbors complain about {my}
      please take down a complaint regarding {my}; I wanted to flag something about {my}; (dispatch,replace,refund) {my} let me down again
      (replace,dispatch) I've got a faulty {n}; (update) {my} isn't right; I must say {my} was a disappointment, put that on record
      someone should know what happened with {my}; log a problem with {my}; make a note that {my} has a defect; report {my}
      I have something to report; I'd like to make a complaint; something's wrong; I have a problem; there's an issue I need to report
      I want to complain; we've got a problem here; who takes complaints; I need to open a ticket; I'm calling because something doesn't work`,
    done: `I've [reported|filed|recorded] that.; [Done|Okay], I've logged the problem with {my}.; Your report is [in|filed].; I'm sorry, I've noted it.
      Somebody will look into {my}.; Thanks for telling us.; The ticket is open.; I've written that down.; We'll get back to you about {my}.
      Your complaint is recorded.; The team has your report.; I've passed on the problem.; That's on file now.`,
  }),
  claim: action({
    nature: "creates",
    verbs: `file claim for, claim, submit claim for, open claim for, create claim for, make claim on, start claim for, register claim for, lodge claim for,
      new claim, claim damage to, claim for, request compensation for, ask compensation for, demand, report loss of, report damage to, file insurance claim for,
      claim insurance for, record claim, put in claim for, raise claim for, begin claim, claim on, insure claim`,
    does: `file a claim for {my}; make a claim for {my}; claim for the damage to {my}; put in a claim for {my}; claim insurance for {my};
      be compensated for {my}`,
    about: `Files a claim for {a}.; Opens an insurance claim.; Claims damage to {a}.; Starts a claim for {a}.; Registers a loss of {a}.; Claim on {a}.;
      Use when {my} was damaged and is insured.; Takes down a claim.; Submits a claim for {a}.; Asks for compensation for {a}.;
      Creates a new claim.; Records damage to {a}.`,
    takes: "remark!, date, amount, code, phone, choice, self",
    requests: `a pipe burst and ruined {my}, we're insured with you; a stone hit {my}, does my insurance pay, please file it; the dog next door wrecked {my}, I'd like to claim
      we were flooded and {my} is gone, open a claim; my bike fell on {my}, take a claim please; {my} was scratched in the car park, I want to claim
      [I'd like|I want|I need] to [file|make|submit|open] a claim for {my}; I have a claim, it's about {my}; can I claim for {my}
      {my} was damaged and it's insured, what now; there's been damage to {my} and I want to claim; I need to put in a claim for {my}
      I was told to file a claim for {my}; the storm hit {my}, I'd like to claim; somebody ran into {my}, I need to make a claim
      my insurance should cover {my}, please start a claim; {my} was in an accident and I want compensation
      I want to be compensated for {my}; please open a claim on {my}; (report,deactivate) {my} got stolen and I'm insured; claim for {my} please
      start a claim for {my}; {my} burned and I have cover for it; hail damaged {my}, take down a claim; water got into {my}, I'd like to claim
      I'm calling to claim on {my}; who takes claims for {my}; the other driver's fault, but I want to claim for {my}
      my policy covers {my}, so I'm filing a claim; we had a break-in and want to claim for {my}; register a claim on {my} for me
      I have to report a loss on the insurance for {my}; get a claim going for {my}; lodge a claim for {my}
      I'd like to make a claim; I need to file an insurance claim; I have a claim to report; how do I open a claim; I had an accident and want to claim`,
    done: `Your claim is [open|filed].; [Done|Okay], I've started the claim.; Somebody will get in touch about {my}.; The claim for {my} is registered.
      We'll send you the forms.; I've filed that for you.; Your claim has been received.; An adjuster will look at {my}.; The claim is in.
      I'm sorry for the damage, it's recorded.; We'll cover {my} if we can.; I've put your claim in.`,
  }),
  rate: action({
    nature: "creates",
    verbs: `rate, review, leave feedback on, submit review of, give feedback on, add review of, score, create review for, submit rating for, record feedback on,
      post review of, evaluate, save rating of, grade, comment on, submit feedback, collect feedback on, praise, record review of, take feedback on,
      give rating for, vote on, submit survey on, assess, write review of`,
    does: `rate {my}; leave a review of {my}; give feedback on {my}; say how {my} was; share my opinion on {my}; give {my} a rating`,
    about: `Rates {a}.; Takes feedback on {a}.; Saves a review of {a}.; Records how {a} was.; Submits a rating.; Feedback on {ns}.;
      Use when the caller says how {my} was.; Leaves a review.; Gives {a} a score.; Writes down praise or criticism of {a}.; Review of {a}.;
      Collects opinions on {a}.`,
    takes: "remark!, choice!, code, self, date",
    requests: `five stars for {my} from me; I'd give {my} three out of five; that was the best {n} ever, write that down; {my} could have been better, take that as feedback
      we loved {my} and want to say so; I didn't enjoy {my}, note it as my review; what I thought of {my} you may print
      [I'd like|I want] to [rate|review|leave a review of|give feedback on] {my}; I wanted to tell you how {my} was
      can I leave [some feedback|a review] on {my}; I have feedback about {my}; let me rate {my}; you asked me for my opinion on {my}
      I got a text asking me to rate {my}; {my} was [great|wonderful|fantastic], I'd like to leave a review; how do I review {my}
      I want to say something nice about {my}; I'd like to share how {my} went; put down my opinion on {my}; a review of {my} from me
      I have some [praise|criticism|thoughts] on {my}; take my feedback on {my}; I'd like to score {my}; where can I say what I think of {my}
      {my} deserves a good review; I'm not one to complain, but I'd like to rate {my}; give {my} a rating from me
      everybody should know how good {my} was, take my review; I promised to leave feedback on {my}; note what I think about {my}
      I'd like to give you my honest opinion on {my}; can I tell you how I liked {my}; record a rating for {my}
      I'd like to leave feedback; I want to give a review; can I rate you; I have some feedback for you; I was asked to rate my visit`,
    done: `Thank you for your feedback.; [Done|Okay], your rating is saved.; We appreciate your review.; I've passed on what you said.; That's recorded, thanks.
      Thanks for telling us about {my}.; Your opinion counts.; I've noted your review of {my}.; The team will read it.; Your rating is in.
      Feedback saved.; We'll learn from that.`,
  }),
  measure: action({
    nature: "changes",
    verbs: `enter, submit reading of, record, log, submit, enter reading of, save reading of, add reading of, record value of, report reading of, log reading of,
      set, capture, note, update reading of, register reading of, post, write, meter, input, submit value of, track, take reading of, store, send reading of`,
    does: `give you the reading of {my}; enter the reading of {my}; report the value of {my}; pass on the reading of {my}; tell you what {my} says;
      submit the reading of {my}`,
    about: `Enters the reading of {a}.; Records what {a} shows.; Submits a reading.; Logs the value of {a}.; Saves a new reading of {a}.;
      Use when the caller reads out {my}.; Takes down the figure on {a}.; Reading of {ns}.; Stores a measured value.; Adds an entry for {a}.;
      Registers what {a} says.; Notes the count of {a}.`,
    takes: "quantity!, code, date, self, remark",
    requests: `I've read {my} for you; you sent a card to fill in what {my} says; it's the end of the month, so here's {my}; {my} moved again, note the new value
      I took a photo of {my} and can give you the value; what {my} shows, do you need that; the value on {my} has changed, put it in
      [I have|I've got|here's] the reading of {my}; [I'd like|I want] to [enter|submit|give you|report] the reading of {my}
      I was asked to read {my}; you wanted to know what {my} [says|shows]; can you take down what {my} says; I just looked at {my}
      I'm calling with the reading of {my}; I got a card asking for the reading of {my}; let me tell you what {my} says
      I wrote down what {my} shows, here it comes; please record the value on {my}; I'm standing in front of {my} and can read it out
      note the reading of {my}; I have to report {my} every month; time to enter {my} again; put in a new value for {my}
      I checked {my} this morning and want it noted; the figure on {my} is what you need, right; here's what {my} shows now
      log {my} for me; can I give you the number on {my}; I was told to phone in {my}; a new reading of {my} for you
      enter what {my} shows; I measured {my} today; I've got the figures for {my}; submit {my} please; I'm supposed to read out {my}
      I have a reading for you; I'd like to submit my reading; I'm calling with the numbers you wanted; I measured it, please note it`,
    done: `Thanks, the reading is [in|saved].; [Done|Okay], I've noted that.; I've recorded the value of {my}.; That's entered.; The figure is saved.
      {my} is up to date.; Thank you for the reading.; It's logged.; I've put it in.; We have your reading.; The value looks fine.; Recorded.`,
  }),
  dispatch: action({
    nature: "creates",
    verbs: `dispatch, send technician for, send somebody for, schedule repair of, order repair of, send crew for, request technician for, repair, service, fix,
      create work order for, assign technician to, request repair of, request service for, send mechanic for, arrange repair of, call out for, send help for,
      create service call for, send engineer for, dispatch technician for, get fixed, assign, plan repair of, request visit for`,
    does: `have somebody look at {my}; get {my} repaired; send somebody for {my}; get a technician for {my}; have {my} fixed;
      get someone out here for {my}`,
    about: `Sends a technician for {a}.; Dispatches somebody for {a}.; Arranges a repair of {a}.; Creates a work order for {a}.; Sends a crew.;
      Use when somebody has to come for {my}.; Assigns a technician.; Gets {a} repaired.; Orders a repair of {a}.; Service visit for {a}.;
      Sends help on site.; Has {a} looked at by an engineer.`,
    takes: "address!, phone, date, time, remark, choice, self",
    requests: `our handyman gave up on {my}, we need a pro; how soon could you have a person here for {my}; {my} is dead, get us a repairman
      would you have somebody check {my} on site; I need {my} up and running, send help; nobody here knows how to fix {my}
      [can|could] you send [somebody|someone|a technician] [out|over|round] for {my}; I need somebody to [look at|fix|repair] {my}
      we need a [technician|mechanic|repair man] for {my}; {my} has to be repaired; somebody has to come for {my}; get {my} fixed for us
      is anyone free to come and look at {my}; I'd like {my} repaired; when can somebody come out for {my}; please send help for {my}
      (report,replace) {my} broke down, can someone come; I can't fix {my} myself, I need one of your people; send a crew for {my}
      (report,replace) {my} stopped and we need a specialist here; who can repair {my} at our place; {my} needs servicing
      (report,replace) {my} won't start and we need it today; I've tried everything with {my}, somebody should come; have someone sent for {my}
      [my landlord|the manual] says a professional must look at {my}; could an engineer come by for {my}; I want a repair for {my}
      it's time to have {my} serviced; we're stuck without {my}, please send someone; a repair visit for {my} please; get someone here for {my}
      my wife tried to fix {my} and now we need a professional; I'd like a technician to visit for {my}; {my} needs a repair
      I need someone to come out; can you send a technician; we need a repair; please send somebody; can one of your people come by and fix it`,
    done: `A technician is on the way.; [Done|Okay], somebody will come for {my}.; I've sent a crew.; The repair is arranged.; Help is on its way.
      We'll have someone look at {my}.; The work order is open.; An engineer will call before coming.; I've assigned somebody.; They'll fix {my}.
      Someone is coming out.; The visit is scheduled.`,
  }),
  emergency: action({
    nature: "creates",
    verbs: `report emergency, escalate, alert on duty for, emergency, page on duty about, alarm for, raise alarm for, urgent, notify emergency, trigger alarm for,
      alert team about, page, call out emergency, sound alarm for, dispatch emergency for, escalate to duty, warn about, urgent report of, flag emergency,
      emergency report of, alert, create emergency for, escalate urgent, notify duty about, send alarm for`,
    does: `report {a} right away; alert somebody about {a}; raise the alarm about {a}; get emergency help for {a}; tell the person on duty about {a}`,
    about: `Reports an emergency.; Alerts the person on duty about {a}.; Raises the alarm.; Escalates {a}.; Use for emergencies such as {a}.;
      Pages whoever is on duty.; Urgent report of {a}.; Gets immediate help for {a}.; Warns the team about {a}.; Emergency line for {ns}.;
      Call at once if there is {a}.; For anything that can't wait.`,
    takes: "address!, phone, remark, choice, self",
    requests: `we need you immediately, {a}; the whole street is in danger, there's {a}; my husband just saw {a}; call everyone, it's {a}
      I'm shaking, we have {a}; please come, {a}; I don't know what to do, there's {a}
      there's {a} [in our house|here|at my place|in the building]; we have {a}; [help|quick|come quickly], there's {a}; it's an emergency, {a}
      I think there's {a}; I need help right now, we have {a}; this can't wait, there is {a}; it looks like {a} to me
      [I'm standing|we're all] outside because there's {a}; I want to report {a}; who do I call about {a}, it's happening now
      I need the person on duty, there's {a}; please alert someone, we've got {a}; it's urgent, {a}; {a}, what do we do
      my neighbor has {a} and nobody is doing anything; there seems to be {a} next door; I've just discovered {a}
      oh god there's {a}; the kids found {a}; raise the alarm, {a}; something terrible happened, there's {a}; I believe this is {a}
      hurry please, {a}; we had to leave the house because of {a}; nobody answers the other number and there's {a}; get someone here at once, {a}
      it's an emergency; I need help right now; please hurry, something happened; this is urgent; get somebody here at once`,
    done: `Help is on the way, stay calm.; I've alerted the person on duty.; Please leave the building and wait outside.; The alarm is raised.
      Somebody will be there in minutes.; Stay where you are, they're coming.; The emergency team knows.; Keep your phone close.; They're on their way.
      I've escalated it.; Everyone on duty is alerted.; Keep a safe distance, help is coming.`,
  }),
  remind: action({
    nature: "creates",
    verbs: `remind, set, create, add, schedule, notify, alert, save, note, put, set reminder for, create reminder for, remind about, remind of, add note on,
      set alert for, notify about, add reminder for, note down, schedule reminder for, create alert for, set alarm for, follow up on, memo, keep in mind, ping about`,
    does: `be reminded of {my}; get a reminder about {my}; have a reminder set for {my}; not forget {my}; be notified about {my};
      have a note made about {my}`,
    about: `Sets a reminder for {a}.; Notifies about {a}.; Saves a reminder.; Adds a note on {a}.; Reminds the caller of {a}.; Makes a note about {a}.;
      Use when the caller wants to be reminded of {my}.; Creates an alert for {a}.; Keeps the caller from forgetting {a}.; Reminder for {ns}.;
      Schedules a message about {a}.; Sends a reminder later.; Call this to set an alert.; Puts a memo on {a}`,
    takes: "remark!, date, time, phone, email",
    requests: `I've got a head like a sieve, remind me about {my}; put a knot in my handkerchief for {my}, a reminder that is; I need something to remember {my} by
      remind me about {my}; [can|could] you remind me of {my}; don't let me forget {my}; set a reminder for {my}; make a note about {my}
      I want to be notified about {my}; I always forget {my}, send me a reminder; give me a nudge about {my}; I need a reminder for {my}
      please note something about {my} for me; I'm so forgetful, remind me of {my}; could I get [a call|a text|an alert] to remind me of {my}
      ping me about {my}; I'd like a reminder before {my}; [my memory is bad|I have a lot on], so remind me about {my}; keep {my} in mind for me
      let me know in time about {my}; would you jog my memory about {my}; put up a reminder for {my}; I mustn't miss {my}, remind me
      I'd like an alert for {my}; send me a message before {my}; set up a notification about {my}; I'd hate to forget {my}
      last time I forgot {my}, this time I want a reminder; a reminder for {my} please; tell me again when {my} comes up
      write yourself a note about {my}; I'd like to leave a note on {my}; make sure I remember {my}; wake me up for {my}
      [my wife|my husband] told me to get a reminder for {my}; could you give me a heads up before {my}; alert me about {my}
      have somebody remind me of {my}; I want to get a notice about {my}; can you call me the day before {my}; note {my} down for later
      it would be good to be reminded of {my}; drop me a line before {my}; there's something about {my} I mustn't forget
      I need a reminder; can you remind me of something; don't let me forget something; please make a note for me; set a reminder please`,
    done: `I'll remind you.; [Done|Okay], that's noted.; The reminder is set.; You won't forget {my} now.; I've made a note.; You'll get a nudge in time.
      I'll let you know before {my}.; Your reminder is saved.; We'll be in touch about {my}.; The alert is set.; I put it in.; Noted.`,
  }),
};
