import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// The same files give the same bytes, whatever the order in which they are read.
struct ReadingOrderTests {
  @Test(arguments: 0..<12)
  func `documents and workshops in any order make one report`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let first = WholeWorkshop(.counted(series: 1))
    var copy = first
    copy.maker.note("alleen in de kopie", in: "Beekdorp", activity: .tree, place: "roots")
    let second = WholeWorkshop(.counted(series: 2))
    // The same note also stands in another file and in another workshop, as after copying by hand.
    var third = WholeWorkshop(bare: .counted(series: 3))
    third.maker.note("derde", activity: .walk)
    let stray = try #require(first.workshop.documents[WholeWorkshop.beekdorp])
    var other = Document(name: .plenary)
    for record in stray.records(SessionCollection.notes) {
      other.insert(record, into: SessionCollection.notes)
    }
    var thirdDocuments = third.workshop.documents
    thirdDocuments[.plenary, default: Document(name: .plenary)].merge(other)
    let folders = [
      Array(first.workshop.documents.values), Array(copy.workshop.documents.values),
      Array(second.workshop.documents.values), Array(thirdDocuments.values),
      // A folder that lost its session file.
      second.workshop.documents.values.filter { $0.name != .session },
    ]
    let edition = Printing.editions[Int(seed) % Printing.editions.count]
    var results: Set<[UInt8]> = []
    for _ in 0..<4 {
      let workshops = folders.shuffled(using: &random).map { folder in
        Workshop(documents: folder.shuffled(using: &random))
      }
      let report = Report(workshops: workshops, edition: edition)
      #expect(
        report.notes.contains { $0.text == "alleen in de kopie" }
          == (edition != .team(WholeWorkshop.duinstad)))
      for format in ReportFormat.allCases {
        results.insert(
          [UInt8(format.rawValue.utf8.first ?? 0)] + (try Printing.bytes(report, format)))
      }
    }
    #expect(results.count == ReportFormat.allCases.count, "seed \(seed)")
  }

  @Test func `changes that came one by one give the same bytes as files read at once`() throws {
    let whole = WholeWorkshop()
    let again = Workshop(documents: whole.workshop.documents.values)
    for edition in Printing.editions {
      for format in ReportFormat.allCases {
        let live = try Printing.bytes(Report(workshops: [whole.workshop], edition: edition), format)
        let read = try Printing.bytes(Report(workshops: [again], edition: edition), format)
        #expect(live == read)
      }
    }
  }

  @Test func `a copy counts once, with what each copy knows`() {
    let first = WholeWorkshop()
    var copy = first
    copy.maker.note("later", activity: .recap)
    let alone = Report(workshops: [copy.workshop])
    #expect(Report(workshops: [first.workshop, copy.workshop]) == alone)
    #expect(Report(workshops: [copy.workshop, first.workshop, copy.workshop]) == alone)
  }
}
