import { wordList } from "./words.ts";

/**
 * Common given names of many origins, lower case, without accents. Written for this project; used to tell a name
 * from a word, never to invent a surrogate.
 */
export const givenNames = wordList(`
  aaron abby abdul abdullah abe abel abigail abraham ada adam adele adrian adriana agnes ahmad ahmed aidan aiden aisha
  akira al alan alana albert alberto aldo alejandra alejandro alessandra alessandro alex alexa alexander alexandra
  alexia alexis alfonso alfred ali alice alicia alina alisha alison allan allen allison alma alvin alyssa amanda amara
  amber amelia amina amir amit amy ana anastasia andre andrea andreas andrei andres andrew andy angel angela angelica
  angelina angelo angie anika anil anita anja ann anna anne annette annie anthony anton antonia antonio anya april
  archie ariana ariel arjun arlene armando arnold art arthur arturo asha ashley ashok astrid asuka audrey august
  augusto aurora austin ava avery ayesha aylin ayse barbara barry bart beatrice beatriz becky bella ben benedict
  benjamin bernadette bernard bernice bert beth bethany betty beverly bianca bill billy björn blake blanca bob bobby
  bonnie boris brad bradley brandon brandy brenda brendan brent brett brian brianna bridget brittany brooke bruce bruno
  bryan bryce caitlin caleb calvin cameron camila camille candice carl carla carlos carmen carol carole carolina
  caroline carolyn carrie carter casey cassandra catalina catherine cathy cecilia cedric celeste celia cesar chad
  chandra charlene charles charlie charlotte chase chelsea cheng cheryl chiara chidi chinedu chloe chris christian
  christina christine christophe christopher chuck cindy claire clara clarence claudia claudio clayton clifford clint
  clyde cody colin colleen connie connor conor constance consuelo corey cory courtney craig cristina crystal curtis
  cynthia cyrus daisuke daisy dale dalia damian damien dan dana daniel daniela daniele danielle danny daphne darius
  darlene darren darryl dave david dawn dean deanna deb debbie deborah declan deepa deepak delia della denise dennis
  derek desmond destiny devin devon diana diane diego dieter dimitri dina dirk dmitri dolores dominic dominique don
  donald donna dora doreen doris dorothy doug douglas drew duane dustin dwayne dwight dylan earl ed eddie edgar edith
  edmund eduardo edward edwin eileen elaine eleanor elena eli elias elijah elisa elise elizabeth ella ellen ellie
  elliot elsa elsie elvira emeka emil emilia emilio emily emma emmanuel emre enrique enzo eoin eric erica erik erika
  erin ernest ernesto esme esmeralda esperanza esteban estelle esther ethan eugene eva evan eve evelyn ezra fabian
  fabio faisal faith farah farid fatima fatma federica federico felicia felipe felix ferdinand fernanda fernando fiona
  florence floyd frances francesca francesco francis francisco franco francois frank frankie franklin franz fred
  freddie frederick frida fritz gabriel gabriela gabrielle gail gareth garrett gary gavin gemma gene genevieve geoff
  geoffrey george georgia georgina gerald geraldine gerard gilbert gina giorgio giovanni gisela giulia giuseppe gladys
  glen glenda glenn gloria gordon grace graham grant greg gregor gregory greta gretchen guadalupe guillermo gunther gus
  gustavo guy gwen haley hamza han hana hank hanna hannah hans harold harriet harris harry haruto harvey hasan hassan
  heather hector heidi heinz helen helena helga helmut henri henrik henry herbert herman hilary hilda hiroshi holly
  hope horst howard hubert hugh hugo huseyin ian ibrahim ida ignacio igor ilse imran ines ingrid irene irina iris irma
  isaac isabel isabella isabelle isaiah isla ismail ivan ivana ivy jack jackie jackson jacob jacqueline jacques jade
  jaime jake jakub jamal james jamie jan jane janet janice janine jared jasmine jason jasper javier jay jean jeanette
  jeanne jed jeff jeffery jeffrey jenna jennifer jenny jeremiah jeremy jerome jerry jesse jessica jessie jesus jill jim
  jimmy jin jing jo joan joanna joanne joaquin jocelyn jodie joe joel joey johan johann johannes john johnny jon jonah
  jonas jonathan jordan jorge jose josef joseph josephine josh joshua joy joyce juan juana juanita judith judy jules
  julia julian juliana julie juliet julio julius jun june jurgen justin justine kaitlyn kamal kara karen karim karin
  karina karl karla kate katarina kate katherine kathleen kathryn kathy katie katrina kay kayla keiko keith kelly kelvin
  ken kendra kenji kenneth kenny kent kerry kevin khadija khalid kim kimberly kirk kirsten klaus kofi krishna kristen
  kristin kristina kumar kurt kwame kyle kyra lakshmi lance lara larry laszlo laura lauren laurence laurie lawrence lea
  leah leanne lee leila lena lenny leo leon leona leonard leonardo leroy leslie lester leticia levi lewis li liam lidia
  lila liliana lillian lily lin linda lindsay lindsey ling linh lionel lisa liz lizzie lloyd logan lois lola lorena
  lorenzo loretta lori lorraine lou louis louisa louise lourdes luca lucas lucia luciano lucille lucy luigi luis luisa
  lukas lukasz luke luther luz lydia lyle lynn mabel mackenzie maddie madeline madison mae maggie magnus mahmoud
  malcolm malik mandy manfred manuel manuela mara marc marcel marcela marcia marco marcos marcus margaret margarita
  margot maria mariam marian mariana marianne marie marilyn marina mario marion marisol marissa marjorie mark marlene
  marlon marsha marta martha martin martina marty marvin mary mason mateo mathew mathias mathilda matilda matt matteo
  matthew matthias maureen maurice mauricio max maxine maxwell may maya megan mehmet mei mel melanie melinda melissa
  melvin mercedes meredith mia micah michael michaela micheal michel michele michelle miguel mike mikhail mila mildred
  miles milton mina mindy ming minh miranda miriam misha mitchell moe mohamed mohammad mohammed moira mollie molly mona
  monica monika monique morgan moses mostafa muhammad muriel murray mustafa myra nadia nadine nancy naomi natalia
  natalie natasha nathan nathaniel neal neil nelson ngozi nguyen nia niall nicholas nick nicola nicolas nicole nigel
  nikhil nikita nikolai nils nina noah noel noelle nora norma norman nuria oksana olaf oleg olga oliver olivia
  olumide oluwaseun omar oscar osman otto owen pablo padraig paige pamela paola paolo pascal pat patricia patrick patty
  paul paula paulina pauline pavel pearl pedro peggy penelope penny percy perry pete peter petra phil philip philippa
  philippe phillip phoebe phyllis pierre pilar piotr polly pradeep pranav preston priscilla priya quentin quinn rachel
  rafael raj rajesh ralph ramesh ramon ramona randall randy raphael raquel rashid raul ravi ray raymond rebecca regina
  reginald reiko reinhard rekha renata rene renee reuben rex ricardo rich richard rick ricky riley rita rob robbie
  robert roberta roberto robin robyn rocio rod roderick rodney rodrigo roger rohan roland rolf roman romeo ron ronald
  ronan ronnie rory rosa rosalie rosalind rosanna rosario rose rosemary rosie ross roxanne roy ruben ruby rudolf rudy
  rupert russell ruth ryan sabine sabrina sadie said sakura sally salma salvador salvatore sam samantha samir samuel
  sandeep sandra sandy sanjay santiago sara sarah sascha sasha satoshi saul scott sean sebastian selena selma serena
  serge sergei sergio seth shane shannon sharon shaun shauna shawn sheila shelby shelly sheri sherry shirley shreya
  sid sidney siegfried sierra silas silvia simon simone siobhan sofia sofie soledad sonia sonja sophia sophie spencer
  stacey stacy stan stanley stefan stefania stefanie stella stephan stephanie stephen steve steven stewart stuart sue
  suki sunil suresh susan susana susanne susie suzanne svetlana sven sylvester sylvia tabitha tadhg takashi tamara tami
  tammy tania tanya tara tariq tasha tatiana taylor ted terence teresa terri terry tess tessa thea thelma theo theodore
  theresa thiago thomas tiffany tim timothy tina tobias toby todd tom tomas tomasz tommy toni tony tracey traci tracy
  travis trevor trey tricia trisha tristan troy trudy tuan tyler tyrone uma umar ursula uwe valentina valerie vanessa
  vera verena vernon veronica vicki vicky victor victoria vijay vikram vince vincent vincenzo viola violet virginia
  vivian viviana vladimir wade walter wanda warren wayne wei wendell wendy werner wesley whitney wilfred wilhelm will
  willard william willie wilma wolfgang xavier ximena yan yara yasmin yasmin ye yolanda yosef youssef yuki yuri yusuf
  yvette yvonne zachary zahra zainab zane zara zeynep zhang zoe zofia zoltan katarzyna agnieszka malgorzata krzysztof
  grzegorz maciej wojciech marek stanislaw ewa joanna magdalena pawel michal bartosz dorota siddharth ananya aditya
  rahul pooja neha kavita meera rohit sneha arun vinod lakshman padma swati hyun soo jisoo minjun seoyeon yumi haruka
  naoko kazuo noriko yoko takeshi thuy hoa huong phuong dung quang tien lan mai xiao jun fang hui ying yong chen
  chioma adaeze ifeanyi tunde femi bola yetunde folake amaka ikechukwu obinna nnamdi abena akosua kwabena yaw ama
  fatoumata mamadou ousmane aminata moussa omer burak elif merve zehra kemal cem deniz ahmet hatice layla noor huda
  nour rania sami ziad karima tarek walid yasser saeed reza parisa shirin darya leyla farzad ramin niamh aoife ciara
  saoirse cillian oisin eamon brigid orla grainne fionn
  summer sunny autumn charity patience prudence ginger olive sage poppy trinity harmony melody skye star rusty dusty
  archer chip skip duke rain river mercy justice sterling wren fern coral cherry candy story sky
  viktoria viktor wiktoria zbigniew olena oleksandr volodymyr yulia venkat venkatesh raghav kavya divya mahesh ganesh
  harish manoj arvind gaurav varun ishaan sunita geeta usha pallavi deepti chukwuemeka chidinma uche nkechi obioma
  ebele adaobi olamide oluwatobi temitope ayodele babatunde kehinde taiwo efua abiodun xiuying xiaoming hao tao xin
  kenta jiwoo seojun sujin trang hung khanh ngoc yen bao fatimah khadijah yousef mustapha salman nasser jamila laila
  amal hussein abdullahi xochitl itzel citlali ezequiel rigoberto socorro luzmarina`);
