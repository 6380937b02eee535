/// Names that many people have and that are hardly ever said as words, so that they are names also in small letters.
///
/// They are first names and surnames that are frequent in the Netherlands, of whatever origin, and that a list of words has
/// by chance, or of which a word seems to be the stem. What is an everyday word as well is not here: roos, wit, bloem,
/// sterk, boer, max, elke; those stay words.
enum FrequentNames {
  /// The names as they count, where ij and y are one letter.
  static let all: Set<Substring> = Set(
    """
    aafke aart abdel abdellah abdou abel achmed adem adri aisha aksoy alex ali alie amin amina
    amrani anass anja anke anna anneke annet annie ans anton arda arie arjan arjen arno arnold
    aron arslan art astrid aydin ayla ayse aziz bakkerman baran bart bashir bastiaan bea beatriz
    beekman bennani bente berend bergman bernard bert berta betty bianca bilal birgit bjorn blom
    bob boersma bolt boris bosma bosman bouma bouman bouzid bram brecht bregje brenda brigitte
    brinkman broekman bruggeman bruno burak carla carlo carlos carmen carolien carolina cas casper
    cees celik cem cemal cengiz chantal charlotte chris christa cindy claassen claudia coen cohen
    colin conny cor cornelissen corrie daan damen damian dana daniel danny dave david davy debbie
    dekkers demir deniz dennis derk derya diana dick diederik dieter dilek dina dineke dirk
    djamila dogan dora dorien douma douwe driessen driss dros dykman dykstra eef eefje elhadi elif
    eline elisa elly elzinga emine emma emre enes engelen erdogan eric erik erkan erkens ersin
    esma esra esther eva eveline evers evert ewa faber fadime farid farida fatih fatima fatma
    feenstra femke ferdi ferry fleur floor floris fokkens fons frank fred freek frits gamze geert
    geertje geerts gerard gerda gerrit gerrits gerritsen gert gonul goossens greet greetje guido
    guler gulsen guus gys haddad haddou hagenaars hale halil halima hamid hamza hanife hanna
    hannah hanneke hans harm harrie harry hartman hasan hassan hatice hein heleen helena hendrik
    hendriks henk henny henrie herman hermans hermsen hetty heuvelman heymans hidde hilde hille
    hoeks hoekstra hofman hofstra hoogland hugo huib huisman huseyin ibrahim ida idrissi ilker
    ilse imane ineke inge ingrid irene irma isa isabel ismail ivo jaap jack jacob jacobs
    jacqueline jale jamal jan jana janna janneke janny jansen janssen janssens jasper jeanet jef
    jelle jeroen jessica jette jip jo joan jochem joep joeri johan johanna john joke jolanda jonas
    joost joosten joris josien joyce judith juul kaat karel karim karima karin katja kaya kees
    kemal kerim kevin khalid khatib kilic kim klaas koc koen koopmans kramers kurt kuypers lammers
    lars laura laurens leenders leila leo leonie leyla lian lidia lieke lien liesbeth liese lina
    linda linders linssen lisa lisanne lodewyk loes lotta lotte louis luca lucas lucia luuk maaike
    maarten maartje maassen madelon maikel maja malika manon mansouri marc marcel marco margot
    maria mariam marieke marina mario marit marleen marlies marloes marten martens martha martin
    martyn marye mathys mats maud maurits mehmet meike melanie melek melissa mertens meryem mette
    meulenbelt meyers mia michel michels michiel mieke mien miep mila milan milou mimoun mina
    minke mirjam mirthe mohamed mohammed mona monique mounir moussaoui mulders murat mustafa
    myrthe nadia najat nanda natalia nel nelleke nelly nick nico nicole niek niels nienke nina
    noah noor noordhof nora nour nyhof nyland olaf omar osman otto oulad ozlem ozturk paul paula
    peeters peter peters petra pien piet pieter pieters pim pleun polat postma postmaat rachid
    ramazan rana raoul raymond reinders remco renate rene rens reynders ria rian richard rietveld
    rik rinus rita ritsma rob robbert robert roel roelof roelofs rogier roland ron ronald rosa
    ruben rudi rudy rutten ruud saar sabine sahin said saida saidi salim sam samir samira sander
    sandra sanne sara sarah saskia scholte scholten schreurs schuurman sef selim sem serap servet
    sevda shirley sibel sietske sikkema sikkens silvia simon simons sjaak sjef sjoerd smeets smits
    sofia sofie sonja steenbergen stefan stevens styn suat sultan suzan suzanne sven sylvia tahiri
    tamara tanja tarik tekelenburg tekin terpstra teun thea theo theunissen thomas thys tim
    timmermans timo tineke tinus tjeerd tom tony truus tugba twan tyn uwe veenstra veerle veldhuis
    veldkamp veldman veltman vera verbeek verhoeven vermeer vermeulen vincent visscher wagenaars
    weber wendy wesley westra weyers wiebe wiersma wiesje willem willems wilma wim wolters wouter
    wouters wynands xander yahyaoui yara yasin yasmin yildirim yildiz yilmaz yusuf yvonne zegers
    zeynep ziani zoe zohra zwiers zylstra
    """.split(whereSeparator: \.isWhitespace))
}
