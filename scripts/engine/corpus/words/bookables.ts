import { list } from "./list.ts";

/** What can be booked for a time. */
export const bookables =
  list(`kayak, canoe, boat, bike, scooter, van, minibus, car, trailer, limousine, room, suite, cabin, tent site, cottage,
meeting room, desk, studio, court, lane, pitch, hall, stage, booth, locker, parking spot, garage bay, charging slot, lesson, class,
course, workshop, tour, hike, dive, flight, ride, shuttle, taxi, cruise, ticket, seat, show, concert, screening, match, exhibition,
massage, haircut, fitting, viewing, inspection, survey, consultation, interview, session, training, exam, audition, meeting,
call back, visit, pickup, drop off, moving day, cleaning, photo shoot, rehearsal, wedding, banquet, party, picnic, tasting, sitting,
walk, rental, trip, camp, retreat, seminar, webinar, demo, ceremony, spot, hammock, telescope night, sauna,
simulator, laser game, escape game, sleigh ride, horse, pony, jet ski, surfboard, snowboard, helmet, projector, piano, drone
yurt, houseboat, campervan, treehouse, bungalow, villa, apartment, loft, dorm bed, bunk, family room, penthouse, balcony room, igloo
conference room, podcast studio, darkroom, ballroom, banquet hall, workbench, coworking desk, phone booth, rehearsal room, greenhouse plot
allotment, storage unit, mooring, berth, hangar, runway slot, loading dock, wash bay, lift ramp, tennis court, squash court, batting cage
ice rink, climbing wall, bowling lane, golf cart, tee time, driving range bay, swim lane, trampoline session, skate lesson, ski pass
ski lesson, sailing course, scuba course, surf lesson, parachute jump, balloon ride, bungee jump, zip line tour, cave tour, city tour
wine tasting, cooking class, pottery class, painting class, dance class, spin class, pilates class, boxing class, yoga session, gym induction
piano lesson, guitar lesson, singing lesson, drum lesson, driving lesson, theory test, road test, language course, first aid course
tutoring session, career talk, mock interview, parent evening, school tour, campus visit, open day, museum visit, planetarium show
manicure, pedicure, facial, beard trim, wax, tattoo session, piercing, spray tan, makeover, brow treatment, color treatment, hot stone massage
physio session, blood test, eye test, hearing test, flu shot, health check, ultrasound, x ray, therapy session, sleep study, nutrition talk
oil change, tire change, car wash, brake check, road inspection, detailing, windshield repair, tow, chimney sweep, boiler service
gutter cleaning, window cleaning, carpet cleaning, lawn mowing, tree trimming, snow removal, pest treatment, roof check, house check
furniture assembly, piano tuning, clock repair, dress fitting, suit fitting, bridal fitting, kitchen planning, garden design
notary appointment, passport slot, tax consultation, legal consultation, mortgage talk, will signing, bank appointment, mediation
house viewing, flat viewing, land survey, energy audit, solar consultation, property valuation, mortgage review, estate tour
airport transfer, ferry crossing, train seat, sleeper berth, bus seat, car ferry spot, rickshaw, tuk tuk, water taxi, chauffeur, bike taxi
dinner table, brunch table, private room, chef table, picnic basket, food truck, bartender, caterer, dj, band, clown, magician, face painter
babysitter, dog walker, dog bath, house sitter, interpreter, photographer, florist visit, event planner, security guard, stage hand
bouncy castle, marquee, party tent, popcorn machine, karaoke box, sound system, light rig, generator, chain saw, cement mixer, scaffold
lawn roller, hedge cutter, pressure washer, floor sander, ladder truck, crane, forklift, excavator, skip, moving truck, cargo bike
tandem, e bike, paddle board, pedal boat, sailing boat, wetsuit, snorkel set, metal detector, telescope, binocular set, costume, tuxedo
wedding dress, stroller, wheelchair, car seat, crib, high chair, library room, study carrel, microfilm reader, court hearing, lab slot
kiln slot, laser cutter, sewing machine, 3d printer, recording slot, editing suite, exhibition stand, market stall, billboard, radio spot`);
