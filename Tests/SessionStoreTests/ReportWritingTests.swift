import Foundation
import Glibc
import SessionStore
import TestSupport
import Testing

/// Reports beside a session's files: in one step, no document, and nothing left of what failed.
struct ReportWritingTests {
  private static let files = [
    (name: "report-public.md", bytes: Array("# Verslag\n".utf8)),
    (name: "report-public.json", bytes: Array("{}\n".utf8)),
  ]
  private static let names = ["report-public.json", "report-public.md"]

  @Test func `they are in a folder of their own, for the owner alone`() throws {
    let session = try SampleSession()
    let before = try session.folder().load()
    #expect(try session.folder().writeReports(Self.files) == session.path + "/reports")
    #expect(session.parent.names(in: "session/reports") == Self.names)
    #expect(try session.parent.text(of: "session/reports/report-public.md") == "# Verslag\n")
    for (name, mode) in [("reports", 0o700), ("reports/report-public.md", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: session.path + "/" + name)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(name)")
    }
    // Nothing of it is taken for a document, a stray file or another session.
    let after = try session.folder().load()
    #expect(after.documents == before.documents && after.findings.isEmpty)
    #expect(try session.folder().check() == [])
    #expect(try SessionLocation.all(in: session.parent.path).map(\.name) == ["session"])
    #expect(try SessionLocation.all(in: session.path).isEmpty)
  }

  @Test func `a report takes the place of the one before`() throws {
    let session = try SampleSession()
    try session.folder().writeReports([(name: "a.md", bytes: Array("oud".utf8))])
    // What a crash left does not stand in the way.
    try session.parent.write("half", to: "session/reports/.a.md.new")
    try session.folder().writeReports([(name: "a.md", bytes: Array("nieuw".utf8))])
    #expect(try session.parent.text(of: "session/reports/a.md") == "nieuw")
    #expect(session.parent.names(in: "session/reports") == ["a.md"])
  }

  @Test(arguments: [ENOSPC, EDQUOT, EACCES, EROFS, EIO])
  func `a failure leaves the reports of before, whole`(_ code: Int32) throws {
    let session = try SampleSession()
    let system = FaultySystem()
    let folder = SessionFolder(session.path, fileSystem: system.fileSystem)
    try folder.writeReports(Self.files)
    let whole = system.calls.count
    let changed = Self.files.map { (name: $0.name, bytes: $0.bytes + $0.bytes) }
    var failures = 0
    for number in 1...(whole + 2) {
      try session.folder().writeReports(Self.files)
      system.plan(.fails(at: number, code: code))
      do {
        try folder.writeReports(changed)
      } catch {
        failures += 1
        #expect(error.code == code)
        #expect(error.isFull == [ENOSPC, EDQUOT].contains(code))
        #expect(error.isForbidden == [EACCES, EROFS].contains(code))
      }
      // Each file is the one of before or the new one, never half of it, and nothing else is there.
      #expect(session.parent.names(in: "session/reports") == Self.names, "at call \(number)")
      for (old, new) in zip(Self.files, changed) {
        let bytes = try session.parent.bytes(of: "session/reports/" + old.name)
        #expect(bytes == old.bytes || bytes == new.bytes, "at call \(number)")
      }
      #expect(try session.folder().check() == [])
    }
    #expect(failures > 6)
  }

  @Test func `a disk that is full half way changes none of the files`() throws {
    let session = try SampleSession()
    try session.folder().writeReports(Self.files)
    let system = FaultySystem()
    let folder = SessionFolder(session.path, fileSystem: system.fileSystem)
    // The first file goes well, the second does not.
    system.plan(.failsOne(.sync, number: 2, code: ENOSPC))
    let changed = Self.files.map { (name: $0.name, bytes: $0.bytes + [0x21]) }
    #expect(throws: SystemFailure(.sync, code: ENOSPC)) { try folder.writeReports(changed) }
    for file in Self.files {
      #expect(try session.parent.bytes(of: "session/reports/" + file.name) == file.bytes)
    }
  }

  @Test func `a folder in which nobody may write is left alone`() throws {
    let session = try SampleSession()
    let system = FaultySystem()
    system.plan(.refuses([.makeFolder], code: EACCES))
    let folder = SessionFolder(session.path, fileSystem: system.fileSystem)
    let failure = #expect(throws: SystemFailure.self) { try folder.writeReports(Self.files) }
    #expect(failure?.isForbidden == true)
    #expect(!session.parent.names(in: "session").contains("reports"))
  }

  @Test func `a file in the folder's place is not touched`() throws {
    let session = try SampleSession()
    try session.parent.write("mijn lijst", to: "session/reports")
    #expect(throws: SystemFailure.self) { try session.folder().writeReports(Self.files) }
    #expect(try session.parent.text(of: "session/reports") == "mijn lijst")
  }
}
