/// Words of everyday Dutch, so that in small letters they are no surname: "buren" of van Buren, "kort" of de Kort.
///
/// Plurals and other forms that follow from one that is listed are not listed; see ``CommonWords/contains(_:)``.
enum EverydayWords {
  /// The words as they count in names, where ij and y are one letter.
  static let all: Set<Substring> = Set(
    """
    aan aanbellen aanbelt aanbieden aanbieders aanbod aandacht aandachtspunt aanduiden aangaan
    aangaat aangeduid aangegaan aangepakt aangereikt aangesneden aangesproken aangesteld
    aangetoond aangevinkt aangevuld aangezien aanjager aankloppen aanleiding aanmoedigen
    aanmoedigt aanpak aanpakt aanpassen aanraking aanscherping aansluit aansluitend aansluiting
    aanspraak aanspreekpunt aanstekelyk aanstelling aantal aanvang aanvankelyk aanvullen
    aanvullende aanvulling aanwezig aanwezigheid aanzet aanzien aardig absent accent accolades
    achter achterban achtergrond achterhalen achterliep achternaam achterstanden actie actief
    activeren activiteit administreert advies adviseert advisering afbakening afgelopen
    afgenomen afgesloten afgesproken afgewisseld afhankelyk afsluiting afspraak afspreken
    afstand afstemmen afvinken afvraagt afweging afwezig agenda agreement aldus algemeen alias
    allebei alleen allemaal allereerst allerlei alternatieven althans altyd ambitie analyse
    andere anderhalf anders angst antwoord apart apparaat armoede articuleren aspect assertiever
    attitude auteursrecht automatisch autoriteit avond baat back backslash bagage balans band
    bar barrieres basale basis basiscondities basiskenmerken basiskennis beantwoord bedankje
    bedenkt bedienen bedoel bedoeld beeld beest begeleide begeleider begeleiding begeleidt begin
    begint begintyd begon begrepen begrip begroetingen begrypelyk begrypen begrypt behalen
    behalve beheersen behelst behoefte behoren behorende behoudt behulp beide beinvloeden
    bekeken bekend bekendheid bekyken belang belangryk belangrykste belangstelling belast
    belediging beleid beleidscontext beleidskader beleidsmakers beleidsstukken belemmerd
    belemmering belemmert belicht beloftes beloofd belt bemiddelen bemiddeling benaderd
    benaderen benadering benadrukken benadrukten benoemd benoemen bent benut beoogde bepaald
    bepaalt bepalen beperkt bereid bereik bereikbaar bereikbaarheid bereikt berichten
    beroepskracht berust beschadigd bescheiden beschermen beschermer beschikbaar beschikken
    beschikking beschouwen beschreven beschryft beschryven beschryving beseffen beslissen
    beslissingen beslist besloten besluit bespraken bespreekbaar bespreekbare bespreken
    bespreking besproken best bestaan bestaande bestaat bestand besteden bestempeld bestond
    bestudeerd bestuur bestuurlyke bestuurslid betaald betaalt betalen betekenen betekenis
    betekent beter betoogden betreffen betreffende betreft betrekking betrof betrokken
    betrokkenheid beurt bevatten bevestiging bevindingen bevorderen bevordert bewaar bewaard
    bewaart bewaartermyn bewaken bewegen beweging bewoners bewust bewustwording bewustzyn bezet
    bezig bezinken bezocht bezoek bezoekers bidden bieden biedt binnenbrengen binnenkomt
    binnenkwam binnenuit blaadje bladeren bladzyde blazen bleef blinde bloed blyf blyft blyken
    blykt blyvend bod bodem bon bood boodschap boos borging botsen bouwen boven bovenaf
    bovenmatige brachten brainstorm break brede bredere breed brengen brengt brochures broeit
    broek broer brugfunctie bruggenbouwers buiten buitenwereld bundeling bureaucratie burger
    buurkind buurt buurthuis buurtteams buurtvader buurvrouw bybaan bydrage byeen byeenkomst
    bygewerkt byna byte byvoorbeeld byzonder casus casusniveau cel centraal centrale cetera
    check choice circuit cirkel citaat citeren claim clienten collectief collega column
    combinaties combineren communicatie communiceren community completer complexe component
    computer conceptuele conclusies concreet concrete condities condition connectie consent
    constateert constateren constructie consult consultatie contact content context continuiteit
    convenant coordinatie coordinator coordineert coordineren coordinerende copyright corporatie
    correct creeren cruciaal cruciale culturele cultuur cursus cyfer daadwerkelyk daar daaraan
    daarby daarentegen daarin daarmee daarna daarnaast daarom daarop daarover daartegen daaruit
    daarvan daarvoor dachten dagdeel dagelykse dak dankzy data database dates datum december
    deed deelnemen deelnemer deelt degelyk deinzen dekt delete democratie demotiverend denk
    denkbaar denkbare denkfout denkkaders denkt der derde dergelyke deskundige deskundigheid
    detecteren device deze dezelfde dicht dichterby die diegenen diende dienen dienst dient diep
    dier dimensies diner ding dinsdag direct directeur discriminatie discussie disk diverse
    diversiteit dochter document doel doelgericht doelgroep doelstelling doet dominant door
    doorbrengen doordachte doordat doordenken doorgaat doorgegaan doorgegeven doorgeven doorheen
    doorschemeren doortastend doorvertellen doorverwyzen down draagt draagvlak draaiboek dragen
    dreigt drempel drie drinken druk druppel dryfveer duidelyk duiden durft durven dus duurden
    duurt duurzaam duurzaamheid duurzame dwingt dynamiek edit eenduidige eenmaal eenvoudig
    eerder eerst effect effectief eigen eigenaar eigenlyk eind eindhalte elders elf elk elkaar
    end ene energie enige enkel enthousiasme erachter eraf erby erg ergens erheen erin erkend
    erkennen erkenning erkent ermee erna ernaar ernaast erom eronder erop erover ertoe ertussen
    eruit ervaart ervan ervaren ervaring ervoor escalatie escape essentieel essentiele eten
    etnische euro evalueren even eventueel eventuele evenwel evenwicht excuus experimenteren
    expertise expliciet expliciteren exploratieve extra facetten facilitator faciliteert
    faciliteren faciliterende familie familieleden fase februari feedback feitelyk fiets figuren
    figuurlyk file financiele flat flexibel flexibiliteit focus folder form formaat formeel
    formele formuleert formuleren formulier foto fout functie functioneren fundamentele fungeren
    gaande gaf garanderen gastgemeente gastheer gastvrouw geassocieerd gebaseerd gebeld gebeurde
    gebeuren gebeurt gebied gebleven gebonden geborgd gebouw gebracht gebruik gebruikelyk
    gebruikt geciteerd gecommuniceerd gecoordineerd gecreeerd gedaan gedachte gedachtegoed
    gedeeld gediend gediscussieerd gedoe gedownload gedrag gedrevenheid gedrukt geduld geeft
    geenszins geformaliseerd gegaan gegeven gehaald gehad gehanteerd geheimhouding gehele
    geholpen gehoord gehouden geincorporeerd geinformeerde geintroduceerd geisoleerd gekeken
    gekomen gekopieerd gekozen gekregen geld geldt geleerd gelegen gelegenheid geleid gelezen
    gelopen geluid geluisterd gelukt gelyk gemaakt gemakkelyker gemarkeerde gemeen gemeenschap
    gemeente gemeentelyk gemengd gemiste gemobiliseerd generaties genest geniet genoeg genoemd
    genomen georganiseerd gepakt geparticipeerd geplakt gepland geprobeerd geproduceerd geraakt
    gereflecteerd geregeld geregistreerde gerekend gericht geroepen gerust geschetst
    geschiedenis geschonden geschreven gesloten gespannen gespeeld gesprek gesteld gesteund
    getal getekend getoond getraind getypt gevaar geval gevestigd gevoel gevoelig gevoerd
    gevolgd gevolgen gevonden gevraagd gewaarborgd gewaardeerd geweest gewend gewerkt gewicht
    gewist gewoontes geworden geworteld gewyd gezamenlyk gezegd gezet gezicht gezien gezin
    gezinsleden gezinszaken gezocht gieter ging gisteren goal goedvindt gooi gooit graag grap
    grip groeien groeit groep groepje groepsverband grotendeels grotere grypen gun haal haalt
    half handelen handig handleidingen handreiking handvatten hang hangt hanteren hardop heb
    hebt hechten heeft heel heen heet helaas helemaal help helpende helpt herhaaldelyk
    herkenbaar herkenbaarheid herkend herkennen herkenning herkomst herstel het hetzelfde
    hierboven hierby hierdoor hierin hiermee hieronder hierop hierover hiertoe hiervan hiervoor
    hint hobbels hoc hoeft hoeveel hoeverre hoewel home honger hoofd hoofdstuk hoogte hoorde
    hoort hopelyk horen host houden houding houdt houtje http huidige huisbezoek huiskamer
    hulptraject hulpverlenende hulpverlener hulpverlening humor hun huur ideaal idealiter idee
    identiteit iedereen imago imam immigrant impact implementeren impliciete import impuls
    inbrengen incidentele inclusief indelen indeling indicatie indiceren indien indirect
    individu individueel individuele ineen inefficient informaliteit informatie informeel ingang
    ingebouwd ingedeeld ingelezen ingericht ingeschakeld ingevuld ingewikkelde ingezet inhoud
    inhoudelyke initiatief inleiding inmiddels inneemt innemen innovatieve inschakelen
    inschakelt inschatten inspanning inspiratie inspireert instaat instanties instelling
    institutie institutionele instrument instrumenteel instrumentele integratie integriteit
    intensieve intensievere interactief intercultureel interculturele intermediair internet
    interview intrinsiek intro intuitief intussen investeert investeren invloed invulling inzet
    inzicht inzichtelyk inzien inziet isolement item jaar jaarplan januari jeugd jeugdbeleid
    jeugdhulp jeugdigen jeugdsector jeugdteam jeugdveld jeugdzorg jezelf jongere jongerenwerker
    jou juf juist jullie jy kaal kaart kaartje kachel kader kadertjes kansryke kant kantooruren
    kar karakter kast kat katalysator keep keer kenmerk kenmerkt kennen kennis
    kennisbasis kennismaken kernelementen kerngroep kernteam keuken keuzes keyboard kies kiest
    kin kinderen kinderwagen kis klaarstoomt klad klappen klas kleinschalige kleren klimaat
    klinkt kloof kloppen klopt knie koe koesteren koffie kolom komende komma konden kopie kopje
    koppeltekens kort kozen kraam kracht krachtige krant kregen kruisje kryg krygt kun kussen
    kwalificaties kwaliteit kwartaal kwetsbaarheid kwetsbare kwyt kyk kykt laag laagdrempelig
    laat laatst label laptop large last lastig leden leeft leeftyd leefwereld leeg leerkrachten
    leest leg legde legt leiden leiding leidinggevend leidt lelyke lerende letter letterlyk
    leverden levert lied liefst liep liet liggen ligt limit link list literatuur locatie lokaal
    lokale loket loont loopt lopende losgemaakt losmaken luister luisteraars luisterend luistert
    lukken lukt lunch lydt lyken lykt lystje maag maak maakt maand maandag maandelyks maat
    maatregelen maatwerk macht mag mainstream makers makkelyk management managen manager manier
    map markeer market mate materiaal materiele mede medewerkers medewerking media mediaan
    meditatieve mee meedenken meedoen meegedaan meegemaakt meegenomen meegeteld meelopen
    meemaken meerdere meerwaarde meest meestal megabytes melk meng mening merkbaar merken merkt
    meteen methodiek middag middel midden migrant migrantengroep migratie milliseconden minder
    minste minstens minuut mirror mis misgaat mislukking misschien missie missing mits model moe
    moedigt moeilyk moeilykheden moeite mogelyk mogelykheden mogelykheid mogen moment mond
    mondeling mondt morele morgen moskee most motiveren motiverend motor mouw move myzelf naam
    naarmate naast nabyheid nadat nadelen nadenk nader nadruk nagegaan nagekomen nakomelingen
    nam namens natuurlyk nauw nazorg nee neem neemt neer neerlegden negatief nek nemers nergens
    netwerk netwerkanalyse netwerkschyf neus neutraliseren niemand nieuwere nieuwsbrief niveau
    nobody noch nodig noem noemde noemt none noodzaak noodzakelyk nooit normaal normen notitie
    november nul nummer nuttig object objectiever ochtend oefening ofwel ogen oktober omdat
    omgeving omhoog omlaag omringende omschreven omschryving omslag omvang onafhankelyk onbegrip
    onbekende onbewust onder onderdak onderdeel ondergebracht onderling ondermynen ondernemen
    onderscheid onderschryft onderstaande ondersteund ondersteunen ondersteunend ondersteuner
    ondersteuning ondersteunt ondertekenen onderweg onderwerp onderwys onderzocht onderzoek
    onderzoekers onderzoeksdata onderzoeksdoel onderzoekt onduidelyk ongedaan ongeveer onkosten
    online onmisbaar onmiskenbaar onmogelyk onontbeerlyk onrust onszelf ontbreekt ontbreken
    ontbyt ontdekt onthouden onthoudt ontkrachten ontleent ontmoedigd ontmoedigend ontmoeting
    ontstaan ontstaat ontstond ontvangen ontvangt ontving ontwikkeld ontwikkelen ontwikkeling
    ontwikkelt onvermogen onvoldoende onzekerheden onzekerheid oogopslag oogst oor oordelen
    oorsprong opbrengen opbrengst opdoen opdracht opdrachtregel open openbare openheid opening
    opent opereert opereren opererende opgaat opgebouwd opgedaan opgegroeid opgeheven opgelost
    opgenomen opgeschreven opgestart opgetekend opgetreden opgevat opgevoed opgezet opgroeien
    ophing ophoudt oplevert oplossen oplossing opmerking opname opnemen opnieuw oppakken oppas
    oppervlakkig oppikken oprichten opschryven opsta opstandige opstarten optie optimaal
    optreden opvangen opviel opvoedcursus opvoeden opvoeders opvoeding opvoedkundige opvolger
    opzet opzichte opzoeken opzy order organisatie organisator organiseert organiseren
    orientatie orienterend ouderavond ouders ouderwets over overal overblyft overbodig
    overbrengen overbruggen overbrugt overdragen overgaat overgebleven overgenomen overgeslagen
    overheid overige overigens overkant overkoepelende overkomen overkomt overleg overname
    overneemt overnemen overschreven overschrydt overslaan overstygen overtuigd overtuigen
    overtuiging overtuigt overvraagd overzicht paar pak pakkende pakkender pakt paper papier
    paragraaf part participant participatief partner partnership party pas pasje passende passie
    past pauzes pdf pedagogisch pedagoog per perceptie periodiek personeel persoon persoonlyk
    perspectief pin pioniers pioniersgeest pitch plaatsgevonden plaatst plaatsvinden plaatsvindt
    plaatsvonden places plak plan planmatig platform plein plek plenair plukken pluriforme
    politie pont positie positief potentie potentiele power praat praktisch praktyk precies
    present presentatie presenteerden preventie preventieve prik primaire principe printen
    prints prioriteit private pro probeer probeert probleem problematiek problematisch
    procedures proces product productief proef professional professioneel profileren profiteert
    programma project prominent promoten prompt protocollen prys psychische publicatie publieke
    puur pylers pyltjes pynlyke pynpunten quote raakt raamwerk radio radioprogramma raken
    randvoorwaarde rapport rapportage raster reading reageer realistische rechtsvorm record
    redeneren redundant reflecteerden reflecteert reflecteren regel regeleinde regelmatig regelt
    regent regie register reguliere reist rekenblad rekening relatie relatief relevant remake
    reminder report repressief research reservekopieen respect respecteren respondent rest
    resultaat richt richting riem risico rivier rok rolmodel rolverdeling rond rondje rondom
    roots rugdekker rugdekking ruime ruimte runs rustig ruzie ry rykdom ryst samengesmolten
    samengesteld samengevat samenhang samenleving samenstelling samenvat samenwerken
    samenwerking samenwerkt scan schaam schaamte schakel schakelt schelen schema schematisch
    scheppen schept scherm scherper schetsen schetst school schoolplein schooluitval schouder
    schoven schreef schryf schryft schuilen schuilt schuine schuiven schulden schuurt schyf
    score screen script second selecteert selectie sensibiliseren sensitieve separator september
    serieus services sessie sfeer sheet short show signaal signaleren simpelweg sinds situatie
    sla slaan slaap slachtoffer slag slechte slechts sleutel sleutelfiguur sleutelrol sluit
    sluitend smeden smeerolie sneeuw snelst sociale society soep soepel soldaat sommige soms
    soort sorry source spannen spanning sparring spatie speaker speciaal specifiek spectrum
    speelde speelt speelveldje spel spelling splitsen spoken sprake spreek spreekt spreekuur
    staan staat stabiele stadium stadsbreed stadsdeel stage stagiaires stamp stand stap start
    startende startpunt statement status steeds steek steekt stelde stellen stelt stempel step
    sterkst stichting stick stift stigmatisering stilgestaan stilgevallen stilgezet stilstaan
    stilte stilzetten stimuleert stimuleren stimulerende stip stoep stond stoort stop stopte
    store straks strategie streep streepjeslyn strekt streven strikt stroef stroomstoring
    structureel structuur studie stuk stukloopt sturende stuurt stylen subsidie substantieel
    substantiele succes succesfactor succesvol support symbolische symboliseerden systeem taak
    taakverdeling taalbarrieres taalprobleem taart tab tabel taboe tafel tag takenpakketten talk
    tante team teamgenoten teamleider tegelyk tegelykertyd tegemoet tegen tegenaan tegenkomen
    tegenover tekening tekst tekstversie telefonisch telefoon telefoonnummer teleurgesteld
    telkens telt tempo ten tenzy ter terecht terechtkunnen term termyn terug terugblik
    teruggehaald teruggenomen teruggetrokken terughalen terughoudend terugkomen terugkomende
    terugkoppeling terugkyken terugleggen terugneemt terugnemen terugtrekt terugvallen terugweg
    terwyl teveel tevens theeglazen thema tien time tips titel toch toe toebedeeld toegang
    toegankelyker toegelicht toegesneden toegestaan toegevoegd toekomst toekomstige
    toekomstvisie toeleiden toenemen toepassing toerusten toestemming toets toetsenbord
    toetssteen toevallig toevoegen tolk tong toont tot totaal touw training traject
    transformatie transitie transparant trap treden tree treedt treffen trefwoorden trein
    trekken tuinder turn tussen tussenvoegsel twaalf twee tweedaagse tweede twintig twyfel
    tydens tydverschil type typeerden typt uitbetaald uitdaging uitdragen uiteen uiteengezet
    uiteenlopende uiteindelyk uiteraard uitgaan uitgaande uitgaat uitgangspunt uitgave
    uitgebreid uitgelegd uitgenodigd uitgerold uitgerust uitgesproken uitgevoerd uitingen
    uitkiezen uitkomen uitkomst uitleg uitmaakt uitmaken uitnodigen uitnodiging uitputtend
    uitsluitend uitspraak uitstek uitstekende uitvoerders uitvoeren uitvoerende uitvoerig
    uitvoering uitweg uitwerken uitwerking uitwisseling uitzenden uitzoeken uitzondering
    universeel uploads uren urgente urgentie uur vaak vaardigheden vaardigheid vak vakantie
    vakje vakkundige vakmanschap valkuil vallen valt vanaf vanavond vandaag vandaan vannacht
    vanochtend vanuit vanwege vanzelf vastgelegd vastgelopen vastgeprikt vastgesteld vasthouden
    vastlegde vastleggen vastloopt vastprikken vastzit vat vechtpartyen veelzydig veilige
    veiligheid vel veranderd veranderen verandering verandert verankerd verbaal verband verbazen
    verberg verbeter verbetering verbinden verbinding verbindt verbonden verborgen verbreden
    verbreken verdeeld verdelen verdeling verder verdict verdiepend verdiept verdubbel
    verduidelyken verduurzamen verduurzaming verdween verdwynen verenigd vereniging vergaderd
    vergaderen vergadering vergelyk vergelyking vergoeding vergroot vergt verhaal verhelderen
    verkeer verkennen verkenning verklaart verklaring verkleinen verkrygen verlagen verlaten
    verleden verlenen verlengde verliest verliezen verloop verloopt verloren vermeden vermeld
    verminderen vermogen vermyden vernieuwende verplaats verplaatsing verplaatst verraste
    verrichten verschenen verschil verschillend verschilt versie verslag versnippering
    verspreiden versterken versterking versterkt verstevigen verstrekker versus vertaald
    vertalen vertellen vertelt vertonen vertrekpunt vertrekt vertrouwd vertrouweling vertrouwen
    vertrouwt vervallen vervolg vervolgens vervullen verwacht verwachtingen verwarming
    verwezenlyken verwoorden verwyder verwyzen verzameld verzetten verzonnen vier viert vinden
    vindplaatsen vindt vinger visie vlakken vlees vlek vlieg voedsel voeg voelen voelt voeren
    voert voldaan voldoen voldoende voldoet volgen volgend volgorde volgt volhouden volhoudt
    volledig volwassene vond vooraf voorafgaande vooral vooralsnog voorbaat voorbeeld voorbereid
    voorbereidende voorbereiding voorby voordat voordeel voordeur voordoen voorfase voorgaat
    voorgoed voorkomen voorlichter voorlichting voorliep voorlopers voormalige voornaam
    voornemen vooronderzoek vooroordeel voorop voorrang voorstel voortbestaan voortgang
    voortkwamen voortouw voortrekker voortvloeien voortzetten voorwaarde voorziening voorzitter
    vorig vorm vormde vormgeven vormt vorst vraag vraagstuk vraagt vriendelyker vriendschap
    vrucht vruchtbaar vryblyvende vrydag vrywillig vrywilligers vul vult vyf vyftig waarbinnen
    waarborgen waarby waarderen waardering waardevolle waardoor waarin waarmee waarneming waarom
    waaronder waarop waarschynlyk waaruit waarvan waarvoor wagen wakker wandeling wanneer warmte
    website wederzyds weduwe weegt week weer weerklink weerleggen weet wegblyft weggaat
    weggegaan weggegooid weggehaald weggelaten weggooien weghalen wegnemen wegwys weigert weinig
    weleens welk welkom welzyn werd wereld werk werkbaar werkelyk werkelykheid werkers werkgroep
    werkloosheid werkmap werkniveau werkplaats werkt werktyden werkvorm werkwyze werpt
    wetenschappers wethouder wettelyke wilt winnen winst wis wisselen wisselend wisselt wist
    without wonen word wordt workshops wortel www wykagent wykcoach wykcoaches wykplan wykteam
    wyzig wyziging yes zaak zal zat zeep zeer zegt zei zeiden zeker zelden zelfbeeld zelfde
    zelfstandig zenders zero zes zestien zet zetje zeven zich zicht zichtbaar zichzelf ziek
    ziens ziet zindelyk zinloos zinvolle zit zoals zochten zodat zodra zoek zoekt zondag zonder
    zoomen zoon zorgsysteem zorgt zorgveld zouden zoveel zover zowel zozeer zullen zwaar zwak
    zyn
    """.split(whereSeparator: \.isWhitespace))
}
