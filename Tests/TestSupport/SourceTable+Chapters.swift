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

  /// The section of the second figure, with its page in the table of contents.
  public static let figure2Section =
    "hfst. 2, Steun gericht op individuele gezinnen of de gemeenschap?, Fig. 2, p. 13 e.v."

  /// The section of the boxes of a dimension.
  public static func section(ofBox dimension: Dimension) -> String {
    let heading =
      switch dimension {
      case .knowledge: "Kennis en begrip"
      case .skills: "Vaardigheden"
      case .position: "Positie"
      case .power: "Macht en middelen"
      }
    return "hfst. 3, Kracht van formele en informele werkers, kader \(heading), p. 17 e.v."
  }

  /// The section of the figure of a side's roles.
  public static func section(ofRoles side: Side) -> String {
    "hfst. 3, Rollen in de samenwerking, Fig. \(side == .formal ? 3 : 4), p. 20 e.v."
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
  }

  /// The seven forms: four for families, three for the community.
  ///
  /// Source: *Voorbeelden van samenwerkingsvormen*, ch. 4.
  public static let forms = [
    Form(
      id: "across-the-threshold", name: "Over de drempel", focus: .family, box: (6, 1),
      section: "Over de drempel"),
    Form(
      id: "consultation", name: "Consultatie", focus: .family, box: (2, 3), section: "Consultatie"),
    Form(
      id: "care-process", name: "Betrekken bij hulptraject", focus: .family, box: nil,
      section: "Betrekken van informele werkers bij hulptraject"),
    Form(
      id: "helping-hand", name: "Een helpende hand", focus: .family, box: (2, 0),
      section: "Een helpende hand"),
    Form(
      id: "neighbourhood-problems", name: "Wijkspecifieke problemen", focus: .community,
      box: (4, 2),
      section: "Wijkspecifieke problemen aanpakken"),
    Form(
      id: "safe-space", name: "Veilige ruimte", focus: .community, box: (2, 0),
      section: "Versterken van de 'veilige ruimte'"),
    Form(
      id: "parents-initiatives", name: "Onderlinge uitwisseling en initiatieven van ouders",
      focus: .community, box: nil,
      section: "Onderlinge uitwisseling en initiatieven van ouders ondersteunen"),
  ]

  /// The chapter, the heading and the page of the forms of a focus.
  public static func section(of form: Form) -> String {
    form.focus == .family
      ? "hfst. 4, Samenwerken met focus op het individuele gezin, \(form.section), p. 23 e.v."
      : "hfst. 4, Samenwerken met focus op de gemeenschap, \(form.section), p. 26 e.v."
  }

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
    "hfst. 1, Tweedaagse onderzoekswerkplaats, Deelnemers, p. 8 e.v."
}
