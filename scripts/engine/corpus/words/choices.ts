import { list } from "./list.ts";

/** What a tool lets a caller choose from. */
export const choiceWords =
  list(`standard, express, overnight, economy, business, first class, basic, plus, premium, gold, silver, bronze,
small, medium, large, extra large, single, double, twin, family, adult, child, senior, student, beginner, intermediate, advanced, morning,
afternoon, evening, weekday, weekend, daily, weekly, monthly, yearly, one way, round trip, window, aisle, indoor, outdoor, upstairs,
ground floor, red, blue, green, black, white, cash, card, transfer, cheque, voucher, email, text message, phone call, letter, high,
low, normal, urgent, critical, open, closed, pending, lost, damaged, stolen, delayed, wrong item, broken, too small, too late, english,
spanish, french, german, mandarin, hindi, arabic, sales, support, returns, accounts, repairs, legal, claims, reservations, parts,
technical, cat, dog, rabbit, parrot, hamster, turtle, sedan, truck, van, motorcycle, diesel, petrol, hybrid, automatic, manual, vegan,
vegetarian, kosher, halal, gluten free, mild, hot, plain, sparkling, still, cotton, wool, silk, oak, pine, steel, matte, glossy, paper,
plastic, metal, glass, north, south, east, west, jazz, rock, classical, comedy, drama, action, horror, garden, kitchen, bathroom, attic
platinum, starter, pro, enterprise, trial, lite, unlimited, prepaid, postpaid, personal, corporate, nonprofit, public, private, shared
queen, king, bunk, sea view, mountain view, courtyard, non smoking, smoking, quiet, accessible, pet friendly, half board, full board, breakfast only
same day, next day, two day, priority, registered, pickup, curbside, in store, locker, front desk, back door, home delivery, freight, by sea, by air
spring, summer, autumn, winter, lunch, dinner, brunch, midnight, early, late, hourly, quarterly, once, twice, fortnightly, biweekly, on demand
italian, portuguese, polish, turkish, korean, japanese, russian, dutch, greek, swedish, urdu, vietnamese, sign language
orange, pink, brown, grey, beige, purple, silver grey, navy, cream, striped, dotted, plaid, leather, linen, velvet, bamboo, ceramic, marble, copper
electrical, plumbing, heating, cooling, roofing, painting, flooring, carpentry, gardening, pest control, cleaning, moving, security, network
hardware, software, billing, shipping, onboarding, marketing, human resources, engineering, warehouse, reception, housekeeping, management, press
fire, flood, theft, collision, hail, storm, glass breakage, liability, travel, health, life, home, vehicle, pet, legal cover, accident
mortgage, savings, checking, credit, investment, pension, student loan, car loan, business loan, cryptocurrency, gift, salary, rent, tuition
hatchback, convertible, suv, pickup truck, minivan, electric, moped, bicycle, trailer, camper, bus, tram, train, ferry, helicopter, seaplane
guitar, piano, violin, drums, flute, voice, ballet, salsa, tango, hip hop, yoga, pilates, boxing, swimming, tennis, climbing, archery, fencing
oil, watercolor, pastel, charcoal, sculpture, photography, film, poetry, fiction, history, science, travel guide, cooking, romance, mystery, fantasy
goldfish, guinea pig, horse, pony, goat, sheep, cow, chicken, duck, ferret, lizard, snake, canary, budgie, tortoise, mouse, llama, alpaca
rare, medium rare, well done, extra spicy, no salt, sugar free, decaf, oat milk, soy milk, whole milk, thin crust, rye, sourdough, brown rice
soft, firm, extra firm, left, right, upper, lower, front, back, inside, outside, top, bottom, near the door, by the window, at the bar, on the terrace
very satisfied, satisfied, neutral, unhappy, excellent, good, fair, poor, very poor, one star, two stars, three stars, four stars, five stars
yes, no, maybe, later, not sure, either, none, all, both, other, unknown, in progress, on hold, done, rejected, approved, draft, expired
too expensive, not needed, changed mind, moved away, found cheaper, bad service, duplicate, by mistake, illness, work, weather, family reasons
nurse, specialist, surgeon, therapist, trainer, coach, tutor, engineer, manager, apprentice, consultant, judge, notary, pilot, driver, guide
basement, first floor, second floor, rooftop, lobby, hallway, garage, shed, cellar, living room, bedroom, nursery, office, balcony, porch, driveway`);
