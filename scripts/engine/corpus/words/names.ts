/** Names of many origins; half of all names are drawn from syllables instead. */
export const firstNames =
  `James Maria Omar Chen Priya Lucas Emma Noah Olivia Fatima Ivan Mateo Yuki Aisha Liam Grace Pedro Nina Hugo Tara Felix Ruth
Dmitri Leila Kofi Anya Marco Bella Sean Adam Alice Amara Andre Angela Anton Arjun Astrid Ayumi Beatrice Ben Bianca Boris Brenda
Bruno Camille Carlos Caroline Chidi Clara Colin Daniel Daria David Deepak Diana Diego Dylan Edith Elena Eli Elsa Emil Erik Esther
Eva Farid Fiona Frank Frida Gabriel George Gloria Gustav Hana Harold Hassan Heidi Helen Henry Ines Irene Isaac Ismail Jack Jamal
Jane Jasmine Jens Jin Joanna Joel Jorge Julia Karim Karin Keiko Kevin Lara Laura Lena Leo Linda Lorenzo Louise Lucy Luis Magda
Malik Manuel Margaret Marcus Martha Mei Miguel Mila Mohamed Monica Nadia Naomi Nathan Neha Nick Oscar Pablo Patricia Paul Petra
Philip Quinn Rachel Rafael Ravi Rebecca Rosa Samir Sandra Sara Simon Stefan Stella Sunita Tariq Teresa Theo Thomas Tomas Uma
Valentina Vera Victor Vikram Walter Wanda Wei William Yara Yusuf Zara Zoe`.split(/\s+/);

export const lastNames =
  `Smith Garcia Patel Kim Lopez Nguyen Brown Cohen Silva Rossi Khan Meyer Novak Okafor Tanaka Walsh Reed Larsen Duarte Fisher
Abbott Adeyemi Ahmed Alvarez Andersson Bailey Baker Banerjee Barros Becker Bennett Bergman Bianchi Blake Campbell Carter Castillo
Chang Chavez Chowdhury Clarke Cooper Costa Cruz Dalton Davies Delgado Diaz Dubois Eriksen Evans Farah Fernandez Ferreira Fischer
Fleming Foster Fraser Fuentes Gallagher Gomez Graham Gupta Haddad Hall Hansen Harris Hayes Hernandez Hoffman Horvat Hughes Ibrahim
Ivanov Jackson Jansen Johansson Jones Kapoor Kaya Keller Kelly King Klein Kowalski Kumar Laurent Lee Leroy Lindgren Mahmoud Marino
Martin Mason Mendoza Mensah Miller Mitchell Moreau Morgan Moreno Mueller Murphy Nakamura Nielsen Nolan Ochieng Olsen Ortiz Osman
Palmer Papadopoulos Park Parker Pereira Peters Petrov Popescu Price Quintero Rahman Ramirez Richter Rivera Roberts Romano Russo
Sanchez Santos Sato Schmidt Schneider Shah Sharma Singh Sokolov Suzuki Svensson Takahashi Taylor Thompson Torres Turner Vargas
Vasquez Vogel Wagner Wang Watson Weber Weiss White Wilson Wong Wright Yamamoto Yilmaz Young Zhang Ziegler`.split(
    /\s+/,
  );

export const streetNames =
  `Alder Ash Baker Bay Beacon Birch Bishop Bridge Broad Brook Cedar Chapel Cherry Church Clifton Coral Crescent Crown Dale Dover Elm
Fairview Fern Ferry Field Forest Franklin Garden Glen Grant Green Grove Hampton Harbor Hawthorn Hazel Hickory High Highland Hill
Holly Hudson Ivy Jefferson Juniper Kensington Kings Lake Laurel Lincoln Linden Locust Madison Magnolia Main Maple Market Mill
Monroe Mulberry North Oak Orchard Park Pearl Pine Poplar Prospect Queens Ridge River Rose School Sherwood South Spring Spruce
State Station Stone Summit Sunset Sycamore Union Valley Vine Walnut Washington Water West Willow Windsor Wood`.split(
    /\s+/,
  );

export const streetKinds = "Street Avenue Road Lane Drive Court Way Place Boulevard Terrace".split(" ");

export const cities =
  `Austin Boston Chicago Denver Seattle Portland Dallas Houston Phoenix Miami Atlanta Detroit Memphis Omaha Tucson Oakland London
Paris Berlin Madrid Rome Vienna Prague Lisbon Dublin Oslo Helsinki Warsaw Athens Cairo Lagos Nairobi Delhi Mumbai Tokyo Osaka Seoul
Bangkok Jakarta Manila Sydney Perth Toronto Montreal Vancouver Lima Bogota Santiago Havana Geneva Zurich Munich Hamburg Lyon Porto
Seville Naples Turin Krakow Riga Tallinn Sofia Zagreb Ankara Tunis Accra Dakar Durban Quito Brisbane Auckland`.split(
    /\s+/,
  );

export const businessKinds =
  `boat rental|bike shop|yoga studio|music school|car wash|garage|library|museum|hotel|hostel|campsite|ski school|gym|swimming pool|
travel agency|airline desk|taxi company|moving company|storage firm|florist|bakery|tailor|laundry|optician|vet clinic|pet hotel|
photo studio|print shop|book store|toy store|hardware store|furniture store|electronics shop|insurance office|bank branch|
credit union|law office|tax advisor|real estate agency|phone company|internet provider|power company|water utility|parcel service|
courier|post office|city office|school office|language school|driving school|theater|cinema|concert hall|stadium|zoo|winery|
catering firm|coffee roaster|wholesaler|farm shop|garden center|cleaning service|security company|recruiting agency|help desk|
warehouse|observatory|climbing hall|escape room|bowling alley|golf club|tennis club|riding stable|marina|airport shuttle`
    .replaceAll("\n", "")
    .split("|");
