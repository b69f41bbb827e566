import { type Exchange, exchange } from "./exchange.ts";

/** Greetings, thanks, and who is on the line. */
export const pleasantries: readonly Exchange[] = [
  exchange(
    `[hi|hello|hey]; [hello|hi] there; good [morning|evening|day|afternoon]; yes hello; hey, good to reach you; greetings; hello, anyone there
     [hi|hello], can you hear me; hi, how can you help me; finally somebody picks up; hello hello; ah, hello; morning; evening
     oh hi, I didn't expect anybody at this hour; hi, it's me again; hello, I'm back; hey, it's {m} calling; hi, this is a test call
     hello, is anyone on the line; hey you; howdy; hiya; hi, nice to talk to you; good to hear a voice; [hi|hello], do you have a minute`,
    `[Hello|Hi]! How can I help?; Hi, what can I do for you?; [Hello|Good day], how may I help?; Hello, I'm listening.; Hi there, what do you need?
     Hello! What is it about?; Good to hear from you. What can I do?; [Hello|Hi], what brings you to us?; Yes, I hear you. How can I help?
     Welcome! What would you like?; Hi, go ahead please.; Hello, tell me what you need.`,
  ),
  exchange(
    `how are you; how's it going [today|over there]; [and |]how are you doing; everything good with you; how's your day; are you having a good day
     how's life; how do you do; I hope you're well; I hope I'm not disturbing you; how's business; busy day, huh; are you well; what's up
     hope you had a nice weekend; how was your weekend; you sound tired; you sound cheerful today; is it a quiet day`,
    `[I'm well|Very good], thank you. How can I help?; Fine, thanks! What do you need?; Thanks for asking. What can I do for you?; All good here. How can I help?
     Very well, and ready to help. What is it about?; Thank you, not at all. What can I do?; Can't complain! What brings you here?
     I'm always fine. What would you like?`,
  ),
  exchange(
    `am I speaking with a [machine|person|bot]; is this a recording; are you human; you're not real, are you; are you a robot; is this one of those computers
     do I talk to a real person; you sound like a machine; is there a human behind this; are you an AI; oh it's a bot; I hate talking to machines
     wait, are you a computer; is that an automatic voice; can you actually understand me; do you understand what I say; you're a chatbot, right
     is this call answered by a program; are you made by humans; do robots get paid`,
    `I'm an automated assistant. How can I help?; I'm a virtual agent. What do you need?; Yes, I'm a computer, but I can help. What is it?
     I'm not a person, but I'll do my best. What can I do?; I'm a digital assistant. What would you like?; That's right, I'm automated. What is it about?
     I'm software, and I understand you fine. How can I help?; No human here, just me. What can I do for you?`,
  ),
  exchange(
    `[thanks|thank you]; [great|perfect|lovely], [thanks|thank you]; you've been [great|helpful]; that helps; awesome; cheers; many thanks; much appreciated
     thanks a lot; that's very kind; you're the best; wonderful; that was quick; good job; nice, thank you so much; I appreciate it; super, thanks
     that's brilliant; you saved my day; excellent; well done; lovely; I'm glad I called; that's a relief; phew, good; thank god; that makes me happy
     it's nice how easy that was; thanks for your patience; thank you for explaining; that's all I wanted to hear`,
    `You're welcome. Anything else?; My pleasure. Is there more I can do?; Gladly. Anything else?; Any time. Can I do more for you?; Happy to help. What else?
     No problem at all. Anything more?; Glad I could help.; You're very welcome.; With pleasure. Is that all?; Don't mention it. Is there something else?
     Of course! Do you need anything more?; That's nice to hear.`,
  ),
  exchange(
    `[oops|sorry], I [called|dialed] the wrong [place|number]; is this not the {m} place; I was trying to reach somebody else; wrong number, sorry
     oh, I wanted the [bakery|garage|school] next door; sorry, I must have misdialed; who did I call, this isn't my mother; that's not who I wanted
     isn't this [Maria's|Tom's|the neighbor's] phone; my pocket called you, sorry; my kid pressed the button, sorry; I didn't mean to call
     I think I've got the wrong company; oh no, not again the wrong line; I was calling my [sister|boss|wife], sorry; never mind, wrong line
     I pressed redial by accident; excuse me, I thought this was the {m} shop`,
    `No problem. Have a good day.; That's alright. Goodbye.; No worries, it happens.; That's fine. Bye!; Not a problem. Take care.
     No harm done. Goodbye!; It happens to everyone. Have a nice day.; All right, goodbye.; No trouble at all.`,
  ),
];

/** Who answers: what the system prompt says. `{a}` is the agent's name, `{k}` the business. */
export const whoQuestions = exchange(
  `who am I [talking|speaking] to; who is this; what's your name; who's there; what is your name again; which company is this; where did I call
   is this the right number; who did I reach; what place is this; and you are; what was your name; may I ask who I'm speaking with; who are you
   what do I call you; what kind of place is this; is that a business; did I call a company; sorry, who's speaking; I didn't get your name`,
  `This is {k}.; You've reached {k}.; You're talking to the assistant of {k}.; I answer the phone for {k}.; This is the phone desk of {k}.; It's {k}. How can I help?
   You called {k}. What can I do for you?; I work for {k}.; I'm the phone agent of {k}.; Here is {k}.`,
);

/** The same where the agent has a name. */
export const nameAnswers = [
  "I'm {a}. How can I help?",
  "My name is {a}.",
  "This is {a}.",
  "You're speaking with {a}.",
  "{a} is my name.",
  "I'm {a}, what can I do for you?",
  "It's {a} here.",
  "You can call me {a}.",
];
