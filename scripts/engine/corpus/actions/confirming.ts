import { action } from "./action.ts";

/** What puts something in force. */
export const confirmingActions = {
  confirm: action({
    nature: "changes",
    verbs: `confirm, approve, accept, validate, check in, sign, authorize, acknowledge, complete, agree to, mark confirmed, finalize, say yes to, okay,
      green light, ratify, accept offer for, confirm attendance at, sign off, endorse, confirm existing, set confirmed, rsvp to, clear, release, commit`,
    does: `confirm {my}; approve {my}; accept {my}; sign off {my}; say yes to {my}; check in for {my}; agree to {my}; give the okay for {my}`,
    about: `Confirms {a}.; Approves {a}.; Accepts {a}.; Checks in for {a}.; Authorizes {a}.; Signs off {a}.; Marks {a} as confirmed.;
      Use when the caller says yes to {my}.; Confirms that the caller will come.; Completes {a}.; Acknowledges {a}.; Finalizes an open {n}.;
      Confirmation of {ns}.; Records that {a} is accepted.; Sets a pending {n} to confirmed`,
    takes: "code!, self, date, pin, pastDate",
    requests: `[I'd like|I want|I'm calling] to confirm {my}; [can|could] you confirm {my} for me; please [approve|confirm|accept] {my}
      let me [check in for|sign off|confirm] {my}; yes I'll [come to|take|be there for] {my}; I got a message to confirm {my}
      you asked me to confirm {my}; I accept {my}; {my} is fine, go ahead with it; you can count on me for {my}; I say yes to {my}
      {my} looks good, [approve it|let's do it]; I'd like to check in for {my}; I'm supposed to call to confirm {my}
      we're definitely coming to {my}, please note it; {my} stands, we'll be there; I give my okay for {my}; finalize {my} please
      I received {my} and I agree; I've read {my} and I accept; {my} still needs my confirmation; I agree to {my}
      [my boss|my wife|my husband] is happy with {my}, so let's confirm; sign {my} off for me; I have to approve {my}
      I'm here to confirm {my}; I got a text saying I must reply for {my}, so yes; {my} can go ahead; green light for {my}
      we're going ahead with {my}; mark {my} as confirmed; yes to {my}; the answer on {my} is yes; {my} is still on for us
      I wanted to let you know that {my} works for [me|us]; we've decided, {my} it is, please confirm it; consider {my} accepted
      I'd like to make {my} final; {my} is okay from my side; put {my} through, I approve; I stand by {my}, confirm it
      the voice message said to confirm {my} by phone; please note that I'm coming to {my}; I hereby confirm {my}
      could you mark that I accept {my}; I was asked to acknowledge {my}; acknowledged, {my} is right, confirm it
      I'm calling to confirm; I got a text to confirm; yes I'm still coming, please note that; I'd like to check in; I accept the offer`,
    done: `{my} is confirmed.; [Done|Okay], I've confirmed {my}.; Thanks, that's confirmed.; I've noted your yes.; {my} is approved.
      You're checked in.; Great, {my} is final now.; It's all confirmed.; Your answer is recorded.; {my} goes ahead.; Accepted, thank you.
      I've marked {my} as confirmed.`,
  }),
  verify: action({
    nature: "changes",
    verbs: `verify, authenticate, identify, check identity for, validate, prove, confirm identity for, verify caller for, look up caller for, security check,
      verify holder of, log in, verify access to, authenticate caller for, match, check credentials for, check caller, verify customer, unlock access to,
      auth, verify identity, confirm caller, check security of, verify owner of, prove identity for`,
    does: `verify that I'm allowed on {my}; prove who I am for {my}; identify myself for {my}; pass the security check for {my};
      authenticate for {my}; confirm my identity for {my}; get verified for {my}`,
    about: `Verifies the caller's identity.; Checks who is calling.; Authenticates the caller for {a}.; Proves that {a} belongs to the caller.;
      Identity check before {a} is touched.; Use before any information about {my} is given.; Security check for {a}.;
      Confirms that the caller owns {a}.; Matches the caller with {a}.; Verifies access to {a}.; Call this to identify somebody.;
      Logs the caller in to {a}.`,
    takes: "self!, pastDate, pin, code, postalCode, phone",
    requests: `I'll answer your questions so that you know {my} is mine; the app wants me to call and be checked for {my}; I'm really the one who owns {my}
      somebody has to confirm who I am for {my}; check me for {my}; before we talk about {my} you'll want to know who I am
      I have to [identify myself|prove who I am] for {my}; you need to know it's me for {my}, right; I'd like to verify {my}
      the letter says I must verify {my}; what do you need to know that {my} is mine; {my} belongs to me, let me prove it
      I was told to authenticate myself for {my}; [can|could] you [verify|check] that I'm the owner of {my}; it's me, the holder of {my}
      I need to get verified for {my}; I have to pass the security questions for {my}; please check that {my} is really mine
      I want to prove my identity for {my}; {my} asks me to be verified by phone; I'd like to complete the identity check for {my}
      they told me {my} needs a verification first; let's do the security check for {my}; you can check my identity for {my}
      go ahead and verify me for {my}; {my} is waiting for verification; I'm the owner of {my} and can prove it
      identify me for {my} please; I have the details to prove {my} is mine; I'd like to show that I own {my}
      your colleague said I'd have to be authenticated for {my}; my identity for {my} isn't verified yet
      I need to verify my identity; you'll want to check who I am; I can prove it's me; let's do the security check first; please verify me`,
    done: `Thank you, you're verified.; [Okay|Great], I know who you are now.; You passed the check.; That matches our records.; You're identified.
      {my} is verified.; Thanks, that's correct.; I can see it's you.; You're authenticated.; All matched.; The security check is done.
      Good, you're the owner.`,
  }),
  activate: action({
    nature: "changes",
    verbs: `activate, enable, turn on, unlock, unblock, start, resume, open, switch on, reactivate, unfreeze, restore, unpause, power up, launch, restart,
      reset lock on, bring back, set active, re enable, turn back on, unsuspend, make active, lift block on, release, wake`,
    does: `turn on {my}; activate {my}; unlock {my}; unblock {my}; switch {my} on; get {my} working; resume {my}; reactivate {my};
      bring {my} back; open {my} up again`,
    about: `Activates {a}.; Turns on {a}.; Unlocks {a}.; Enables {a}.; Restores {a}.; Resumes {a}.; Unblocks {a}.; Switches {a} on.;
      Use when {my} is locked or paused.; Makes {a} active.; Lifts the block on {a}.; Starts {a} again.; First activation of a new {n}.;
      Brings {a} back after a break.; Puts {a} back in service`,
    takes: "code!, choice, self, pin, date",
    requests: `[please |]turn on {my}; [can|could] you [activate|enable|unlock|unblock|switch on] {my}; {my} [is locked|is blocked|isn't active yet]
      I need {my} [working|active|on] again; [I'd like|I want] to [start using|resume] {my}; wake up {my}; please unblock {my}
      I just got {my} in the mail and have to activate it; I typed the wrong code and now {my} is locked; I'm back, so {my} can go on
      I found {my} again, you can unblock it; my {n} came today, how do I turn it on; {my} was paused and I want it back
      I'm locked out of {my}; {my} won't let me in anymore; I can't get into {my}; (verify) I have no access to {my}
      reactivate {my} please; the pause is over, start {my} again; bring {my} back to life; lift the block on {my}
      you froze {my}, please undo that; it says {my} is suspended, can you open it; get {my} running; switch {my} back on
      I'd like {my} to be active from now on; we're back from holiday, restart {my}; make {my} usable; {my} should be on
      the new {n} isn't activated yet; could you enable {my} for me; set {my} live; {my} is still off, turn it on
      I forgot my code and {my} shut me out; let me back into {my}; is it possible to unlock {my} on the phone; launch {my}
      I'd like to use {my} for the first time; {my} has been off long enough; take {my} off hold; resume {my} as of now
      I'm locked out; it's blocked, can you open it; please turn it back on; I need it activated; take it off hold; it says it's locked`,
    done: `{my} is [active|on] now.; [Done|Okay], I've unlocked {my}.; You can use {my} again.; {my} is back.; The block is lifted.; It's on.
      I've switched {my} on.; {my} is ready to use.; You're back in.; I've activated {my}.; It's running again.; {my} is open.`,
  }),
};
