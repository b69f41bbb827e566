/** Calls made up by hand; see `handmade-one.ts`. */
export const deliveryUtilitiesCarsLaw = `
A: ‹parcel line› tracking number please
C: ‹1Z 999 AA1 0123 4567 84›
A: where should we redirect it
C: «221b baker» ‹london› postcode «n w one six x e»
A: and who will receive it
C: «mrs hudson»
T redirect {"tracking_number":"‹1Z999AA10123456784›","address":"«221B Baker» Street, ‹London›","postcode":"«NW1 6XE»","recipient":"«Mrs Hudson»"}
A: expected ‹thursday before noon›

A: ‹quick courier›
C: pick up at «77 kingsway» suite ‹400› and take it to ‹city hall›
A: contact name there
C: ask for «mark» and mark it ‹fragile›
A: your callback
C: «oh two oh, seven nine four six, oh nine one two»
T pickup {"pickup_address":"«77 Kingsway», Suite 400","contact_name":"«Mark»","phone":"«02079460912»","notes":"‹fragile›"}
A: ‹twenty five pounds›

A: ‹grocery delivery› hi there
C: i need ‹two gallons of milk› ‹a dozen eggs› and ‹brown bread›
A: is the address still on file
C: no i moved to «16 the crescent»
A: and your name
C: «hope bush»
T order {"address":"«16 The Crescent»","customer_name":"«Hope Bush»","items":["‹2 gallons milk›","‹eggs›","‹brown bread›"]}
A: ok «hope» i hope to have it there by ‹six›

A: ‹flower shop›
C: a ‹rose bouquet› for my mom «linh»
A: where to
C: «4412 san felipe» unit ‹9›
A: card message
C: just say ‹happy mother's day› from «thuy»
T flowers {"product":"‹Rose Bouquet›","recipient_name":"«Linh»","sender_name":"«Thuy»","address":"«4412 San Felipe», Unit 9","price":‹59.00›}
A: ‹fifty nine dollars› total

A: ‹city power› what's the service address
C: «eighteen oh four cottonwood»
A: account holder
C: it's under my husband «emeka» «emeka obi»
A: how long has the power been out
C: since ‹two thirty› this afternoon about ‹forty five minutes›
T outage {"service_address":"«1804 Cottonwood»","account_holder":"«Emeka Obi»","since":"‹14:30›"}
A: a crew will be there by ‹four›

A: ‹aqua water› your account number
C: «4471 902»
A: and your name please
C: «xiomara»
A: last name
C: «quispe huaman»
T lookup {"account_number":"«4471902»","customer_name":"«Xiomara Quispe Huaman»"}
R {"balance":‹84.12›,"due_date":"‹2027-04-15›","customer_name":"«Xiomara Quispe Huaman»"}
A: your balance is ‹eighty four twelve› due ‹april fifteenth›

A: ‹gas company› is this an emergency
C: no i just want to pay my bill
A: the name on the bill
C: «bill young» i'm the young one my father is «bill young» too
A: the reading on the meter
C: ‹4 7 7 1 2›
T reading {"customer_name":"«Bill Young»","meter_reading":"‹47712›"}
A: thanks «bill» the bill will come in ‹may›

A: ‹internet support›
C: my router says error ‹e 5 0 3› and the light is ‹red›
A: phone number on the account
C: «it's 919 555 0678»
A: and the email
C: «k dot wu 88 at my uni dot edu»
T ticket {"phone":"«9195550678»","email":"«k.wu88@myuni.edu»","problem":"‹error E503›"}
A: your ticket is ‹77120›

A: ‹mobile care› pin please
C: «nine nine one two»
A: what number is it about
C: «+1 (646) 773-2218» and i want the ‹20 gigabyte plan›
T plan {"pin":"«9912»","msisdn":"«+16467732218»","plan":"‹20 GB›","price":‹25›}
A: that's ‹25 dollars a month› starting ‹the first›

A: ‹speedy auto› what car is it
C: a ‹2015 honda civic› with ‹98 thousand miles›
A: name and number please
C: «dmitri volkov» «three one two five five five oh six seven eight»
A: license plate
C: «k l m 4 4 7 2»
T appointment {"customer_name":"«Dmitri Volkov»","phone":"«3125550678»","license_plate":"«KLM 4472»","vehicle":"‹2015 Honda Civic›","service":"‹oil change›","date":"‹2027-03-18›"}
A: ‹thursday the eighteenth› at ‹eight am›

A: ‹body shop›
C: hi it's «siobhan» again about the ‹blue ford›
A: last name
C: «o'brien»
A: the estimate was ‹$1,240›
C: and the part number ‹4158675309› is in
T update {"last_name":"«O'Brien»","first_name":"«Siobhan»","part_number":"‹4158675309›","estimate":‹1240›}
A: yes «siobhan» ready ‹friday›

A: ‹tire barn› how can i help
C: four ‹225 65 17› tires for «art» please
A: phone
C: «nine five six, two two, oh one, eight, eight two»
A: can i get a last name «art»
C: «price» like the price of tires
T quote {"first_name":"«Art»","last_name":"«Price»","phone":"«9562201882»","size":"‹225/65R17›","quantity":‹4›}
A: the price is ‹six hundred twenty›

A: ‹roadside› where are you
C: on ‹highway 101› near ‹exit 42›
A: your name and a callback
C: «mohammed bin rashid» it's «0049 30 901820»
T tow {"customer_name":"«Mohammed bin Rashid»","phone":"«+4930901820»","location":"‹Highway 101, exit 42›"}
A: ‹thirty minutes› «mohammed»

A: ‹law offices of kim and park› good afternoon
C: hi i'm calling on behalf of my mother «guadalupe hernández»
A: what is it regarding
C: a ‹lease dispute› the landlord is «mister fitzwilliam»
A: her date of birth
C: «the twenty second of june fifty two»
T intake {"client_name":"«Guadalupe Hernández»","opposing_party":"«Fitzwilliam»","date_of_birth":"«1952-06-22»","matter":"‹lease dispute›"}
A: the consultation is on ‹june 22› and costs ‹150›

A: ‹immigration law›
C: my name's «olena shevchenko» passport «F X 448 201»
A: and your email address
C: «olena underscore s at proton mail dot com»
A: a good time to call
C: after ‹five thirty›
T intake {"name":"«Olena Shevchenko»","passport_number":"«FX448201»","email":"«olena_s@protonmail.com»","callback_time":"‹17:30›"}
A: we'll call ‹wednesday›

A: ‹legal aid› may i have a name
C: «jean-luc» «jean-luc baptiste-moreau»
A: where do you live
C: «five rue de la paix» ‹montreal› «h 2 x 1 y 4»
T intake {"full_name":"«Jean-Luc Baptiste-Moreau»","address":"«5 Rue de la Paix», ‹Montreal›","postal_code":"«H2X 1Y4»"}
A: bonjour «jean-luc» our fee is ‹200 an hour›

A: ‹notary› how can i help
C: can i bring ‹two documents› ‹tomorrow at nine›
A: sure your name
C: «may» «may lin chen»
A: see you tomorrow «may»
T book {"customer_name":"«May Lin Chen»","documents":‹2›,"time":"‹09:00›"}
C: may i bring a friend ‹in may› instead

A: ‹tax office› social please
C: «five one two, four four, nine oh one two»
A: your filing status
C: ‹married filing jointly› my spouse is «dean cook»
T lookup {"ssn":"«512-44-9012»","spouse_name":"«Dean Cook»","status":"‹married filing jointly›","year":‹2026›}
A: the refund of ‹$1,882› comes by ‹april 20›

A: ‹vet clinic› hello
C: my dog ‹biscuit› ate ‹chocolate› i'm «kwame mensah»
A: how much did he eat
C: about ‹four ounces› ‹an hour ago›
A: your number
C: «six seven eight triple nine four one two zero»
T emergency {"owner_name":"«Kwame Mensah»","pet_name":"‹Biscuit›","phone":"«6789994120»"}
A: come to the ‹east side› clinic now

A: ‹salon luna› what would you like
C: a ‹cut and color› with ‹jessica› ‹saturday the 20th›
A: and your name
C: «priyanka deshpande-rao»
A: number
C: «i'm at 98765 43210»
T book {"customer_name":"«Priyanka Deshpande-Rao»","stylist":"‹Jessica›","service":"‹cut and color›","phone":"«98765 43210»"}
A: great «priyanka» ‹saturday the 20th› with ‹jessica›
`;
