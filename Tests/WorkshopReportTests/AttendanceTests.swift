import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// Who was there is who was marked present, participants and researchers apart.
struct AttendanceTests {
  /// A room of twelve participants and four researchers, of whom some were marked.
  private func report(
    present: Int, absent: Int = 0, researchers: Int = 0, _ edition: Report.Edition = .public
  ) -> Report {
    let people = (0..<16).map { number in
      NewWorkshop.Person(
        name: "Naam\(number)", function: "functie \(number)",
        standing: number >= 12 ? .researcher : number.isMultiple(of: 2) ? .formal : .informal,
        municipality: number >= 12 ? nil : "Beekdorp")
    }
    var maker = WorkshopMaker(
      NewWorkshop(
        title: "Wie er was", language: .dutch, municipalities: ["Beekdorp"], items: [],
        people: people))
    let listed = maker.workshop.participants
    let marked =
      listed.filter { $0.standing != .researcher }.prefix(present).map { ($0.id, true) }
      + listed.filter { $0.standing != .researcher }.suffix(absent).map { ($0.id, false) }
      + listed.filter { $0.standing == .researcher }.prefix(researchers).map { ($0.id, true) }
    for (person, isPresent) in marked {
      maker.change(
        person, in: .session, SessionCollection.participants,
        set: ["present-day-2": .bool(isPresent)])
    }
    return Report(workshops: [maker.workshop], edition: edition)
  }

  @Test(arguments: [ReportFormat.markdown, .html])
  func `marked people are counted, researchers apart`(format: ReportFormat) throws {
    let report = report(present: 9, researchers: 3)
    #expect(report.workshops[0].attendance?.participants == 9)
    #expect(report.workshops[0].attendance?.researchers == 3)
    let text = try Printing.text(report, format)
    #expect(text.contains("Als aanwezig aangevinkt: 9 deelnemers, 3 onderzoekers"))
    #expect(text.contains("Samen, op de lijst"))
  }

  @Test(arguments: [ReportFormat.markdown, .html])
  func `where all were absent nobody took part`(format: ReportFormat) throws {
    let text = try Printing.text(report(present: 0, absent: 12), format)
    #expect(text.contains("Als aanwezig aangevinkt: 0 deelnemers, 0 onderzoekers"))
  }

  @Test(arguments: [ReportFormat.markdown, .html], Language.allCases)
  func `where nobody was marked the report says so`(format: ReportFormat, language: Language)
    throws
  {
    let report = report(present: 0)
    #expect(report.workshops[0].attendance == nil)
    let unknown = try Printing.words(language).word("report.attendance.unknown")
    #expect(try Printing.text(report, format, language).contains(unknown))
  }

  @Test(arguments: [ReportFormat.markdown, .html])
  func `a number in all says nothing of a team, of which nobody was marked`(format: ReportFormat)
    throws
  {
    let unknown = try Printing.words(.dutch).word("report.attendance.unknown")
    let team = Report.Edition.team(DocumentName(municipality: "Beekdorp"))
    for (edition, isSaid) in [(Report.Edition.public, false), (team, true)] {
      var report = report(present: 0, edition)
      report.workshops[0].participantTotal = 20
      #expect(try Printing.text(report, format, .dutch).contains(unknown) == isSaid)
    }
  }

  @Test func `one or two people are not counted for everybody`() throws {
    let attendance = try #require(report(present: 9, researchers: 2).workshops[0].attendance)
    #expect(attendance.participants == 9 && attendance.researchers == nil)
    #expect(attendance.isNumberWithheld)
    #expect(
      try Printing.text(report(present: 9, researchers: 2)).contains(
        "onderzoekers: aantal weggelaten"))
  }

  @Test func `a team reads of each of its own whether they were there`() throws {
    let team = Report.Edition.team(DocumentName(municipality: "Beekdorp"))
    let report = report(present: 1, absent: 1, team)
    let people = report.participants.flatMap(\.people)
    #expect(people.first?.isPresent == true && people.last?.isPresent == false)
    #expect(people.filter { $0.isPresent == nil }.count == 10)
    #expect(report.workshops[0].attendance?.participants == 1)
    let everybody = self.report(present: 1, absent: 1).participants.flatMap(\.people)
    #expect(everybody.allSatisfy { $0.isPresent == nil })
  }
}
