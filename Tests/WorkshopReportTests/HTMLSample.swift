import TestSupport
import WorkshopContent
import WorkshopCore

/// A fictitious workshop in which everything that a report can tell happened: three municipalities,
/// twelve people, two days.
enum HTMLSample {
  static let municipalities = ["Beekdorp", "Duinstad", "Vaartstad"]

  /// The whole workshop.
  ///
  /// - Parameters:
  ///   - series: Another number makes another workshop.
  ///   - isNamed: Whether the names of people are made of that, too; words of names are masked in texts.
  ///   - text: What to make of each text of people, to see what a report does with it.
  static func workshop(
    _ language: Language = .dutch, series: UInt8 = 1, isNamed: Bool = true,
    _ text: @escaping (String) -> String = { $0 }
  ) throws -> Workshop {
    var sample = try Sample(language, series, isNamed, text)
    sample.tellDayOne()
    sample.tellDayTwo()
    return sample.maker.workshop
  }
}

/// What is written down, part by part.
private struct Sample {
  var maker: WorkshopMaker
  let text: (String) -> String
  let names: [String]

  init(
    _ language: Language, _ series: UInt8, _ isNamed: Bool, _ text: @escaping (String) -> String
  ) throws {
    let content = try Content.load(language)
    let names = HTMLSample.municipalities.map(text)
    let people: [(String, String, Standing)] = [
      ("Noor de Wit", "coördinator", .formal), ("Amina Bakr", "contactvrouw", .informal),
      ("Piet Smit", "jongerenwerker", .formal), ("Yusuf Kaya", "buurtvader", .informal),
    ]
    self.names = names
    self.text = text
    maker = WorkshopMaker(
      NewWorkshop(
        title: text("Werkplaats in Beekdorp (verzonnen)"), language: language,
        municipalities: names,
        items: content.programme.map {
          NewWorkshop.Item(
            template: $0.id, kind: $0.kind, title: $0.title, day: $0.day, start: $0.start,
            minutes: $0.minutes)
        },
        people: names.enumerated().flatMap { index, municipality in
          people.map { name, function, standing in
            NewWorkshop.Person(
              name: isNamed ? text(name + String(index)) : name + String(index),
              function: text(function), standing: standing,
              municipality: municipality)
          }
        }), surroundings: .counted(series: series))
    for (index, person) in maker.workshop.participants.enumerated() {
      var consent = Consent()
      consent[.quote] = true
      consent[.function] = index.isMultiple(of: 2)
      consent[.photograph] = index < 4
      maker.change(
        person.id, in: .session, SessionCollection.participants, set: ["consent": consent.value])
    }
    maker.change(
      WorkshopInfo.record, in: .session, SessionCollection.workshop,
      set: [
        "place": .string(text("een zaal in het bos")),
        "dates": .texts(["2026-11-23", "2026-11-24"]),
      ])
    for (index, item) in maker.workshop.items.enumerated() where index < 12 {
      var clock = ItemClock()
      clock.began = WallTime("2026-11-23T09:00:00+01:00")
      clock.spent = ((item.minutes ?? 10) + index % 5 * 4 - 6) * 60
      clock.added = index == 4 ? 5 : 0
      maker.change(
        item.id, in: .session, SessionCollection.items, set: ["clock": clock.value])
    }
  }

  private mutating func note(
    _ words: String, _ municipality: Int? = nil, _ activity: ActivityKind, _ place: String? = nil,
    group: String? = nil, by person: Int? = nil, addsTo: RecordID? = nil, fields: JSONObject = [:]
  ) -> RecordID {
    let home = municipality.map { names[$0] }
    return maker.note(
      text(words), in: home, activity: activity, place: place,
      group: group ?? home.map { DocumentName(municipality: $0).text },
      by: person.map { maker.workshop.participants[$0].id }, addsTo: addsTo, fields: fields)
  }

  private func document(_ index: Int) -> DocumentName { DocumentName(municipality: names[index]) }

  // MARK: Day one

  mutating func tellDayOne() {
    for index in names.indices {
      _ = note("Gesprek over hoe het begon", index, .preparation, "interview/origin")
      _ = note("Beleidsplan jeugd", index, .preparation, "document")
      _ = note("ouders eerder bereiken", index, .pitch, "goal")
      _ = note("wij werken twee jaar samen", index, .pitch, "phase")
      _ = note("jonge gezinnen", index, .pitch, "target-group")
    }
    _ = note("samen optrekken op school", 0, .framework, "family/mutual")
    _ = note("moeders bereiken", 1, .framework, "family/informal-to-formal")
    _ = note("samen de wijk in", 2, .framework, "community/mutual")
    _ = note("zaal en koffie", 0, .framework, "community/formal-to-informal")
    _ = note("begonnen bij de moskee", 1, .framework, "start/informal")
    let translates = note(
      "Vertaalt meer dan woorden", nil, .strengths, "informal/skills", group: "formal", by: 0)
    _ = note("ook tussen generaties", nil, .strengths, group: "formal", by: 6, addsTo: translates)
    let trusted = note(
      "Wordt vertrouwd", nil, .strengths, "informal/position", group: "formal", by: 4)
    _ = note("Kent twee culturen van binnen", 1, .strengths, "informal/knowledge", group: "formal")
    let law = note("Kent de wet", nil, .strengths, "formal/knowledge", group: "informal", by: 1)
    _ = note("Regelt een zaal", nil, .strengths, "formal/power", group: "informal", by: 5)
    _ = note("Houdt vol", nil, .strengths, "formal", group: "informal", by: 9)
    maker.change(law, in: .plenary, set: ["verbatim": .bool(true)])
    maker.role(
      text("Bruggenbouwer"),
      [
        "side": "informal", "from": .texts([translates.text, trusted.text]), "relation": "both",
        "description": .string(text("Brengt mensen bij elkaar die elkaar nog niet kenden.")),
      ])
    maker.role(text("Wegwijzer"), ["side": "formal", "from": .texts([law.text])])
    maker.role(text("Deurenopener"), ["side": "formal", "relation": "partner"])
    for (index, part) in ["apples", "apples", "roots", "roots", "roots", "can"].enumerated() {
      _ = note("\(part) van groep \(index % 3)", nil, .tree, part, group: "mixed-\(index % 3 + 1)")
      _ = note("\(part) in de gemeente", index % 3, .tree, part)
    }
    _ = note("een vooroordeel dat bleef hangen", nil, .prejudiceGame, group: "plenary")
  }

  // MARK: Day two

  mutating func tellDayTwo() {
    tellScores()
    tellPicks()
    tellVisions()
    tellConsultations()
    tellPlans()
    for index in names.indices {
      _ = note("wij gaan samen verder", index, .closing, document(index).text)
    }
    _ = note("wat ons opviel", nil, .closing, "researcher-1", group: "plenary")
  }

  private mutating func tellScores() {
    for (condition, low) in [("feeding-money", 1), ("fertile-soil-trust", 2)] {
      for (moment, lift) in [("start", 0), ("end", 2)] {
        for person in 0..<6 {
          _ = maker.note(
            "", activity: .conditions, place: "\(condition)/\(moment)", group: "informal",
            fields: ["score": .integer(low + lift + person % 2)])
        }
        _ = maker.note(
          "", activity: .conditions, place: "\(condition)/\(moment)", group: "formal",
          fields: ["score": .integer(3)])
      }
    }
    _ = note("zonder geld geen vrijwilligers", 1, .conditions, "feeding-money")
  }

  private mutating func tellPicks() {
    let roles = maker.workshop.roles.map(\.id.text)
    for person in 0..<10 {
      let home = person / 4
      _ = note(
        "omdat het bij ons past", home, .roleMarket, roles[person % 2], by: person,
        fields: ["about": .string(text("onze buurvrouw"))])
    }
  }

  private mutating func tellVisions() {
    for index in names.indices {
      _ = note("een huis waar de deur openstaat", index, .vision, "words")
    }
    let drawing = note("de brug zijn wij", 0, .vision, "drawing", by: 0)
    maker.change(drawing, in: document(0), set: ["attachments": .texts(["brug.jpg", "boot.heic"])])
    let other = note("een tafel voor allen", 2, .vision, "drawing", by: 9)
    maker.change(other, in: document(2), set: ["attachments": .texts(["tafel.jpg"])])
  }

  private mutating func tellConsultations() {
    for index in names.indices {
      let table = document(index).text
      _ = note("hoe houden wij het vol?", index, .consultations, table)
      _ = note("begin klein", index, .consultations, "\(table)/1")
      _ = note(
        "wij wachten te lang", index, .consultations, "\(table)/1", fields: ["part": "insight"])
      _ = note("bellen met de school", index, .consultations, fields: ["part": "home"])
    }
    guard let item = maker.workshop.items.first(where: { $0.kind == .consultations }) else {
      return
    }
    let schedule = ConsultationSchedule(maker.workshop)
    let first = schedule.proposal(round: 1, after: [])
    let second = schedule.proposal(round: 2, after: [first])
    maker.change(
      item.id, in: .session, SessionCollection.items,
      set: ["tables-1": first.value, "tables-2": second.value])
  }

  private mutating func tellPlans() {
    _ = note(
      "elke maand koffie op het schoolplein", 0, .plan, "action",
      fields: [
        "who": .string(text("contactvrouw")), "when": .string(text("vanaf januari")),
        "needed": .string(text("een ruimte")),
      ])
    _ = note("een gezamenlijk spreekuur", 1, .plan, "action", fields: ["who": "Noor"])
    _ = note(
      "past bij ons", 0, .plan, "form/helping-hand",
      fields: ["helping-hand.condition.1": "met", "helping-hand.condition.2": "not-met"])
    _ = note("eigen stichting", 1, .plan, "model/independent-foundation")
    _ = note("twee mensen weten alles", 0, .plan, "lasting")
    _ = note("nog geen plan, wel een wens", 2, .plan, "none")
  }
}
