import Foundation
import Synchronization
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// What could not be read again is not written, and what fits is.
struct DocumentLimitTests {
  /// A folder whose documents may be so large; small, so that a test need not write megabytes.
  private func limited(_ session: SampleSession, to limit: Int = 4_000) -> SessionFolder {
    var folder = session.folder()
    folder.documentLimit = limit
    return folder
  }

  private let long = String(repeating: "x", count: 3_000)

  @Test func `a save that would make a file too large is refused before anything is written`()
    throws
  {
    var session = try SampleSession()
    let before = try session.parent.bytes(of: SampleSession.file)
    let error = #expect(throws: StoreError.self) {
      try limited(session).save([session.writer.note(long), session.writer.note("short")])
    }
    #expect(error?.fact == .tooLarge(limit: 4_000))
    #expect(error?.category == .cannotWrite)
    #expect(try session.parent.bytes(of: SampleSession.file) == before)
    #expect(session.litter == [])
    try limited(session).save([session.writer.note("short")])
    #expect(try session.texts() == ["first", "short"])
  }

  @Test func `exactly as large as can be read is written, and one byte more is not`() throws {
    var session = try SampleSession()
    let note = session.writer.note("x")
    var document = try #require(try session.folder().load().documents[.amsterdam])
    document.apply(note)
    let size = DocumentCoding.bytes(of: document).count
    #expect(throws: StoreError.self) { try limited(session, to: size - 1).save([note]) }
    try limited(session, to: size).save([note])
    #expect(try session.parent.bytes(of: SampleSession.file).count == size)
  }

  @Test func `a copy that would make it too large is not merged in`() throws {
    var session = try SampleSession()
    let other = session.parent.path + "/other"
    try FileManager.default.copyItem(atPath: session.path, toPath: other)
    try SessionFolder(other).save([session.writer.note(long)])
    let outcome = try limited(session).merge(SessionFolder(other))
    #expect(outcome.findings.map(\.fact) == [.tooLarge(limit: 4_000)])
    #expect(try session.texts() == ["first"])
  }

  @Test func `an open session keeps what fits, and tells of what does not`() async throws {
    var session = try SampleSession()
    let news = Mutex<[SessionNews]>([])
    let live = LiveSession(folder: limited(session)) { item in news.withLock { $0.append(item) } }
    _ = try await live.open()
    let tooLong = session.writer.note(long)
    let fitting = [session.writer.note("one"), session.writer.note("two")]
    live.submit([fitting[0], tooLong, fitting[1]])
    let unsaved = live.closeAndWait()
    #expect(unsaved.map(\.changes) == [[tooLong]])
    #expect(unsaved.first?.error.fact == .tooLarge(limit: 4_000))
    #expect(try session.texts() == ["first", "one", "two"])
    let kept = news.withLock { news in
      news.flatMap { if case .kept(let changes) = $0 { changes } else { [Change]() } }
    }
    #expect(kept == fitting)
    let failing = news.withLock { news in
      news.contains { if case .failing([tooLong], _) = $0 { true } else { false } }
    }
    #expect(failing)
  }

  @Test func `erasing fits however full a file is`() throws {
    var session = try SampleSession()
    let note = session.writer.note(long)
    try session.folder().save([note])
    let (fitting, leftOut) = FittingChanges.split(
      [session.writer.note("x"), session.writer.erase(note.record)], room: 0)
    #expect(fitting == [session.writer.erase(note.record)])
    #expect(leftOut.count == 1)
  }
}
