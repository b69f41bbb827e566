import { list } from "./list.ts";
import { businessKinds as known } from "./names.ts";

/** Lines of business that answer the phone. */
export const businessKinds = [
  ...known,
  ...list(`barber shop, nail studio, hair salon, tattoo parlor, day spa, thermal bath, physiotherapy practice, hearing center, eye clinic
blood bank, health insurer, pharmacy, hospital desk, midwife practice, nursing home, home care service, sleep lab, rehab center, ambulance line
car rental, motorcycle dealer, car dealer, tire shop, body shop, towing service, parking company, toll office, bus line, railway desk, ferry line
cruise line, balloon company, tram operator, bike share, freight company, customs broker, removal firm, container port, airport lounge, heliport
plumber, electrician, roofer, carpenter, painter, chimney sweep, glazier, locksmith, landscaper, tree service, pool builder, pest control firm
elevator company, solar installer, heating company, window cleaner, interior designer, architect office, surveyor, construction firm, tool rental
bank, savings bank, brokerage, pension fund, tax office, accounting firm, notary office, debt advice center, leasing company, payment service
mobile carrier, cable company, software company, web host, cloud provider, game studio, computer repair shop, data recovery lab, telecom shop
university office, kindergarten, music academy, dance school, cooking school, tutoring center, flight school, sailing school, riding school, art school
public library, archive, city hall, registry office, court office, immigration desk, job center, housing office, waste company, water board, police desk
lost property office, tourist office, embassy, charity, food bank, youth hostel, scout camp, church office, cemetery office, blood drive, animal shelter
restaurant, bistro, tea house, steakhouse, sushi bar, noodle bar, food truck, burger place, ice cream parlor, juice bar, brewery, canteen, cake shop
butcher, fishmonger, cheese shop, organic market, wine shop, chocolate maker, supermarket, delivery kitchen, vegetable box service, flower market
jeweler, watchmaker, shoemaker, dry cleaner, fashion store, bridal shop, costume rental, sports store, ski rental, surf shop, dive center, fishing club
record store, instrument shop, comic shop, antique dealer, auction house, art gallery, framing shop, pawn shop, stationery shop, pet shop, aquarium
film festival, opera house, comedy club, jazz club, night club, radio station, newspaper, publishing house, recording studio, ticket agency, circus
theme park, water park, trampoline park, paintball field, ice rink, skate park, karting track, laser tag arena, planetarium, botanical garden, castle
farm, dairy, riding club, kennel, dog school, cattery, stud farm, tree nursery, sawmill, fish farm, feed store, tractor dealer, beekeeper, vineyard
wedding planner, event agency, party rental, photographer, caterer, balloon shop, funeral home, babysitting agency, nanny service, translation office
staffing firm, call center, coworking space, business center, print house, sign maker, packaging firm, chemical plant, machine works, steel mill
recycling yard, scrap dealer, self storage, furniture rental, estate agent, property manager, vacation rental, mountain hut, campground, boat yard`),
];

/** What a team sets before the names of all its tools. */
export const toolPrefixes =
  list(`gym, crm, spa, shop, store, hotel, bank, auto, garage, salon, studio, school, campus, library, museum, club, fleet, cargo, parcel,
rail, air, ferry, taxi, rental, lodge, camp, farm, garden, grid, power, water, telco, mobile, net, cloud, desk, help, support, service, care,
clinic, lab, pharma, health, legal, tax, insure, claims, loan, pay, wallet, event, ticket, arena, cinema, kitchen, cafe, bakery, catering, market,
depot, stock, erp, hr, jobs, city, gov, charity, member, client, customer, user, guest, patient, tenant, booking, orders, voice, phone, agent,
api, my, app, core, main, acme, hub, portal, backend, system, tool, fn, do, call, sales, front, office, field, ops, plant, marina, alpine, metro`);
