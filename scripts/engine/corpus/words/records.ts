import { list } from "./list.ts";

/** What is kept on file about somebody. */
export const records =
  list(`account, profile, membership, subscription, policy, claim, contract, plan, invoice, bill, payment, statement,
balance, loan, card, pass, license, permit, certificate, passport, application, registration, enrollment, request, case, ticket, report,
complaint, file, record, document, form, letter, parcel, package, shipment, delivery, order, return, warranty, voucher, coupon,
gift card, deposit, meter reading, alarm, device, router, line, number, password, mailbox, address, preference, reminder, note, task,
message, survey, feedback, donation, fine, fee, tax return, lease, key, badge, locker code, waitlist, playlist, recipe, medication,
prescription, test result, referral, transcript, grade, scholarship, budget, timesheet, payslip, vacation, shift, expense, project,
backup, server, website, domain, printer job, batch, inventory, stock level, listing, offer, bid, auction, wallet, transfer, portfolio
mortgage, credit line, overdraft, pension, annuity, direct debit, standing order, cheque book, bank card, credit card, debit card, travel card
safe deposit box, life policy, car policy, home policy, travel policy, pet policy, accident report, damage report, police report, lost item
bus pass, season ticket, parking permit, fishing license, driving license, building permit, dog license, visa, work permit, residence permit
birth certificate, marriage certificate, voter registration, library card, library loan, book request, student card, course record, diploma
exam result, homework, timetable, school place, daycare place, dorm room, rental agreement, deposit slip, maintenance request, repair job
work order, service ticket, support case, bug report, feature request, change request, incident, outage, error log, release, deployment
account limit, data plan, phone plan, sim card, voicemail, broadband line, tv package, streaming account, game account, user account, login
email account, calendar, contact, group, chat, meeting invite, presentation, spreadsheet, folder, photo album, video, podcast, newsletter
power contract, gas contract, water bill, electricity meter, gas meter, heating bill, solar feed, waste bin, bulky waste pickup, recycling bag
boiler, elevator, furnace, thermostat, camera, smoke alarm, garage door, security system, door code, guest code, intercom, sprinkler
lab sample, blood result, scan, vaccination record, treatment plan, diet plan, training plan, insurance card, health record, glasses order
hearing aid, wheelchair, dose, refill, allergy list, appointment card, flight, boarding pass, seat number, luggage, lost bag, upgrade, mileage
frequent flyer account, hotel stay, room key, minibar bill, excursion, visa form, itinerary, travel voucher, rental car, car key, toll bill
payroll, bonus, overtime, leave request, sick note, roster, job offer, application form, reference letter, contract draft, training record
purchase order, quote, delivery note, stock item, pallet, container, freight, customs form, shelf label, price list, catalog, rebate, credit note
loyalty card, points balance, reward, gift registry, wish list, saved cart, return label, pickup code, refund, price alert, store credit
grant, subsidy, benefit, child support, parking fine, speeding ticket, court date, petition, will, power of attorney, title deed, land record
trademark, patent, tax number, tax refund, tax bill, vat return, audit, ledger, receipt, petty cash, reimbursement, travel claim, company car
team roster, match fixture, league place, club badge, gym plan, locker, swim card, guest list, seating plan, menu plan, catering order
song request, ad campaign, press pass, photo order, print order, framing job, tailoring job, dry cleaning, shoe repair, watch repair, engraving
field, barn, harvest, feed order, seed order, milk quota, herd record, machine, drone, sensor, pump, valve, turbine, sample, experiment, dataset`);

/** What somebody may be entitled to. */
export const programs =
  list(`discount, student discount, senior discount, grant, subsidy, bonus, rebate, loan, mortgage, credit card, scholarship,
bursary, housing benefit, child benefit, heating allowance, tax break, free upgrade, loyalty reward, free delivery, trial month, fee waiver
payment plan, installment plan, hardship fund, early boarding, lounge access, priority seat, companion ticket, disabled parking, bus concession
home loan, startup fund, training voucher, apprenticeship, fellowship, exchange year, guest pass, staff rate, group rate, family rate
replacement device, extended warranty, free repair, loaner car, home care, physiotherapy, hearing aid, new glasses, spa cure, health bonus
solar bonus, insulation grant, electric car bonus, scrappage bonus, low income rate, social tariff, legal aid, pro bono advice, relief fund
refund guarantee, price match, damage cover, roadside cover, travel cover, flood cover, pension supplement, care allowance, sick pay, parental leave`);

/** What can be read off. */
export const meters =
  list(`gas meter, water meter, power meter, electricity meter, heat meter, oil tank, rain gauge, thermometer, scale,
blood pressure cuff, glucose meter, pulse, weight, step counter, odometer, mileage, fuel gauge, tire pressure, hour counter, page counter
copy counter, pool level, chlorine level, humidity, freezer temperature, fridge temperature, room temperature, boiler pressure, well level
silo level, feed bin, milk tank, solar meter, wind gauge, parking counter, visitor counter, cash drawer, stock count, shelf count, sleep score
heating meter, cold water meter, hot water meter, flow meter, taxi meter, engine hours, battery level, sugar level, oxygen level, air pressure`);

/** What arrives regularly and may annoy. */
export const mailings =
  list(`newsletter, mailing list, catalog mailing, text alert, marketing mail, daily digest, weekly digest, flyer, brochure,
promotion, sales call, survey mail, push message, birthday mail, reminder mail, price alert, stock alert, job alert, news alert, magazine
member letter, donor letter, event mail, product update, coupon mail, holiday card, phone offer, ad mail, loyalty mail, sms offer, tip of the day
recipe mail, travel deal, weather alert, traffic alert, club bulletin, parish letter, school bulletin, fan mail, blog mail, trial offer mail`);

/** What can't wait. */
export const dangers =
  list(`gas leak, burst pipe, fire, smoke smell, flood, power cut, broken elevator, stuck elevator, water leak, gas smell,
carbon monoxide alarm, fire alarm, fallen tree, downed power line, chemical spill, oil spill, break in, robbery, break in alarm, car crash
road accident, trapped person, missing child, lost hiker, injured worker, sick passenger, fallen rider, allergic shock, chest pain, bad burn
snake bite, roof collapse, wall crack, sparking socket, burning smell, overheated machine, boiler explosion, leaking tank, frozen pipe
sewage backup, blocked exit, broken window, front door that stays open, server outage, data breach, stolen truck, runaway horse, swarm of bees, avalanche`);

/** What people give money to. */
export const causes =
  list(`animal shelter, food bank, childrens hospital, hospice, rescue team, fire brigade, lifeboat crew, school library, village hall,
church roof, temple kitchen, mosque fund, homeless shelter, womens shelter, refugee fund, flood relief, earthquake relief, cancer research
heart foundation, blind association, youth club, sports club, scout group, choir, orchestra, theater, museum, zoo, botanical garden
nature reserve, rainforest fund, clean water fund, tree planting, bee project, sea rescue, bird sanctuary, donkey sanctuary, reading club
scholarship fund, science fund, open source project, radio station, neighborhood fund, winter fund, soup kitchen, toy drive, veterans fund`);

/** Where money lies. */
export const purses =
  list(`savings account, checking account, business account, joint account, current account, wallet, travel account,
holiday account, house account, club account, trust account, deposit account, student account, euro account, dollar account, credit line
pension pot, investment account, brokerage account, petty cash account, escrow account, project account, emergency fund, college fund, rent account
prepaid card, credit card, gift balance, loyalty wallet, family account, money market account, company account, spare account, crypto wallet`);

/** What somebody comes out to repair. */
export const fixables =
  list(`boiler, elevator, furnace, heater, air conditioner, dishwasher, washing machine, dryer, fridge, freezer, oven, stove,
water heater, faucet, toilet, shower, drain, roof, gutter, window, front door, garage door, gate, fence, lock, alarm, smoke detector, intercom
doorbell, thermostat, light switch, fuse box, socket, chandelier, solar panel, wallbox, router, internet line, phone line, cable box, satellite dish
television, printer, copier, coffee machine, cash register, card reader, vending machine, ice machine, cold room, conveyor, forklift, tractor
harvester, milking machine, pump, well, pool, hot tub, fountain, sprinkler, escalator, ramp, street lamp, traffic light, parking meter, car, van
truck, bike, scooter, boat, trailer, piano, organ, clock, treadmill, elevator door, shutter, blind, awning, server, workstation, scanner, projector`);

/** What is handed out and gets lost. */
export const handouts =
  list(`card, bank card, credit card, debit card, member card, library card, student card, insurance card, gift card, key, room key,
car key, key fob, badge, name tag, ticket, season ticket, boarding pass, pass, ski pass, bus pass, parking permit, sticker, license, passport
certificate, diploma, sim card, remote, charger, power supply, router, set top box, headset, phone, tablet, laptop, uniform, helmet, locker key
part, lid, filter, handle, cable, hearing aid, glasses, wristband, tag, label, sample, form, contract, invoice, book, manual, vaccine card, token`);

/** What has several parts. */
export const collections =
  list(`order, basket, cart, delivery, box, meal plan, subscription box, shopping list, booking, package, bundle, trip, tour package,
itinerary, holiday package, party package, catering order, menu, buffet, playlist, registry, wish list, shipment, purchase, reservation, contract
policy, tv package, phone plan, service plan, invoice, quote, print order, photo order, course plan, schedule, training plan, lunch order, group order
flower order, standing order, weekly order, veg box, gift set, tool kit, moving job, cleaning plan, supply order, parts order, medicine order`);
