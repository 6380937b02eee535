import WorkshopCore

/// A fictitious workshop in which everything occurs that a report can tell.
///
/// Two municipalities with three people each and a researcher. Names and functions are words that occur
/// nowhere else in it, unless a note is meant to hold them.
public struct WholeWorkshop {
  /// The workshop so far, to add to.
  public var maker: WorkshopMaker

  /// The first municipality.
  public static let beekdorp = DocumentName(municipality: "Beekdorp")
  /// The second municipality.
  public static let duinstad = DocumentName(municipality: "Duinstad")

  /// Somebody of it.
  public struct Somebody: Sendable {
    /// Their name.
    public let name: String
    /// What they do.
    public let function: String
    /// Where they stand.
    public let standing: Standing
    /// Their municipality.
    public let municipality: String?
  }

  /// The people in the order of the list.
  public static let people = [
    Somebody(
      name: "Noortje Blauwbeen", function: "wijkregisseuse", standing: .formal,
      municipality: "Beekdorp"),
    Somebody(
      name: "Aminata el Zwaluw", function: "theeschenkster", standing: .informal,
      municipality: "Beekdorp"),
    Somebody(
      name: "Wil", function: "speeltuinbaas", standing: .informal, municipality: "Beekdorp"),
    Somebody(
      name: "Joke van der Meer", function: "gezinsgids", standing: .formal,
      municipality: "Duinstad"),
    Somebody(
      name: "Pieter-Jan Oud", function: "buurtbode", standing: .informal,
      municipality: "Duinstad"),
    Somebody(
      name: "Zehra Goudvink", function: "taalmaatje", standing: .both,
      municipality: "Duinstad"),
    Somebody(
      name: "Floor Verbinder", function: "veldwerkster", standing: .researcher,
      municipality: nil),
  ]

  /// The items of its programme.
  public static let items: [(kind: ActivityKind, title: String, day: Int)] = [
    (.pitch, "Pitch", 1), (.framework, "Kader", 1), (.strengths, "Krachten", 1),
    (.tree, "Boom", 1), (.prejudiceGame, "Spel", 1), (.recap, "Terugblik", 2),
    (.vision, "Visie", 2), (.roleMarket, "Markt", 2), (.consultations, "Consult", 2),
    (.plan, "Plan", 2), (.conditions, "Voorwaarden", 2), (.closing, "Afsluiting", 2),
  ]

  /// The ids of the people in the order of the list.
  public var ids: [RecordID] { maker.workshop.participants.map(\.id) }

  /// The workshop.
  public var workshop: Workshop { maker.workshop }

  /// Begins with people and programme only.
  public init(bare surroundings: Surroundings) {
    maker = WorkshopMaker(
      NewWorkshop(
        title: "Hele werkplaats", language: .dutch, municipalities: ["Beekdorp", "Duinstad"],
        items: Self.items.map {
          NewWorkshop.Item(
            template: "t", kind: $0.kind, title: $0.title, day: $0.day, start: "10:00", minutes: 30)
        },
        people: Self.people.map {
          NewWorkshop.Person(
            name: $0.name, function: $0.function, standing: $0.standing,
            municipality: $0.municipality)
        }), surroundings: surroundings)
  }

  /// Begins with a note for everything.
  public init(_ surroundings: Surroundings = .counted()) {
    self.init(bare: surroundings)
    fillDayOne()
    fillDayTwo()
  }

  /// Answers questions about consent for somebody.
  public mutating func agree(_ person: Int, to uses: [Consent.Use]) {
    var consent = Consent()
    for use in Consent.Use.allCases { consent[use] = uses.contains(use) }
    maker.change(
      ids[person], in: .session, SessionCollection.participants, set: ["consent": consent.value])
  }

  /// Changes fields of a note.
  public mutating func set(
    _ note: RecordID, _ fields: JSONObject, in document: DocumentName = .plenary
  ) {
    maker.change(note, in: document, set: fields)
  }

  private mutating func fillDayOne() {
    maker.note(
      "begon in de keuken", in: "Beekdorp", activity: .preparation, place: "interview/origin",
      group: "beekdorp", fields: ["kind": "interview", "respondent": "theeschenkster"])
    maker.note(
      "geen vaste plek", in: "Duinstad", activity: .preparation, place: "interview/problems",
      group: "duinstad", fields: ["kind": "interview", "respondent": "dorpsoudste"])
    maker.note(
      "nota wijkteams", in: "Duinstad", activity: .preparation, place: "document",
      fields: ["kind": "document"])
    maker.note("boek over bruggen", activity: .preparation, place: "literature")
    maker.note("eerste kopje", activity: .preparation, place: "talk", fields: ["kind": "spoken"])
    for part in PitchPart.allCases {
      maker.note("pitch \(part.rawValue)", in: "Beekdorp", activity: .pitch, place: part.rawValue)
    }
    maker.note(
      "", in: "Beekdorp", activity: .framework, place: "family/mutual", group: "beekdorp")
    maker.note(
      "", in: "Duinstad", activity: .framework, place: "start/informal", group: "duinstad")
    let listening = maker.note("luistert", place: "formal/skills", group: "informal", by: ids[1])
    let quoted = maker.note("zij kent elke voordeur", place: "informal/position", group: "formal")
    set(quoted, ["verbatim": .bool(true), "kind": "spoken", "by": .string(ids[0].text)])
    maker.note("ook des avonds", place: "informal/position", group: "plenary", addsTo: quoted)
    let rooms = maker.note("geeft ruimte", in: "Duinstad", place: "formal/power", group: "duinstad")
    maker.note("nog los", place: "informal", group: "formal")
    maker.role(
      "Voordeurkenner",
      [
        "side": "informal", "from": .texts([quoted.text]), "relation": "target-group",
        "description": "kent iedereen",
      ])
    maker.role(
      "Zaalgever", ["side": "formal", "from": .texts([rooms.text, listening.text])])
    for part in TreePart.allCases {
      maker.note(
        "boom \(part.rawValue)", activity: .tree, place: part.rawValue, group: "mixed-1")
      maker.note(
        "ons \(part.rawValue)", in: "Duinstad", activity: .tree, place: part.rawValue,
        group: "duinstad")
    }
    maker.note("zij dienen hun instelling", activity: .prejudiceGame, place: "own")
  }

  private mutating func fillDayTwo() {
    maker.note("samen aan tafel", in: "Beekdorp", activity: .vision, place: "words")
    maker.note(
      "een brug", in: "Duinstad", activity: .vision, place: "drawing",
      fields: ["attachments": .texts(["brug.jpg"])])
    pick("Voordeurkenner", by: 1, why: "omdat ik dat ben", about: "onze straat")
    pick("Voordeurkenner", by: 4, why: "zo doen wij het", about: "de overkant")
    pick("Zaalgever", by: 0, why: "ik heb sleutels", about: "mijzelf")
    fillConsultations()
    maker.note(
      "sleutel bijmaken", in: "Beekdorp", activity: .plan, place: "action",
      fields: ["who": "Noortje en Aminata", "when": "in maart", "needed": "een slot"])
    maker.note(
      "burgemeester bellen", in: "Beekdorp", activity: .plan, place: "action",
      fields: ["who": "Koosje Buitenstaander"])
    maker.note("vaste dag", in: "Beekdorp", activity: .plan, place: "lasting")
    maker.note(
      "helpende hand", in: "Beekdorp", activity: .plan, place: "form/helping-hand",
      fields: ["helping-hand.condition.1": "met", "helping-hand.condition.2": "not-met"])
    maker.note(
      "hulptraject", in: "Duinstad", activity: .plan, place: "form/helping-hand",
      fields: ["helping-hand.condition.1": "not-applicable"])
    maker.note("koepel", in: "Duinstad", activity: .plan, place: "model/independent-foundation")
    maker.note("geen plan, wel zin", in: "Duinstad", activity: .plan, place: "none")
    maker.note("geld is lastig", in: "Duinstad", activity: .conditions, place: "feeding-money")
    for moment in Moment.allCases {
      for (index, score) in [2, 4, 5].enumerated() {
        maker.note(
          "", activity: .conditions, place: "feeding-money/\(moment.rawValue)",
          group: index == 2 ? "formal" : "informal", fields: ["score": .integer(score)])
      }
      maker.note(
        "", activity: .conditions, place: "feeding-money/\(moment.rawValue)", group: "informal",
        fields: ["score": .integer(3)])
    }
    maker.note(
      "wij gaan door", in: "Beekdorp", activity: .closing, place: "beekdorp", by: ids[2])
    maker.note("veel geleerd", activity: .closing, place: "researcher-1", by: ids[6])
    maker.note("dank", activity: .closing)
  }

  private mutating func pick(_ role: String, by person: Int, why: String, about: String) {
    guard let card = maker.workshop.roles.first(where: { $0.name == role }) else { return }
    let place = Self.people[person].municipality ?? ""
    maker.note(
      why, in: place, activity: .roleMarket, place: card.id.text,
      group: DocumentName(municipality: place).text, by: ids[person],
      fields: ["about": .string(about)])
  }

  private mutating func fillConsultations() {
    let question = maker.note(
      "hoe blijft het leuk?", in: "Beekdorp", activity: .consultations, place: "beekdorp")
    maker.note(
      "begin klein", in: "Beekdorp", activity: .consultations, place: "beekdorp/1", by: ids[4])
    maker.note(
      "wij wachten op elkaar", in: "Beekdorp", activity: .consultations, place: "beekdorp/1",
      fields: ["part": "insight"])
    maker.note(
      "elke week bellen", in: "Duinstad", activity: .consultations,
      fields: ["part": "home", "from": .texts([question.text])])
    guard let item = maker.workshop.items.first(where: { $0.kind == .consultations }) else {
      return
    }
    let home = [Self.beekdorp: Array(ids[0...2]), Self.duinstad: [ids[3]]]
    var seating = Seating(home)
    seating.move(ids[4], to: Self.beekdorp)
    seating.move(ids[5], to: Self.beekdorp)
    seating.move(ids[2], to: Self.duinstad)
    maker.change(
      item.id, in: .session, SessionCollection.items, set: ["tables-1": seating.value])
  }
}
