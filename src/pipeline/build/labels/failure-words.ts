/** `false` here means that what was asked was not done. `available`, `found`, `open`, `valid` only answer a question. */
export const doneFlags = words(
  "success succeeded successful successfully ok okay booked created placed sent saved scheduled rescheduled updated " +
    "processed completed submitted executed done",
);
export const errorKeys = words(
  "error errors exception err errormessage errorcode errormsg errortype fault traceback",
);
export const statusKeys = words("status state result outcome resultstatus code");
export const httpKeys = words("statuscode status httpstatus httpcode httpstatuscode");
export const messageKeys = words("message msg detail details reason text body");
/** Envelopes around the answer. The things it speaks of (an order, a payment) have a status of their own. */
export const envelopeKeys = words("result results data response body output payload item");
export const failureWords = words(
  "error errored failed failure fail exception timeout timedout unsuccessful crashed aborted",
);
/** What an error key holds when there is no error. */
export const noErrors: ReadonlySet<string> = new Set([
  ...words("none null no false 0 ok n/a success"),
  "",
  "no error",
]);
/** What was asked for was not done; of a thing that was only looked up it is an answer. */
export const refusalWords = words("declined denied rejected refused");
export const lookupVerbs = words(
  "check get find search list lookup look show fetch read query verify validate view retrieve is has",
);

const nothingThere =
  "no (?:free |open |available |matching )?(?:slots?|openings?|appointments?|availability|tables?|times?|results?|match(?:es)?)";
/** Answers to the question asked, even where the body calls itself unsuccessful. */
export const informative = new RegExp(
  `\\b(?:${nothingThere}|(?<!service |temporarily )unavailable|not available|fully booked|sold out|out of stock|not found|` +
    "nothing (?:free|found|available))\\b",
  "i",
);

const httpFailure =
  "http\\/?[\\d.]* ?[45]\\d\\d|[45]\\d\\d (?:bad|internal|not|service|gateway|unauthorized|forbidden)";
/** How messages of failed programs begin. */
export const failureText = new RegExp(
  `^\\W{0,4}(?:[a-z0-9_.]{0,40}(?:error|exception)\\b|traceback \\(most recent|(?:internal )?server error|` +
    `request (?:failed|timed out)|timed? ?out\\b|failed\\b|failure\\b|${httpFailure})`,
  "i",
);
/** "Your card was declined." */
export const endsInRefusal = /\b(?:declined|rejected|refused|was denied)[.!]?$/i;
/** "Reservation failed." */
export const endsInFailure = /\b(?:failed|could not be (?:completed|processed|booked|placed|saved))[.!]?$/i;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
