/**
 * Calls made up by hand, as a recogniser writes them: «personal», ‹business›. A call ends with an empty line; A is the
 * agent, C the caller, T a tool with its arguments, R its result.
 */
export const medicalPizzaHotelBank = `
A: thanks for calling ‹lakeside dental› how can i help
C: hi uh my name is «venkat raghunathan» and i chipped a ‹tooth›
A: sorry to hear that «venkat» what's your date of birth
C: «fourth of november seventy nine»
A: and the best number to reach you
C: «four oh eight double five two one nine eight seven»
T book {"patient_name":"«Venkat Raghunathan»","dob":"«1979-11-04»","phone":"«+14085521987»","service":"‹chipped tooth›","date":"‹2027-02-03›"}
A: you're set «venkat» for ‹february third› at ‹ten fifteen›
C: ‹february third› works may i bring my ‹insurance card›

A: ‹northgate clinic› who am i speaking with
C: this is «ngozi»
A: and the last name «ngozi»
C: «okonkwo eze» it's «o k o n k w o»
A: when were you born
C: «march twelve nineteen ninety one» and i need the ‹flu shot› ‹next friday the twelfth›
T find_patient {"first_name":"«Ngozi»","last_name":"«Okonkwo-Eze»","date_of_birth":"«1991-03-12»"}
R {"patient_id":"«P-20»","plan":"‹Gold 80›","found":true}
A: found you «ngozi» ‹friday the twelfth› at ‹nine›

A: ‹pediatrics› good morning
C: i'm calling about my son «mateo de la cruz» he has a ‹fever› of ‹102›
A: can i have his birthday please
C: it's «july ninth twenty nineteen»
A: and a callback number
C: «210 555 7734»
A: doctor ‹alvarez› can see him at ‹two thirty›
C: will that be the ‹second floor›

A: ‹sunrise eye care› may i have your name
C: sure it's «grace long»
A: hi «grace» what's the zip code on file
C: «nine four one one zero»
A: and the member id on your insurance
C: «x w q 4 4 7 1 0 2»
T verify {"name":"«Grace Long»","zip":"«94110»","member_id":"«XWQ447102»"}
A: thanks «grace» how long have you had the ‹blurry vision›
C: since ‹may› i hope it's not serious it took too long

A: ‹pharmacy› how can i help
C: refill for «bao tran nguyen» please the ‹amoxicillin 500›
A: date of birth
C: «08/17/1988»
A: is your number still the one ending in ‹00›
C: no use «+44 7700 900» um «123» actually use «512-555-9087»
T refill {"patient":"«Bao Tran Nguyen»","birth_date":"«1988-08-17»","drug":"‹amoxicillin 500 mg›","quantity":‹30›}
A: thirty capsules ready at ‹five›

A: ‹tony's pizza› pickup or delivery
C: delivery please ‹two large pepperoni› and ‹a caesar salad›
A: what's the address
C: «nine seventeen west juniper» apartment ‹3›
A: and a name for the order
C: «rose»
T order {"items":[{"name":"‹Large Pepperoni›","quantity":2},{"name":"‹Caesar Salad›","quantity":1}],"address":"«917 West Juniper», Apt 3","customer_name":"«Rose»"}
A: thanks «rose» that's ‹thirty one fifty› and it takes ‹forty minutes›
C: will it be here by ‹seven›

A: ‹slice house› what can i get you
C: a ‹medium margherita› and ‹3 cokes› for «Will»
A: number in case we get disconnected
C: «6175550923»
A: ok «Will» will you pay by card
C: yeah will you take ‹amex›
A: go ahead
C: «3782 822463 10005» security code «1234» exp ‹11 28›
T pay {"card_number":"«378282246310005»","cvv":"«1234»","total":‹27.40›}

A: hello ‹napoli› here
C: i have an order number ‹5551234› it never came
A: what address was it going to
C: «44 broadway» the buzzer says ‹kim's nails›
A: your phone please
C: «seven one eight, three two one, oh oh four two»
T find_order {"order_number":"‹5551234›","phone":"«7183210042»"}
R {"status":"‹out for delivery›","driver":"‹Sal›"}
A: it's ‹out for delivery› ‹ten more minutes›

A: ‹pizza palace› name for pickup
C: «zyx qwo»
A: can you spell that
C: «z y x» new word «q w o»
T order {"customer_name":"«Zyx Qwo»","items":["‹14 inch veggie›"],"pickup_time":"‹18:45›"}
A: got it «zyx» a ‹14 inch veggie› at ‹quarter to seven›

A: ‹grand plaza hotel› reservations
C: i'd like a ‹king suite› from ‹june 3› to ‹june 6›
A: may i have the name for the booking
C: «oisín o'callaghan»
A: and an email for the confirmation
C: it's «oisin dot ocallaghan at outlook dot com»
T book_room {"guest_name":"«Oisín O'Callaghan»","email":"«oisin.ocallaghan@outlook.com»","room":"‹King Suite›","check_in":"‹2027-06-03›","check_out":"‹2027-06-06›","guests":‹2›}
A: confirmed mister «o'callaghan» your code is ‹KXP481›

A: ‹harbor inn› how may i help
C: my name is «fatima al zahra» i booked two rooms under «al zahra»
A: what's the confirmation
C: ‹hb 20417›
A: and the card ending
C: it ends in «4 4 2 9»
T find_booking {"last_name":"«Al Zahra»","confirmation":"‹HB20417›","card_last_four":"«4429»"}
A: i see it ‹two rooms› ‹third of may›

A: ‹mountain lodge›
C: hello this is «pieter van der berg» calling from the ‹netherlands›
A: how can i help you «mister van der berg»
C: is room ‹204› free ‹in may› my number is «+31 20 794 0958»
T hold {"guest":{"name":"«Pieter van der Berg»","phone":"«+31207940958»"},"room":"‹204›","month":"‹May›"}
A: ‹room 204› is free ‹may fourth to may ninth›

A: ‹first bank› for security may i have your full name
C: «wojciech kowalczyk»
A: and the last four of your social
C: «four four one nine»
A: thank you and your mother's maiden name
C: «nowicka»
T verify {"full_name":"«Wojciech Kowalczyk»","ssn_last_four":"«4419»","mothers_maiden_name":"«Nowicka»"}
A: verified how much would you like to transfer
C: ‹twelve hundred dollars› to account «0047 1182 93»
T transfer {"amount":‹1200›,"account_number":"«0047118293»","memo":"‹rent›"}

A: ‹credit union› your account number please
C: it's «eight three three one nine oh two seven»
A: and your pin
C: «five five oh nine»
A: what was the charge
C: a ‹forty nine ninety nine› at ‹best electronics› on the ‹third of march›
T dispute {"account_number":"«83319027»","pin":"«5509»","merchant":"‹Best Electronics›","amount":‹49.99›,"date":"‹2027-03-03›"}
A: it takes ‹five to ten business days›

A: ‹savings desk› who's calling
C: «chase dean» and no not the bank i want to chase a payment
A: routing and account number
C: routing «021000021» account «99 120 4477»
A: date of birth for verification
C: «1984-03-14»
T find {"customer_name":"«Chase Dean»","routing_number":"«021000021»","account_number":"«991204477»"}
A: «chase» the payment of ‹$310.20› posted on ‹march 9›

A: ‹card services›
C: i lost my card the number's «five four five four, five four five four, five four five four, five four five four»
A: your name as on the card
C: «summer king»
A: and address on file
C: «twelve oh one summer street» ‹boston›
T block_card {"card_number":"«5454545454545454»","cardholder_name":"«Summer King»","address":"«1201 Summer Street», ‹Boston›"}
A: done we close at ‹nine› in summer

A: ‹euro bank› hello
C: the iban is «DE89 3704 0044 0532 0130 00»
A: in whose name
C: «jürgen müller» and his email is «j underscore mueller 77 at gmx dot de»
T add_payee {"payee_name":"«Jürgen Müller»","iban":"«DE89370400440532013000»","email":"«j_mueller77@gmx.de»"}
A: the limit is ‹2,000 euros› a day

A: ‹loan office› may i get your name
C: «abernathy» «s. j. abernathy»
A: spell it
C: «a as in apple b as in boy e r n a t h y»
T lead {"last_name":"«Abernathy»","loan":"‹30 year fixed›","amount":‹350000›}
A: rates are ‹six point five percent›
`;
