/// Words of Dutch and English that are somebody's name as well, so that a capital and its place have to decide.
///
/// The list is data and no promise: a word that is missing counts as a name wherever it stands, unless
/// an article stands before it, and what is decided wrongly can be decided by a person.
enum CommonWords {
  /// The words as they count in names, where ij and y are one letter.
  private static let words: Set<Substring> = Set(
    """
    aap aard able adel adelaar akker al all alles als and angel any appel april are arend art august
    augustus autumn baan baar baard baas bak baken baker bakker bakkers bal balk bank bas bay beek
    beer bel bell ben berg berk berry bes beuk bever bies bill bin blaauw black blad blank blauw
    bleek blik bloei bloem blok blue bly bob bode boek boer boeren bol bom bond boog boom boon boot
    bor bord borg borst bos bosch bot bout bouwman bow braam brand brandt brave brein bridge brief
    bright bron brood brook brooks brouwer brown brug bruggeman bruin bud bui buik buis bus bush but
    butler buur buurman by byl can carol cash cent chance chase cherry chip christian church clay
    cliff cloud cole cook cooper coral crystal daal dag daisy dale dam dames dan dans dapper dat
    dauw dawn day dean deeg deel degen dek deken den deur dichter dik dit doe doek doen doener does
    dol donker dood doorn dor dorp dos dove draad draai draaier draak draf drew drift droog druif
    dubbel duif duin duits duke dun duur dwars dyk earl east eb echt eden een eend eens eer eerlyk
    eik el els en engel engels english er ernst ever ewe faber fair faith fan farmer fee feest feit
    feller field fier fine fisher fit flink floor flora fluit fokker for forest fort fox frank frans
    free french fris fruit fyn ga gaan gaard gaat gal gale gang gans gast gay geef geel geen geest
    geit geluk genade gene ger gerst gewoon gift glas goed goede gold good goud gouw graaf graan
    grace gracht graf grant gray green grens grey groen groene grond groot grote grys gul guy haag
    haak haan haar haas haast had hagen hall hamer hand hard harde haring harmony hart has haven
    hazelaar heath heather heem heer heester heg heide heil heilig hek held helder helft helm hem
    hemel hen hengel her herder herfst hert heuvel hier hill him his hoe hoed hoef hoek hoekstra hof
    hofman hol holly hond hoog hooi hoop hope hout huis hulp hulst hunter hy ieder iemand iets ik in
    iris is ivy ja jack jade jager jas jasmine jasmyn jay jean jewel job joker jong jonge joy juli
    june juni kaas kade kalf kam kamer kamp kan kans kapel kapper kas kater kei keizer kerk kern
    kers kervel ketel kiel kievit kim kind king kitty klaar klaver kleermaker klein kleine klip klok
    klomp kluis knecht knoop koel koeman kok kom komt kon koning koopman koorn kop koren korenbloem
    korf kost koster kraai kraan kramer kreeft kring kroes kroon kruid kruis kryger kuil kuiper
    kunnen kunst kunt kust kuyper kwam kwast kwik laan laar lach lake lam lamp land lane lang lange
    lark lat lauw lauwer law lee leem leen leer leerling lees leeuw leeuwerik lelie lente lepel
    leraar leven lever lex liberty licht lief liefde lies lily linde lint lion lis little loe lok
    long loon loop loos loper los lot love lucht luck luik luis lust lux lyn lyst lyster maaier maal
    maan maar maart maas madelief man mand mantel marina mark markt marsh mart mason mast max may
    meer mees meester meeuw mei meier melker melody men mens mercy merel mes met metselaar meulen
    meyer mier mill miller min mint mist misty mo mocht moed moeder moedig moer moes moest moet mol
    molen molenaar mooi moon moor mos muis mulder munt mus must muur muziek my myn na naald naar
    nacht nagel narcis nest net netel niet nieuw noble nog nood noord noordhof noot north not nu
    oever of olive olyf om one ons oog ooit ook oom oost oosten op orde os oud oude our out paal
    paard pad page palm pan parel park pater patience paus pauw pearl peer pels pen penny pepper
    perk pik piper pit plaats plank plant pleasant ploeg pluim poel pols poort poot poppy populier
    post pot price prima prince prins prinses punt put pyl pyn pyp queen raad raaf raam rad rain ram
    rank rat raven ray recht reed regen reiger rein reis rich ridder rider riet rik ring river robin
    robyn rock rod roer rog rogge rol roman ronde rood roos rooster rose rosemary rots rowan roze
    rozemaryn ruby ruiter rust rusty ruys ryk ryn sage salie samen sandy scarlet schaap scheer
    schelp schepper schilder schipper schoen scholten schoon schot schout schryver schut schuur sea
    sep set sharp shepherd sil silver sint sis sky slager slak slot slotenmaker smal small smid smit
    snel snip snoek snow snyder son spaan spar speelman speer spek spiegel spier spin spits spoor
    spreeuw spring sprong staal staart stad staf stam star steeg steen steenbergen stek stem ster
    sterk sterke sterre sterren steun stil stoel stok stone stork storm stout straal straat streng
    strong stroom struik student stuur sue summer sun sunny swan taal taat tak tand tarwe tas taylor
    te teken tel tempel tent terp terry the ties tiger timmerman toen tol ton tony toon toos top tor
    toren trinity trots trouw tuin tuinman tulp turf tyd uil uit vaart vaas vader valk van vast
    veder veel veen veer veld velde veldman ven ver verbinder vest vet via vink violet viool vis
    visser vlag vlam vlas vlieger vliet vlinder vloed voerman voet vogel vol volk vonk voor voort
    vos vrede vreugde vriend vroeg vrouw vry vryheid vuur vyver waaier waal waar waard waarde wacht
    wagemaker wagenaar wal walker wall wand wang want ward warm was wat water waters way we weaver
    weber wees weg wei weide wel welle wells wende wens werf wesp west westen wever wezel white who
    wie wiel wil wild wilde wilg wilgen will willen willow wind winkel winter wise wit witte wolf
    wolk wonder woning wood woods woord worm woud wren wy wyk wyn wys yet you young yzer zaad zaal
    zacht zalm zand ze zee zeeman zeg zegers zeil zelf zie ziel zilver zin zo zoet zomer zon zonnig
    zorg zou zuid zuiden zus zwaan zwaard zwager zwaluw zwart zwarte zweet zy zyde
    """.split(whereSeparator: \.isWhitespace))

  /// Tells whether a word, as it counts in names, is a word of the language, or a plural or another form of one.
  ///
  /// What hardly anybody says but as a name is none, whatever it may be a form of: "Hans" is no "haan".
  static func contains(_ word: String) -> Bool {
    guard !FrequentNames.all.contains(word[...]) else { return false }
    return isListed(word[...]) || stems(of: word).contains { isListed($0[...]) }
  }

  private static func isListed(_ word: Substring) -> Bool {
    words.contains(word) || EverydayWords.all.contains(word)
  }

  /// Of what a word may be a form: of "straten" and "bruggen" "straat" and "brug".
  private static func stems(of word: String) -> [String] {
    var stems: [String] = []
    for ending in ["en", "n", "s", "e", "er"] where word.hasSuffix(ending) {
      let short = Array(word.unicodeScalars.dropLast(ending.count))
      guard short.count > 2, let last = short.last else { continue }
      let before = short[short.count - 2]
      var forms = [short]
      let isClosed = !vowels.contains(last) && last != "y"
      if isClosed, before == last, short.count > 3 { forms.append(short.dropLast()) }
      // A vowel that stood open is written twice where it is closed; before an s nothing opens it.
      if isClosed, ending.utf8.first == 0x65, before != "i", vowels.contains(before),
        !vowels.contains(short[short.count - 3])
      {
        forms.append(short.dropLast() + [before, last])
      }
      for form in forms {
        stems.append(text(form))
        // "brieven", "huizen"
        if last == "v" { stems.append(text(form.dropLast() + ["f"])) }
        if last == "z" { stems.append(text(form.dropLast() + ["s"])) }
      }
    }
    return stems
  }

  private static let vowels: Set<Unicode.Scalar> = ["a", "e", "i", "o", "u"]

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
