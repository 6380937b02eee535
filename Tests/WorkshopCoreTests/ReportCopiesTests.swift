import TestSupport
import Testing
import WorkshopCore

/// Several copies of one workshop in a report, in one of which somebody withdrew.
struct ReportCopiesTests {
  private let beekdorp = WholeWorkshop.beekdorp

  /// A copy with words of somebody, and one in which they withdrew without knowing of those.
  private func copies(by writer: (RecordID) -> JSONValue = { .string($0.text) })
    -> (old: Workshop, new: Workshop)
  {
    var maker = WorkshopMaker()
    let noor = maker.workshop.participants[0].id
    maker.note("van anderen", in: "Duinstad", place: "informal/skills")
    var new = maker.workshop
    let erasure = Erasure(of: noor, in: new.documents.values)
    new.apply(erasure.changes)
    let own = maker.note("EIGEN WOORDEN", in: "Beekdorp", place: "formal/skills")
    maker.change(own, in: beekdorp, set: ["by": writer(noor)])
    maker.note("Noor zei iets", in: "Beekdorp", place: "formal/skills")
    return (maker.workshop, new)
  }

  @Test(arguments: [Report.Edition.public, .team(WholeWorkshop.beekdorp)], [false, true])
  func `words of who withdrew in one copy are in no report of several`(
    edition: Report.Edition, isReversed: Bool
  ) {
    let (old, new) = copies()
    #expect(
      Report(workshops: [old], edition: edition).notes.contains { $0.text == "EIGEN WOORDEN" })
    let report = Report(workshops: isReversed ? [new, old] : [old, new], edition: edition)
    #expect(!report.notes.contains { $0.text == "EIGEN WOORDEN" })
    // What others said of them stays, without the name.
    #expect(report.notes.contains { $0.text == "[…] zei iets" })
    #expect(report.workshops.count == 1)
  }

  @Test func `so are words whose writer was typed by name`() {
    let (old, new) = copies { _ in "Noor" }
    let report = Report(workshops: [old, new])
    #expect(!report.notes.contains { $0.text == "EIGEN WOORDEN" })
  }

  @Test func `figures of several copies do not count them`() {
    let (old, new) = copies()
    let sessions = [old, new].compactMap { $0.documents[.session] }
    let tally = FigureTally(sessions: sessions, edition: .public)
    #expect(tally.folders.map(Set.init) == [[0, 1]])
    let withdrawn = Withdrawn(fromAll: new.documents.values)
    var document = old.documents[beekdorp] ?? Document(name: beekdorp)
    document.apply(Erasure.late(in: document, of: withdrawn))
    #expect(document.notes.map(\.text) == ["Noor zei iets"])
  }

  @Test func `copies are told by the workshop's id where an old clock changed the beginning`() {
    var (old, new) = copies()
    var early = Scribe(surroundings: .counted(series: 7, from: 1_000))
    let step = Scribe.Step(
      .session, SessionCollection.workshop, WorkshopInfo.record, set: ["place": "Bos"])
    var session = old.documents[.session] ?? Document(name: .session)
    for id in [new.documents[.session]?.identity, session.identity].compactMap(\.self) {
      session.join(id)
    }
    old.replace(session)
    old.apply(early.edit([step]).changes)
    let report = Report(workshops: [old, new])
    #expect(report.workshops.count == 1)
    #expect(!report.notes.contains { $0.text == "EIGEN WOORDEN" })
  }
}
