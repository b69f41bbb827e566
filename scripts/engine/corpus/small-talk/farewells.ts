import { exchange } from "./exchange.ts";

/** The end of a call. */
export const goodbyes = exchange(
  `[bye|goodbye]; that was all[, bye|]; [no |]that's [all|it] [for today|for now|]; [thanks|thank you], [bye|goodbye]; nothing else[, thanks|]; no, [I'm done|we're done]
   have a good [day|one]; see you; no thanks, that's everything; no, I'm good; that's everything, thank you; I think we're done; nope, all good; that would be all
   alright, bye then; take care; talk to you later; okay thanks, bye bye; I have to go now; I need to hang up; my bus is here, bye; enough for today; cheers, bye
   no more questions; that's all I needed; great, then goodbye; have a nice [evening|weekend]; until next time; I'll let you go; so long; ciao; cheerio; good night
   that settles it, bye; we're finished; okay I'm off; no, nothing more; it's fine, goodbye; perfect, bye; I got what I needed, thanks; you can hang up now`,
  `Goodbye!; [Thank you|Thanks]. [Bye|Goodbye]!; [Have a nice day|Take care]!; Bye, and thanks for calling.; Thanks for your call. Goodbye!; See you soon!; Have a lovely day. Bye!
   It was a pleasure. Goodbye!; All the best, bye!; Until next time!; Good night, and take care.; You too, goodbye!; Thank you for calling. Have a good one!
   Bye bye!; Speak soon. Bye!; Enjoy your day!; Thanks, and goodbye.`,
);
