import { wordList } from "./words.ts";

/** Common family names of many origins, lower case, without accents; used to tell a name from a word. */
export const familyNames = wordList(`
  smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson
  thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young
  allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter
  roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers
  gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez
  wood james bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers long ross foster jimenez powell
  jenkins perry russell sullivan bell coleman butler henderson barnes gonzales fisher vasquez simmons romero jordan
  patterson alexander hamilton graham reynolds griffin wallace moreno west cole hayes bryant herrera gibson ellis tran
  medina aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods washington kennedy wells
  vargas henry chen freeman webb tucker guzman burns crawford olson simpson porter hunter gordon mendez silva shaw snyder
  mason dixon munoz hunt hicks holmes palmer wagner black robertson boyd rose stone salazar fox warren mills meyer rice
  schmidt garza daniels ferguson nichols stephens soto weaver ryan gardner payne grant dunn kelley spencer hawkins arnold
  pierce vazquez hansen peters santos hart bradley knight elliott cunningham duncan armstrong hudson carroll lane riley
  andrews alvarado ray delgado berry perkins hoffman johnston matthews pena richards contreras willis carpenter lawrence
  sandoval guerrero george chapman rios estrada ortega watkins greene nunez wheeler valdez harper burke larson santiago
  maldonado morrison franklin carlson austin dominguez carr lawson jacobs obrien lynch singh vega bishop montgomery
  oliver jensen harvey williamson gilbert dean sims espinoza howell li wong reid hanson le mccoy garrett burton fuller
  wang weber welch rojas lucas marquez fields park yang little banks padilla day walsh bowman schultz luna fowler mejia
  davidson acosta brewer may holland juarez newman pearson curtis cortez douglas schneider joseph barrett navarro
  figueroa keller avila wade molina stanley hopkins campos barnett bates chambers caldwell beck lambert miranda byrd
  craig ayala lowe frazier powers neal leonard gregory carrillo sutton fleming rhodes shelton schwartz norris jennings
  rios watts duran walters cohen mcdaniel moran parks steele vaughn becker holt deleon barker terry hale leon hail benson
  haynes horton miles lyons pham graves bush thornton wolfe warner cabrera mckinney mann zimmerman dawson lara fletcher
  page mccarthy love robles cervantes solis erickson reeves chang klein salinas fuentes baldwin daniel simon velasquez
  hardy higgins aguirre lin cummings chandler sharp barber bowen ochoa dennis robbins liu ramsey francis griffith paul
  blair oconnor cardenas pacheco cross calderon quinn moss swanson chan rivas khan rodgers serrano fitzgerald rosales
  stevenson christensen manning gill curry mclaughlin harmon mcgee gross doyle garner newton burgess reese walton blake
  trujillo adkins brady goodman roman webster goodwin fischer huang potter delacruz montoya todd wu hines mullins
  castaneda malone cannon tate mack sherman hubbard hodges zhang guerra wolf valencia saunders franco rowe gallagher farmer
  hammond hampton townsend ingram wise gallegos clarke barton schroeder maxwell waters logan camacho strickland norman
  person colon parsons frank harrington glover osborne buchanan casey floyd patton ibarra ball tyler suarez bowers orozco
  salas cobb gibbs andrade bauer conner moody escobar mcguire lloyd mueller hartman french kramer mcbride pope lindsey
  velazquez norton mccormick sparks flynn yates hogan marsh macias villanueva zamora pratt stokes owen ballard lang brock
  villarreal charles drake barrera cain patrick pineda burnett mercado santana shepherd bautista ali shaffer lamb trevino
  mckenzie hess beil olsen cochran morton nash wilkins petersen briggs shah roth nicholson holloway lozano rangel flowers
  hoover short arias mora valenzuela bryan meyers weiss underwood bass greer summers houston carson morrow clayton
  whitaker decker yoder collier zuniga carey wilcox melendez poole roberson larsen conley davenport copeland massey lam
  huff rocha cameron jefferson hood monroe anthony pittman huynh randall singleton kirk combs mathis christian skinner
  bradford richard galvan wall boone kirby wilkinson bridges bruce atkinson velez meza roy vincent york hodge villa
  abbott allison tapia gates chase sosa sweeney farrell wyatt dalton horn barron phelps yu dickerson heath foley atkins
  mathews bonilla acevedo benitez zavala hensley glenn cisneros harrell shields rubio huffman choi boyer garrison arroyo
  bond kane hancock callahan dillon cline wiggins grimes arellano melton oneill savage ho beltran pitts parrish ponce
  rich booth koch golden ware brennan mcdowell marks cantu humphrey baxter sawyer clay tanner hutchinson kaur berg wiley
  gilmore russo villegas hobbs keith wilkerson ahmed beard mcclain montes mata rosario vang walter henson oneal mosley
  mcclure beasley stephenson snow huerta preston vance barry johns eaton blackwell dyer prince macdonald solomon guevara
  stafford english hurst woodard cortes shannon kemp nolan mccullough merritt murillo moon salgado strong kline cordova
  barajas roach rosas winters jacobson lester knox bullock kerr leach meadows orr davila whitehead pruitt kent conway
  mckee barr david dejesus marin berger mcintyre blankenship gaines palacios cuevas bartlett durham dorsey mccall odonnell
  stein browning stout lowery sloan mclean hendricks calhoun sexton chung gentry hull duarte ellison nielsen gillespie
  buck middleton sellers leblanc esparza hardin bradshaw mcintosh howe livingston frost glass morse knapp herman stark
  bravo noble spears weeks corona frederick buckley mcfadden hebert enriquez hickman quintero randolph schaefer walls
  muller schulz schafer krause lehmann huber kaiser fuchs peters lang scholz moller weiss jung hahn schubert vogel
  friedrich keller gunther frank winkler roth lorenz baumann herrmann simon franke albrecht schuster winter kraus vogt
  dubois durand leroy moreau laurent lefebvre michel bertrand roux fournier girard bonnet dupont lambert rousseau blanc
  guerin boyer garnier chevalier rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti
  costa giordano mancini rizzo lombardi moretti barbieri fontana mariani ferrara nowak kowalski kowalska wisniewski
  wojcik kowalczyk kaminski lewandowski zielinski szymanski wozniak dabrowski kozlowski jankowski mazur yilmaz kaya demir
  celik sahin yildiz ozturk aydin ozdemir arslan dogan kilic aslan cetin kara koc kurt alvarez hussein hassan hasan
  mohamed mahmoud ibrahim abdullah saleh salem nasser haddad khoury mansour aziz farouk rahman begum akhtar malik hussain
  chowdhury iqbal sharma verma gupta kumar mehta joshi desai reddy rao nair iyer iyengar menon pillai chatterjee banerjee
  mukherjee das bose kapoor malhotra chopra bhatt agarwal mishra pandey yadav sinha trivedi naidu tanaka sato suzuki
  takahashi watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi
  shimizu mori abe ikeda hashimoto zhao zhou xu sun ma zhu hu guo gao luo zheng liang song tang feng deng cao peng zeng
  xiao cheung leung lau cheng kwok ng fung lai jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn dang bui
  do ngo duong vu vo dinh truong phan okafor okonkwo adeyemi adebayo okoye eze balogun ogunleye nwosu obi mensah owusu
  boateng asante osei diallo traore keita kamara mbeki dlamini nkosi naidoo ivanov petrov smirnov kuznetsov popov volkov
  novak horvat kovac kovacs nagy szabo toth popescu ionescu papadopoulos georgiou dimitriou johansson andersson karlsson
  nilsson eriksson lindberg berglund virtanen korhonen haugen dahl visser bakker dejong jansen smit dekker oconnell
  oreilly osullivan byrne doherty kavanagh nolan fitzpatrick mcnamara mccann maguire brien connor neill reilly sullivan
  donnell keefe malley hara silva souza oliveira pereira ferreira almeida carvalho gomes ribeiro martins barbosa rocha
  pinto teixeira macedo
  subramanian raghunathan natarajan krishnan kulkarni deshpande sengupta oyelaran afolabi kone hamdan qureshi siddiqui
  qian yuan dong cai jiang shen xie hoang kwiatkowski sokolov shevchenko kovalenko bondarenko quispe mamani huaman
  villalobos echeverria etxeberria nogueira fitzwilliam abernathy macintyre ocallaghan`);
