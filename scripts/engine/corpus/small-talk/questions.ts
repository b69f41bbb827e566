import { type Exchange, exchange } from "./exchange.ts";

/** Questions about the business that no prompt and no tool answers. */
export const openQuestions: readonly Exchange[] = [
  exchange(
    `do I have to bring anything; can I bring a friend; is it [safe|worth it|difficult]; what do most people choose; what if it rains; how long have you been around
     do you speak [Spanish|French|Polish|Turkish]; who founded your company; how many people work for you; are you hiring; do you offer internships; are you on social media
     is there a dress code; can I take pictures there; is there an elevator; is it wheelchair accessible; is there a playground; do you have air conditioning
     is there a cloakroom; do you have vegan options; can I smoke there; is there a bus stop near you; how far is it from the station; is it noisy where you are
     do you give discounts for groups; is tipping usual; do I need insurance; do I need a passport; what's your policy on late arrival; how strict are you about being late
     are your people trained; are you certified; do you have references; is the owner in today; is the manager nice; which of your branches is the biggest
     do you use green power; are your products made locally; where do your {ms} come from; who makes your {ms}; how heavy is {a}; how old must one be for {a}
     can kids use {a}; is {a} hard to learn; how long does {a} last; are {ms} popular; do you clean the {ms}; is {a} good for the back; does {a} make noise
     what's included in {a}; do people complain about {ms}; how many {ms} do you own; can {a} be used in winter; what's the oldest {m} you have
     do I get coffee while I wait; is there a waiting room; can I park a trailer; is there a shower; do you have a lost and found; are you closed at Christmas
     do you open on New Year; do you have a second location; will you move; do you do weddings; can I get a tour of the place; do you sponsor sports clubs
     what's your bank; what's your tax number; is my data safe with you; do you record this call; where is your server; do you sell my number`,
    `I'm sorry, I don't know that.; I don't have that information, sorry.; I can't say, I'm afraid.; That's not something I know.; I'd have to ask a colleague, sorry.
     Nobody told me about that, I'm sorry.; I have nothing on that, I'm afraid.; Sorry, I can't tell you. Is there something else?; I'm not sure, sorry.
     I don't have details on that. Can I help with something else?; That I don't know. Our website may say it.; I wish I knew.; I can't answer that one, sorry.
     Unfortunately I don't have an answer to that.; Good question, but I don't know.; I'm afraid that isn't in my notes.`,
  ),
];

/** Whether something is on offer that isn't; `{a}` the thing, `{ns}` several. */
export const offerQuestions = exchange(
  `do you [also |]do {ns}; do you [also |]have {ns}; is there {a} at your place; can one get {a} with you; I wonder if you have {ns}; what about {ns}
   are you the ones with the {ns}; does your company do {ns} too; have you ever thought of having {ns}; I heard you do {ns} now; somebody said you have {ns}
   you don't happen to have {ns}; {ns} aren't your thing, are they; do you know who does {ns}; would your colleagues do {ns}; who in town has {ns}
   are {ns} part of what you do; when will you have {ns}; why don't you have {ns}; did you use to have {ns}; the other place has {ns}, do you`,
  `I'm sorry, we don't have {ns}.; No, we don't do {ns}.; Sorry, {ns} aren't something we offer.; I'm afraid not.; No, I can't help with {ns}.; Not with us, sorry.
   We don't have that, I'm afraid.; As far as I know we don't.; Sorry, you'd have to try somewhere else for {ns}.; No, I'm sorry. Anything else?
   That's not part of what we do.; {ns} aren't on our list, sorry.; I don't think so. Can I help with something else?; We never had {ns}.; Unfortunately not.`,
);
