import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// Names and functions of people who did not agree are in no byte of a public report.
struct SecrecyTests {
  /// Names and functions in every text there is, typed in every way.
  private func whole() -> WholeWorkshop {
    var whole = WholeWorkshop()
    let names = WholeWorkshop.people.map(\.name)
    for (index, kind) in ActivityKind.allCases.enumerated() {
      let name = names[index % names.count]
      whole.maker.note(
        "\(name) en \(name.uppercased())", in: index.isMultiple(of: 2) ? "Beekdorp" : nil,
        activity: kind, place: name, group: name, by: whole.ids[index % names.count],
        fields: [
          "who": .string(name), "needed": .string(name), "when": .string("als \(name) kan"),
          "about": .string(name), "why": .string(name), "respondent": .string(name),
          "source": .string("gehoord van \(name)"),
        ])
    }
    whole.maker.note(
      "x", in: "Beekdorp", activity: .plan, place: "action",
      fields: ["who": .string(WholeWorkshop.people.map(\.function).joined(separator: ", "))])
    whole.maker.role(
      "Rol van \(names[0])", ["side": "formal", "description": .string("zoals \(names[1])")])
    whole.maker.change(
      WorkshopInfo.record, in: .session, SessionCollection.workshop,
      set: ["title": .string("Bij \(names[3])"), "place": .string("thuis bij \(names[4])")])
    return whole
  }

  @Test(arguments: ReportFormat.allCases, Language.allCases)
  func `no name and no function is in a public report`(
    _ format: ReportFormat, _ language: Language
  ) throws {
    let report = Report(workshops: [whole().workshop])
    let text = try Printing.text(report, format, language)
    for person in WholeWorkshop.people {
      // Three letters may stand in any word; Wil is looked for as a word.
      if person.name.count > 3 {
        #expect(!text.holds(person.name), "\(person.name)")
      } else {
        #expect(text.firstMatch(of: /\bWil\b/) == nil)
      }
      let first = String(person.name.split { " -".contains($0) }[0])
      if first.count > 3 { #expect(!text.holds(first), "\(first)") }
      #expect(!text.holds(person.function), "\(person.function)")
    }
    for id in whole().ids { #expect(!text.holds(id.text)) }
  }

  @Test(arguments: ReportFormat.allCases)
  func `the teams read their own`(_ format: ReportFormat) throws {
    let workshop = whole().workshop
    for (edition, people) in [
      (WholeWorkshop.beekdorp, WholeWorkshop.people[0..<3]),
      (WholeWorkshop.duinstad, WholeWorkshop.people[3..<6]),
    ] {
      let text = try Printing.text(Report(workshops: [workshop], edition: .team(edition)), format)
      for person in people {
        #expect(text.holds(person.name), "\(person.name)")
        #expect(text.holds(person.function), "\(person.function)")
      }
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `a function shows once its owner agreed, a name never`(_ format: ReportFormat) throws {
    var whole = whole()
    for index in whole.ids.indices { whole.agree(index, to: Consent.Use.allCases) }
    let text = try Printing.text(Report(workshops: [whole.workshop]), format)
    for person in WholeWorkshop.people {
      #expect(text.holds(person.function), "\(person.function)")
      if person.name.count > 3 { #expect(!text.holds(person.name), "\(person.name)") }
    }
    #expect(text.holds("zij kent elke voordeur"))
  }

  @Test(arguments: ReportFormat.allCases, Language.allCases)
  func `each edition says which it is, and none is called anonymous`(
    _ format: ReportFormat, _ language: Language
  ) throws {
    let workshop = whole().workshop
    var texts: Set<String> = []
    for edition in Printing.editions {
      let text = try Printing.text(
        Report(workshops: [workshop], edition: edition), format, language)
      #expect(!text.holds("anon"))
      texts.insert(text)
      let words =
        switch (format, language) {
        case (.json, _): (#""kind" : "public""#, #""kind" : "team""#)
        case (_, .dutch): ("openbare uitgave", "uitgave voor het eigen team")
        case (_, .english): ("public edition", "edition for the team itself")
        }
      #expect(text.holds(words.0) == (edition == .public))
      #expect(text.holds(words.1) == (edition != .public))
    }
    #expect(texts.count == Printing.editions.count)
  }

  @Test(arguments: Language.allCases)
  func `Markdown warns where few share municipality and side`(_ language: Language) throws {
    let text = try Printing.text(Report(workshops: [whole().workshop]), .markdown, language)
    let warning = try #require(
      text.split(separator: "\n").first {
        $0.contains(language == .dutch ? "minder dan drie mensen" : "fewer than three people")
      })
    #expect(warning.contains("Beekdorp") && warning.contains("Duinstad"))
    // How many they are stays out of it.
    #expect(!warning.contains { $0.isNumber })
  }
}
