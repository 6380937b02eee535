import Dispatch
import Glibc
import SessionStore
import Synchronization
import TestSupport
import Testing
import WorkshopCore

/// A session that is kept open: saving in the background, following others, telling what is so.
struct LiveSessionTests {
  @Test func whatIsSubmittedIsKeptInOrder() async throws {
    var session = try SampleSession()
    let log = NewsLog()
    let live = LiveSession(folder: session.folder(), changed: log.add)
    _ = try await live.open()
    let notes = (0..<50).map { session.writer.note("note \($0)") }
    for note in notes { live.submit([note]) }
    #expect(await live.flush().isEmpty)
    #expect(log.kept == notes)
    #expect(log.shown(.amsterdam) == ["first"] + (0..<50).map { "note \($0)" })
    #expect(try session.texts().count == 51)
    #expect(await live.close().isEmpty)
  }

  @Test func closingFromOutsideWaits() throws {
    var session = try SampleSession()
    let live = LiveSession(folder: session.path) { _ in }
    live.submit([session.writer.note("second")])
    #expect(live.closeAndWait().isEmpty)
    #expect(try session.texts() == ["first", "second"])
  }

  @Test func eachSeesWhatTheOtherAddsWithinASecond() async throws {
    var session = try SampleSession()
    let logs = (NewsLog(), NewsLog())
    let one = LiveSession(folder: session.folder(), changed: logs.0.add)
    let other = LiveSession(folder: session.folder(), changed: logs.1.add)
    for live in [one, other] {
      _ = try await live.open()
      await live.follow()
    }
    let utrecht = DocumentName(municipality: "Utrecht")
    one.submit([session.writer.note("second")])
    try await eventually { logs.1.shown(.amsterdam) == ["first", "second"] }
    other.submit([session.writer.note("third"), session.writer.note("new", in: utrecht)])
    try await eventually { logs.0.shown(.amsterdam) == ["first", "second", "third"] }
    try await eventually { logs.0.shown(utrecht) == ["new"] }
    await one.close()
    await other.close()
  }

  @Test(.timeLimit(.minutes(2)))
  func threeWritersAtOnceLoseNothing() async throws {
    let session = try SampleSession()
    let folder = session.folder()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for series in UInt8(11)...12 {
        group.addTask {
          var writer = SampleWriter(series: series)
          let live = LiveSession(folder: folder) { _ in }
          _ = try await live.open()
          for number in 0..<350 {
            live.submit([writer.note("\(series).\(number)")])
            if number % 10 == 0 { await Task.yield() }
          }
          #expect(await live.close().isEmpty)
        }
      }
      group.addTask {
        try await onAThread {
          var writer = SampleWriter(series: 13)
          for number in 0..<100 { try folder.save([writer.note("13.\(number)")]) }
        }
      }
      try await group.waitForAll()
    }
    let texts = try session.texts()
    #expect(texts.count == 801)
    #expect(Set(texts).count == 801)
    #expect(session.litter == [])
  }

  @Test func aFullDiskIsToldOnceAndTriedAgain() async throws {
    var session = try SampleSession()
    let log = NewsLog()
    let system = FaultySystem()
    let clock = TestClock()
    let live = LiveSession(
      folder: session.path, fileSystem: system.fileSystem, clock: clock.clock, changed: log.add)
    _ = try await live.open()
    system.plan(.refuses([.write], code: ENOSPC))
    let notes = [session.writer.note("second"), session.writer.note("third")]
    live.submit([notes[0]])
    let unsaved = await live.flush()
    #expect(unsaved.map(\.changes) == [[notes[0]]])
    #expect(unsaved.first?.error.fact == .cannotWrite(SystemFailure(.write, code: ENOSPC)))
    for _ in 0..<3 {
      clock.advance(seconds: 1)
      await live.poll()
    }
    #expect(log.failing == [[notes[0]]])
    live.submit([notes[1]])
    await live.flush()
    #expect(log.failing == [[notes[0]], notes])
    #expect(try session.texts() == ["first"])
    system.plan(.nothing)
    await live.poll()
    #expect(log.kept == [])
    clock.advance(seconds: 1)
    await live.poll()
    #expect(log.kept == notes)
    #expect(try session.texts() == ["first", "second", "third"])
    #expect(session.litter == [])
    #expect(await live.close().isEmpty)
  }

  @Test func whatCannotBeSavedIsHandedBack() async throws {
    var session = try SampleSession()
    let system = FaultySystem()
    let live = LiveSession(folder: session.folder(system.fileSystem)) { _ in }
    _ = try await live.open()
    system.plan(.refuses([.open], code: EROFS))
    let note = session.writer.note("second")
    live.submit([note])
    let unsaved = await live.close()
    #expect(unsaved.map(\.changes) == [[note]])
    #expect(unsaved.first?.error.category == .cannotWrite)
  }

  @Test func anIdleSessionOnlyAsksForStatus() async throws {
    let session = try SampleSession()
    let system = FaultySystem()
    let clock = TestClock()
    let live = LiveSession(
      folder: session.path, fileSystem: system.fileSystem, clock: clock.clock
    ) { _ in }
    _ = try await live.open()
    await live.poll()
    system.plan(.nothing)
    for _ in 0..<10 { await live.poll() }
    #expect(system.calls == Array(repeating: .status, count: 30))
  }

  @Test func oneNoteMoreIsSavedWithoutReadingTheFileFirst() async throws {
    var session = try SampleSession()
    let system = FaultySystem()
    let live = LiveSession(folder: session.folder(system.fileSystem)) { _ in }
    _ = try await live.open()
    system.plan(.nothing)
    live.submit([session.writer.note("second")])
    await live.flush()
    let calls = system.calls
    let exchange = try #require(calls.firstIndex(of: .exchange))
    #expect(!calls[..<exchange].contains(.read))
    #expect(calls[exchange...].contains(.read))
  }
}

/// Waits until something is so, and fails after ten seconds.
func eventually(_ condition: () throws -> Bool) async throws {
  for _ in 0..<2000 {
    if try condition() { return }
    try await Task.sleep(for: .milliseconds(5))
  }
  Issue.record("it did not come to that")
}

/// Runs blocking work on a thread outside of the pool of tasks.
func onAThread(_ body: @escaping @Sendable () throws -> Void) async throws {
  try await withCheckedThrowingContinuation {
    (continuation: CheckedContinuation<Void, any Error>) in
    DispatchQueue(label: "writer").async { continuation.resume(with: Result { try body() }) }
  }
}

/// Everything a live session told.
final class NewsLog: Sendable {
  private let news = Mutex<[SessionNews]>([])

  var add: @Sendable (SessionNews) -> Void { { item in self.news.withLock { $0.append(item) } } }

  var all: [SessionNews] { news.withLock(\.self) }

  /// The changes that are kept, in order.
  var kept: [Change] {
    all.flatMap { item in if case .kept(let changes) = item { changes } else { [] as [Change] } }
  }

  var failing: [[Change]] {
    all.compactMap { item in if case .failing(let changes, _) = item { changes } else { nil } }
  }

  var damaged: [StoreError] {
    all.compactMap { item in if case .damaged(let error) = item { error } else { nil } }
  }

  var setAside: [StoreError] {
    all.compactMap { item in if case .setAside(let error) = item { error } else { nil } }
  }

  var repaired: [DocumentName] {
    all.compactMap { item in if case .repaired(let name) = item { name } else { nil } }
  }

  /// The notes of a document as last told.
  func shown(_ name: DocumentName) -> [String] {
    let documents = all.flatMap { item -> [Document] in
      if case .documents(let documents) = item { documents } else { [] }
    }
    return documents.last { $0.name == name }?.texts ?? []
  }
}
