/** Given names of many origins; some are words too (Mark, Will, May, Rose, Hope, Bill, Chase, Dean). */
export const firstNames: readonly string[] = `
Aaliyah Aaron Abdul Abigail Ada Adaeze Adam Adaora Aditi Adrian Agnes Ahmed Aiko Aisha Akira Alan
Alejandro Alexander Alice Alina Amara Amelia Amina Amir Ana Anders Andrea Andrew Angela Aniket Anita
Anna Antoine Anya April Arjun Arthur Asha Astrid Audrey Austin Ayesha Ayse Barbara Beatriz Ben Bernd
Bianca Bill Björn Bogdan Boris Brandon Brenda Brian Brigitte Bruno Burak Caitlin Camila Carlos Carmen
Caroline Catherine Cem Chad Charles Chase Chen Chiara Chidi Chinedu Chloe Christian Christopher Ciara
Claire Clara Claudia Colin Connor Cristina Daisuke Daniel Daria David Dawn Dean Deborah Deepak Deirdre
Denise Dennis Derek Diego Dimitri Dmitri Dolores Dominik Donald Donna Doris Dorothy Duc Dylan Eamon
Edward Efua Eileen Ekaterina Elena Elif Elizabeth Ella Emeka Emilia Emily Emma Emre Enrique Eric Erika
Ernesto Esra Esther Ethan Eun-ji Eva Evelyn Faith Fatima Fatou Felix Fernando Fiona Florian Folake
Frances Francesca Frank Frederik Gabriela Gareth George Georgia Gerald Giorgio Giovanni Giulia Grace
Graham Grant Greta Gulsen Gunther Hana Hannah Hao Harold Harry Haruto Hassan Hector Heidi Helen Helga
Henrik Hiroshi Hope Huda Hugh Hunter Ibrahim Ifeoma Ignacio Igor Ines Ingrid Irina Iris Isabella Ivan
Ivy Jack Jackson Jacob Jamal James Jan Jane Jasmine Jason Javier Jean Jennifer Jenny Jessica Ji-woo Jiho
Jill Jin Joan Joao Joel John Jonas Jorge Jose Joseph Joy Juan Julia Julie June Justin Kareem Karen Karl
Karolina Katarzyna Kate Kavita Kayode Keiko Keith Kelly Kenji Kevin Khadija Khalid Kiran Klaus Krzysztof
Kwame Kyle Laila Lakshmi Lars Laura Lauren Layla Leila Leon Leonardo Liam Lily Linda Lindiwe Linh Lisa
Liu Lorenzo Louis Lucia Lucy Luis Lukas Lupe Maciej Madison Magdalena Mai Malik Manuel Marco Margaret
Maria Marie Marina Mario Mark Marta Martin Mary Mateo Matthew Maura Max May Mehmet Mei Melanie Melissa
Mia Michael Michelle Miguel Min-jun Ming Miriam Mohammed Molly Monika Moses Mustafa Nadia Nancy Naoko
Natalia Nathan Neha Ngozi Nguyet Niamh Nick Nicole Nikhil Nina Noah Nora Obinna Oksana Olga Oliver
Olivia Omar Oscar Padraig Pamela Paolo Patience Patricia Patrick Paul Paula Pavel Pedro Penny Peter
Petra Philip Phuong Pierre Piotr Priya Rachel Rafael Rahul Raj Ramona Raquel Ray Rebecca Reem Reza
Richard Rita Robert Roberto Robin Rocio Rohan Rosa Rose Roxana Roy Ruby Ruth Ryan Sabine Sadia Sakura
Salma Samantha Samuel Sandeep Sandra Sanjay Santiago Sara Sarah Scott Sean Selim Seo-yeon Sergio Shanice
Shirin Shreya Siobhan Sofia Sonia Stefan Stella Stephen Steven Sue Sunita Susan Sven Svetlana Takeshi
Tamara Tariq Tatiana Teresa Thanh Theo Thomas Thuy Tiffany Tobias Tom Tomasz Tony Tunde Ursula Valentina
Vanessa Victor Victoria Vijay Vikram Violet Viktoria Wangari Wayne Wei Wendy Wiktor Will William
Wolfgang Xavier Ximena Xin Yasmin Yan Yara Yolanda Youssef Yuki Yusuf Zainab Zeynep Zoe Zofia Zuzanna
`
  .trim()
  .split(/\s+/);

/** Family names of many origins; some are words too (Best, Day, Long, Price, Rice, Young). */
export const lastNames: readonly string[] = `
Abadi Abbott Abdullah Achebe Adams Adeyemi Adler Aguilar Ahmad Akhtar Alexander Ali Allen Alvarez Amato
Andersen Anderson Aoki Archer Arslan Ashworth Aydin Bach Bailey Baker Banerjee Barber Barnes Bauer
Becker Bell Bennett Berg Bernard Best Bianchi Bishop Black Blair Blanc Bloom Boateng Bond Bowman Boyle
Brennan Brooks Brown Bryant Burke Butler Byrne Caballero Campbell Cardoso Carlsson Carpenter Carter
Castillo Castro Chandra Chang Chaudhry Chen Cho Choi Christensen Clark Cohen Cole Collins Contreras Cook
Cooper Costa Cox Cruz Cunningham Dang Davies Davis Day Delgado Demir Desai Diallo Diaz Dixon Dogan
Dubois Duffy Duncan Duran Eder Edwards Eze Eriksson Espinoza Esposito Evans Farah Farouk Fernandez
Ferrari Fischer Fisher Fitzgerald Fleming Flores Foley Fontaine Forde Foster Fox Francis Freeman French
Friedman Fuchs Fujita Gallagher Garcia Garnier Gibson Gill Gomez Gonzalez Gordon Graf Gray Green Greene
Griffin Gruber Gupta Gutierrez Haddad Hahn Hall Hamilton Han Hansen Hara Hart Hassan Hayes Hernandez
Herrera Hill Ho Hoang Hoffmann Holmes Horvat Huang Hughes Hunt Hussain Hussein Huynh Ibarra Ito Iyer
Jackson Jansen Jensen Jimenez Johansson Johnson Jones Jovanovic Joyce Jung Kamara Kaminski Kang Kapoor
Karlsson Kato Kaur Kaya Keane Kelly Kennedy Khan Kim King Klein Knight Kobayashi Koch Kovacs Kowalski
Krause Kruger Kumar Kuznetsov Lam Lambert Lane Lang Larsen Laurent Le Lee Lefebvre Lehmann Lewandowski
Lewis Li Lim Lin Little Liu Long Lopez Love Lowe Lynch Mac Macdonald Mahmoud Malone Mann Marchetti
Marino Marsh Martin Martinez Mason Matsumoto Mbeki McCarthy McDonald McKenna Medina Mehta Mendez Mensah
Meyer Miller Mishra Mitchell Mohamed Molina Moore Morales Moreau Moreno Morgan Mori Morris Müller Murphy
Murray Mwangi Myers Nair Nakamura Navarro Nel Nelson Neumann Newman Nguyen Nielsen Nolan Novak Nowak
Nunez Obi O'Brien O'Connor Oduya Ogawa Okafor Okeke Okonkwo Oliveira Olsen Ong Ortega Ortiz Osei Owens
Ozturk Page Palmer Papadopoulos Park Parker Patel Pearce Pena Pereira Perez Perry Petersen Petrov Pham
Phan Pierce Pope Porter Powell Power Price Quinn Rahman Ramirez Ramos Rao Ray Reed Reid Reilly Reyes
Rice Rich Richter Rios Rivera Roberts Robinson Rodriguez Rogers Rojas Romano Romero Rose Ross Rossi
Russo Ryan Sahin Saito Salazar Saleh Sanchez Sanders Santos Sato Schmidt Schneider Schulz Schwartz Scott
Shah Sharma Sharp Shaw Shevchenko Short Silva Simmons Singh Smith Snow Sokolov Soto Stein Stewart Stone
Strong Suarez Sullivan Suzuki Svensson Swift Sykes Szabo Takahashi Tan Tanaka Taylor Thapa Thomas
Thompson Torres Tran Traore Tremblay Turner Uddin Usman Valdez Vargas Vasquez Vega Verma Vogel Volkov Vu
Wagner Walker Wallace Walsh Wang Ward Waters Watson Weber Wei White Williams Wilson Winter Wojcik Wolf
Wong Wood Woods Wright Wu Yamamoto Yang Yilmaz Young Yu Zhang Zhao Zhou Ziegler Zimmermann
`
  .trim()
  .split(/\s+/);
