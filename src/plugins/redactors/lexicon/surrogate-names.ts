import { wordList } from "./words.ts";

/**
 * The names that surrogates are made of: pronounceable, no words of English, and so rare among people that a real
 * caller hardly bears one. A name on these lists counts as a surrogate and is left alone, which is what makes
 * redacting twice the same as redacting once. No list shares a name with another or with the lists of common names.
 */
export const surrogateGivenNames = wordList(`
  adelmar aldwyn alsatia amabel amoret anselma ardith arvella auberon averil azalina balthine baxley belvina benita
  betsan birgitta blanchette brannoc bronwen calanthe calista celandra cerys cliona
  corvin cressida cyprian damaris drusilla edda edric
  elowen elspeth emeline emrys endora eolande ermin esmond eudora evadne everard fenella ferris finola
  fulke galen gareld gavrila guinevere gwendal hadrian hartwin
  hedvig hesper hilliard ilaria indra ismene isolde jacinta janek
  jarvis jessamy joakim jocasta jorah jorun joscelin junia kasimir katinka kendric kerensa kester kieva kirsi lambrecht
  leander leocadia leofric lettice linnea lisbet lorcan lysander maelis malvina marcella
  melusine merrick mireille morwenna nadezhda narcissa nerissa   nicodemus nimue odile olwen ondine orsina osric ottilie perdita perpetua petrok
  philomena piran quillon quintina ragna rainard raphaela rhoswen roderic romilda romilly ronwen rosamund
  rufina sabra seraphin severin sidonie silvan stellan sunniva swithin tamsin tancred
  tatienne tegan terrwyn theodric thessaly thora tirzah torquil tobiah ulric undine urania ursel
  valdemar valeska varian venetia vilhelm viridis vivica wendeline wilburga wilhelmine   wulfric xanthe xenia yestin yevgenia ysolde yvaine zebedee zenobia zephyrine zilla zuleika`);

const beginnings = wordList(`
  alder amber arden beck berr birch black bram bran brock burn calder carr cop cran dal dray east elm fairn
  fal gar glen gold hal harr hawn hazel ivel kirk lark lin mor nor oaken pen pem quil raven red
  rook rus sel shel silv stan sten sut tam thistle thorn tor ul wain wex whin wil wor yar`);
const endings = wordList(
  "bourne bridger combe cote croft dene ditch fell ferd garth gate grave holme hurst lowe mere ridge shaw stoke thwaite wick wyke",
);

/** Compounds such as "Thornhurst": formed like English family names. */
export const surrogateFamilyNames = compounds(beginnings, endings);

const streetBeginnings = wordList(
  "acker apple barley bell bracken briar cedar cobble dapple ember fallow feather fern finch foxen gorse grain hollow juniper larch linden maple meadow moss myrtle nettle otter pebble pine plover quail robin sedge sparrow spindle swallow tansy teasel willow wren yarrow",
);
const streetEndings = wordList(
  "brae croftway dell fold glade heath hedge holt lea mead path rigg rise thorpe wold",
);

/** Compounds such as "Brackenrise": formed like street names. */
export const surrogateStreetNames = compounds(streetBeginnings, streetEndings);

/** Names in other scripts, for callers whose names are written in them; each character class has its own. */
export const surrogateNamesByScript: Readonly<Record<string, readonly string[]>> = {
  Cyrillic: wordList(
    "велимира добрыня калерия лукерья мирослава остромир пелагея севастьян феофания ярополк",
  ),
  Han: wordList("璟瑄 翊翎 澹宁 芷蘅 昀霏 砚秋 葭月 凌霄 雁归 栖梧"),
  Hangul: wordList("가람솔 다온별 라온빛 미르찬 새론솔 아라별 은가비 초롱별 해솔찬 한울빛"),
  Katakana: wordList(
    "アヤメリ カザミネ サザナミ シラツユ ツキシロ ナギハル ハナサキ ミズホリ ユウナギ ヨイヅキ",
  ),
  Hiragana: wordList(
    "あさつゆ かぜのね さざなみ しらゆき つきしろ なぎさき はなさき みずほり ゆうなぎ よいづき",
  ),
  Arabic: wordList("أوسان بيلسان تالين رسلان زمردة سلسبيل عرجون غيداء كنزى ميسون"),
  Greek: wordList(
    "αγησίλαος βερενίκη γαλάτεια δαμάρετη ευφροσύνη ζηνοβία θεόκλεια ιπποδάμεια καλλίστρατος λεωνίδα",
  ),
  Hebrew: wordList("אביגדור אחינעם בתשבע זבולון חפציבה יהויכין מהללאל נחשון עתליה צלפחד"),
  Devanagari: wordList("अभिजित चारुलता दिव्यांशी इन्दुलेखा कादम्बरी मणिकर्णिका पारिजात ऋतुपर्णा सौदामिनी वासवदत्ता"),
};

function compounds(first: readonly string[], second: readonly string[]): readonly string[] {
  return first.flatMap((beginning) => second.map((ending) => beginning + ending));
}
