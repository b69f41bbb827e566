/** Names of many origins; half of all names are drawn from syllables instead. */
export const firstNames =
  `James Maria Omar Chen Priya Lucas Emma Noah Olivia Fatima Ivan Mateo Yuki Aisha Liam Grace Pedro Nina Hugo Tara Felix Ruth
Dmitri Leila Kofi Anya Marco Bella Sean Adam Alice Amara Andre Angela Anton Arjun Astrid Ayumi Beatrice Ben Bianca Boris Brenda
Bruno Camille Carlos Caroline Chidi Clara Colin Daniel Daria David Deepak Diana Diego Dylan Edith Elena Eli Elsa Emil Erik
Esther Eva Farid Fiona Frank Frida Gabriel George Gloria Gustav Hana Harold Hassan Heidi Helen Henry Ines Irene Isaac Ismail
Jack Jamal Jane Jasmine Jens Jin Joanna Joel Jorge Julia Karim Karin Keiko Kevin Lara Laura Lena Leo Linda Lorenzo Louise Lucy
Luis Magda Malik Manuel Margaret Marcus Martha Mei Miguel Mila Mohamed Monica Nadia Naomi Nathan Neha Nick Oscar Pablo Patricia
Paul Petra Philip Quinn Rachel Rafael Ravi Rebecca Rosa Samir Sandra Sara Simon Stefan Stella Sunita Tariq Teresa Theo Thomas
Tomas Uma Valentina Vera Victor Vikram Walter Wanda Wei William Yara Yusuf Zara Zoe Abdul Abena Adaeze Adrian Agnes Agnieszka
Ahmad Akira Alan Alejandra Alejandro Alessia Alex Alexander Alexei Ali Alicia Alina Alison Alvaro Amal Amanda Ana Anders Andrei
Anika Anita Anjali Ann Anneliese Antonio April Arnold Arthur Asha Ashley Audrey Aurelia Axel Babak Barbara Barry Bashir Beth
Björn Blessing Bogdan Bradley Bridget Bronwyn Caleb Carla Carmen Carol Cecilia Cedric Celeste Chad Chandra Charlotte Chiara
Chris Christina Claire Claudia Connor Cora Craig Cynthia Dalia Danielle Darius Dawn Dean Deborah Delphine Dennis Derek Desmond
Dolores Dominic Dong Donna Dorothy Doug Duncan Eamon Eduardo Edward Eileen Ekaterina Eleanor Elijah Elizabeth Ella Ellen Emeka
Emily Emine Emmanuel Enrique Eric Ernesto Ethan Eugene Evelyn Ezra Faith Fatou Felicia Fernando Florence Francesca Francis Fred
Gareth Gary Geoffrey Georgia Gerald Gianni Gina Giovanni Glenn Gordon Graham Greta Guillermo Gwen Habib Hamid Hannah Hans Haruki
Hazel Hector Hiroshi Holly Howard Hye Ian Ibrahim Ida Igor Ilse Imani Imran Ingrid Iris Isabel Ivana Ivy Jacob Jake Jakub Jana
Janet Jared Jason Javier Jeanne Jelena Jennifer Jeremy Jerome Jesse Jessica Jill Joan Johan John Jonas Josephine Joshua Joyce
Juan Judith Justin Kamal Kate Katarina Kayla Keith Kenji Kerstin Khalid Kim Kirsten Klaus Kristen Kurt Kwame Kyle Lakshmi Lars
Latoya Lauren Leon Leslie Lewis Lily Lin Lior Liv Lloyd Lorna Luca Luna Lydia Madeleine Mahmoud Malcolm Marek Margarita Marie
Mario Mark Marta Martin Mary Mason Matilda Matt Maureen Max Maya Megan Mehmet Melanie Mercy Michael Michelle Milan Minh Mira
Mohan Molly Mona Morgan Moses Mustafa Nancy Natalia Neil Ngozi Nicolas Nigel Nikolai Noor Norma Olga Oliver Olumide Orla Otto
Owen Paige Paloma Pamela Paolo Parisa Patrick Paula Peggy Penelope Peter Phoebe Pierre Piotr Raj Ralph Ramona Rania Raul Ray
Reza Rhys Ricardo Richard Rita Robert Robin Rohan Roland Roman Ronald Rosemary Roxana Roy Ruby Russell Ryan Sabine Said Sally
Salma Sam Sanjay Santiago Sarah Scott Sergio Shannon Sharon Sheila Shirin Siobhan Soledad Sonia Sophie Stacy Stanley Stephanie
Steven Stuart Susan Sven Sylvia Takeshi Tamara Tanya Ted Tessa Thandiwe Thiago Tiffany Tim Timothy Tina Tobias Todd Tony Tracy
Travis Trevor Ulrike Umar Ursula Vanessa Vijay Vincent Violet Viktor Virginia Wade Wendy Wesley Winston Xavier Xiomara Yasmin
Yolanda Yosef Yvonne Zachary Zainab Zeynep Zofia`.split(/\s+/);

export const lastNames =
  `Smith Garcia Patel Kim Lopez Nguyen Brown Cohen Silva Rossi Khan Meyer Novak Okafor Tanaka Walsh Reed Larsen Duarte Fisher
Abbott Adeyemi Ahmed Alvarez Andersson Bailey Baker Banerjee Barros Becker Bennett Bergman Bianchi Blake Campbell Carter
Castillo Chang Chavez Chowdhury Clarke Cooper Costa Cruz Dalton Davies Delgado Diaz Dubois Eriksen Evans Farah Fernandez
Ferreira Fischer Fleming Foster Fraser Fuentes Gallagher Gomez Graham Gupta Haddad Hall Hansen Harris Hayes Hernandez Hoffman
Horvat Hughes Ibrahim Ivanov Jackson Jansen Johansson Jones Kapoor Kaya Keller Kelly King Klein Kowalski Kumar Laurent Lee Leroy
Lindgren Mahmoud Marino Martin Mason Mendoza Mensah Miller Mitchell Moreau Morgan Moreno Mueller Murphy Nakamura Nielsen Nolan
Ochieng Olsen Ortiz Osman Palmer Papadopoulos Park Parker Pereira Peters Petrov Popescu Price Quintero Rahman Ramirez Richter
Rivera Roberts Romano Russo Sanchez Santos Sato Schmidt Schneider Shah Sharma Singh Sokolov Suzuki Svensson Takahashi Taylor
Thompson Torres Turner Vargas Vasquez Vogel Wagner Wang Watson Weber Weiss White Wilson Wong Wright Yamamoto Yilmaz Young Zhang
Ziegler Acosta Adams Aguilar Akhtar Ali Allen Almeida Alonso Amari Anderson Andrade Appiah Arnold Asante Atkinson Aziz Baldwin
Ballard Barker Barnes Barrett Bauer Beck Bell Benson Berg Bernard Bishop Black Blanchard Boateng Bondarenko Boyd Bradley Brandt
Brennan Bridges Brooks Bryant Burke Burns Butler Caballero Cameron Cardoso Carlson Carr Carroll Chan Chapman Chaudhry Choi
Christensen Cole Collins Conway Cook Cox Crawford Cunningham Curtis Dahl Daly Daniels Davidson Dean Desai Dias Dixon Doherty
Dominguez Donovan Douglas Doyle Duncan Dunn Durand Eder Edwards Eklund Ellis Emerson English Erdogan Escobar Espinoza Farrell
Faulkner Ferguson Fields Figueroa Fitzgerald Fletcher Flores Fontaine Ford Fournier Fowler Fox Francis Franklin Freeman French
Fujita Fuller Gardner Garrett Gibbs Gibson Gill Girard Glover Goldberg Goldstein Gordon Grant Graves Greco Greene Griffin
Grimaldi Guerrero Gustafsson Haas Hahn Hamilton Hammond Hansson Harper Hartmann Hassan Hawkins Heath Henderson Henry Herrera
Hicks Higgins Hill Hirsch Hoang Holm Holmes Horn Howard Huang Hubert Hudson Hunt Hussain Ikeda Ingram Iqbal Ito Jacobs James
Jankowski Jefferson Jennings Jensen Jimenez Johnson Jordan Joshi Juarez Kamau Kang Kaplan Karlsson Kato Kaufman Kemp Kennedy
Kerr Khalil Kimura Kirby Knight Kobayashi Koch Koroma Kovac Kramer Kruger Lambert Lang Lawson Leblanc Lehmann Lewis Lim Lindberg
Liu Lloyd Lombardi Long Lowe Lucas Lund Lynch Mackenzie Madsen Malik Mancini Marchand Marks Marquez Marsh Marshall Martinez
Matthews Maxwell May Mbeki Mccarthy Meier Melo Menon Mercier Michaels Mills Mishra Molina Monroe Montgomery Moore Morales Morris
Morton Moss Moyo Muller Murray Myers Naidoo Nair Nash Navarro Neumann Newton Ng Nichols Nikolaidis Noble Norris Nunez Oakley
Odhiambo Oliveira Oliver Onyango Orlov Ortega Osborne Owens Pacheco Page Palacios Papp Parsons Paterson Pavlov Payne Pearson
Peck Pena Perez Perkins Perry Petersen Pham Phillips Pierce Pinto Poole Porter Potter Powell Powers Pratt Quinn Rao Rasmussen
Raymond Reyes Reynolds Rhodes Rice Richards Riley Rios Roberson Robinson Rogers Rojas Rosario Rosen Ross Rossetti Roy Ruiz
Russell Ryan Saito Salazar Salinas Samuels Sanders Santana Sauer Saunders Savage Schmitt Schulz Schwartz Scott Serrano Shaw
Shepherd Sherman Shimizu Simmons Simon Simpson Sims Sinclair Skinner Slater Snyder Solomon Soto Sousa Spencer Stein Stephens
Stevens Stewart Stone Strand Strauss Sullivan Sutton Swanson Sykes Szabo Tan Tate Teixeira Terry Thomas Todd Toth Tran Tucker
Tyler Underwood Vaughn Vega Velasquez Vidal Vieira Vincent Vogt Volkov Wade Walker Wallace Walters Ward Warren Webb Weiner Wells
West Wheeler Whitaker Wilkins Williams Willis Winter Wolf Wood Woods Wu Xu Yang Yates York Yusuf Zamora Zapata Zhao Zimmermann`.split(
    /\s+/,
  );

/** Last names of several words or with signs in them. */
export const joinedLastNames =
  `van der Berg, de la Cruz, O'Brien, O'Connor, O'Neill, van Dijk, de Vries, von Weber, al Rashid, ben David, da Silva, dos Santos,
di Marco, del Rio, de Souza, van den Heuvel, de Jong, Le Blanc, D'Angelo, D'Souza, St Clair, Mac Donald, ter Horst, El Amrani,
bin Salem, la Rocca, van Houten, von Bergen, de Luca, San Martin, Castro Ruiz, Gomez Ortega, Nguyen Tran, Kim Park, De Smet`.split(
    /,\s*/,
  );

export const streetNames =
  `Alder Ash Baker Bay Beacon Birch Bishop Bridge Broad Brook Cedar Chapel Cherry Church Clifton Coral Crescent Crown Dale Dover
Elm Fairview Fern Ferry Field Forest Franklin Garden Glen Grant Green Grove Hampton Harbor Hawthorn Hazel Hickory High Highland
Hill Holly Hudson Ivy Jefferson Juniper Kensington Kings Lake Laurel Lincoln Linden Locust Madison Magnolia Main Maple Market
Mill Monroe Mulberry North Oak Orchard Park Pearl Pine Poplar Prospect Queens Ridge River Rose School Sherwood South Spring
Spruce State Station Stone Summit Sunset Sycamore Union Valley Vine Walnut Washington Water West Willow Windsor Wood Acorn
Albany Almond Amber Anchor Apple Arbor Aspen Aurora Autumn Avalon Badger Bank Barley Bell Bloom Bluebell Bradford Brewery Briar
Bristol Cambridge Canal Canary Canyon Carlton Castle Cathedral Chestnut Clover College Cottage Cricket Cypress Daisy Deer Duke
Eagle Eastern Eden Edison Ember Essex Falcon Farm Foundry Fox Gate George Golden Granite Harvest Hawk Heath Heron Hope Hunter
Iris Jasmine Jubilee Kent King Kingfisher Lantern Larch Lavender Liberty Lilac Lily Lodge Manor Marina Meadow Mercer Mint Moss
Newton Nightingale Oakwood Ocean Old Olive Orange Orchid Otter Oxford Palace Palm Parsons Peach Pebble Pepper Pilgrim Plum Pond
Priory Quarry Railway Raven Rectory Regent Robin Royal Saddle Saffron Sand Sapphire Silver Skylark Smith Sparrow Star Stable
Sugar Swan Tanner Temple Thistle Tower Trinity Turner Victoria Village Vineyard Violet Walker Waterfall Weaver Wellington Wheat
Winter Wren York`.split(/\s+/);

export const streetKinds =
  "Street Street Street Avenue Avenue Road Road Lane Drive Court Way Place Boulevard Terrace Circle Square Crescent Close Row Alley Walk Grove Parkway Highway Trail".split(
    " ",
  );

export const cities =
  `Austin Boston Chicago Denver Seattle Portland Dallas Houston Phoenix Miami Atlanta Detroit Memphis Omaha Tucson Oakland London
Paris Berlin Madrid Rome Vienna Prague Lisbon Dublin Oslo Helsinki Warsaw Athens Cairo Lagos Nairobi Delhi Mumbai Tokyo Osaka
Seoul Bangkok Jakarta Manila Sydney Perth Toronto Montreal Vancouver Lima Bogota Santiago Havana Geneva Zurich Munich Hamburg
Lyon Porto Seville Naples Turin Krakow Riga Tallinn Sofia Zagreb Ankara Tunis Accra Dakar Durban Quito Brisbane Auckland Albany
Albuquerque Anchorage Baltimore Birmingham Boise Buffalo Charlotte Cincinnati Cleveland Columbus Dayton Fresno Honolulu
Indianapolis Jacksonville Knoxville Lexington Louisville Madison Milwaukee Minneapolis Nashville Norfolk Orlando Philadelphia
Pittsburgh Raleigh Richmond Rochester Sacramento Savannah Spokane Tampa Toledo Tulsa Wichita Aberdeen Bath Belfast Bristol
Cambridge Cardiff Coventry Derby Edinburgh Exeter Glasgow Leeds Leicester Liverpool Manchester Newcastle Norwich Nottingham
Oxford Plymouth Sheffield Southampton Swansea York Cork Galway Limerick Calgary Edmonton Halifax Ottawa Quebec Winnipeg Adelaide
Canberra Hobart Melbourne Wellington Christchurch Amsterdam Antwerp Barcelona Basel Belgrade Bergen Bern Bilbao Bologna Bordeaux
Bratislava Bremen Brussels Bucharest Budapest Cologne Copenhagen Dresden Florence Frankfurt Gdansk Genoa Ghent Gothenburg
Granada Graz Innsbruck Leipzig Lille Linz Ljubljana Malaga Malmo Marseille Milan Nantes Nice Nuremberg Odessa Palermo Pisa
Poznan Rotterdam Salzburg Sarajevo Stockholm Strasbourg Stuttgart Tirana Toulouse Trieste Turku Utrecht Valencia Venice Verona
Vilnius Wroclaw Beirut Amman Baku Tbilisi Tashkent Kabul Karachi Lahore Kolkata Chennai Bangalore Hyderabad Pune Jaipur Colombo
Dhaka Kathmandu Yangon Hanoi Saigon Singapore Taipei Shanghai Beijing Shenzhen Busan Kyoto Nagoya Sapporo Kampala Kigali Lusaka
Harare Maputo Casablanca Algiers Alexandria Khartoum Kumasi Abuja Kinshasa Luanda Pretoria Medellin Caracas Guayaquil Asuncion
Montevideo Cordoba Rosario Recife Salvador Curitiba Monterrey Guadalajara Tijuana Managua Kingston`.split(
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
