import Foundation
import ReportText
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// The second day in the report: vision, consultations, plan, closing.
struct DayTwoReportTests {
  private static let items = [
    (ActivityKind.vision, "Visie"), (.consultations, "Op consult"), (.plan, "Plan"),
    (.closing, "Afsluiting"),
  ]

  /// Two municipalities with a second day on record.
  private func maker() throws -> WorkshopMaker {
    var maker = WorkshopMaker(
      NewWorkshop(
        title: "Dag twee", language: .dutch, municipalities: ["Beekdorp", "Duinstad"],
        items: Self.items.map {
          NewWorkshop.Item(
            template: "t", kind: $0.0, title: $0.1, day: 2, start: nil, minutes: nil)
        },
        people: [
          ("Noor", "Beekdorp"), ("Amina", "Beekdorp"), ("Joke", "Duinstad"), ("Piet", "Duinstad"),
        ].map {
          NewWorkshop.Person(
            name: $0.0, function: nil, standing: .formal, municipality: $0.1)
        }))
    maker.note("samen aan tafel", in: "Beekdorp", activity: .vision, place: "words")
    let drawing = maker.note(
      "de brug zijn wij", in: "Beekdorp", activity: .vision, place: "drawing")
    maker.change(
      drawing, in: DocumentName(municipality: "Beekdorp"), set: ["attachments": .texts(["a.jpg"])])
    for person in maker.workshop.participants.prefix(2) {
      maker.change(
        person.id, in: .session, SessionCollection.participants,
        set: ["consent": .object(["photograph": .bool(true)])])
    }
    maker.note("hoe verder?", in: "Beekdorp", activity: .consultations, place: "beekdorp")
    maker.note("begin klein", in: "Beekdorp", activity: .consultations, place: "beekdorp/1")
    maker.note(
      "wij wachten", in: "Beekdorp", activity: .consultations, place: "beekdorp/1",
      fields: ["part": "insight"])
    maker.note("bellen", in: "Duinstad", activity: .consultations, fields: ["part": "home"])
    let item = try #require(maker.workshop.items.first { $0.kind == .consultations })
    let schedule = ConsultationSchedule(maker.workshop)
    maker.change(
      item.id, in: .session, SessionCollection.items,
      set: ["tables-1": schedule.proposal(round: 1, after: []).value])
    maker.note(
      "koffie", in: "Beekdorp", activity: .plan, place: "action",
      fields: ["who": "Noor en de buurt", "needed": "een ruimte"])
    maker.note(
      "Een helpende hand", in: "Beekdorp", activity: .plan, place: "form/helping-hand",
      fields: ["helping-hand.condition.2": "met", "helping-hand.condition.1": "not-applicable"])
    maker.note("Koepel", in: "Beekdorp", activity: .plan, place: "model/independent-foundation")
    maker.note("twee weten alles", in: "Beekdorp", activity: .plan, place: "lasting")
    maker.note("los", in: "Beekdorp", activity: .plan)
    maker.note("geen plan, wel een wens", in: "Duinstad", activity: .plan, place: "none")
    maker.note("tot morgen", in: "Duinstad", activity: .closing, place: "duinstad")
    maker.note("geleerd", activity: .closing, place: "researcher-2")
    maker.note("dank", activity: .closing)
    return maker
  }

  private func markdown(_ report: Report, _ language: Language = .dutch) throws -> String {
    let content = try Content.load(language)
    let words = ReportWords({ content.word($0, $1) }, names: content.name)
    return String(
      decoding: try ReportFormat.markdown.bytes(of: report, words: words), as: UTF8.self)
  }

  @Test func `the second day as it was recorded`() throws {
    let report = Report(workshops: [try maker().workshop])
    #expect(report.visions?.map(\.name) == ["Beekdorp"])
    #expect(report.visions?.first?.drawings.first?.attachments == ["a.jpg"])
    let tables = try #require(report.consultations)
    #expect(tables.map(\.municipality) == ["beekdorp", "duinstad"])
    #expect(tables[0].questions.map(\.text) == ["hoe verder?"])
    #expect(tables[0].rounds.map(\.round) == [1])
    #expect(tables[0].rounds[0].advice.map(\.text) == ["begin klein"])
    #expect(tables[0].rounds[0].insights.map(\.text) == ["wij wachten"])
    let seats = try #require(tables[0].rounds[0].seats)
    #expect(seats.hosts == nil && seats.isNumberWithheld)
    #expect(seats.visitors.map(\.municipality) == ["duinstad"])
    #expect(seats.visitors.map(\.number) == [nil])
    #expect(tables[1].home.map(\.text) == ["bellen"])
    let plans = try #require(report.plans)
    #expect(plans.map(\.name) == ["Beekdorp", "Duinstad"])
    #expect(plans[0].actions.map(\.who) == [nil])
    #expect(plans[0].actions.map(\.whoStands) == [[.formal]])
    #expect(plans[0].actions.map(\.withheld) == [[.who]])
    #expect(plans[0].forms.map(\.id) == ["helping-hand"])
    #expect(plans[0].forms[0].conditions.map(\.state) == [.notApplicable, .met])
    #expect(plans[0].models.map(\.id) == ["independent-foundation"])
    #expect(plans[0].others.map(\.text) == ["los"])
    #expect(plans[1].noPlan.map(\.text) == ["geen plan, wel een wens"])
    #expect(report.closing?.map(\.municipality) == [nil, nil, nil])
    #expect(report.closing?.map(\.isMunicipalityWithheld) == [true, false, false])
    #expect(report.closing?.map(\.researcher) == [nil, 2, nil])
  }

  @Test(arguments: Language.allCases)
  func `it reads as text, and names nobody`(_ language: Language) throws {
    let text = try markdown(Report(workshops: [try maker().workshop]), language)
    #expect(!text.contains("⟨"))
    for name in ["Noor", "Amina", "Joke", "Piet"] { #expect(!text.contains(name)) }
    for words in [
      "de brug zijn wij", "a.jpg", "hoe verder?", "wij wachten", "bellen", "koffie",
      "twee weten alles", "geen plan, wel een wens", "tot morgen", "geleerd", "dank",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `forms and conditions stand there by name`() throws {
    let text = try markdown(Report(workshops: [try maker().workshop]))
    #expect(text.contains("**Samenwerkingsvorm, volgens het team: Een helpende hand**"))
    #expect(text.contains("De formele werker heeft de vrijheid en de tijd om dit te doen. — niet"))
    #expect(text.contains("bleven: aantal weggelaten · op bezoek: Duinstad"))
    #expect(
      text.contains(
        "wie: formele werker, in deze uitgave weggelaten · nodig: een ruimte"
      ))
  }

  @Test func `a group whose size is unknown leaves the number open`() throws {
    var maker = try maker()
    let joke = maker.workshop.participants[2]
    maker.change(
      joke.id, in: .session, SessionCollection.participants,
      set: ["isGroup": .bool(true), "number": .null])
    let report = Report(workshops: [maker.workshop])
    let seats = report.consultations?.compactMap { $0.rounds.first?.seats }
    #expect(
      seats?.contains { $0.hosts == nil || $0.visitors.contains { $0.number == nil } } == true)
    #expect(try markdown(report).contains("aantal mensen"))
  }

  @Test func `the edition of one municipality has its own table and plan`() throws {
    let report = Report(
      workshops: [try maker().workshop], edition: .team(DocumentName(municipality: "Duinstad")))
    #expect(report.consultations?.map(\.municipality) == ["duinstad"])
    #expect(report.plans?.map(\.municipality) == ["duinstad"])
    #expect(report.visions == nil)
  }

  @Test func `what was not recorded is absent`() throws {
    let report = Report(workshops: [WorkshopMaker().workshop])
    #expect(report.visions == nil && report.consultations == nil)
    #expect(report.plans == nil && report.closing == nil)
    #expect(try markdown(report).contains("## Plan van aanpak\n\nNiet vastgelegd.\n"))
  }

  @Test func `it comes back from JSON`() throws {
    let report = Report(workshops: [try maker().workshop])
    let bytes = try ReportFormat.json.bytes(of: report, words: ReportWords { key, _ in key })
    #expect(try JSONDecoder().decode(Report.self, from: Data(bytes)) == report)
  }
}
