function list(text: string): string[] {
  return text.trim().split(/\s*[,\n]\s*/);
}

/** What can be booked for a time. */
export const bookables =
  list(`kayak, canoe, boat, bike, scooter, van, minibus, car, trailer, limousine, room, suite, cabin, tent site, cottage,
meeting room, desk, studio, court, lane, pitch, hall, stage, booth, locker, parking spot, garage bay, charging slot, lesson, class,
course, workshop, tour, hike, dive, flight, ride, shuttle, taxi, cruise, ticket, seat, show, concert, screening, match, exhibition,
massage, haircut, fitting, viewing, inspection, survey, checkup, consultation, interview, session, training, exam, audition, meeting,
call back, visit, pickup, drop off, moving day, cleaning, photo shoot, rehearsal, wedding, banquet, party, picnic, tasting, sitting,
grooming, walk, vaccination, rental, trip, camp, retreat, seminar, webinar, demo, ceremony, spot, hammock, telescope night, sauna,
simulator, laser game, escape game, sleigh ride, horse, pony, jet ski, surfboard, snowboard, skis, helmet, projector, piano, drone`);

/** What can be bought, sent and sent back. */
export const goods =
  list(`lamp, chair, desk, sofa, mattress, bookshelf, carpet, curtain, mirror, kettle, toaster, blender, oven, fridge,
washer, vacuum, heater, fan, drill, hammer, ladder, paint, brush, hose, shovel, seeds, bulbs, fertilizer, roses, bouquet, wreath, cake,
bread, bagels, muffins, croissants, coffee beans, tea, honey, jam, cheese, olives, pasta, rice, noodles, soup, salad, sandwich, burger,
curry, tacos, sushi, steak, fries, juice, lemonade, soda, cider, wine, shirt, jacket, coat, dress, jeans, socks, boots, sandals, scarf,
gloves, hat, backpack, suitcase, wallet, watch, ring, necklace, phone, tablet, laptop, charger, headphones, speaker, camera, printer,
toner, paper, envelopes, notebook, pens, stapler, puzzle, board game, doll, robot kit, ball, racket, skateboard, tire, battery, filter,
wiper, bumper, candles, soap, shampoo, towels, blankets, pillows, cat food, dog bed, leash, aquarium, bird seed, vitamins, bandages,
glasses, lenses, crate, pallet, barrel, cable, sensor, valve, gasket, bracket, screws, nails, tiles, bricks, plank, rope, tarp`);

/** What is kept on file about somebody. */
export const records =
  list(`account, profile, membership, subscription, policy, claim, contract, plan, invoice, bill, payment, statement,
balance, loan, card, pass, license, permit, certificate, passport, application, registration, enrollment, request, case, ticket, report,
complaint, file, record, document, form, letter, parcel, package, shipment, delivery, order, return, warranty, voucher, coupon,
gift card, deposit, meter reading, alarm, device, router, line, number, password, mailbox, address, preference, reminder, note, task,
message, survey, feedback, donation, fine, fee, tax return, lease, key, badge, locker code, waitlist, playlist, recipe, medication,
prescription, test result, referral, transcript, grade, scholarship, budget, timesheet, payslip, vacation, shift, expense, project,
backup, server, website, domain, printer job, batch, inventory, stock level, listing, offer, bid, auction, wallet, transfer, portfolio`);

export const adjectives =
  list(`large, small, medium, red, blue, green, black, white, grey, yellow, purple, wooden, steel, plastic, leather,
cotton, woolen, organic, vegan, spicy, sweet, plain, smoked, grilled, fresh, frozen, iced, hot, cold, double, single, extra, light,
heavy, long, short, round, square, wide, narrow, folding, portable, electric, manual, used, new, antique, modern, classic, deluxe,
basic, premium, waterproof, silent, heated, quilted, striped, matte, glossy, low fat, gluten free, decaf, seedless, salted, roasted`);

export const choiceWords =
  list(`standard, express, overnight, economy, business, first class, basic, plus, premium, gold, silver, bronze,
small, medium, large, extra large, single, double, twin, family, adult, child, senior, student, beginner, intermediate, advanced, morning,
afternoon, evening, weekday, weekend, daily, weekly, monthly, yearly, one way, round trip, window, aisle, indoor, outdoor, upstairs,
ground floor, red, blue, green, black, white, cash, card, transfer, cheque, voucher, email, text message, phone call, letter, high,
low, normal, urgent, critical, open, closed, pending, lost, damaged, stolen, delayed, wrong item, broken, too small, too late, english,
spanish, french, german, mandarin, hindi, arabic, sales, support, returns, accounts, repairs, legal, claims, reservations, parts,
technical, cat, dog, rabbit, parrot, hamster, turtle, sedan, truck, van, motorcycle, diesel, petrol, hybrid, automatic, manual, vegan,
vegetarian, kosher, halal, gluten free, mild, hot, plain, sparkling, still, cotton, wool, silk, oak, pine, steel, matte, glossy, paper,
plastic, metal, glass, north, south, east, west, jazz, rock, classical, comedy, drama, action, horror, garden, kitchen, bathroom, attic`);

/** Clauses that callers use to say what is the matter; kept as they were said. */
export const clauses = list(`it keeps making a strange noise
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
the print is blurry`).map((clause) => clause.trim());
