/** What the pizza place sells; every item is an enum value of `create_order`. */
export const menu = {
  pizza: [
    "Margherita",
    "Pepperoni",
    "Four Cheese",
    "Hawaiian",
    "Veggie Supreme",
    "Meat Feast",
    "Mushroom Truffle",
    "Diavola",
    "Prosciutto Rocket",
    "BBQ Chicken",
  ],
  side: ["Garlic Bread", "Chicken Wings", "Caesar Salad", "Mozzarella Sticks", "Potato Wedges"],
  drink: ["Coke", "Sprite", "Lemonade", "Iced Tea", "Sparkling Water"],
  dessert: ["Tiramisu", "Cheesecake", "Gelato"],
} as const;
export type MenuCategory = keyof typeof menu;

export const sizes = ["small", "medium", "large"] as const;

/** Treatments of the dental clinic: the schema's value, and how callers call it. */
export const treatments = {
  cleaning: ["a cleaning", "a teeth cleaning", "a regular cleaning"],
  checkup: ["a checkup", "a routine checkup", "a check up"],
  filling: ["a filling", "a filling for a back tooth", "a filling replaced"],
  whitening: ["teeth whitening", "a whitening"],
  root_canal: ["a root canal", "the root canal the dentist talked about"],
  extraction: ["a tooth pulled", "an extraction", "a wisdom tooth extraction"],
  emergency: ["an emergency visit", "someone to look at a broken tooth, it's an emergency"],
  consultation: ["a consultation", "a consultation about braces"],
} as const;

/** Jobs of the home-services company: the schema's value, how callers call it, and what may be wrong. */
export const trades = {
  plumbing: {
    said: ["a plumber", "someone for the plumbing", "a plumbing visit"],
    problems: [
      "the kitchen sink is leaking under the cabinet",
      "the upstairs toilet keeps running all night",
      "there is no hot water in the shower",
      "the basement drain is backing up",
      "a pipe behind the washing machine is dripping",
    ],
  },
  electrical: {
    said: ["an electrician", "some electrical work", "an electrical visit"],
    problems: [
      "half the outlets in the garage are dead",
      "the breaker trips whenever we use the oven",
      "the hallway lights keep flickering",
      "we want an outlet put in for an electric car",
      "the doorbell stopped working after the storm",
    ],
  },
  heating: {
    said: ["a heating technician", "someone for the heating", "a furnace repair"],
    problems: [
      "the furnace makes a banging noise and shuts off",
      "the radiators upstairs stay cold",
      "the thermostat shows an error and the heat is off",
      "the boiler is losing pressure every day",
    ],
  },
  cooling: {
    said: ["an air conditioning technician", "an AC tune up", "someone for the air conditioning"],
    problems: [
      "the air conditioner blows warm air",
      "water drips from the indoor unit",
      "the outside fan does not spin any more",
      "the AC smells musty when it starts",
    ],
  },
  cleaning: {
    said: ["a deep clean", "a house cleaning", "a cleaning crew"],
    problems: [
      "we are moving out of a two bedroom apartment",
      "there was a renovation and dust is everywhere",
      "we need the carpets and windows done",
    ],
  },
} as const;

export const problemsWithFood = [
  "the pizza came cold and the box was crushed",
  "the driver was over an hour late and half the order was missing",
  "you sent the wrong pizza and nobody answers the phone",
  "there was mushroom on it and my son is allergic",
  "I was charged twice for one order",
];

export const problemsWithTeeth = [
  "the crown you put in came off after two days",
  "I got a bill for a visit that my insurance already paid",
  "I waited fifty minutes and then was sent home",
  "the hygienist was rude to my mother",
];

export const problemsWithWork = [
  "the technician never showed up and I took a day off",
  "the leak is back one week after the repair",
  "your crew scratched the wooden floor in the hallway",
  "the invoice is double what was quoted",
  "someone left the gate open and the dog got out",
];
