import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// What programs leave that are killed while they make a session or write a report.
struct UnfinishedSessionTests {
  /// Makes a session in a program that is killed half way; returns the name of what it left.
  private func left(in parent: TemporaryFolder) throws -> String {
    let system = FaultySystem(.hasty)
    system.plan(.refuses([.rename, .remove], code: EINTR))
    var writer = SampleWriter()
    let folder = SessionFolder(parent.path + "/session", fileSystem: system.fileSystem)
    #expect(throws: StoreError.self) {
      try folder.create([writer.note("words of a participant")])
    }
    return try #require(parent.names().first { $0.hasPrefix(".session.") })
  }

  @Test func `it is taken away when the session is made again`() throws {
    let parent = try TemporaryFolder()
    let name = try left(in: parent)
    #expect(parent.names(in: name) != [])
    // One of another name, and what is no such folder, stays.
    try FileSystem.live.makeFolder(parent.path + "/.sessions.12.new")
    try FileSystem.live.makeFolder(parent.path + "/.session.x1.new")
    var writer = SampleWriter()
    try SessionFolder(parent.path + "/session", fileSystem: .hasty).create([writer.note("first")])
    #expect(parent.names() == [".session.x1.new", ".sessions.12.new", "session"])
  }

  @Test func `one that another program is making stays`() throws {
    let parent = try TemporaryFolder()
    let path = parent.path + "/session"
    let inner = Mutex<[String]>([])
    // While the first is on its way a second one makes the session.
    let system = FaultySystem(.hasty) { call, _ in
      guard call == .write, inner.withLock({ $0.isEmpty }) else { return }
      inner.withLock { $0 = parent.names() }
      var writer = SampleWriter(series: 2)
      try? SessionFolder(path, fileSystem: .hasty).create([writer.note("second")])
      inner.withLock { $0 += parent.names() }
    }
    var writer = SampleWriter()
    let error = #expect(throws: StoreError.self) {
      try SessionFolder(path, fileSystem: system.fileSystem).create([writer.note("first")])
    }
    #expect(error?.fact == .exists)
    let names = inner.withLock(\.self)
    #expect(names.count == 3 && names[0] == names[1] && names[2] == "session")
    #expect(parent.names() == ["session"])
    #expect(try SessionFolder(path).load().documents[.amsterdam]?.texts == ["second"])
  }

  @Test func `check and erase name it`() throws {
    let session = try SampleSession()
    let path = session.parent.path + "/.session.0f.new"
    try FileSystem.live.makeFolder(path)
    try session.parent.write("words", to: ".session.0f.new/session.json")
    #expect(try session.folder().check() == [StoreError(file: path, fact: .unfinished)])
    #expect(StoreError(file: path, fact: .unfinished).isNotice)
    #expect(try session.folder().remains() == [path])
    // Not while somebody has it.
    let hold = try #require(try FileSystem.live.hold(path, .folder))
    #expect(try session.folder().check() == [])
    FileSystem.live.close(hold)
  }

  // MARK: Reports

  @Test func `two screens that write one report do not take each other's away`() throws {
    let session = try SampleSession()
    let files = [(name: "a.md", bytes: Array("one".utf8)), (name: "b.md", bytes: [1])]
    let others = [(name: "a.md", bytes: Array("other".utf8)), (name: "b.md", bytes: [2])]
    let isFirst = Mutex(true)
    let system = FaultySystem(.hasty) { call, _ in
      guard call == .sync,
        isFirst.withLock({ first in
          defer { first = false }
          return first
        })
      else { return }
      _ = try? session.folder(.hasty).writeReports(others)
    }
    try session.folder(system.fileSystem).writeReports(files)
    #expect(session.parent.names(in: "session/reports") == ["a.md", "b.md"])
    #expect(try session.parent.text(of: "session/reports/a.md") == "one")
    #expect(try session.parent.bytes(of: "session/reports/b.md") == [1])
  }

  @Test func `what a program left that was killed while it wrote a report goes with the next`()
    throws
  {
    let session = try SampleSession()
    try session.folder().writeReports([(name: "a.md", bytes: [1])])
    for name in [".a.md.0f3.new", ".a.md.new", ".a.md.note.new", ".b.md.12.new"] {
      try session.parent.write("words", to: "session/reports/" + name)
    }
    try session.folder().writeReports([(name: "a.md", bytes: [2])])
    #expect(
      session.parent.names(in: "session/reports") == [".a.md.note.new", ".b.md.12.new", "a.md"])
  }

  // MARK: The start of a document

  @Test(arguments: [
    (#"{"formatVersion": 1}"#, true, true), ("\u{FEFF} \n{\"workshopId\": \"x\"}", true, true),
    (#"{"notes": []}"#, false, true), (#"{"edition": 1, "notes" : []}"#, false, true),
    (#"["formatVersion"]"#, false, false), (#"a "formatVersion" {"#, false, false),
    ("", false, false), ("{}", false, false),
  ])
  func `the first bytes tell what may be a document`(text: String, isCertain: Bool, isLikely: Bool)
  {
    let start = DocumentStart(text.utf8)
    #expect(start.isCertain == isCertain && start.isLikely == isLikely)
  }

  @Test(arguments: [
    (#"{"formatVersion": 1, "erased": ["x"]}"#, true), (#"{"erased":["x"], "notes": []}"#, true),
    ("{\n\t\"erased\" :\n\t[]}", true), (#"{"notes": [{"erased": true}]}"#, false),
    (#"["erased": ["x"]]"#, false), ("{}", false),
  ])
  func `the first bytes tell of erasing, however somebody spaced them`(text: String, tells: Bool) {
    #expect(DocumentStart(text.utf8).tellsOfErasing == tells)
  }
}
