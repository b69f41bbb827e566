import { list } from "./list.ts";

/** What can be bought, sent and sent back. */
export const goods =
  list(`lamp, chair, desk, sofa, mattress, bookshelf, carpet, curtain, mirror, kettle, toaster, blender, oven, fridge,
washer, vacuum, heater, fan, drill, hammer, ladder, paint, brush, hose, shovel, seeds, bulbs, fertilizer, roses, bouquet, wreath, cake,
bread, bagels, muffins, croissants, coffee beans, tea, honey, jam, cheese, olives, pasta, rice, noodles, soup, salad, sandwich, burger,
curry, tacos, sushi, steak, fries, juice, lemonade, soda, cider, wine, shirt, jacket, coat, dress, jeans, socks, boots, sandals, scarf,
gloves, hat, backpack, suitcase, wallet, watch, ring, necklace, phone, tablet, laptop, charger, headphones, speaker, camera, printer,
toner, paper, envelopes, notebook, pens, stapler, puzzle, board game, doll, robot kit, ball, racket, skateboard, tire, battery, filter,
wiper, bumper, candles, soap, shampoo, towels, blankets, pillows, cat food, dog bed, leash, aquarium, bird seed, vitamins, bandages,
glasses, lenses, crate, pallet, barrel, cable, sensor, valve, gasket, bracket, screws, nails, tiles, bricks, plank, rope, tarp
armchair, bar stool, bed frame, bunk bed, nightstand, wardrobe, dresser, coffee table, dining table, bench, rug, vase, picture frame
clock, alarm clock, chandelier, floor lamp, desk lamp, lantern, doormat, coat rack, shoe rack, laundry basket, ironing board, iron
rice cooker, slow cooker, air fryer, coffee machine, espresso maker, juicer, mixer, food processor, waffle iron, grill, barbecue, wok
frying pan, saucepan, baking tray, knife set, cutting board, mug, teapot, wine glass, plate set, cutlery, thermos, lunch box, cooler
dishwasher, dryer, freezer, microwave, air conditioner, humidifier, dehumidifier, air purifier, smoke detector, door lock, doorbell
thermostat, light switch, power strip, extension cord, solar panel, rain barrel, lawn mower, hedge trimmer, leaf blower, wheelbarrow
rake, watering can, flower pot, rose bush, apple tree, fern, cactus, orchid, tulip bulbs, grass seed, potting soil, compost, mulch, fence panel
garden gnome, parasol, deck chair, swing set, sandbox, paddling pool, trampoline, tent, sleeping bag, camping stove, headlamp, compass
hiking boots, rain jacket, fleece, wool sweater, cardigan, blouse, skirt, suit, tie, belt, handbag, umbrella, sunglasses, cap, mittens
swimsuit, goggles, bathrobe, pajamas, slippers, sneakers, running shoes, football boots, yoga mat, dumbbell, kettlebell, rowing machine
treadmill, exercise bike, bike helmet, bike lock, bike pump, inner tube, saddle, pedal, kick scooter, roller skates, sled, fishing rod
tennis balls, golf club, basketball, hockey stick, dart board, chess set, card game, model train, building blocks, teddy bear, kite, crayons
stroller, baby monitor, diapers, baby bottle, pacifier, car seat, school bag, globe, calculator, ruler, glue, marker, whiteboard, binder
label maker, shredder, office chair, filing cabinet, monitor, keyboard, computer mouse, webcam, microphone, router, hard drive, memory stick
phone case, screen protector, game console, game controller, e reader, smartwatch, turntable, record, guitar, violin, drum kit, trumpet, flute
music stand, easel, canvas, watercolors, yarn, knitting needles, sewing kit, fabric, zipper, buttons, beads, clay, candle wax
novel, cookbook, atlas, comic, dictionary, travel guide, magazine, calendar, greeting card, gift basket, gift wrap, balloon, party hat
perfume, lipstick, face cream, sunscreen, toothbrush, toothpaste, razor, hair dryer, curling iron, comb, nail polish, bath salts, hand cream
cough syrup, thermometer, blood pressure monitor, heating pad, crutch, knee brace, ear plugs, hearing aid, contact lenses, reading glasses, first aid kit
dog food, cat litter, hamster cage, fish tank, chew toy, saddle blanket, horse feed, hay, salt lick, beehive, chicken feed
muffin tray, baguette, rye bread, birthday cake, wedding cake, cheesecake, apple pie, cookie box, brownies, donuts, pretzel, fruit basket
oranges, apples, potatoes, onions, tomatoes, lettuce, mushrooms, berries, eggs, milk, butter, yogurt, cream, ham, sausage, chicken, salmon
shrimp, tofu, lentils, beans, flour, sugar, salt, pepper, olive oil, vinegar, mustard, ketchup, chocolate, ice cream, popcorn, chips, nuts
mineral water, beer, champagne, whisky, smoothie, iced tea, hot chocolate, espresso, latte, bubble tea, dumplings, spring rolls, falafel
burrito, lasagna, ramen, kebab, omelette, pancakes, hot dog, club sandwich, veggie bowl, sheet cake, cheese platter, buffet tray
brake pad, spark plug, oil filter, windshield, headlight, tail light, car battery, roof rack, bike rack, tow bar, floor mats, motor oil, snow chains
circuit board, fuse, relay, pump, compressor, conveyor belt, bearing, gear, spring, hinge, door handle, faucet, shower head, toilet seat, sink
bathtub, water filter, pipe, radiator, insulation, plywood, roof tile, gravel, sand, cement, window pane, blinds, wallpaper, varnish, sandpaper
work gloves, safety vest, hard hat, fire extinguisher, padlock, safe, flashlight, tool box, saw, wrench, screwdriver, tape measure, chain, net`);

export const adjectives =
  list(`large, small, medium, red, blue, green, black, white, grey, yellow, purple, wooden, steel, plastic, leather,
cotton, woolen, organic, vegan, spicy, sweet, plain, smoked, grilled, fresh, frozen, iced, hot, cold, double, single, extra, light,
heavy, long, short, round, square, wide, narrow, folding, portable, electric, manual, used, new, antique, modern, classic, deluxe,
basic, premium, waterproof, silent, heated, quilted, striped, matte, glossy, low fat, gluten free, decaf, seedless, salted, roasted
orange, pink, brown, beige, navy, turquoise, silver, golden, transparent, dotted, checkered, flowered, dark, bright, pale, soft, hard, thick
thin, tall, low, tiny, huge, compact, slim, oval, curved, flat, deep, shallow, left, right, front, rear, upper, lower, inner, outer
oak, pine, bamboo, marble, glass, ceramic, rubber, velvet, silk, linen, denim, aluminium, brass, copper, iron, stone, paper, wicker
handmade, imported, local, vintage, second hand, refurbished, original, custom, engraved, personalized, padded, adjustable, stackable
wireless, rechargeable, solar, digital, analog, smart, automatic, cordless, foldable, inflatable, magnetic, washable, fireproof, shockproof
crispy, creamy, sour, salty, bitter, mild, raw, boiled, fried, baked, stuffed, sugar free, lactose free, whole grain, free range, half size
kids, junior, adult, family size, travel size, double sided, left handed, three legged, two door, first class, entry level, limited edition`);
