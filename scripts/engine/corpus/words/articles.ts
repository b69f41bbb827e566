/** What takes no "a" and no plural. */
const mass = new Set(
  `paint paper bread tea honey jam cheese pasta rice soup salad juice lemonade soda cider wine soap shampoo toner rope luggage mileage
feedback medication software payroll homework freight overtime gravel sand cement mulch compost hay clay glue flour sugar salt pepper
mustard ketchup chocolate popcorn butter yogurt cream ham sausage chicken salmon shrimp tofu lettuce milk beer champagne whisky espresso ramen
varnish wallpaper plywood insulation sandpaper perfume lipstick sunscreen toothpaste yarn fabric fleece humidity vacation child_support
physiotherapy roadside_cover legal_aid parental_leave sick_pay marketing_mail smoke_smell gas_smell chest_pain allergic_shock`
    .split(/\s+/)
    .map((word) => word.replace("_", " ")),
);

export function withArticle(thing: string): string {
  if (mass.has(thing) || isPlural(thing)) return `some ${thing}`;
  return `${vowelSound.test(thing) ? "an" : "a"} ${thing}`;
}

export function plural(thing: string): string {
  if (mass.has(thing) || isPlural(thing)) return thing;
  if (/(?:s|x|ch|sh)$/.test(thing)) return `${thing}es`;
  return /[^aeiou]y$/.test(thing) ? `${thing.slice(0, -1)}ies` : `${thing}s`;
}

const vowelSound = /^(?:[aeio](?!ne\b|uro?\b)|u(?!ni|s[ae]|t)|h(?:our|eir|onest))/;

/** "skis", but not "glass", "bus", "tennis" or "gas". */
function isPlural(thing: string): boolean {
  return /s$/.test(thing) && !/(?:ss|us|is|as|os)$/.test(thing);
}
