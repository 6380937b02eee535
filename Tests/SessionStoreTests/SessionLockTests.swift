import Foundation
import SessionStore
import Synchronization
import TestSupport
import Testing
import WorkshopCore

/// Who may write, and what becomes of those who wait.
struct SessionLockTests {
  @Test(arguments: [".lock", ".turn"])
  func whoWaitsTooLongIsToldSo(name: String) throws {
    var session = try SampleSession()
    let path = session.path + "/" + name
    let descriptor = try FileSystem.live.open(path, .lock)
    #expect(try FileSystem.live.tryLock(descriptor))
    let clock = TestClock()
    let start = clock.clock.uptime()
    do throws(StoreError) {
      try session.folder(clock: clock.clock).save([session.writer.note("second")])
      Issue.record("saved without the lock")
    } catch {
      #expect(error == StoreError(file: path, fact: .busy(seconds: 10)))
      #expect(error.category == .busy)
    }
    let waited = clock.clock.uptime() - start
    #expect(waited >= 10_000_000_000 && waited < 10_100_000_000)
    #expect(try session.texts() == ["first"])
    FileSystem.live.close(descriptor)
    try session.folder().save([session.writer.note("second")])
    #expect(try session.texts() == ["first", "second"])
  }

  @Test func aLockThatSomebodyRemovedKeepsNobodyOut() throws {
    var session = try SampleSession()
    let path = session.path + "/.lock"
    let removals = Mutex(0)
    let system = FaultySystem { call, _ in
      guard call == .lock else { return }
      let isSecond = removals.withLock { count in
        count += 1
        return count == 2
      }
      if isSecond { try? FileSystem.live.remove(path) }
    }
    try session.folder(system.fileSystem).save([session.writer.note("second")])
    #expect(try session.texts() == ["first", "second"])
    #expect(system.calls.filter { $0 == .lock }.count == 3)
  }

  @Test func aLinkInItsPlaceIsNotFollowed() throws {
    var session = try SampleSession()
    let path = session.path + "/.lock"
    try? FileSystem.live.remove(path)
    #expect(symlink("elsewhere", path) == 0)
    #expect(throws: StoreError(file: path, fact: .notAFile(.link))) {
      try session.folder().save([session.writer.note("second")])
    }
    #expect(!session.parent.names(in: "session").contains("elsewhere"))
  }
}
