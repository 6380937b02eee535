import WorkshopCore

/// What the report of 2016 prints, typed from it by hand: the ground the example is checked against.
///
/// Ponzoni & Distelbrink, *Opvoedondersteuning in de multi-etnische wijk*; names as printed. Nothing
/// here is read from the program's own content.
public enum SourceTable {
  /// One box of strengths.
  public struct Box: Hashable, Sendable {
    /// The side that has them.
    public let side: Side
    /// The heading of the box.
    public let dimension: Dimension
    /// The lines of the box.
    public let strengths: [String]
  }

  /// The eight boxes: 14 formal strengths and 18 informal ones.
  ///
  /// Source: *Kracht van formele en informele werkers*, ch. 3.
  public static let boxes = [
    box(
      .formal, .knowledge,
      """
      Pedagogische kennis
      Woorden geven
      Sociale kaart
      """),
    box(
      .formal, .skills,
      """
      Organisatorische vaardigheden
      Luisteren
      Multidisciplinaire benadering
      """),
    box(
      .formal, .position,
      """
      Korte lijnen en overzicht
      Contact met beleidsmakers
      Link tussen informele werkers
      Autoriteit en geloofwaardigheid
      """),
    box(
      .formal, .power,
      """
      Financiële middelen
      Ruimte
      Formele macht
      Doorzettingskracht naar instanties
      """),
    box(
      .informal, .knowledge,
      """
      Kennis van twee culturen
      Kennis van sociale omgeving
      Ervaringsdeskundige
      Kennis van formeel aanbod
      """),
    box(
      .informal, .skills,
      """
      Vertalen (letterlijk en figuurlijk)
      Verbinden
      Passie tonen
      Assertief zijn
      Ruimte bieden
      Sociale dynamiek begeleiden
      Helpen schaamte overkomen
      """),
    box(
      .informal, .position,
      """
      Uitgebreid netwerk
      Fysieke nabijheid
      Rolmodel/sleutelfiguur
      Overzicht wijkgerelateerde problematiek
      Niet belemmerd door het systeem
      """),
    box(
      .informal, .power,
      """
      Meer invloed op ouders en kinderen
      Meer flexibiliteit buiten vaste kaders
      """),
  ]

  /// A role of a figure, with whom it faces as far as the text says.
  public struct Role: Hashable, Sendable {
    /// The side whose role it is.
    public let side: Side
    /// The name as printed.
    public let name: String
    /// Whom it faces; `nil` where the text does not say.
    public let relation: RoleRelation?

    /// Describes a role.
    public init(side: Side, name: String, relation: RoleRelation?) {
      self.side = side
      self.name = name
      self.relation = relation
    }
  }

  /// The 10 formal and 17 informal roles in the order of the figures.
  ///
  /// Source: *Rollen in de samenwerking*, ch. 3, Fig. 3 and Fig. 4.
  public static let roles =
    figure(
      .formal,
      """
      P Coördinator
      P Fixer
      P Linking pin
      P Netwerker
      P Organisator/faciliterende functie
      P Katalysator van de positieve beweging
      P Erkenning verstrekker
      P Sparringpartner
      T Deskundige
      T Bewaker
      """)
    + figure(
      .informal,
      """
      T Vertrouwenspersoon
      ? laagdrempelig aanspreekpunt
      T Rolmodel
      T Voorlichter
      T Aanjager
      T Katalysator van de positieve beweging
      T Schepper van de veilige ruimte
      ? Signaal verstrekker
      ? Doorverwijzer
      P Adviseur van de formele werker
      ? Verhelderaar
      P Meedenker
      ? Begeleider van cliënten
      ? Tolk (letterlijk en figuurlijk)
      ? Nazorg verstrekker
      ? Voortraject verstrekker
      ? Netwerk ontsluiter
      """)

  /// A municipality as the list of participants introduces it.
  public struct Municipality: Hashable, Sendable {
    /// The id, which is the name of its file.
    public let file: String
    /// The name as printed.
    public let name: String
    /// The number of participants; `nil` where the text gives none.
    public let participants: Int?
    /// The sides of those listed, in their order; `-` where the text does not say.
    public let sides: String
    /// The forms of cooperation under which it is described, by their ids.
    ///
    /// Source: *Voorbeelden van samenwerkingsvormen*, ch. 4.
    public let forms: [String]
  }

  /// The five municipalities in the order of the report.
  ///
  /// Source: *Tweedaagse onderzoekswerkplaats, Deelnemers*, ch. 1.
  public static let municipalities = [
    Municipality(
      file: "utrecht", name: "Utrecht", participants: nil, sides: "informal formal",
      forms: ["across-the-threshold", "care-process"]),
    Municipality(
      file: "zaandam", name: "Zaandam", participants: 4, sides: "informal informal formal formal",
      forms: ["helping-hand", "neighbourhood-problems", "safe-space"]),
    Municipality(
      file: "dordrecht", name: "Dordrecht", participants: nil, sides: "informal formal",
      forms: ["across-the-threshold"]),
    Municipality(
      file: "den-haag", name: "Den Haag", participants: 2, sides: "informal formal",
      forms: ["consultation", "care-process"]),
    Municipality(
      file: "zuidplas", name: "Zuidplas", participants: 4, sides: "informal formal - neither",
      forms: ["helping-hand"]),
  ]

  /// Researchers of the institute at the workshop; two of them were interns.
  public static let researchers = 6

  /// The conditions that feed cooperation, in the order of the list.
  ///
  /// Source: *Voorwaarden voor het ontstaan van samenwerking, Voeden van de samenwerking*, ch. 2.
  public static let feeding = [
    "consultation", "money", "guidance", "difference", "expectations", "open-world", "visible",
    "long-term", "evaluation",
  ]

  private static func box(_ side: Side, _ dimension: Dimension, _ lines: String) -> Box {
    Box(side: side, dimension: dimension, strengths: split(lines))
  }

  private static func figure(_ side: Side, _ lines: String) -> [Role] {
    split(lines).map { line in
      let relation: RoleRelation? =
        switch line.first {
        case "P": .partner
        case "T": .targetGroup
        default: nil
        }
      return Role(side: side, name: String(line.dropFirst(2)), relation: relation)
    }
  }

  private static func split(_ lines: String) -> [String] {
    lines.split(separator: "\n").map(String.init)
  }
}
