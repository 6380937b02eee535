import ReportText
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
    let report = report(present: 9, researchers: 4)
    #expect(report.workshops[0].attendance?.participants == 9)
    #expect(report.workshops[0].attendance?.researchers == 4)
    let text = try Printing.text(report, format)
    #expect(text.contains("Als aanwezig aangevinkt: 9 deelnemers, 4 onderzoekers"))
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

  @Test(arguments: [10, 11, 12])
  func `that one or two of the list were not there is not worked out`(present: Int) throws {
    let report = report(present: present, researchers: 4)
    let attendance = try #require(report.workshops[0].attendance)
    #expect(attendance.participants == (present == 12 ? 12 : nil))
    #expect(attendance.isNumberWithheld == (present < 12))
    let team = self.report(
      present: present, researchers: 4, .team(DocumentName(municipality: "Beekdorp")))
    #expect(team.workshops[0].attendance?.participants == present)
  }

  @Test(arguments: [1, 3])
  func `nobody stands in the list for everybody who was absent throughout`(absent: Int) throws {
    var maker = WorkshopMaker(
      NewWorkshop(
        title: "Wie er was", language: .dutch, municipalities: ["Beekdorp"], items: [],
        people: (0..<9).map { number in
          NewWorkshop.Person(
            name: nil, function: "functie \(number)", standing: .informal, municipality: "Beekdorp")
        }))
    for (number, person) in maker.workshop.participants.enumerated() {
      maker.change(
        person.id, in: .session, SessionCollection.participants,
        set: ["consent-function": .bool(true), "present-day-2": .bool(number >= absent)])
    }
    let report = Report(workshops: [maker.workshop])
    let group = try #require(report.participants.first)
    #expect(group.people.map(\.function) == (absent..<9).map { "functie \($0)" })
    // With their number it would follow that one was away, and who.
    #expect(group.number == (absent == 1 ? nil : 9))
    #expect(group.unlisted == (absent == 1 ? nil : 3))
    let team = Report(
      workshops: [maker.workshop], edition: .team(DocumentName(municipality: "Beekdorp")))
    #expect(team.participants.first?.people.count == 9)
  }

  @Test func `researchers of a municipality are counted apart`() throws {
    let people = (0..<8).map { number in
      NewWorkshop.Person(
        name: "Naam\(number)", function: nil, standing: number < 3 ? .researcher : .formal,
        municipality: "Beekdorp")
    }
    let maker = WorkshopMaker(
      NewWorkshop(
        title: "Wie er was", language: .dutch, municipalities: ["Beekdorp"], items: [],
        people: people))
    for edition in [Report.Edition.public, .team(DocumentName(municipality: "Beekdorp"))] {
      let report = Report(workshops: [maker.workshop], edition: edition)
      #expect(report.participants.first?.number == 5)
      #expect(report.participants.first?.researchers == 3)
      #expect(
        try Printing.text(report).contains("- **Beekdorp**: 5 deelnemers, 3 onderzoekers\n"))
    }
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
