import { action } from "./action.ts";

/** What makes something for a time, or makes somebody part of something. */
export const bookingActions = {
  book: action({
    nature: "creates",
    verbs: `book, reserve, schedule, create, make, arrange, add, set up, new, plan, place, hold, request, secure, rent, hire, get, insert,
      create new, submit, register, allocate, save, open, take, fix, confirm new, book new, make new, start`,
    does: `book {a}; reserve {a}; arrange {a}; set up {a}; get {a}; schedule {a}; have {a}; hold {a}; make a booking for {a};
      make a reservation for {a}; secure {a}; fix a date for {a}`,
    about: `Books {a}.; Reserves {a}.; Schedules {a}.; Arranges {a} for the caller.; Makes a booking for {a}.; Sets up {a}.; Requests {a}.;
      Rents out {a}.; Creates a new {n} booking.; Creates a booking.; Adds a {n} to the calendar.; New {n} reservation.;
      Use when the caller wants {a}.; Saves a reservation for {a}.; Puts {a} on the schedule.; Holds {a} for a client.;
      Call this once the caller has chosen {a}.; Makes a new appointment for {a}.; Assigns a free {n} to the customer.;
      Blocks time for {a}`,
    takes:
      "date!, time, people, self, phone, email, startDate, endDate, duration, choice, staff, city, address, remark, from, to, title",
    requests: `[I'd like|I want|we'd like] to [book|reserve|get|arrange|rent|have] {a}; [can|could] [I|we] [get|have|book|reserve|hire] {a}
      [is it possible|would it be possible] to [schedule|set up|reserve] {a}; I need {a}; [we need|we're going to need] {a}
      [I'm looking for|I was hoping for] {a}; [please |][put|pencil] me [down|in] for {a}; [please |][book|reserve|schedule] {a} for me
      we were thinking of {a}; sign me up for {a}; {a} please; let's [do|get] {a}; (search) [I'm|we're] interested in {a}
      can you [fit|squeeze] me in for {a}; I'd love {a}; [could|would] you [hold|save|keep] {a} for [me|us]; we're after {a}
      [my wife|my husband|my boss|my daughter|my friend] [wants|needs] {a}; it's time for {a} again; [I'm|we're] due for {a}
      {a} for [two|me and a friend|the whole family] would be [great|nice|lovely]; I'd like to come [in|by] for {a}
      when can [I|we] come for {a}; I was told [I need|to get] {a}; I haven't had {a} in [ages|months|years]
      [set|line] up {a} for [us|me|my team], would you; a friend recommended your {ns}, I want one too
      [my son|my daughter|my mother] [needs|would like] {a}, [can you arrange that|is that possible]; we'll take {a}
      I'm calling to [book|reserve|schedule|arrange] {a}; I wanted to see about getting {a}; any chance of {a}
      [hi there|good afternoon], I'd like to get {a} [organised|sorted|on the books]; [quick one|in a hurry], {a} please
      last time I had {a} with you and I'd like [another|one again]; mark me down for {a}; (move) I need a date for {a}
      could I trouble you for {a}; we'd be [grateful|happy] for {a}; get me {a} if you can; how do I go about getting {a}
      [we're planning|I'm planning] {a} and wanted to do that with you; reserve one of your {ns} for me; I'll have {a}
      I thought I'd treat [myself|my wife|my mum] to {a}; it's our anniversary and we'd like {a}; one {n} please
      I'd like to make [an appointment|a reservation|a booking]; I need [an appointment|a booking|a reservation]
      when could I come in; [I'd like|we'd like] to come [in|over|by]; have you got something for me
      [could|can] you fit me in; I need to get in [soon|as soon as possible]; could you put me on the schedule
      I want to make a booking; I'd like to get something on the calendar; can I get a slot; can I [book|reserve] with you`,
    done: `[You're all set|All set], {my} is [booked|reserved].; [Done|Okay], your {n} is [booked|confirmed].; I've [reserved|booked] {my} for you.
      Your {n} is [arranged|on the calendar].; [Great|Wonderful], you're booked.; That's booked for you.; {my} is in the system now.
      I've put you down for {a}.; You're in, {my} is reserved.; All done, we look forward to seeing you.; Your {n} has been scheduled.
      We have {a} reserved for you.; I've got you down.; Perfect, I've made that booking.; It's booked, you're good to go.`,
  }),
  waitlist: action({
    nature: "creates",
    verbs: `add to waitlist, join waitlist, waitlist, put on waitlist, queue, enqueue, join queue, add to waiting list, wait for, standby,
      create waitlist entry, add standby, put on list, request standby, join waiting list, put in queue, hold place in line, backlog, line up,
      queue up, register waitlist, save place, list for, add waiting, be next for`,
    does: `get on the waiting list for {a}; join the waitlist for {a}; be put on the list for {a}; queue up for {a};
      get on standby for {a}; wait for the next free {n}; have my name on the waiting list for {a}; take the next {n} that frees up`,
    about: `Puts the caller on the waiting list for {a}.; Adds somebody to the waitlist.; Waitlists a caller for {a}.; Joins the queue for {a}.;
      Use when no {n} is free and the caller will wait.; Creates a waitlist entry.; Standby list for {ns}.; Keeps a place in line for {a}.;
      Saves who wants {a} if one gets free.; Waiting list for fully booked {ns}.; Adds to the {n} queue.; Enters a caller on standby.`,
    takes: "self!, phone!, date, email, people, choice, time, remark",
    requests: `[my son|my wife] wants {a} badly, let us wait for one; tell me first when {a} gets free; I'd be happy with a late cancellation for {a}
      no {n} today, I understand, but keep my name for the next; I'm patient, put me in line for {a}; hold my place for the next {n}
      we'd drop everything if {a} came free, please note us; I'd like first refusal on the next {n}
      put me on the [waiting list|waitlist|list] for {a}; can I [join|get on] the [waitlist|waiting list] for {a}
      if {a} [opens|frees] up, I want it; if somebody cancels, I'd take {a}; I'll take the next {n} that [comes free|opens up]
      you're full I know, but keep me in mind for {a}; is there a [waiting list|queue|standby list] for {ns} I can join
      [could|can] I be on standby for {a}; I don't mind waiting for {a}; in case {a} becomes free, [think of me|call me]
      since {ns} are all gone, put me in the queue; I'd like to wait for {a}; queue me up for {a}; get me in line for {a}
      all your {ns} are taken, so please list me; let me be next in line for {a}; I'd like a place on the list for {a}
      add [me|us|my name] to the waiting list for {ns}; should {a} turn up, let it be mine; waitlist me for {a}
      I was told {ns} are full, can I wait for one; if anyone drops out I'm happy to take {a}; I'll wait for {a}
      the website says no {ns} left, is there a waitlist; [we'd|I'd] go on standby for {a}; keep me on the list for {a}
      I hear there's a list for {ns}, put me on it; I'm hoping somebody gives up {a}; reserve list for {a} please
      put me on the waiting list; do you have a waiting list; I'd like to go on standby; add me to the list please
      if anything opens up, let me have it; I'll wait for a cancellation; can I wait in case somebody drops out`,
    done: `You're on the waiting list.; I've put you on the list for {a}.; You're [third|second|next] in line.; [Done|Okay], you're on standby.
      We'll call you when {a} gets free.; I've added you to the queue.; You're waitlisted now.; Your place in line is saved.
      If somebody cancels, you'll hear from us.; That's noted, you're on the waitlist.; The list has your name.; You're in the queue for {a}.`,
  }),
  invite: action({
    nature: "creates",
    verbs: `invite, add guest to, invite to, add attendee to, share invite for, ask to, add participant to, bring to, add person to, send invite to,
      invite friend to, include, add member to, create invitation for, add guest, plus one, invite guest, invite user to, add invitee to, bring along,
      attach guest to, extend invitation to, add visitor to, let join, enlist for`,
    does: `invite somebody to {my}; bring a guest to {my}; add a person to {my}; have somebody join {my}; ask a colleague to {my};
      include one more person in {my}; get a friend into {my}; send an invitation for {my}`,
    about: `Invites somebody to {a}.; Adds a guest to {a}.; Adds an attendee.; Sends an invitation for {a}.; Lets a caller bring a guest to {my}.;
      Use when another person should join {a}.; Adds one more participant to the {n}.; Creates an invitation.; Adds people to an existing {n}.;
      Extends the guest list of {a}.; Includes a friend or colleague in {a}.; Guest list of the {n}: adds one.`,
    takes: "other!, email, phone, code, remark, date",
    requests: `I'd like company at {my}, please add someone; there'll be one more of us at {my}; my team mate wants in on {my}, add her
      can {my} take another person, I'd like to bring one; please make room for one more at {my}; I'd like to share {my} with somebody
      [I'd like|I want] to invite [somebody|someone|a friend] to {my}; can you add [a guest|another person|someone] to {my}
      I'm bringing somebody along to {my}; one more person is coming to {my}; [my colleague|a friend|my cousin] should be at {my} too
      please [include|add] [my brother|my assistant|a colleague] in {my}; can somebody else join {my}; {my} needs one more guest
      put another name on the guest list for {my}; I want someone else to [take part in|come to] {my}; ask [her|him] to {my} as well
      there's somebody I'd like to have at {my}; send an invitation to {my}; could you invite [one of my team|my partner] to {my}
      I forgot a person when I set up {my}; is it okay to bring a plus one to {my}, please put them down; invite someone to {my}
      let [him|her|them] know they're welcome at {my}; I need to add a participant to {my}; there will be another attendee at {my}
      someone from [work|school|my family] is joining {my}; get an invite out for {my}; I'd like a friend to come with me to {my}
      [my mother|my neighbor] wants to come to {my} too; add an attendee to {my}; open {my} to one more person
      make sure [my boss|my sister] gets an invite for {my}; extend the invitation for {my} to somebody
      I want to bring a guest; can you invite someone for me; I'd like to add a person to the guest list; somebody else is coming too`,
    done: `The invitation is [out|sent].; [Done|Okay], they're on the guest list.; I've invited them to {my}.; I added one more person to {my}.
      They're included now.; Your guest is [registered|welcome].; That's another name on the list.; They'll get an invite for {my}.
      The guest list is updated.; I've put them down for {my}.; Invited.; One more person is added.`,
  }),
  enroll: action({
    nature: "creates",
    verbs: `enroll, register, sign up, subscribe, join, apply, open, start, activate new, create, add, onboard, admit, enlist, set up, new, request,
      register for, sign up for, apply for, submit application for, begin, become, open new, create new, initiate`,
    does: `sign up for {a}; register for {a}; apply for {a}; open {a}; start {a}; join {a}; enroll in {a}; set up a new {n};
      get started with {a}; become a holder of {a}; take out {a}; hand in an application for {a}`,
    about: `Enrolls somebody in {a}.; Registers for {a}.; Signs up for {a}.; Starts {a}.; Opens {a} for a new customer.; Applies for {a}.;
      Creates a new {n}.; Use this for new customers who want {a}.; Takes an application for {a}.; Onboards a new client.; Opens a new {n}.;
      New {n} application.; Registers a person.; Sets up {a} for the caller.; Adds somebody to {a}.; Sign up for a {n}`,
    takes: "self!, email, phone, choice, startDate, address, pastDate, postalCode, title",
    requests: `I've thought long enough, let me into {a}; what are the steps to get {a}, I'd like to go through them now
      we have no {n} so far and would like one; make me a holder of {a}; please note me as a new {n} customer
      [I'd like|I want] to [sign up|register|apply] for {a}; [can|could] I [join|start|open|apply for] {a}; how do I get {a}
      I want to become part of {a}; [enroll|register|enlist] me in {a}; [we'd like|I'd like] to start {a}; register me for {a}
      (search) I'm interested in [starting|opening] {a}; I don't have {a} yet and want one; I'd like to [open|set up] a new {n}
      what do I have to do to get {a}; I'm new here and need {a}; [my employer|my friend] said I should get {a}
      I'd like to hand in an application for {a}; can you [set me up|get me started] with {a}; I want in on {a}
      I just moved here and need {a}; [my son|my daughter] is old enough for {a} now, can we apply; sign us up for {a}
      we want to take out {a}; I've been meaning to [open|start|get] {a}; I saw your ad for {a}, I'd like to join
      can I still [register|apply|sign up] for {a}; I've decided to go for {a}; let me start {a}; get me started on {a}
      I'd like to be registered for {a}; is it too late to enroll in {a}, if not sign me up; where do I sign for {a}
      I was thinking about {a} and now I want to do it; put in an application for {a} for me; I need a new {n} in my name
      hello I'd like to become a customer and open {a}; [my wife|my husband] and I would like {a}; I'd like {a} from you
      the old {n} is [gone|closed], I'd like to open a new one; could you open {a} for [me|my company]; I'll sign up for {a}
      I'd like to [sign up|register|become a member|join]; how do I become a customer; I'm new, can you set me up
      I want to register; [can|could] I sign up [on the phone|with you|right now]; I'd like to apply`,
    done: `[Welcome aboard|Welcome], your {n} is [active|registered].; [Done|Okay], you're signed up for {my}.; I've registered you.
      You're [in|registered|enrolled] now.; Your application is in.; Your new {n} is open.; We've set up {a} for you.; The sign-up is complete.
      Congratulations, you're in.; Your {n} starts [today|right away].; You're on board.; I've opened {a} in your name.; Thanks for joining us.`,
  }),
};
