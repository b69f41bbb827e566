import { lines } from "./list.ts";

/** Clauses that callers use to say what is the matter; kept as they were said. */
export const clauses = lines(`it keeps making a strange noise
it stopped working last night
the screen stays dark
the color is not what I picked
the door won't close
one wheel is bent
there is water on the floor
the lid is cracked
I never got a confirmation
my plans have changed
I found a better offer
we are moving to another town
somebody already took care of it
the handle came off
it smells burnt
my knee has been hurting
the light keeps blinking
two pieces were missing
it arrived a week late
I was charged the wrong amount
please ring the bell twice
leave it with the neighbor
I'm allergic to nuts
my brother will pick it up
it's for a birthday
we bring a small dog
I need a quiet corner
please call before you come
I can't make it that day
the engine won't start
the app logs me out
nobody answered my mail
the seat is torn
I lost the key
I want to learn the basics
the battery runs empty in an hour
it shows an error code
the gate is locked after six
we have a stroller with us
the print is blurry
my back has been sore since Monday
he hasn't slept for two nights
she feels dizzy in the mornings
my son has a fever and a rash
I twisted my ankle on the stairs
her left ear hurts
I've been coughing for a week
he can't see well at night
my shoulder gets stiff when I type
they feel sick after every meal
my eyes are red and itchy
I get headaches from the new glasses
she's expecting a baby in the spring
he is afraid of needles
I had an operation on my hip last year
my skin reacts to the cream
I've run out of my tablets
grandma fell in the bathroom
I can't lift my right arm
the doctor told me to call you
we got stuck in traffic
my flight was delayed by four hours
the train doesn't run that day
I have to work a double shift
my boss needs me on the weekend
the babysitter cancelled on us
our car broke down on the highway
I'm in the hospital that week
there's a funeral in the family
my daughter has a school play
we are on vacation until the end of the month
I'll be abroad for three weeks
my visa didn't come through
I got a new job in the city
I'm switching to another company
we sold the house in May
the kids are too old for it now
it got too expensive for us
I don't use it anymore
I signed up by accident
my husband already booked something else
I was double booked
the weather looks terrible
the road is closed because of snow
two of our friends can't come
we'd rather wait until summer
I haven't decided on the color yet
I was billed twice for the same month
there's a charge I don't recognize
the discount was not taken off
the invoice has the wrong name on it
my payment bounced
the refund never arrived
somebody used my card at a gas station
I paid in cash and got no receipt
the amount is higher than agreed
you raised the price without telling me
I was told it would be free
the deposit was not returned
my employer pays for it
I need it for my tax return
the bank needs a stamp on it
my landlord asked for a copy
the court wants it in writing
I need proof for the insurance
I'm the executor of my aunt's estate
my last name changed when I got married
the address on it is from before we moved
my birthday is written wrong
you spelled my street with one t
the phone number is my old one
I don't have access to that mailbox anymore
I forgot my password and the hint doesn't help
the code you sent has expired
I never got the text with the code
the link takes me to an empty page
the website crashes when I pay
it says my account doesn't exist
the app wants an update I can't install
I see somebody else's orders in my account
the video freezes every few minutes
the internet is down since this morning
we only get half of the speed
the phone rings once and then goes dead
I hear an echo on every call
the printer jams on the second page
the keyboard types double letters
the sound is only on one side
the remote does nothing
the charger gets very hot
the tablet won't turn on anymore
it restarts by itself at night
it beeps every thirty seconds
the alarm goes off for no reason
the camera shows only black
the lock doesn't accept my card
the heater smells of gas
there is no hot water upstairs
the toilet keeps running
the kitchen drain is clogged
water drips through the ceiling
there's mold behind the wardrobe
the radiator knocks all night
the window doesn't shut properly
the elevator stops between floors
the garage door opens halfway
half of the sockets are dead
the lights flicker when it rains
a tree fell on the fence
mice got into the basement
there's a wasp nest under the roof
the gutter is full of leaves
the neighbors are too loud after midnight
somebody parked in my spot
the trash wasn't picked up this week
the street lamp in front of our house is out
there's a big hole in the road
a dog got loose in the park
I found a wallet on the bus
I left my umbrella in the taxi
I forgot my jacket at the cloakroom
my suitcase didn't come off the belt
the tires lose air
the brakes squeal when it's cold
there's a scratch on the left door
the windshield has a crack
the clutch slips in third gear
it pulls to the right on the highway
the check light came on yesterday
it uses far too much oil
the radio turns itself off
somebody backed into my car
the chain jumps off when I pedal
the saddle is too low for me
the box was open when it came
the glass was broken in the parcel
they delivered it to the wrong house
the driver left it in the rain
I wasn't home when they came
the tracking hasn't moved for days
it was supposed to be here on Friday
I got somebody else's parcel
there's a dent in the side
the zipper broke on the first day
the sleeves are too long
the shoes pinch at the toes
it shrank in the wash
the fabric has a stain
it looks different from the picture
it doesn't match my sofa
it's the wrong size for our bed
one screw is missing from the set
the instructions are in another language
the paint came off after a week
I ordered blue and got green
I wanted two and got three
the cake was dry
the soup was cold when it came
there was a hair in my salad
they forgot the sauce
my friend can't eat gluten
no onions for my wife please
he is lactose intolerant
the little one only eats plain rice
please make it extra spicy
we'd like a candle on the cake
a table by the window would be lovely
we celebrate our anniversary
it's a surprise so don't tell her
my parents visit from overseas
one of us uses a wheelchair
we have two small children with us
my father doesn't hear well
I only speak a little English
I'd like somebody who speaks Spanish
I prefer a woman if possible
I'd like the same person as last time
I'm a complete beginner
I've done this twice before
I have my own equipment
I need to borrow a helmet
I'm quite tall so I need leg room
she gets seasick easily
I'm scared of heights
we arrive late in the evening
we have to leave before noon
the buzzer says Meyer
the entrance is around the back
park behind the blue house
use the side gate please
the code for the gate changed
watch out for the dog
the bell is broken so please knock
call me when you're downstairs
don't call before nine
leave it at the front desk
put it behind the shed
my neighbor has a spare key
I'm on the fourth floor without a lift
only mornings work for me
I can only talk after five
please write instead of calling
text me rather than call
send it as a gift without the bill
wrap it in plain paper
write happy birthday on it
put my company's name on the invoice
the staff was rude to us
the room wasn't clean when we came
we waited for over an hour
nobody told us about the change
the guide never showed up
the music was far too loud
the towels were missing
the pool was closed all week
the view was onto a wall
the bed was broken
the teacher was excellent
your colleague was very kind to me
everything went perfectly
I'd recommend it to anyone
it was better than last year
the course was too easy for me
the lesson ended early
I learned a lot from it
the seats were tiny
we couldn't see the stage
the tickets never came in the mail
my ticket has the wrong date
the show was called off
I want to sit next to my sister
it's about what we discussed last week
Mr Novak told me to ask for him
I'd like to talk about the offer
I'm returning your call
you left me a message
I saw your ad in the paper
a friend told me about you
I need a second opinion
I'd like to know more first
I have to ask my partner
I want to give it to my nephew
it's for our office party
it's for a school project
we need it for a wedding in June
it's our first time
I want to lose some weight
I'd like to get fit for the race
I want a change of style
cut it short at the sides
just a trim please
the roots need some color
the left one hurts more than the right
it only happens when it's cold
it started after the update
it comes and goes
it got worse over the weekend
it happened while I was asleep
it was like that from the start
it has never happened before
I've tried turning it off and on
I already changed the batteries
your technician was here on Tuesday
the last repair lasted two days
the part you sent doesn't fit
it's still under warranty
I threw the box away
I don't have the receipt anymore
my dog chewed on it
my toddler dropped it
I spilled coffee on it
I dropped it into the sea
it was stolen from my bike
my locker was broken into
the bag was gone when I came back
the fridge was open all night
the harvest was late this year
the cows broke through the fence
the pump runs dry after ten minutes
the belt slips under load
the sensor gives wrong values
the batch has the wrong label
the pallet fell over in transit
we need it before the fair
our client moved the deadline
the meeting was pushed to next week
I'm replacing a sick colleague
I need a day off for my move
I worked three hours more on Sunday
my badge doesn't open the door
the projector has no cable
the server is out of space
two of the users can't log in
the report has last year's numbers
the file is too big to send
the page for orders is empty`);
