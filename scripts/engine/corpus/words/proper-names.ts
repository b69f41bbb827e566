export const animalNames =
  `Biscuit Shadow Luna Rocky Ginger Patches Pepper Smokey Whiskers Buddy Coco Daisy Duke Ember Flash Fudge Gizmo Hazelnut Honey Jazz
Jet Lightning Lucky Marble Mittens Moonlight Muffin Nugget Nutmeg Oreo Peanut Pebbles Pickles Pumpkin Raven Rusty Sable Scout Silver
Snowball Socks Sparky Spirit Star Storm Sugar Sunny Thunder Tiger Toffee Trixie Truffle Velvet Waffles Willow Ziggy Bandit Bonnie
Bruno Butterscotch Captain Caramel Champ Cinnamon Clover Comet Copper Cupcake Dusty Echo Fluffy Goldie Gypsy Hercules Indigo Juno
Kiwi Mango Merlin Misty Mocha Nero Olive Onyx Paws Pluto Poppy Rascal Rex Saffron Simba Skye Tank Tornado Zeus`.split(
    /\s+/,
  );

export const vesselWords =
  `Sea Ocean River Golden Silver Blue Red Green White Black Northern Southern Eastern Western Royal Grand Happy Lucky Wild Free Quiet
Bright Early Morning Evening Summer Winter Spring Autumn Star Moon Sun Wind Storm Wave Breeze Dream Spirit Pearl Rose Lily Eagle
Falcon Swallow Heron Dolphin Marlin Otter Fox Wolf Bear Lion Horizon Harbor Island Coast Valley Mountain Meadow Forest Crystal
Diamond Amber Coral Copper Iron Stone Liberty Victory Destiny Fortune Harmony Serenity Endeavor Explorer Pioneer Voyager Wanderer
Discovery Phoenix Dragon Comet Aurora Echo Shadow Thunder`.split(/\s+/);

export const groupWords =
  `Runners Rovers Rangers Tigers Lions Eagles Hawks Foxes Wolves Bears Sharks Dolphins Pirates Knights Kings Queens Giants Rockets
Comets Stars Flyers Riders Sailors Rowers Climbers Hikers Dancers Singers Players Strings Brass Voices Choir Quartet Trio Orchestra
Crew Club Society Union Collective Company Brothers Sisters Partners Friends Neighbors Gardeners Builders Bakers Farmers Logistics
Engineering Textiles Foods Motors Pharma Energy Optics Robotics Shipping Airlines Insurance Holdings Academy Institute Foundation
Trust Council Parents Veterans Volunteers Scouts Wanderers Strikers Bowlers Chess Athletics United`.split(
    /\s+/,
  );

export const projectWords =
  `Festival Marathon Fair Market Gala Ball Parade Picnic Reunion Retreat Summit Congress Forum Workshop Course Basics Masterclass
Bootcamp Camp Tour Trail Journey Challenge Cup Open Classic Derby Regatta Relay Night Day Weekend Week Season Chronicles Tales
Stories Diaries Letters Songs Nights Dreams Sessions Hour Show Report Review Digest Handbook Guide Atlas Plan Blueprint Launch
Relaunch Migration Upgrade Rollout Survey Archive Catalog Portal Dashboard Planner Tracker Manager Budget Inventory Garden Bridge
Tower Extension Renovation Anniversary Birthday Wedding`.split(/\s+/);

export const carMakes =
  `Toyota Honda Ford Chevrolet Nissan Hyundai Kia Mazda Subaru Volkswagen Audi Mercedes Volvo Peugeot Renault Citroen Fiat Skoda Seat
Opel Suzuki Mitsubishi Lexus Tesla Jeep Dodge Buick Cadillac Mini Jaguar Saab Dacia Vauxhall Yamaha Kawasaki Vespa Piaggio`.split(
    /\s+/,
  );

export const carModels =
  `Corolla Civic Focus Golf Polo Passat Accord Camry Fiesta Escort Astra Corsa Clio Megane Octavia Fabia Panda Punto Outback Forester
Impreza Sentra Altima Sonata Elantra Rio Swift Cherokee Wrangler Explorer Ranger Transit Sprinter Vito Kangoo Berlingo Tucson
Sportage Qashqai Juke Yaris Prius Leaf Zoe Model Cooper Defender Discovery Roadster Wagon Estate Hatchback Convertible Pickup
Minivan`.split(/\s+/);

export const countries =
  `Austria, Belgium, Bulgaria, Croatia, Cyprus, Denmark, Estonia, Finland, France, Germany, Greece, Hungary, Iceland, Ireland, Italy,
Latvia, Lithuania, Luxembourg, Malta, Norway, Poland, Portugal, Romania, Serbia, Slovakia, Slovenia, Spain, Sweden, Switzerland,
Turkey, Ukraine, Canada, Mexico, Brazil, Argentina, Chile, Peru, Colombia, Ecuador, Uruguay, Cuba, Jamaica, Panama, Costa Rica,
Egypt, Morocco, Tunisia, Nigeria, Ghana, Kenya, Ethiopia, Senegal, Uganda, Zambia, South Africa, India, Pakistan, Nepal, Sri Lanka,
China, Japan, South Korea, Vietnam, Thailand, Malaysia, Singapore, Indonesia, Australia, New Zealand, Israel, Jordan, Lebanon, Oman,
Scotland, Wales, England`.split(/,\s*/);
