import { type Exchange, exchange } from "./exchange.ts";

/** Talk about this and that, complaints and praise without a wish. */
export const chatter: readonly Exchange[] = [
  exchange(
    `it's so [hot|cold|windy|wet] today; did you see the [game|match|news] [yesterday|last night]; I'm having a [long|bad|great] day; my [kids|dogs|neighbors] are so loud
     traffic was [awful|terrible]; it finally [rains|stopped raining]; the sun is out; I couldn't sleep last night; my back is killing me, but that's another story
     I just came back from holiday; it's my birthday today; I've been on my feet all day; I'm so tired today; the prices these days; everything gets more expensive
     Christmas is coming already; where did the year go; my team lost again; I'm stuck in the kitchen; we have builders in the house; I'm on my lunch break
     my coffee is getting cold; I'm walking in the park right now; you can't imagine the week I had; my mother-in-law is visiting; I've just become a grandfather
     I spent all morning on the phone; the cat is sitting on my papers; my neighbor bought {a}, can you believe it; I dreamt of {a} last night
     they said on the radio it'll snow; there's a lovely view from here; I used to work in a call center myself; my daughter passed her exam`,
    `I hear you! How can I help?; Oh, I see. What can I do for you?; That's how it goes. What do you need?; I can imagine. What is it about?; Oh dear. How can I help?
     Nice! And what can I do for you?; I understand. Is there something I can do?; Good to hear. What would you like?; Well, I hope it gets better. How can I help?
     That sounds like quite a day. What brings you to us?; Oh really? So, what can I do?; Thanks for sharing. How may I help?`,
  ),
  exchange(
    `I'm [angry|upset] with you; this takes forever; you're not listening; why is this so complicated; that's ridiculous; I've been waiting for [ten minutes|half an hour]
     this is the third time I call; nobody ever helps me; your service used to be better; I'm not happy at all; what a joke; that's not good enough; I'm losing my patience
     why does nobody pick up the phone with you; you people never call back; I've been passed around all day; I can't believe this; this is unacceptable
     I'm really disappointed; it's always the same with you; every time there's something; I've had it; you make it hard for people; that makes me so mad
     I'm fed up; you should be ashamed; I'm a good customer and then this; my last call got cut off; I don't like your music on hold; the queue was endless`,
    `I'm sorry about that. What can I do for you?; I apologize. How can I help?; I understand that's annoying. What do you need?; I'm sorry you had to wait. What is it about?
     I see why you're upset. Let me help, what is it?; My apologies. Tell me what you need.; I'm sorry to hear that. How can I make it better?
     That shouldn't happen, I'm sorry. What can I do now?; I'm here now. What do you need?; I hear you, and I'm sorry. What can I do?
     Sorry for the trouble. How can I help?`,
  ),
  exchange(
    `tell me a joke; sing something for me; what do you think about {ms}; who will win the election; do you like {ms}; how old are you; where do you live; do you sleep
     what's the meaning of life; are you married; do you have children; what's your favorite color; can you dance; what's two plus two; what's the capital of France
     which team do you support; do you believe in aliens; what did you have for breakfast; can you write a poem; what's the weather tomorrow; who is the president
     play some music; what should I cook tonight; should I buy {a} or not; is it going to rain; what time is it in Tokyo; translate hello into Spanish
     what horse will win; give me a lottery number; can you do my homework; say something funny; do you dream; who made you; what's the news; flip a coin
     would you go out with me; how tall is that tower; how do I tie a tie; recommend me a film; who invented {ms}; do you get bored`,
    `I'm afraid I can't do that. Anything else?; I can only help with our services.; I don't know about that, sorry.; That's beyond me. What can I do for you?
     I'd rather stick to our services. How can I help?; I have no opinion on that. What do you need?; I'm only here for calls like yours. What is it about?
     Good question, but I can't answer it. How can I help?; Sorry, I can't help with that one.; I leave that to others. What can I do for you?
     That's nothing I can tell you, sorry.`,
  ),
  exchange(
    `[I have|I've got] a question; can you help me; I need some help; I have a request; what can you do; what can you help me with; I need something; I want to ask something
     I have a small problem; could you do something for me; there's something I need; you might be able to help me; what are you good for; I need your advice
     I'm calling because of something; where do I start; it's a bit complicated; I don't know if I'm right with you; it's a long story; it's about a private matter
     I hope you can help; I was told to call this number; my friend gave me this number; can I ask you something; I need to talk about something; I need assistance
     I'm a customer of yours; I've been with you for years; I'm calling for my mother; I'm calling on behalf of a friend; it's me, your best customer
     I'm not sure who to ask; I have two things; there are a couple of things; first of all; okay, so; I'd like some information; let me explain`,
    `Sure, what do you need?; Of course. What is it about?; I'm happy to help. What is it?; Go ahead.; What can I do for you?; Tell me more.; Sure, what would you like to know?
     Certainly. What's it about?; I'll try. What do you need?; Yes, please tell me.; I'm listening, go on.; Of course, ask away.; All right, what happened?
     You're right here. What is it?; Okay, what's first?`,
  ),
  exchange(
    `{c}; you know, {c}; so {c}; well {c}; the thing is, {c}; guess what, {c}; oh, and {c}; it's just that {c}; let me tell you, {c}; what happened is that {c}; first, {c}
     I don't know what to do, {c}; imagine that, {c}; anyway, {c}; I must say, {c}; as you may know, {c}; to start with, {c}; just so you know, {c}`,
    `I see. What can I do for you?; Okay, and how can I help?; I understand. What would you like me to do?; Thanks for telling me. What do you need?; Oh. How can I help with that?
     All right. What would you like?; I hear you. What can I do?; Good to know. What is it you need?; Right. And what should I do?; Okay. Tell me how I can help.
     Got it. What would you like to do?`,
  ),
];

/** What callers tell of themselves before a wish; none of it is one. */
export const stories = `my brother is visiting next month
we just moved here
I've been a customer for ten years
my wife told me about you
I used to live around the corner
my car is in the garage
I work nights these days
I'm retired now and have all the time in the world
my son started school this week
we had a big party on Saturday
I've been travelling a lot lately
I'm calling from my office
my English isn't so good
I was on your website just now
I talked to somebody called Anna before
my phone was off all morning
I'm standing in front of your door
we came back from the coast yesterday
my old phone died
I've never called you before
I got your letter
I saw your van in our street
my neighbor swears by you
I'm planning something for my parents
it's going to be a busy summer
I changed jobs in the spring
my husband usually does this
I have your brochure right here
we are a small company
our club has a hundred members
I run a little shop
my assistant is on holiday
I'm new in this position
I took over from Mr Weber
the kids have holidays soon
I'm getting married in the fall
we're redoing the whole house
I've got a day off today
my mother is eighty now
I was at your place last year
the weather was lovely when we came last time
I've been thinking about it for a while
my doctor says I should rest more
I don't have much time right now
my friends are waiting in the car
it's a bit early for me
I only have five minutes before my train
I just woke up
I'm sitting in the sun with a coffee
somebody told me you're the best in town`.split("\n");
