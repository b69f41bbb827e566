/** Street names; `|` stands for a space inside one. */
export const streetNames: readonly string[] = `
Acacia Adams Alder Amherst Arbor Ash Aspen Avalon Bay Beacon Beech Birch Blackberry Bluebell Bradford
Bridge Brookside Buckingham Cambridge Canyon Cardinal Cedar Central Chapel Cherry Chestnut Church Clay
Clearwater Clover College Columbia Copper Cottonwood Country|Club Court Creek Crescent Cypress Dogwood
Dover Eagle East|Main Eastwood Edgewater Elm Elmwood Fairview Falcon Farragut Fern Forest Fox|Hollow
Franklin Garden Garfield Glen Granite Grant Greenfield Grove Hamilton Harbor Harrison Harvest Hawthorne
Hazel Heather Heritage Hickory Highland Hill Hillcrest Holly Hudson Ivy Jackson Jasmine Jefferson
Juniper Kensington King King's|Mill Lafayette Lake Lakeview Laurel Lexington Liberty Lilac Lincoln
Linden Locust Madison Magnolia Main Maple Market Martin|Luther|King Meadow Mill Mission Monroe Mulberry
Myrtle North|Park Oak Oakwood Old|Orchard Olive Orchard Oxford Park Peach Pearl Pecan Penn Pine Pleasant
Poplar Prairie Primrose Prospect Queen Quail|Run Railroad Redwood Ridge River Riverside Rose Rosewood
Sable Saddle Sage San|Pedro Sandy Santa|Clara School Sequoia Shady Sheridan Sherwood Silver Spring
Spruce St|James State Stone Summit Sunrise Sunset Sycamore Taylor Thornton Tulip Union Valley Van|Buren
Vine Virginia Walnut Washington Water Waverly Weber West|Lake Whispering|Pines White|Oak Wildflower
Willow Wilson Windsor Winter Woodland
`
  .trim()
  .split(/\s+/)
  .map((name) => name.replaceAll("|", " "));

/** As said, and as forms and databases shorten it. */
export const streetEndings: readonly { readonly word: string; readonly short: string }[] = [
  { word: "Street", short: "St" },
  { word: "Avenue", short: "Ave" },
  { word: "Road", short: "Rd" },
  { word: "Drive", short: "Dr" },
  { word: "Lane", short: "Ln" },
  { word: "Court", short: "Ct" },
  { word: "Boulevard", short: "Blvd" },
  { word: "Place", short: "Pl" },
  { word: "Way", short: "Way" },
  { word: "Terrace", short: "Ter" },
];

export const cities: readonly string[] = [
  "Springfield",
  "Riverton",
  "Fairview",
  "Georgetown",
  "Salem",
  "Madison",
  "Clinton",
  "Franklin",
  "Greenville",
  "Bristol",
  "Dover",
  "Hudson",
  "Milton",
  "Newport",
  "Oxford",
  "Ashland",
];
