import Foundation
import ReportText
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// The report of the example against tables typed from the publication, section by section.
struct ExampleSourceTests {
  @Test func `Fig. 2 has the cells and arrows that are printed`() throws {
    let figure = try #require(try Content.load(.dutch).figures.first { $0.id == "fig2" })
    #expect(try Content.load(.dutch).citation(of: figure.source) == SourceTable.figure2Section)
    let table = try #require(figure.table)
    #expect(table.columns == [.informal, .formal])
    #expect(table.rows.count == SourceTable.figure2.count)
    for (row, printed) in zip(table.rows, SourceTable.figure2) {
      #expect(row.focus.rawValue == printed.focus.rawValue)
      #expect(row.arrows == printed.arrows)
      for (cell, words) in [(row.informal, printed.informal), (row.formal, printed.formal)] {
        #expect(cell.count == words.count)
        for (text, word) in zip(cell, words) {
          #expect(text.lowercased().contains(word), "\(text)")
        }
      }
    }
  }

  @Test func `nobody placed themselves in Fig. 2; three examples of a start have their section`()
    throws
  {
    let report = try Example.report()
    #expect(report.framework.map(\.place) == ["start/formal", "start/informal", "start/both"])
    #expect(report.framework.map(\.municipalities) == [[], ["zaandam"], ["zaandam"]])
    for place in report.framework {
      for id in place.notes {
        let source = try #require(report.notes.first { $0.id == id }?.source)
        #expect(source.hasPrefix("hfst. 2, Formeel of informeel als uitgangspunt?"), "\(source)")
      }
    }
  }

  @Test func `each box cites its heading, each role its figure`() throws {
    let report = try Example.report()
    for side in report.strengths {
      for box in side.boxes {
        let dimension = try #require(box.dimension)
        for strength in box.items {
          #expect(strength.source == SourceTable.section(ofBox: dimension), "\(strength.text)")
        }
      }
    }
    for side in report.roles {
      for role in side.madeHere {
        let place = try #require(side.side)
        #expect(role.source == SourceTable.section(ofRoles: place), "\(role.name)")
      }
    }
  }

  @Test func `the seven forms with their boxes and sections`() throws {
    let content = try Content.load(.dutch)
    #expect(content.forms.map(\.id) == SourceTable.forms.map(\.id))
    for (form, printed) in zip(content.forms, SourceTable.forms) {
      #expect(form.name.hasPrefix(printed.name))
      #expect(form.focus.rawValue == printed.focus.rawValue)
      #expect(form.hasBox == (printed.box != nil))
      #expect(form.conditions.count { !$0.isProse } == printed.box?.conditions ?? 0, "\(form.id)")
      #expect(form.attention.count { !$0.isProse } == printed.box?.attention ?? 0, "\(form.id)")
      #expect(content.citation(of: form.source) == SourceTable.section(of: printed))
    }
    #expect(SourceTable.forms.compactMap(\.box?.conditions).reduce(0, +) == 16)
  }

  @Test func `forms stand in the report with the municipalities that the chapter names`() throws {
    let report = try Example.report()
    let chosen = try #require(report.forms)
    for form in SourceTable.forms {
      let places = SourceTable.municipalities.filter { $0.forms.contains(form.id) }.map(\.file)
      let entry = chosen.first { $0.id == form.id }
      // The seventh is told of people who did not come.
      #expect((entry == nil) == (form.id == "parents-initiatives"))
      #expect(entry?.municipalities ?? [] == places, "\(form.id)")
      #expect(entry.map { $0.met + $0.notMet + $0.notApplicable } ?? 0 == 0)
      for id in entry?.notes ?? [] {
        let source = try #require(report.notes.first { $0.id == id }?.source)
        #expect(source.hasPrefix(SourceTable.heading(of: form) + ", p. "), "\(form.id)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `forms are what the researchers saw, and nobody is said to have chosen or planned them`(
    language: Language
  ) throws {
    let report = try Example.report()
    #expect(try #require(report.forms).allSatisfy(\.isReading))
    let plans = try #require(report.plans)
    #expect(plans.allSatisfy { $0.forms == [] })
    #expect(plans.flatMap(\.readings).count == 9)
    let words = try Printing.words(language)
    for format in [ReportFormat.markdown, .html] {
      let text = try Printing.text(report, format, language)
      #expect(text.contains(words.heading("report.forms.read")))
      #expect(!text.contains(words.heading("page.chosen-by")))
    }
    let html = try Printing.text(report, .html, language)
    let planned = try #require(
      html.components(separatedBy: words.word("page.planned")).dropFirst().first?
        .components(separatedBy: words.word("page.next-steps")).first)
    #expect(planned.contains(words.word("page.for-lasting", count: 1)))
    for claim in ["goal", "wish"] {
      #expect(planned.contains(words.heading("claim.\(claim).plural") + ", "))
    }
    for practice in ["Tussen-In", words.name(of: "across-the-threshold")] {
      #expect(!planned.contains(practice), "\(practice)")
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `forms and models stand in the order of the publication`(format: ReportFormat) throws {
    let report = try Example.report().inSourceOrder(of: try Printing.words())
    #expect(
      report.forms?.map(\.id) == SourceTable.forms.map(\.id).filter { $0 != "parents-initiatives" })
    let models = try Content.load(.dutch).informalPositionModels
    #expect(report.plans?.flatMap(\.models) == [])
    #expect(report.plans?.flatMap { $0.considered ?? [] }.map(\.id) == models.map(\.id))
    let text = try Printing.text(try Example.report(), format)
    let first = try #require(text.range(of: "Optie 1: netwerk informele zorg"))
    let second = try #require(text.range(of: "Optie 2: onafhankelijke koepelstichting"))
    #expect(first.lowerBound < second.lowerBound)
  }

  @Test(arguments: Language.allCases)
  func `what only the publication tells comes back as the publication's`(language: Language) throws
  {
    let content = try Content.load(language)
    let report = try Example.report()
    let literature = content.conditionGroups.filter {
      ["informal-organisation", "formal-organisation", "fertile-soil"].contains($0.id)
    }
    #expect(literature.map(\.conditions.count) == [4, 7, 4])
    var told = literature.flatMap(\.conditions).map(\.text)
    told += content.forms.flatMap { $0.start + $0.attention + $0.conditions }.map(\.text)
    told += content.lastingPoints.flatMap { [$0.text] + $0.parts.map(\.text) }
    #expect(told.count == 15 + 7 + 14 + 22 + 3 + 9)
    let words = try Printing.words(language)
    let outline = ReportOutline(report, words: words).blocks.flatMap(\.line).compactMap { piece in
      if case .plain(let text) = piece { text } else { nil }
    }.joined(separator: "\n")
    let page = try HTMLReader(try Printing.text(report, .html, language))
    let html = page.all("main").map(\.text).joined()
    let json = try Printing.text(report, .json, language).replacing("\\\"", with: "\"")
    for text in told {
      #expect(outline.contains(text), "\(text)")
      #expect(html.contains(text), "\(text)")
      #expect(json.contains(text), "\(text)")
    }
    let team = Report(
      workshops: [try Example.workshop()],
      edition: .team(try #require(DocumentName("zaandam"))))
    #expect(team.withPublication(of: words).publication == nil)
    #expect(Report(workshops: [Workshop()]).withPublication(of: words).publication == nil)
  }

  @Test func `five municipalities with who came, phase, goal and target group`() throws {
    let report = try Example.report()
    let pitches = try #require(report.pitches)
    #expect(pitches.map(\.municipality) == SourceTable.partnerships.map(\.file))
    for (pitch, printed) in zip(pitches, SourceTable.partnerships) {
      let parts = Dictionary(uniqueKeysWithValues: pitch.parts.map { ($0.part, $0.items) })
      for (part, words) in [
        (PitchPart.phase, printed.phase), (.goal, printed.goal),
        (.targetGroup, printed.targetGroup),
      ] {
        let text = (parts[part] ?? []).map(\.text).joined(separator: " ")
        for word in words { #expect(text.contains(word), "\(printed.file) \(part): \(text)") }
      }
      #expect(parts[.hope] == [] && pitch.others == [])
      let place = try #require(report.participants.first { $0.municipality == printed.file })
      let people = place.people.flatMap { [$0.function, $0.organisation].compactMap { $0 } }
        .joined(separator: " ")
      for word in printed.people { #expect(people.contains(word), "\(printed.file): \(people)") }
      #expect(place.people.allSatisfy { $0.source == SourceTable.participantsSection })
      #expect(place.unlisted == 0)
    }
  }

  @Test func `the preparation is what chapter 1 tells of it`() throws {
    let preparation = try #require(try Example.report().preparation)
    let interviews = preparation.interviews.flatMap(\.items)
    #expect(interviews.contains { $0.text.contains("12 mensen van 10 organisaties") })
    #expect(interviews.contains { $0.text.contains("2 per telefoon") })
    #expect(preparation.talks.count == 2 && preparation.literature.count == 1)
    #expect(
      Set(preparation.documents.compactMap(\.municipality))
        == Set(SourceTable.municipalities.map(\.file)))
    #expect(
      (interviews + preparation.talks).compactMap(\.respondent)
        == [
          "coördinator van een wijkteam", "coördinator van een wijkteam", "formele werkers",
          "voorzitter van Stichting BMP",
        ])
    #expect(interviews.filter { $0.text.hasPrefix("Onderwerp: ") }.count == 5)
    #expect(preparation.others.map(\.text).contains { $0.hasPrefix("Onderzoeksvraag: ") })
  }

  @Test func `each note, participant and role cites the page on which it stands`() throws {
    let workshop = try Example.workshop()
    let cited =
      workshop.notes.all.map(\.source) + workshop.participants.map(\.source)
      + workshop.roles.map(\.source)
    for source in try cited.map({ try #require($0) }) {
      let section = try #require(
        SourceTable.pages.filter { source.hasPrefix($0.key) }
          .max { $0.key.utf8.count < $1.key.utf8.count }, "\(source)")
      let match = try #require(source.firstMatch(of: /, p\. (\d+)(?:-(\d+))?$/), "\(source)")
      let first = try #require(Int(match.1))
      let last = match.2.flatMap { Int($0) } ?? first
      #expect(first <= last, "\(source)")
      #expect(section.value.contains(first) && section.value.contains(last), "\(source)")
    }
  }

  @Test func `where the publication is silent, the value is absent`() throws {
    let report = try Example.report()
    #expect(report.roleMarket == nil && report.visions == nil && report.visits == nil)
    #expect(report.closing == nil && report.scores == [] && report.tree.map(\.count) == [0, 0, 0])
    let strengths = report.strengths.flatMap(\.boxes).flatMap(\.items)
    #expect(strengths.allSatisfy { $0.municipalityCount == nil && $0.municipalities == [] })
    for item in report.workshops.flatMap(\.programme) {
      #expect(item.plannedMinutes == nil && item.realMinutes == nil && item.plannedStart == nil)
    }
    #expect(report.standings.filter { $0.number == nil }.map(\.standing) == [.formal, .informal])
    #expect(report.consultations?.flatMap(\.rounds) == [])
  }

  @Test(arguments: Language.allCases)
  func `and Markdown says that it was not recorded`(_ language: Language) throws {
    let content = try Content.load(language)
    let text = try Printing.text(try Example.report(), .markdown, language)
    let chapters = text.components(separatedBy: "\n## ").dropFirst()
    func chapter(_ key: String) throws -> String {
      let title = ReportWords { content.word($0, $1) }.heading(key)
      return try #require(
        chapters.first { $0.hasPrefix(title + "\n") || $0.hasPrefix(title + " (") }, "\(title)")
    }
    let nothing = content.word("report.nothing")
    for key in ["role-market", "vision", "closing"] {
      let lines = try chapter(key).split(separator: "\n").dropFirst()
      #expect(lines.map(String.init) == [nothing], "\(key)")
    }
    #expect(try chapter("tree").split(separator: "\n").dropFirst().map(String.init) == [nothing])
    func missing(_ key: String) throws -> String {
      let line = try chapter(key).split(separator: "\n").dropFirst().first.map(String.init)
      let lead = content.word("report.gaps", ["what": ""]).dropLast()
      return try #require(line?.hasPrefix(lead) == true ? line : nil, "\(line ?? "")")
    }
    #expect(try missing("conditions").contains(content.word("report.scores")))
    #expect(try missing("consultations").contains(content.word("report.visits")))
    let method = try chapter("report.method")
    for key in ["new.place", "new.dates", "gap.division"] {
      #expect(try missing("report.method").contains(content.word(key)), "\(key)")
    }
    #expect(try missing("report.method").contains("\(content.word("report.planned")) (14)"))
    let rows = method.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
    #expect(rows.count == 14)
    #expect(rows.allSatisfy { $0.split(separator: "|").count == 3 })
    #expect(try missing("report.pitches").contains("\(content.word("pitch.hope")) (5)"))
    #expect(try missing("report.strengths").contains(content.word("gap.named-by")))
  }
}
