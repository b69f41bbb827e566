import { staffMember } from "../values/persons.ts";
import { family } from "./family.ts";

/** Somebody of the business whom the caller wants. */
export const staff = family({
  kind: staffMember,
  names: `staff, provider, agent name, instructor, stylist, teacher, employee, doctor name, guide, coach, advisor, trainer,
assigned to, specialist, host, staff member, preferred staff, consultant, lawyer, attorney, physician, therapist, mechanic,
technician, barber, tutor, professor, vet, doctor, nurse, manager, representative, account manager, clerk, adviser, handled by,
assignee, case worker, sales person, photographer, chef, captain, colleague, with, with whom, practitioner, expert, counselor`,
  asks: `Who would you like to see?
Do you have somebody in mind?
Which colleague?
[With whom|With which of us]?
Who do you usually [see|work with|go to]?
Any preference [who|for whom]?
Would you like anybody in particular?
Who [should|shall] it be with?
Which of our people would you like?
Is there [someone|anyone] you prefer?
[Sure|Okay|Gladly]. With whom?
Who was it [you saw|you dealt with] last time?
[And|So] who's it with?
Who takes care of you normally?
Anybody special you'd like?
Whose [calendar|list] should I look at?
Who do you want it with?
[May|Can] I ask who with?`,
  gives: `with {v}
by {v}
if {v} is [free|available|around|there|working]
[preferably|ideally|if possible] with {v}
with {v} if [possible|you can|that's okay]
[and|but] only with {v}
I'd [prefer|like|love|rather have] {v}
I want {v}
I'd like to see {v}
I always [see|go to|take|get] {v}
I usually [see|go to|have] {v}
I normally go to {v}
I was with {v} last time
last time I had {v}
{v} did it last time
{v} knows [me|the case|all about it]
{v} [always|usually] does it
{v} takes care of me
{v} is [my favorite|the best|who I want]
{v} [was recommended|comes recommended]
a friend recommended {v}
somebody told me to ask for {v}
it has to be {v}
it should be {v}
it must be with {v}
let it be {v}
let {v} do it
could {v} do it
can it be {v}
can I have {v}
could I get {v}
and please [give me|assign] {v}
assign it to {v}
give it to {v}
get {v} to do it
ask for {v}
[put|book] me [in |]with {v}
as long as {v} does it
nobody but {v}
no one else than {v}
from {v}
at {v}'s [desk|office|chair|practice]
on {v}'s [list|calendar|schedule]
in {v}'s [group|class|calendar]
under {v}
{v} please, nobody else
{v} would be [great|perfect|best|nice|my first choice]
{v} preferred
is {v} [free|in|working] then
does {v} have time
when {v} is in
whenever {v} has time
hopefully with {v}
my [usual one|regular] is {v}
I'm a regular of {v}'s
I work with {v}
I'm in touch with {v}
I've been talking to {v}
{v} is handling it
it's {v}'s [case|job|turn]
[with|from] your colleague {v}
your colleague {v} [knows|offered]
that nice {v} [again|would be good]`,
  tells: `I'd like {v}
I usually see {v}
{v} knows me
with {v}
with {v} please
{v} would be [great|nice|best|perfect]
{v} if [possible|you can|available]
{v} [as|like] [always|last time|usual]
preferably {v}
ideally {v}
I'd prefer {v}
I'd rather have {v}
I want {v}
I always go to {v}
I always see {v}
I normally see {v}
last time it was {v}
it was {v} last time
{v} did it last time
I was with {v}
I had {v}
{v} again
again {v}
it should be {v}
it has to be {v}
let's take {v}
let's say {v}
let's go with {v}
make it {v}
give me {v}
put me with {v}
book me with {v}
is {v} [free|in|there|available]
if {v} is free
does {v} have time
can I have {v}
could it be {v}
{v} is my favorite
{v} is the one I want
{v} was recommended to me
[a friend|my sister] told me to ask for {v}
I heard {v} is good
[yes|yeah|oh yes], {v}
[yes|yeah|oh yes], with {v}
[yes|yeah], I'd like {v}
your colleague {v}
the one called {v}
somebody called {v}
I think [his|her] name is {v}
[his|her] name is {v}
[he's|she's] called {v}
that was {v}
that would be {v}
the name was {v}
{v}, if I remember right
{v}, I think
{v} takes care of me
nobody but {v}
only {v}
definitely {v}
any day with {v}
{v} and nobody else
I don't mind, maybe {v}
hm, {v}
well, {v}`,
  decoys: `with {v}, not with {d}
with {v} rather than {d}
not {d} again, I'd like {v}
I had {d} last time, but now I want {v}
{d} is nice, but I prefer {v}
I'd like {v}, I'm {d} by the way
if {v} is free, and not {d}
{d} recommended {v}
I don't get along with {d}, so {v} please
it says {d} here, but it should be {v}`,
});
