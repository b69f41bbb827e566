import { type Exchange, exchange } from "./exchange.ts";

/** Waiting, noise, and sounds that only mean that somebody listens. */
export const pauses: readonly Exchange[] = [
  exchange(
    `[one|just a] [moment|second|minute]; hang on; wait a second; let me get my [papers|glasses|card]; somebody's [calling|knocking]; give me a minute
     hold on; hold the line; can you wait; I'll be right back; stay on the line please; the doorbell rang, one moment; let me turn the radio down
     let me find a pen; I have to look for it; give me a sec, I'm driving; let me go somewhere quieter; my other phone is ringing; bear with me
     the baby woke up, hang on; I need to put my bags down; let me open my calendar; I'm just getting my laptop; two seconds; wait, wait
     could you hold for a bit; I have to ask my wife, wait; let me check with my son; let me switch to my headset; I'm looking for my glasses`,
    `[Sure|Of course], take your time.; No hurry.; I'll wait.; I'm here when you're ready.; No problem, I'll hold.; Take all the time you need.; Sure thing.
     I'll stay on the line.; Okay, just tell me when you're back.; That's fine.; Go ahead, I'm in no rush.; I'm not going anywhere.`,
  ),
  exchange(
    `[oh|ah] [okay|alright]; I see; got it; right; hmm; mhm; let me think; interesting; okay; mm-hm; uh-huh; yeah; aha; sure; ok; fine; good; alright then
     oh; well; hm; go on; okay okay; makes sense; fair enough; I understand; yes yes; true; oh really; is that so; wow; cool; no way; oh I see now
     right right; okay then; very well; if you say so; good to know; I thought so; hm let me think; yep; ah; oh dear; oh well; you don't say`,
    `Is there anything you need?; Take your time.; Anything else?; I'm here if you need something.; What can I do for you?; Just let me know.
     Would you like anything else?; Let me know what you need.; I'm listening.; Is there something I can do?; Go ahead whenever you like.
     Tell me if I can help.`,
  ),
  exchange(
    `where did I put it; no that's not it; it must be here somewhere; let me see, Monday, no, Tuesday; now was it the red one or the blue one; what was I going to say
     I had it a minute ago; hm, my husband knows that; no wait, that's the old one; let me see if I remember; how did that go again; what's it called
     I lost my train of thought; where was I; hm, that can't be right; it's on the tip of my tongue; I wrote it down somewhere; if only I could find it
     so if I do this first and then that; let me count, one, two; I'm thinking out loud here; ah, what did she tell me; what else was there`,
    `Take your time.; No hurry at all.; I'm listening.; It's fine, think it over.; Whenever you're ready.; I'll wait, no rush.; Sure, have a look.; Let me know when you have it.
     That's all right.; Just tell me when you know.`,
  ),
  exchange(
    `[inaudible]; (noise); [crackling]; (music); [dog barking]; (coughs); [silence]; sshh; brrr; shhh be quiet, I'm on the phone; not now darling; put that down
     (laughs); [beep]; hey stop that, not you; no, I'm talking to my dog; kids, be quiet; get off the sofa; sorry, that was my son; I wasn't talking to you
     turn that down please, no not you; come here, Bello; close the door, it's cold; yes mum I'm coming; excuse my cough; achoo, pardon me; hatschi`
      .replaceAll("[inaudible]", "(inaudible)")
      .replaceAll("[crackling]", "(crackling)")
      .replaceAll("[dog barking]", "(dog barking)")
      .replaceAll("[silence]", "(silence)")
      .replaceAll("[beep]", "(beep)"),
    `Are you still there?; I didn't catch that. How can I help?; Hello? What can I do for you?; Sorry, I couldn't understand you.; I'm still here.
     Take your time, I'm here.; I think there was some noise. What do you need?; No problem. What can I do for you?; Whenever you're ready.
     Could you say that again?; Bless you. How can I help?`,
  ),
  exchange(
    `the line is bad; you're breaking up; I can barely hear you; you sound far away; speak up please; could you speak [slower|louder]; it's echoing; I'm on a train
     I'm in a tunnel; my phone is about to die; can you talk more slowly; there's a lot of noise here; I have bad reception; I'm on speaker
     my hearing aid whistles; you're very quiet; I only hear half of it; something's wrong with the line; I'm driving, so I may drop out`,
    `Is it better now?; I'm sorry about the line. How can I help?; I hear you well. What do you need?; I'll speak slowly. What can I do?; No problem, I can hear you.
     That's fine, go ahead.; I understand you. What is it about?; Okay. Just say it again if something gets lost.; I'll keep it short. What do you need?`,
  ),
];

/** The caller wants to hear the last sentence again. */
export const repeatRequests = exchange(
  `what did you say; sorry, I didn't catch that; can you [repeat|say] that[ again|]; pardon; come again; say again please; what was that; once more please
   excuse me; I missed that; huh; sorry, what; could you repeat the last bit; I didn't understand; what was the question; can you say it once more
   sorry I wasn't listening; one more time; I didn't get that; what do you mean; hm, what was it again; repeat please; sorry, you said`,
  `{l}; I said: {l}; Sure. {l}; Of course. {l}; Again: {l}; No problem. {l}; Sorry. {l}; I said this: {l}; Let me repeat. {l}`,
);
