import TestSupport
import Testing
import WorkshopCore

/// The ids that reports print say nothing of what they leave out.
struct PrintedIDTests {
  private let beekdorp = WholeWorkshop.beekdorp

  /// A workshop with a note and a role that were typed by hand, with a name in them.
  private func workshop(_ name: String, series: UInt8 = 1) throws -> Workshop {
    var maker = WorkshopMaker(surroundings: .counted(series: series))
    maker.note("getypt op het scherm", in: "Beekdorp", place: "formal/skills")
    var workshop = maker.workshop
    let typed = try DocumentCoding.document(
      from: .object([
        "formatVersion": .integer(1),
        "notes": .array([
          .object([
            "text": .string("Krijgt vaders aan het praten, zoals \(name)"),
            "activity": "strengths", "group": "formal", "place": "informal/knowledge",
          ]),
          .object([
            "text": .string("\(name) belt iedere week"), "activity": "strengths",
            "group": "formal", "place": "informal/skills",
          ]),
        ]),
      ]), name: beekdorp)
    var document = workshop.documents[beekdorp] ?? Document(name: beekdorp)
    document.merge(typed)
    workshop.replace(document)
    return workshop
  }

  private func ids(_ workshop: Workshop) -> [RecordID] {
    workshop.notes.all.map(\.id).filter { !$0.isDrawn }
  }

  @Test func `an id that follows from words is in no report as it stands, and a drawn one is`()
    throws
  {
    let workshop = try workshop("Noor")
    #expect(ids(workshop).count == 2)
    for edition in [Report.Edition.public, .team(beekdorp)] {
      let report = Report(workshops: [workshop], edition: edition)
      let printed = report.notes.map(\.id)
      for id in ids(workshop) { #expect(!"\(report)".contains(id.text)) }
      #expect(printed.contains { RecordID($0)?.isDrawn == true })
      // All editions have the same, and so do links.
      #expect(Set(printed) == Set(Report(workshops: [workshop]).notes.map(\.id)))
      let told = report.strengths.flatMap(\.boxes).flatMap(\.items).map(\.note)
      #expect(Set(told).isSubset(of: printed))
    }
    // Whoever guesses all words in a workshop of their own gets another id.
    let guess = try self.workshop("Noor", series: 9)
    #expect(ids(guess) == ids(workshop))
    let theirs = Report(workshops: [guess]).notes.map(\.id)
    #expect(Set(theirs).isDisjoint(with: Report(workshops: [workshop]).notes.map(\.id)))
  }

  @Test func `the order of what was made at one moment is that of printed ids`() throws {
    let report = Report(workshops: [try workshop("Noor")])
    let typed = report.notes.map(\.id).filter { RecordID($0)?.isDrawn == false }
    #expect(typed == typed.sorted { $0 < $1 })
  }

  @Test func `a note is found by the id that reports print`() throws {
    let workshop = try workshop("Noor")
    let printed = PrintedIDs(workshop)
    for id in ids(workshop) {
      let text = printed.text(of: id)
      #expect(printed.note(printedAs: text.uppercased(), in: workshop.documents.values) == id)
    }
    #expect(printed.note(printedAs: "nee", in: workshop.documents.values) == nil)
  }

  @Test func `a workshop that was typed by hand as a whole has a key as well`() throws {
    let session = try DocumentCoding.document(
      from: .object(["participants": .array([.object(["name": "Noor"])])]), name: .session)
    let notes = try DocumentCoding.document(
      from: .object([
        "notes": .array([.object(["text": "Noor belt", "activity": "walk"])])
      ]), name: beekdorp)
    let workshop = Workshop(documents: [session, notes])
    let report = Report(workshops: [workshop])
    #expect(report.notes.map(\.text) == ["[…] belt"])
    #expect(report.notes.map(\.id) != ids(workshop).map(\.text))
    #expect(report == Report(workshops: [workshop]))
  }
}
