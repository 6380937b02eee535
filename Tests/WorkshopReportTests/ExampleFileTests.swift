import Foundation
import SessionStore
import Testing
import WorkshopContent
import WorkshopCore

/// The files of the example: as the program itself would write them, and alike on every machine.
struct ExampleFileTests {
  @Test func `a session, five municipalities and a plenary file are there and sound`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Example.folder.path)
    #expect(
      names.filter { !$0.hasPrefix(".") }.sorted() == Example.documentNames.map { "\($0).json" })
    #expect(try SessionFolder(Example.folder.path).check() == [])
  }

  @Test func `everything in it makes sense`() throws {
    let check = try SessionFolder(Example.folder.path).check(
      known: try Content.load(.dutch).knownIDs)
    #expect(check.findings == [])
    #expect(check.isInOrder)
  }

  @Test(arguments: Example.documentNames)
  func `reading and writing a file gives the same bytes`(name: String) throws {
    let bytes = try Example.bytes(name)
    let document = try DocumentCoding.document(
      from: try JSONScanner.value(of: bytes), name: try #require(DocumentName(name)))
    let written = DocumentCoding.bytes(of: document)
    #expect(firstDifference(written, bytes) == nil)
    #expect(!document.isFromNewerVersion)
  }

  @Test func `the records every machine derives have the derived ids`() throws {
    let workshop = try Example.workshop()
    #expect(workshop.documents[.session]?[SessionCollection.workshop, WorkshopInfo.record] != nil)
    for municipality in workshop.municipalities {
      #expect(municipality.id == Municipality.record(for: municipality.document))
      #expect(municipality.document == DocumentName(municipality: municipality.name))
    }
  }

  @Test func `no time and no gesture is made up`() throws {
    for (document, _, record) in try Example.records() {
      #expect(record.isPresent, "\(document.text) \(record.id.text)")
      #expect(record.revisions.count == 1, "\(document.text) \(record.id.text)")
      for revision in record.revisions {
        #expect(revision.at == nil && revision.gesture == nil, "\(revision.id.text)")
        #expect(revision.unknown.isEmpty && revision.verdict == nil, "\(revision.id.text)")
      }
    }
  }

  @Test func `one run counts all revisions from one`() throws {
    let stamps = try Example.records().flatMap { $0.record.revisions.map(\.stamp) }.sorted()
    #expect(stamps.map(\.milliseconds) == (0..<stamps.count).map { Int64($0 + 1) })
    #expect(Set(stamps.map(\.run)).count == 1)
    #expect(stamps.allSatisfy { $0.counter == 0 })
  }

  @Test func `no id stands for two things`() throws {
    let records = try Example.records().map(\.record)
    #expect(Set(records.map(\.id)).count == records.count)
    #expect(Set(records.flatMap(\.revisionIDs)).count == records.count)
  }

  /// The first line in which two files differ, for a failure that can be read.
  private func firstDifference(_ left: [UInt8], _ right: [UInt8]) -> String? {
    guard left != right else { return nil }
    let lines = [left, right].map { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
    let index = zip(lines[0], lines[1]).enumerated().first { $1.0 != $1.1 }?.offset
    return "line \((index ?? lines.map(\.count).min() ?? 0) + 1)"
  }
}
