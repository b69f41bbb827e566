import { lines } from "../words/list.ts";

/** Requests for any action; `{w}` is what it does: "cancel my kayak". */
export const requestFrames = lines(`I'd like to {w}
I want to {w}
[we'd like|we want|we need] to {w}
I need to {w}
[can|could] I {w}
is it possible to {w}
would it be possible to {w}
I'm calling to {w}
I was hoping to {w}
I was hoping you could help me {w}
[can|could] you help me {w}
help me {w} please
I'm trying to {w}
I've been meaning to {w}
I have to {w}
how do I {w}
how can I {w}
is there a way to {w}
any chance to {w}
I would love to {w}
what do I have to do to {w}
my [wife|husband|boss|mother] asked me to {w}
I was wondering if I could {w}
do you think I could {w}
[hello|hi], is this where I can {w}
I called [yesterday|earlier] to {w} but nobody answered
I tried to {w} online but it didn't work
your website won't let me {w}, so I'm calling
I couldn't {w} in the app, can you do it
it's time for me to {w}
I've decided to {w}
we decided to {w}
I think I should {w}
I'd better {w}
let me {w}
[okay|right], I want to {w} then
would you let me {w}
I'd be glad if I could {w}
it would be great to {w}
the reason I'm calling is that I'd like to {w}
so basically I want to {w}
I just want to {w}
I just need to {w}, that's all
[quick question|quickly], can I {w}
if it's not too much trouble I'd like to {w}
sorry to bother you, I need to {w}
could somebody help me {w}
I'm looking to {w}
the plan is to {w}
I'd appreciate it if I could {w}
all I want is to {w}
I'm supposed to {w}
your colleague said I can {w} with you
my friend told me I could {w} with you
am I right here to {w}
do me a favor and help me {w}
I'd like your help to {w}
it's urgent, I have to {w}
when you have a second, I want to {w}
what I want is to {w}
may I {w}
we were going to {w}
I'd rather {w}
can we {w} [today|now|right away]
is now a good time to {w}`);

/** Requests with a verb that nobody knows. */
export const oddFrames = lines(`[I want|I'd like|I need] to {v} {my}
[can|could] you {v} {a}
please {v} {my}
{v} {a}
[we'd like|we have] to {v} {my}
is it possible to {v} {my}
I'm calling to {v} {my}
how do I {v} {my}
would you {v} {my} for me
let's {v} {my}
{my} has to be {v}ed
it's time to {v} {my}
can {my} be {v}ed
I was told to {v} {my}
my boss wants me to {v} {a}
help me {v} {my}
{v} {my} [please|now|for me]`);

/** Descriptions of any tool. */
export const aboutFrames = lines(`Use this when the caller wants to {w}.
Use this to {w}.
Call this to {w}.
Call when somebody asks to {w}.
Use if a customer would like to {w}.
Lets a caller {w}.
Lets customers {w}.
For callers who want to {w}.
Needed to {w}.
Helps the caller {w}.
The caller can {w} with this.
Tool to {w}.
Invoke it to {w}.
Only use it to {w}.
Makes it possible to {w}.
When the user asks to {w}.
Allows the customer to {w}.
Runs when a client wants to {w}.
Endpoint to {w}.
Whenever a guest would like to {w}.`);

/** Said behind a description; true of any tool. */
export const aboutTails = lines(`Returns a result.
Ask for missing details first.
Don't guess values.
Don't call it twice.
All details must come from the caller.
Answers at once.
May fail.
Read the result to the caller.
See the handbook.
Works for all branches.
Internal.
Only during a call.`);

/** Talk about doing it that is no wish for it now; `{w}` as above. */
export const hypotheticals = lines(`if I wanted to {w}, would it cost something
if I wanted to {w}, [how long would it take|what would I need]
suppose I want to {w} [some day|next year], is that [easy|complicated]
I may call [again|back] to {w}
I might want to {w} [later|next month], but not now
I'll call [again|back] when I'm ready to {w}
do people often {w} [by phone|with you]
is it [usual|normal|common] to {w} [by phone|at short notice]
I don't want to {w} yet
I'm not ready to {w}, I'm just asking around
my [sister|neighbor|friend] managed to {w} [without any trouble|online]
my [sister|neighbor|friend] wants to {w}, she'll call you herself
I thought about whether to {w}, but I'll [wait|leave it] for now
just so I know, what happens when people {w}
what happens if somebody wants to {w} too late
what would happen if I forgot to {w}
last [year|time] it took me an hour to {w}
I already managed to {w} online, [just so you know|so that's settled]
don't {w} yet, I have to [ask my wife|think about it]
before I {w}, I'd have to ask my [husband|boss|bank]
in general, who is allowed to {w}
is there a fee if I decide to {w} one day
I won't {w} today
I've never had to {w} before, is it hard
they told me it's free to {w}, is that true
I wonder how many people {w} every day
once I get paid I'll call to {w}
maybe I should {w} at some point, I don't know yet
no need to {w} today, I only have a question
it's silly that one can't {w} at night`);

/** What the agent says to it. */
export const hypotheticalAnswers = lines(`I don't have details on that, but I can do it whenever you like.
I'm not sure about that. Just let me know when you'd like to.
That's fine, take your time.
No problem, call us any time.
I can't say for certain, I'm afraid.
All right. Is there something I can do now?
Sure, just tell me when you're ready.
Okay, I won't do anything for now.
I see. Let me know if you decide to.
I don't have that information, sorry.
Understood. Anything else for now?
That depends. I can only do it once you decide.
Good to know. What can I do for you today?
As you like. We're here when you need us.
I won't touch anything until you tell me to.
Thanks for telling me. Can I help with something else?
I'd have to check that with a colleague, sorry.
Fair enough. Call us when you know.`);

/** The agent can't do what was asked. */
export const refusals = lines(`I'm sorry, I can't do that.
I can't help with that, I'm afraid.
Sorry, that's not something I can do.
I'm afraid I'm not able to {w}.
Sorry, I can't {w}.
I'm sorry, but I can't {w} from here.
Unfortunately I have no way to {w}.
That's outside of what I can do, sorry.
I don't have a tool for that, I'm afraid.
Sorry, we don't offer that by phone.
I'm sorry, that isn't possible here.
I wish I could, but I can't {w}.
That's nothing I can take care of, sorry.
I'm afraid that's not possible with me. Can I help with something else?
Sorry, I can't help you {w}. Is there anything else?
I can't do that myself. Please ask my colleagues during office hours.
Unfortunately that's beyond me.
No, I'm sorry, I can't {w}.
Regrettably I can't arrange that.
I'm not set up to {w}, sorry.
That can only be done [on our website|in person], I'm afraid.
Sorry, somebody in the office would have to do that.
I understand, but I'm not able to do that.
I don't handle {ns}, I'm sorry.
We can't do that for {ns} on the phone.
I'd love to help, but that's not among the things I can do.
Apologies, I can't do anything about {a}.`);
