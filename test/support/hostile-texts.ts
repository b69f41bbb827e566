/** Pieces that, repeated, are hard on a careless reader; the tests and the bench use them. */
export const hostileTexts: Readonly<Record<string, string>> = {
  digits: "5",
  "digits apart": "5 ",
  "numbers of phones": "415-555-",
  "a@a@a@": "a@",
  addresses: "12 oak street ",
  "e-mails in words": "at gmail dot com ",
  brackets: "((((",
  names: "my name is John Smith ",
  links: "http://a/?token=",
  "spelled letters": "S-",
  months: "may 5 ",
  "words of secrets": "pin 5 ",
  backslashes: "\\",
};
