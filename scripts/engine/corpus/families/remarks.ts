import { remark } from "../values/words.ts";
import { family } from "./family.ts";

/** Clauses in the caller's own words. */
export const remarks = {
  remark: family({
    kind: remark,
    names: `notes, reason, comment, message, details, problem, special requests, issue, description, instructions, remarks, text, body,
note, feedback, complaint, summary, cause, content, special request, additional notes, symptoms, issue description, problem
description, reason for call, request details, delivery instructions, extra info, explanation, question, concern, wishes, subject,
message text, observation, damage, requirements, special needs, allergies, comments, reason code text, background, memo, purpose,
preferences, damage description, what happened, report, situation, request, topic, agenda, caption`,
    asks: `What happened?
What should I write down?
Can you tell me more?
What is it about?
What's the [problem|matter|reason]?
[And|So] what's the matter?
What seems to be the [problem|trouble|issue]?
Why is that?
May I ask why?
What's wrong with it?
What should I [note|tell them|pass on]?
Could you describe [it|the problem]?
What can I note?
Anything [we should know|I should write down]?
[Sure|Okay|I see]. What's the reason?
Please tell me what happened.
In a few words, what is it?
What shall I put as the reason?
What exactly is going on?
What would you like to tell us?`,
    gives: `{v}
because {v}
and {v}
since {v}
as {v}
the thing is {v}
the problem is {v}
the problem is that {v}
the reason is {v}
the reason is that {v}
the issue is {v}
the trouble is {v}
it's because {v}
it's just that {v}
that's because {v}
because you see {v}
you see, {v}
you know, {v}
I'm calling because {v}
please note that {v}
please note, {v}
please write that {v}
please write down that {v}
write down {v}
note down {v}
note that {v}
make a note, {v}
make a note that {v}
put a note that {v}
put in the notes that {v}
add a note that {v}
with the note {v}
with the remark {v}
with a note saying {v}
you should know that {v}
you should know, {v}
they should know that {v}
tell them {v}
tell them that {v}
let them know {v}
let them know that {v}
say that {v}
it should say {v}
what happened is {v}
what happened is that {v}
what's wrong is {v}
I noticed that {v}
I have to tell you, {v}
I'm afraid {v}
unfortunately {v}
sadly {v}
by the way, {v}
also {v}
oh and {v}
one more thing, {v}
for the notes, {v}
just so you know, {v}
and don't forget, {v}
and keep in mind, {v}
{v}, that's why
{v}, that's the reason
{v}, that's the problem
{v}, put that in the notes`,
    tells: `{v}
well {v}
you know {v}
because {v}
the problem is {v}
the problem is that {v}
the thing is {v}
the thing is that {v}
the reason is {v}
the reason is that {v}
the issue is that {v}
the trouble is {v}
it's because {v}
it's just that {v}
that's because {v}
since {v}
you see, {v}
I'm afraid {v}
unfortunately {v}
sadly {v}
I noticed that {v}
I think {v}
I believe {v}
I'd say {v}
what happened is {v}
what happened is that {v}
please write that {v}
please write down {v}
write {v}
write down that {v}
note that {v}
put {v}
put that {v}
say {v}
say that {v}
tell them {v}
tell them that {v}
let them know that {v}
they should know that {v}
just that {v}
simply that {v}
only that {v}
basically {v}
long story short, {v}
to make it short, {v}
to be honest, {v}
how should I say, {v}
let me explain, {v}
it's a bit embarrassing, {v}
[yes|sure|okay], {v}
[oh|hm|well], {v}
{v}, that's all
{v}, that's it
{v}, that's why
{v}, that's the problem
{v}, nothing more`,
  }),
};
