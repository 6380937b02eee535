import WorkshopCore

// More of what the report of 2016 prints, typed from it by hand: the framework, the forms, and who came.
// Where our sentences differ from its own, the words that both must have.

extension SourceTable {
  /// A row of the second figure, with words of its cells.
  public struct FigureRow: Hashable, Sendable {
    /// Families or the community.
    public let focus: Focus
    /// What stands under informal workers.
    public let informal: [String]
    /// The arrows between, as printed.
    public let arrows: String
    /// What stands under formal workers.
    public let formal: [String]
  }

  /// The second figure, whose columns are informal workers, arrows, formal workers.
  ///
  /// Source: *Steun gericht op individuele gezinnen of de gemeenschap?*, ch. 2.
  public static let figure2 = [
    FigureRow(
      focus: .family, informal: ["vertrouwenspersoon", "informele hulp", "luisterend oor"],
      arrows: "← →", formal: ["opvoedadvies", "jeugdhulp"]),
    FigureRow(
      focus: .community,
      informal: ["onderwerpen bespreekbaar maken", "onderlinge", "ouders helpen elkaar"],
      arrows: "→ ←", formal: ["civil society ondersteunen"]),
  ]

  /// The section of the second figure, with its page.
  public static let figure2Section =
    "hfst. 2, Steun gericht op individuele gezinnen of de gemeenschap?, Fig. 2, p. 14"

  /// The section of the boxes of a dimension.
  public static func section(ofBox dimension: Dimension) -> String {
    let (heading, page) =
      switch dimension {
      case .knowledge: ("Kennis en begrip", 17)
      case .skills: ("Vaardigheden", 18)
      case .position: ("Positie", 19)
      case .power: ("Macht en middelen", 20)
      }
    return "hfst. 3, Kracht van formele en informele werkers, kader \(heading), p. \(page)"
  }

  /// The section of the figure of a side's roles.
  public static func section(ofRoles side: Side) -> String {
    "hfst. 3, Rollen in de samenwerking, Fig. \(side == .formal ? 3 : 4), p. 21"
  }

  /// A form of cooperation.
  public struct Form: Sendable {
    /// Its id.
    public let id: String
    /// The heading as printed, or its beginning.
    public let name: String
    /// Families or the community.
    public let focus: Focus
    /// The lines under conditions and under points of attention in its box; `nil` where there is none.
    public let box: (conditions: Int, attention: Int)?
    /// The heading of its section as cited.
    public let section: String
    /// The pages on which its section stands.
    public let pages: String
  }

  /// The seven forms: four for families, three for the community.
  ///
  /// Source: *Voorbeelden van samenwerkingsvormen*, ch. 4.
  public static let forms = [
    Form(
      id: "across-the-threshold", name: "Over de drempel", focus: .family, box: (6, 1),
      section: "Over de drempel", pages: "23-24"),
    Form(
      id: "consultation", name: "Consultatie", focus: .family, box: (2, 3), section: "Consultatie",
      pages: "24-25"),
    Form(
      id: "care-process", name: "Betrekken bij hulptraject", focus: .family, box: nil,
      section: "Betrekken van informele werkers bij hulptraject", pages: "25-26"),
    Form(
      id: "helping-hand", name: "Een helpende hand", focus: .family, box: (2, 0),
      section: "Een helpende hand", pages: "26"),
    Form(
      id: "neighbourhood-problems", name: "Wijkspecifieke problemen", focus: .community,
      box: (4, 2),
      section: "Wijkspecifieke problemen aanpakken", pages: "27-28"),
    Form(
      id: "safe-space", name: "Veilige ruimte", focus: .community, box: (2, 0),
      section: "Versterken van de 'veilige ruimte'", pages: "28-29"),
    Form(
      id: "parents-initiatives", name: "Onderlinge uitwisseling en initiatieven van ouders",
      focus: .community, box: nil,
      section: "Onderlinge uitwisseling en initiatieven van ouders ondersteunen", pages: "29"),
  ]

  /// The chapter, the heading and the pages of a form.
  public static func section(of form: Form) -> String { "\(heading(of: form)), p. \(form.pages)" }

  /// The chapter and the heading of a form.
  public static func heading(of form: Form) -> String {
    form.focus == .family
      ? "hfst. 4, Samenwerken met focus op het individuele gezin, \(form.section)"
      : "hfst. 4, Samenwerken met focus op de gemeenschap, \(form.section)"
  }

  /// The pages on which sections stand, by how they are cited; of two that fit, the longer tells.
  ///
  /// Found by the page breaks of the text, which agree with its table of contents in all places but one: there
  /// *Samenwerken met focus op de gemeenschap* begins on page 26.
  public static let pages: [String: ClosedRange<Int>] = [
    "Inleiding, Vraagstelling voor dit project": 6...7,
    "hfst. 1, Onderzoeksopzet": 8...8,
    "hfst. 1, Voorbereidende fase": 8...8,
    "hfst. 1, Tweedaagse onderzoekswerkplaats, Deelnemers": 9...9,
    "hfst. 1, Tweedaagse onderzoekswerkplaats, Doelen onderzoekswerkplaats": 9...10,
    "hfst. 2, Formeel of informeel als uitgangspunt?": 12...13,
    "hfst. 2, Voorwaarden voor het ontstaan van samenwerking, Basisvereiste voortrekkers": 14...15,
    "hfst. 2, Voorwaarden voor het ontstaan van samenwerking, Geen instrumentele benadering":
      16...16,
    "hfst. 2, Voorwaarden voor het ontstaan van samenwerking, Erkenning van elkaars deskundigheid":
      16...16,
    "hfst. 2, Voorwaarden voor het ontstaan van samenwerking, Voeden van de samenwerking": 16...16,
    "hfst. 3, Kracht van formele en informele werkers": 17...20,
    "hfst. 3, Rollen in de samenwerking": 20...22,
    "hfst. 4, Samenwerken met focus op het individuele gezin, Over de drempel": 23...24,
    "hfst. 4, Samenwerken met focus op het individuele gezin, Consultatie": 24...25,
    "hfst. 4, Samenwerken met focus op het individuele gezin, Betrekken van informele werkers":
      25...26,
    "hfst. 4, Samenwerken met focus op het individuele gezin, Een helpende hand": 26...26,
    "hfst. 4, Samenwerken met focus op de gemeenschap, Wijkspecifieke problemen aanpakken": 27...28,
    "hfst. 4, Samenwerken met focus op de gemeenschap, Versterken van de 'veilige ruimte'": 28...29,
    "hfst. 4, Samenwerken met focus op de gemeenschap, Onderlinge uitwisseling": 29...29,
    "hfst. 5, Bewaken van de informele positie": 31...31,
    "hfst. 5, Verbindingen verduurzamen": 32...33,
  ]

  /// What the list of participants tells of a municipality, in words that must be there.
  public struct Partnership: Hashable, Sendable {
    /// The municipality's id.
    public let file: String
    /// Who came: functions and organisations.
    public let people: [String]
    /// How far they are.
    public let phase: [String]
    /// What it is about.
    public let goal: [String]
    /// For whom.
    public let targetGroup: [String]
  }

  /// The five partnerships in the order of the report.
  ///
  /// Source: *Tweedaagse onderzoekswerkplaats, Deelnemers*, ch. 1; Utrecht's target group is from
  /// *Over de drempel*, ch. 4.
  public static let partnerships = [
    Partnership(
      file: "utrecht", people: ["Al Amal", "buurtteams", "diversiteit", "stadsbreed"],
      phase: ["werken al samen"], goal: ["stad", "overleg", "etnische groepen"],
      targetGroup: ["migrant"]),
    Partnership(
      file: "zaandam",
      people: ["voorzitter", "Hicret", "contactvrouw", "BOV", "CJG-manager", "jeugdteam"],
      phase: ["CJG-manager", "jeugdteam"], goal: ["informele werkers", "jeugdteam"],
      targetGroup: ["Turkse", "jongeren", "Afrikaanse vrouwen"]),
    Partnership(
      file: "dordrecht",
      people: ["intermediairs", "Turks", "Antilliaans", "Careyn", "coördinator"],
      phase: ["intermediairs", "formele hulpverlening"],
      goal: ["evalueren", "sociale wijkteams", "Jeugdwet"], targetGroup: ["migrantengroepen"]),
    Partnership(
      file: "den-haag", people: ["vertegenwoordiger", "Idhem", "CJG", "wijk"],
      phase: ["Idhem", "CJG", "nog niet"], goal: ["samenwerking"],
      targetGroup: ["Midden", "Oost-Europa"]),
    Partnership(
      file: "zuidplas",
      people: ["Molukse Ordedienst", "jongerenwerker", "leerplichtambtenaar", "onderzoeker"],
      phase: ["mogelijk"], goal: ["spanning", "gemeente", "jongeren"],
      targetGroup: ["Molukse gemeenschap"]),
  ]

  /// The section of the list of participants.
  public static let participantsSection =
    "hfst. 1, Tweedaagse onderzoekswerkplaats, Deelnemers, p. 9"
}
