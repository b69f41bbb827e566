import { wordList } from "./words.ts";

/**
 * Words of everyday English on the phone, lower case. A word on this list is not taken for a name, a street or an
 * e-mail's local part on its context alone. Names that are also words (Mark, Will, Rose) stand here too.
 */
export const commonWords = wordList(`
  a able about above absolutely accept access accident account across actually ad add added address adult afraid after
  afternoon again against age agent ago agree ahead air airport alarm all allergic allergy allow allowed almost alone
  along already alright also alternate although always am amazing among amount an and annual another answer any anybody
  anymore anyone anything anyway anywhere apartment apologize apology app apparently apple application apply appointment
  appointments appreciate approve april are area around arrange arrival arrive art as ask asked asking asset assist
  assistance assistant associated at ate attention august aunt autumn available away awesome awful baby back bacon bad
  bag bake baked balance ball bank bar base based basic basically basket bath bathroom battery bay be beach bean beans
  bear beard beautiful became because become bed bedroom bedrooms beef been beer before begin behind being believe bell
  below berry best better between beverage big bike bill billing birth birthday bit bite black blank bless block blocked
  blood bloom blow blue board boat body bond book booked booking bookings boots born boss both bother bottle bottom bought
  bowl box boy bread break breakfast bridge brief bring broke broken brooks brother brought brown browning brush budget
  build building built burger burgers burn burning burns bus business busy but butter button buy by bye cab cable cake
  call called caller calling calls calm came camera can cancel cancellation cancelled candle cannot cant car card cards
  care careful carpenter carpet carry case cash cat catch cause caught ceiling cell center central centre certain
  certainly chair chance chang change changed changes charge charged charges charity chase cheap cheaper check checked
  checking checkout checkup cheers cheese chicken child children chip chips chocolate choice choose christmas church city
  claim class clay clean cleaned cleaning clear clearly client clinic clock close closed closer closest clothes cloud
  club coast coat code coffee coke cola cold colon color colour come comes comfortable coming comment common company
  complain complaint complete completely computer concern concerned condition conditioner conditioning confirm
  confirmation confirmed confused congratulations connect connected consider consult consultation contact continue
  contract control conversation cook cooking cool copy corn corner correct correction cost costs could couldn couldnt
  count counter country couple coupon course court cover coverage covered cox crash cream created credit cross crown
  crust cup current currently customer customers cut dad daily damage damaged dance dang danger dark dash data date dates
  daughter dawn day days dead deal dean dear debit december decide decided declined deep definitely degree delay delayed
  delighted deliver delivered deliveries delivery dental dentist department depends deposit describe description desk
  detail details diaper did didn didnt die diet different difficult difficulty dinner direct direction directions
  directly dirty disconnect discount discuss dishes dishwasher do doctor document does doesn doesnt dog dogs doing dollar
  dollars don done dont door dot double doubt dough down downtown dozen drain draw drawer dress drew drink drinks drip
  drive driver driving drop dropped dry dryer due dude during duty each ear earlier earliest early earth ease easier
  easily east easy eat eating egg eggs eight eighteen eighty either electric electrical electrician electricity eleven
  else elsewhere email emails emergency employee empty end ended ending english enjoy enough enter entire entrance entry
  envelope equipment error escalate especially estimate etc even evening event ever every everybody everyone everything
  everywhere exact exactly exam example excellent except exchange excited excuse expect expected expensive experience
  expired explain extension extra eye eyes face fact faint fair faith fall false family fan fantastic far farm farmer
  fashion fast faster father faucet fault favor favorite favour february fee feedback feel feeling fees feet fell felt
  female fence few field fields fifteen fifth fifty fight figure file fill filling final finally find fine finish
  finished fire firm first fish fit five fix fixed flat flight flip flood flooding floor florist flow flower flowers flu
  fly focus folks follow following food foot for ford forget forgetful forgot forgotten fork form former forth forty
  forward found four fourteen fourth fox free french frequently fresh friday fridge fried friend friends fries from
  front frost frozen full fully fun funny furnace furniture further future game garage garbage garden garlic gas gate
  gates gather gave gear general gentle gentleman gently get gets getting gift girl give given gives giving glad glass go
  god goes going gold golden gone gonna good goodbye goods got gotta gotten grab grace grand grandma grandpa grant graph
  grass grave graves gray great greatly greek green greens grey grill grilled gross ground group guess guest guests guide
  guy guys gym had hadn hail hair hale half hall halfway ham hand handle hands hang happen happened happening happens
  happy hard harm harmon has hasn hate have haven having hay he head headache heading health hear heard hearing heart heat
  heater heating heavy heck height held hello help helped helpful helping her here hers herself hey hi high higher
  highly hill him himself hire his history hit hm hmm ho hold holding hole holiday home homes honest honestly honey hood
  hoover hope hopefully hoping horn horrible horse hose hospital hot hotel hour hours house housing how however huge huh
  hun hundred hung hunger hungry hunt hunter hurry hurt husband i ice id idea ideal identify if ill im image imagine
  immediately impatient important impossible in inch inches include included includes including incorrect indeed indian
  info inform information initial inquire inside inspection install installation installed instead insurance interested
  internet into invoice is isn isnt issue issues it italian item items its itself ive jack jam january jewel job jobs join
  joint joke joy july jump june junk just keen keep keeping kept key keys kid kids kill kind kindly king kings kit kitchen
  knew knife knock know known lab lady ladies lake lamb lamp land landlord lane language large larger last lasts late
  lately later latest latte laugh laundry law lawn lawyer lay lead leak leaking leaks learn least leave leaves leaving
  lee left leg legs lemon lemonade less let lets letter letters lettuce level liability license lie life lift light lights
  like liked likely likes limit line lines link list listen listening little live lived lives living load loan local
  locate located location lock locked log long longer look looked looking looks loose lord lose loss lost lot lots loud
  love loved lovely low lower luck lucky lunch machine mad made mail main mainly maintenance major make makes making male
  man manage manager mango manner manning many map march margherita mark marks market married marsh mason mass match
  matter matters maximum may maybe mayo mayonnaise me meal meals mean means meant meat medical medication medicine medium
  meet meeting melt member memory men mention menu merry mess message messages met metal meter method middle midnight
  might mile miles milk million mills min mind mine minimum minor mint minus minute minutes misplaced miss missed missing
  mistake mix mobile modern mom moment monday money month monthly months mood moon more morning mortgage moss most mostly
  mother mountain mouth move moved movie moving mr mrs ms much mud mum mushroom mushrooms music must my myself name named
  names national natural near nearby nearest neat necessary neck need needed needing needs negative neighbor neighbour
  neither nephew nerve nervous net network never new news next nice niece night nights nine nineteen ninety no noble nobody
  noise none noodles noon nope nor normal normally north not note notes nothing notice november now number numbers nurse
  nuts oak object obvious obviously occasion october odd of off offer offered offers office often oh oil ok okay old older
  olive olives on once one ones onion onions online only onto oops open opened opening opens operator opinion opposed
  option options or orange order ordered ordering orders organic original other others otherwise ouch ought our ours
  ourselves out outdoor outlet outside oven over overall overnight own owner pack package packed page paid pain painful
  painting pair pan panel panic paper park parking part particular particularly partner parts party pass password past
  pasta patience patient patients patio pause pay paying payment payments peach peak peas people pepper pepperoni peppers
  per percent perfect perfectly perhaps period permission person personal pet pharmacy phone phones photo phrase physical
  pick picked picking pickup picture pie piece pieces pike pin pine pineapple pink pipe pipes pizza pizzas place placed
  plain plan plane plans plate play please pleased pleasure plenty plumber plumbing plus pm pocket point police policy
  pool poor pope pork position possible possibly post postcode pot potato potatoes potential potter pound pounds power
  powers practice pray precise prefer preferably preference preferred prepare present pressure pretty previous price
  prices pricing primary prince print prior private probably problem problems process processed produce product products
  professional program promise promo promotion proof proper properly property provide provided provider public pull pump
  purchase purpose push put quality quarter question questions quick quicker quickly quiet quite quote radiator rain raining
  raise ran ranch range rapid rare rate rates rather ray reach read reading ready real realize really reason receipt
  receive received recent recently reception recipe recommend reconnect record red redo reduce reed reference refill
  refrigerator refund regarding regards register regular related relax release remain remember remind reminder remote
  remove rent repair repairs repeat replace replacement report representative request required reschedule reservation
  reserve residence residential resolve rest restaurant result results return review rice rich ride right ring risk river
  road rob rock rocky roll roman roof room rooms root rose roses rough round route routine row rude ruin rule rules run
  running rush sad safe safety said salad salads salami sale sales salmon salt same sandwich sandwiches sarcasm sat
  satisfied saturday sauce sausage save savage saw say saying says scale scary schedule scheduled scheduling school score
  scratch screen scrub sea seafood search season seat seats second secondary seconds secretary section secure security
  see seed seek seem seems seen self sell send senior sense sent separate september serious seriously serve served server
  service services serving session set setting settle seven seventeen seventy several severe shall shame shape share sharp
  she shelf shift ship shipping shoes shop short shot should shouldn show shower shrimp shut shy sick side sides sign
  signed simple simply since sing single sink sir sister sit site sitting situation six sixteen sixty size sized skin skip
  sky sleep slice slices slight slightly slip slot slots slow slowly small smaller smart smell smile smoke smooth snack
  snake snow so soap social soda sofa soft sold solid some somebody somehow someone something sometime sometimes somewhere
  son song soon sooner sore sorry sort sound sounds soup source south space spanish spare sparks speak speaker speaking
  spear special specialist specific specifically speed spell spelled spelling spend spent spicy spinach spoke spoken spoon
  spot spouse spray spring square stage stain stairs stand standard star start started starting starts state statement
  states station stay staying steak steal steam steel step steps stick still sting stock stolen stomach stone stop stopped
  store stored storm story stove straight strange street stress strict string strong stuck student studio study stuff
  stupid style subject submit subscription such sudden suddenly sugar suggest suite sum summer summers sun sunday super
  supper supply support suppose supposed sure surely surname surprise surprised sushi sweet swim switch symptom symptoms
  system table tables take taken takeout takes taking talk talked talking tall tank tanner tap tape task taste tax taxi
  tea team teams tech technical technician teeth telephone tell telling temperature ten tenant tender term terrible test
  text texted than thank thankful thanks that thats the their theirs them themselves then there thermostat these they
  thing things think thinking third thirsty thirteen thirty this those though thought thousand three throat through
  throughout throw thursday tick ticket tickets tight till time times tip tire tired title to toast today toe together
  toilet told tomato tomatoes tomorrow ton tone tonight too took tool tooth toothache top topping toppings total totally
  touch tough tour toward towards town toy track traffic train transaction transfer transferred travel treat treatment tree
  trees trial trick tried trip trouble truck true truly trust try trying tub tube tuesday tuna turkey turn turned twelve
  twentieth twenty twice two type typical ugh uh um uncle under understand understanding understood unfortunately unit
  united university unless unlock until up update updated upgrade upon upset upstairs urgent us use used useful user
  using usual usually vacation valid value vance van vegan vegetable vegetables vegetarian vehicle verify version very
  via video view villa visit voice voicemail wait waiting waiting waive wake walk walker walking wall walls want wanted
  wanting wants ward warm warn warning warranty was wash washer washing wasn waste watch water waters way ways we weak
  wear weather web website wedding wednesday week weekday weekend weekends weekly weeks weight weird welcome well wells went
  were weren west wet what whatever whats wheel when whenever where whereas whether which while white who whoever whole
  whom whose why wide wife wifi wild will willing win wind window windows wine wing wings winter wire wise wish with
  within without woman women won wonder wonderful wondering wont wood woods word words work worked worker working works
  world worried worry worse worst worth would wouldn wow wrap wright write writing written wrong yard yeah year years
  yellow yep yes yesterday yet you young younger your youre yours yourself youth yup zero zip zone
  absolutely perfect sorry hello speaking pardon bonjour hola gracias please sweetie honey dear buddy man bro dude mate
  folks ma'am maam ma sir alright okey yea ya nah nope mhm mmhm uhh umm hmm er ah oh ooh aha
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec
  hopeful hates whilst amongst anytime anyhow somehow cancelling booking rescheduling confirming
  boneless buffalo calzone cheesecake cheesy classic combo crispy deluxe hawaiian jalapeno jalapenos ketchup marinara
  meatball meatballs mozzarella mustard parmesan pesto pickle pickles provolone ranch sourdough spaghetti stuffed
  supreme teriyaki thin toppings tortilla veggie wrap wraps crown filling extraction braces cavity cavities checkup
  crowns dentures enamel floss fluoride gum gums implant implants invisalign molar orthodontist root whitening wisdom
  xray aircon boiler breaker circuit compressor drywall duct fixture flickering fuse gutter heatpump hvac outlet paint
  plumbers roofing sewer shingles sump thermostat toilet valve vent wiring
  amber angel baker banks basil bass bishop blaze booker branch bridges bright bud bush butler candy cannon carrier
  castle chambers chapel cherry christian clement colt combs constant coral cotton crane crow crystal curry daisy dale
  darling destiny dove echo eve fern flora foster frank gardener gay gentry ginger hardy harmony hart hawk heather
  herring holder holly hook iris ivy jade jasmine jean judge justice knight lark laurel leader lent liberty lily lively
  mayor melody mercy misty moody morrow mount nail opal paradise peace pearl penny phoenix plant player plum poppy
  porter precious prudence queen rainbow raven rivers rod rosemary royal ruby rusty sage sand sandy sellers
  sergeant shepherd shields shoe silver singer snell spark spears staples sterling stew stormy suit sunny swan   thorn tiger tower trader trinity trout turner twist unity usher vine violet wade warden ware wave whistle wilder
  winner workman wren
  sky star skip chip story charity patience olive autumn summer annoying awful confusing crazy disappointing frustrating outrageous ridiculous terrible unacceptable unbelievable`);
