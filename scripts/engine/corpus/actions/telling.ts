import { action } from "./action.ts";

/** What only tells something about a thing. */
export const tellingActions = {
  status: action({
    nature: "tells",
    verbs: `get, check, track, lookup, show, fetch, read, view, status of, find, query, trace, retrieve, locate, see, get status of, look up, load,
      get details of, check status of, describe, inspect, pull up, info on, where is, check on, display, monitor`,
    does: `check on {my}; track {my}; find out where {my} is; look up {my}; know the status of {my}; hear about {my}; see how {my} is going;
      pull up {my}; get news on {my}; have a look at {my}`,
    about: `Tells the status of {a}.; Tracks {a}.; Shows {a}.; Looks up {a}.; Checks {a}.; Finds {a}.; Says where {a} is.; Returns the details of {a}.;
      Gets the current state of {a}.; Use when the caller asks how {my} is going.; Reads {a} by its number.; Retrieves an existing {n}.;
      Information on the caller's {n}.; Fetches {a} from the system.; Call this to find out about {my}.; Status lookup for {ns}`,
    takes: "code!, self, phone, email, pastDate, postalCode",
    requests: `where is {my}; [can|could] you [check|track|look up|find|see|pull up] {my}; [what's|what is] [happening|going on] with {my}
      what's the [status|state] of {my}; any news [on|about] {my}; has {my} [arrived|shipped|been processed|gone through] yet
      I'm [waiting|still waiting] for {my}; I'd like to know about {my}; tell me about {my}; how far along is {my}
      is {my} [ready|done|finished|on its way] yet; when will {my} [be ready|arrive|be there]; what do you have on {my}
      I haven't heard anything about {my}; (report) {my} should have been here [yesterday|last week|by now]; can you tell me where {my} is at
      did {my} go through; I want to [check on|ask about] {my}; how is {my} coming along; what became of {my}; do you have {my} on file
      it's been [two weeks|days|ages] and I've heard nothing about {my}; let me know how {my} is doing; did you get {my}
      what does it say about {my}; could you look into {my} and tell me where it stands; just checking on {my}; is {my} still [open|there|on]
      any update on {my}; what's taking {my} so long; I'm wondering about {my}; show me {my}; read me what you have about {my}
      I only want to know if {my} is [okay|ready|in]; I'd like an update on {my}; is there any progress with {my}; give me the details of {my}
      when was {my} again; I forgot when {my} is; remind me what the details of {my} were; what exactly did I [book|order|get] with {my}
      can you see {my} in your system; where do we stand with {my}; I'm calling about the status of {my}; how long until {my} is ready
      do I have to wait much longer for {my}; please see what's going on with {my}; are you working on {my}; I lost track of {my}
      would you look up {my} for me; has anything happened with {my}; did anybody look at {my} yet; what's new with {my}
      any news for me; is it ready yet; has it arrived; when will it be here; what's the status; can you look me up; how is it coming along`,
    done: "",
  }),
  search: action({
    nature: "tells",
    verbs: `search, find, list, browse, look for, get, show, discover, explore, suggest, recommend, filter, query, get all, search for, list available,
      get list of, find matching, lookup, offer, propose, match, find nearby, get options for, show available, fetch`,
    does: `see which {ns} you have; find {a}; look for {a}; hear what {ns} there are; get a suggestion for {a}; go through your {ns};
      find the right {n}; know what kinds of {n} there are; browse your {ns}`,
    about: `Searches {ns}.; Finds {a}.; Lists {ns}.; Suggests {a}.; Shows the {ns} there are.; Looks for {a}.; Returns matching {ns}.;
      Use when the caller asks which {ns} there are.; Searches the catalogue of {ns}.; Lists available {ns}.; Recommends {a}.; Finds {ns} by criteria.;
      Gets all {ns}.; Search for a suitable {n}.; Browse {ns}.; Call this to see what {ns} we have`,
    takes: "city, date, amount, choice, people, item, startDate, from, to, title, time",
    requests: `[what|which] {ns} [do you have|are there|can you offer]; [can|could] you [find|show|recommend|suggest] me {a}
      (book,order) I'm looking for {a}; are there any {ns}; help me find {a}; do you [carry|offer|have] {ns}; what {ns} would you recommend
      show me [some|the|your] {ns}; I'm after {a}, what is there; what kinds of {n} do you have; what sort of {ns} are there
      I don't know which {n} to [take|choose], what have you got; tell me what {ns} you have; can I hear your {ns}; list your {ns}
      what are my options for {a}; is there {a} you'd recommend; I'm trying to find {a}; what's the best {n} for [a beginner|a family|a gift]
      do you know {a} that would suit [me|us]; who has {ns} around here; where can I find {a}; what do you have in the way of {ns}
      what {ns} are there at the moment; (price) I want to see what {ns} you've got; any good {ns}; which {n} is the most popular
      could you search for {a}; find {ns} for me; look for {a} please; go through the {ns} with me; what choice of {ns} do I have
      I need ideas for {a}; suggest something in {ns}; is there any {n} for [kids|two people|a small budget]; what else is there in {ns}
      I saw {ns} on your website, which ones are there; have you got a selection of {ns}; what would be a good {n} for my [mother|boss]
      we can't decide on {a}, what do you suggest; what are your best {ns}; give me a list of {ns}; are there {ns} near me
      I'd like to hear about your {ns}; how many different {ns} do you have; could you tell me which {ns} you offer; got any {ns}
      do you do {ns}; which of your {ns} would fit; I'd like some suggestions for {a}; run me through the {ns}; what's in stock in {ns}
      what do you have; what can you recommend; what are my options; what's on offer; what would you suggest; show me what you've got`,
    done: "",
  }),
  available: action({
    nature: "tells",
    verbs: `check, find free, get available, is free, available, query open, see free, look up open, get openings for, check free, check availability of,
      get free, find open, list free, next free, check open, find slot for, get slots for, has free, list openings for, check capacity for,
      look for free, availability of, check calendar for, find time for, get next available`,
    does: `know if {a} is free; find out when {a} is free; see when there is room for {a}; hear which times you have for {a};
      check if {a} is still open; know the next free {n}`,
    about: `Checks whether {a} is free.; Tells free times for {a}.; Finds openings for {a}.; Says if there is room for {a}.; Lists free {ns}.;
      Checks the calendar for {a}.; Use before {a} is booked.; Returns open slots.; When is the next free {n}.; Availability of {ns}.;
      Looks for free times.; Use when the caller asks if {a} is still free.; Free {ns} on a day.; Checks capacity`,
    takes: "date!, time, people, choice, city, staff, duration",
    requests: `[is|would] {a} be free; do you have {a} free; when is the next free {n}; are there any openings for {a}
      is there [room|anything open|space|a gap] for {a}; do you still have {ns}; what times do you have for {a}; is {a} still available
      [is there|do you have] any availability for {a}; when [could|can] {a} be had; how does your calendar look for {a}; any {ns} left
      are you fully booked for {ns}; what's the earliest you have for {a}; which days are open for {a}; when would {a} be possible
      before I decide, is {a} free; I'd like to know when {a} is free; have you got room for {a}; are all the {ns} taken
      can you check if {a} is free; is {a} possible at all that day; what do your free times look like for {a}; any slot for {a}
      do you have anything open for {a}; when do you have time for {a}; could you see if there's {a} open; what's free in {ns}
      are there {ns} to be had; is there a free {n}; do you happen to have {a} free; what openings are there for {ns}; how soon is {a} free
      when's the soonest for {a}; could you look in the calendar for {a}; would there be {a} for us; how full are you with {ns}
      is it too late to find a free {n}; are any of the {ns} still open; check whether {a} is free please; which {ns} are free
      just wondering if you have {a} free; I have to ask my wife first, but is {a} free; are the {ns} booked out; any gaps for {a}
      I'm flexible, when is {a} free; how many {ns} are left; is there still a chance for {a}; let me know when {a} is open
      can you tell me the free times for {a}; what would be the next opening for {a}; at what times is {a} open; {a}, is that free
      when do you have something free; what times do you have; are you free; what's your next opening; do you have any openings; is there any space left`,
    done: "",
  }),
  price: action({
    nature: "tells",
    verbs: `get price of, quote, estimate, calculate, price, cost of, compute, rate, get rate for, appraise, compare price of, get quote for, get cost of,
      calculate price of, price check, estimate cost of, work out cost of, check price of, quote price for, get fee for, lookup price of, value,
      find price of, calculate rate for, create estimate for, show price of`,
    does: `know what {a} costs; get a quote for {a}; hear the price of {a}; have an estimate for {a}; find out how much {a} is;
      know the rate for {a}; get a rough figure for {a}`,
    about: `Tells the price of {a}.; Estimates {a}.; Calculates the cost of {a}.; Quotes {a}.; Returns what {a} costs.; Gives a price for {a}.;
      Use when the caller asks how much {a} is.; Works out the rate for {a}.; Price lookup for {ns}.; Makes an estimate.; Cost of {a}.;
      Gets a quote.; Computes the fee for {a}.; Says how much {a} would be`,
    takes: "item, quantity, choice!, from, to, duration, city, startDate, date",
    requests: `how much is {a}; what does {a} cost; what would you charge for {a}; [can|could] you [give|tell] me the price of {a}
      I'd like [an estimate|a quote|a price] for {a}; what's the rate for {a}; is {a} expensive; what do I pay for {a}; how much do you want for {a}
      what are {ns} going for; roughly how much would {a} be; what would {a} set me back; how much should I expect to pay for {a}
      give me a ballpark for {a}; what's the damage for {a}; can I afford {a}, what is it; what do {ns} cost with you; price for {a} please
      before I decide, what would {a} cost; I'm comparing prices, how much is your {n}; how much money is {a}; what's the fee for {a}
      could you quote me [for|on] {a}; I need to know the cost of {a}; do you have a price on {a}; what would {a} come to
      how pricey are your {ns}; I'm on a budget, what's {a}; how much for {a}; work out what {a} would cost; what's your price for {ns}
      what am I looking at for {a}; would {a} be very expensive; could I get a rough estimate on {a}; how much are the {ns}
      [my boss|my wife] wants to know what {a} costs; the website doesn't say what {a} costs; tell me the rate for {a}
      is there a special price for {a}; I'd like to know how much {a} is; what does {a} run; and how much would that be for {a}
      calculate {a} for me; quote me {a}; what kind of money are we talking about for {a}; can you say what {a} would be
      how much would you take for {a}; let me have a price for {a}; what's {a} worth these days; what will {a} cost me
      if it isn't too much I'd like {a}, what does it cost; what does your cheapest {n} cost; how much did {a} cost again
      how much is it; what would that cost; can I get a quote; what do you charge; how expensive is it; what are your rates`,
    done: "",
  }),
  eligible: action({
    nature: "tells",
    verbs: `check eligibility for, qualify, is eligible for, check entitlement to, can get, check qualification for, assess, prequalify, check right to,
      test eligibility for, evaluate, check coverage of, is covered, determine eligibility for, check conditions for, screen, review eligibility for,
      check if allowed, pre check, can have, verify eligibility for, check criteria for, check access to, entitled to, eligibility`,
    does: `find out if I qualify for {a}; know whether I can get {a}; see if I'm entitled to {a}; check if I'm eligible for {a};
      know if {a} is open to me; find out if {a} is covered`,
    about: `Checks whether somebody qualifies for {a}.; Says if the caller is eligible for {a}.; Tells who can get {a}.; Checks entitlement to {a}.;
      Use when the caller asks if they may have {a}.; Eligibility check.; Tests the conditions for {a}.; Says if {a} is covered.;
      Finds out whether {a} is open to the caller.; Pre-check for {a}.; Determines if a person can get {a}.; Coverage of {ns}.`,
    takes: "self, pastDate!, choice, code, postalCode, amount, city",
    requests: `we're a family of five, does that get us {a}; I've lived here for two years, is that enough for {a}; would my mother be eligible for {a}
      is {a} something I could have; I earn very little, does {a} apply; tell me if I can have {a}; are there rules that keep me from {a}
      I'm not a member, can I have {a} all the same; somebody told me I have a right to {a}
      do I qualify for {a}; am I [eligible|entitled|old enough] for {a}; would I get {a}; can somebody like me have {a}
      I'd like to know if I'm eligible for {a}; am I allowed {a}; do I meet the [conditions|requirements] for {a}; is {a} open to me
      I wonder whether I could get {a}; what are my chances of getting {a}; is {a} covered for me; could you check if I qualify for {a}
      [my neighbor|my sister] gets {a}, could I too; do they give {a} to people like me; I'm [retired|a student|self-employed], would I be eligible for {a}
      before I apply, do I even qualify for {a}; can you see if {a} would be possible for me; am I entitled to {a} or not
      I heard about {a} but I'm not sure I qualify; would my family qualify for {a}; do I have a right to {a}
      is there any reason I wouldn't get {a}; check my eligibility for {a}; who can get {a}, can I; does {a} apply to me
      will I be approved for {a}; are people in my situation eligible for {a}; see whether I'd be accepted for {a}
      I was refused {a} last year, would I qualify now; does my age matter for {a}, am I okay; would you check the conditions for {a} for me
      do I qualify; am I eligible; would I be accepted; am I entitled to anything; can you check if I'd qualify`,
    done: "",
  }),
  compare: action({
    nature: "tells",
    verbs: `compare, difference between, compare options for, contrast, compare all, match up, weigh, compare types of, compare two, show differences of,
      side by side, rank, evaluate, get comparison of, compare versions of, tell apart, versus, benchmark, compare offers for, compare kinds of,
      diff, list differences of, compare available, differentiate, which better`,
    does: `compare your {ns}; know the difference between the {ns}; hear how the {ns} differ; see the {ns} side by side; know which {n} is better`,
    about: `Compares {ns}.; Tells the difference between {ns}.; Shows {ns} side by side.; Says which {n} is better.; Lists what sets {ns} apart.;
      Use when the caller can't decide between {ns}.; Comparison of {ns}.; Contrasts two {ns}.; Ranks {ns}.; How kinds of {n} differ.;
      Weighs one {n} against another.; Compares the options.`,
    takes: "choice!, item, amount, people, title",
    requests: `give me the differences between the {ns}; I'm looking at two {ns} and don't see the difference; which {n} wins
      is the bigger {n} worth the extra money compared to the small one; what has the one {n} got that the other {n} hasn't
      do the {ns} differ much; how would you compare your {ns}; line the {ns} up for me
      what's the difference between your {ns}; [can|could] you compare the {ns} for me; how do the {ns} differ; which {n} is better
      I can't decide between two {ns}, how do they compare; what do I get with one {n} that the other doesn't have
      is one {n} better than the other; put the {ns} side by side for me; how does one {n} compare to the next
      I'm torn between two {ns}; what sets your {ns} apart; explain the difference in {ns} to me; compare {ns} please
      why is one {n} [dearer|more expensive] than the other, what's different; which of the two {ns} has more
      what would I be missing with the smaller {n}; how are the {ns} different from each other; pros and cons of the {ns}
      I don't understand how the {ns} differ; I'd like a comparison of your {ns}; tell me how this {n} compares with the others
      what's better about the other {n}; is the cheaper {n} any worse than the other one; weigh the {ns} up for me
      what distinguishes the {ns}; two of your {ns} look the same to me, what's different; help me compare {ns}
      what's the difference; which one is better; how do they compare; I can't decide between them; can you compare them for me`,
    done: "",
  }),
};
