import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// The same files give the same bytes, whatever the order in which they are read.
struct ReadingOrderTests {
  @Test(arguments: 0..<12)
  func `documents and workshops in any order make one report`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var folders = WholeWorkshop.severalFolders()
    // A folder that lost its session file.
    folders.append(folders[2].filter { $0.key != .session })
    let edition = Printing.editions[Int(seed) % Printing.editions.count]
    var results: Set<[UInt8]> = []
    for _ in 0..<4 {
      let workshops = folders.shuffled(using: &random).map { folder in
        Workshop(documents: folder.values.shuffled(using: &random))
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
