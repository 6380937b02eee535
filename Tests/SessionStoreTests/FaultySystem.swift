import Glibc
import SessionStore
import Synchronization

extension FileSystem {
  /// The real file system, except that it does not wait for the disk: a program that is killed takes
  /// nothing along that the system already has.
  static let hasty: FileSystem = {
    var hasty = FileSystem.live
    hasty.sync = { _ in }
    return hasty
  }()
}

/// The real file system, except that calls are counted and some of them fail.
final class FaultySystem: Sendable {
  /// What goes wrong.
  enum Plan: Sendable {
    case nothing
    /// The program is killed at the call of this number: it and all later ones do nothing.
    case killed(at: Int)
    /// One call fails for this reason.
    case fails(at: Int, code: Int32)
    /// The call of this kind and number among its kind fails for this reason.
    case failsOne(SystemFailure.Call, number: Int, code: Int32)
    /// All calls of these kinds fail for this reason.
    case refuses(Set<SystemFailure.Call>, code: Int32)
  }

  private struct State {
    var plan = Plan.nothing
    var count = 0
    var calls: [SystemFailure.Call] = []
  }

  private let state = Mutex(State())
  private let live: FileSystem
  private let unsupported: Set<SystemFailure.Call>
  private let before: @Sendable (SystemFailure.Call, Int) -> Void

  /// Wraps the file system; `before` is called ahead of each call with its number from 1.
  init(
    _ live: FileSystem = .live, unsupported: Set<SystemFailure.Call> = [],
    before: @escaping @Sendable (SystemFailure.Call, Int) -> Void = { _, _ in }
  ) {
    self.live = live
    self.unsupported = unsupported
    self.before = before
  }

  /// What goes wrong from now on; counting begins anew.
  func plan(_ plan: Plan) { state.withLock { $0 = State(plan: plan) } }

  /// The calls since the plan was made.
  var calls: [SystemFailure.Call] { state.withLock { $0.calls } }

  private func pass(_ call: SystemFailure.Call) throws(SystemFailure) {
    let number = state.withLock { state in
      state.count += 1
      state.calls.append(call)
      return state.count
    }
    before(call, number)
    if unsupported.contains(call) { throw SystemFailure(call, code: EINVAL) }
    switch state.withLock({ $0.plan }) {
    case .nothing: return
    case .killed(let at): if number >= at { throw SystemFailure(call, code: EINTR) }
    case .fails(let at, let code): if number == at { throw SystemFailure(call, code: code) }
    case .failsOne(let kind, let number, let code):
      let count = state.withLock { state in state.calls.count { $0 == kind } }
      if call == kind, count == number { throw SystemFailure(call, code: code) }
    case .refuses(let calls, let code):
      if calls.contains(call) { throw SystemFailure(call, code: code) }
    }
  }

  /// The file system with its faults; closing always works, as it does for the system when a program
  /// dies.
  var fileSystem: FileSystem {
    let live = live
    var faulty = live
    faulty.open = { (path, purpose) throws(SystemFailure) in
      try self.pass(.open)
      return try live.open(path, purpose)
    }
    faulty.read = { (descriptor, buffer) throws(SystemFailure) in
      try self.pass(.read)
      return try live.read(descriptor, buffer)
    }
    faulty.write = { (descriptor, bytes) throws(SystemFailure) in
      // Half of it goes before anything goes wrong.
      let half = UnsafeRawBufferPointer(rebasing: bytes[..<((bytes.count + 1) / 2)])
      do throws(SystemFailure) {
        try self.pass(.write)
      } catch {
        _ = try? live.write(descriptor, half)
        throw error
      }
      return try live.write(descriptor, half)
    }
    faulty.sync = { (descriptor) throws(SystemFailure) in
      try self.pass(.sync)
      try live.sync(descriptor)
    }
    faulty.status = { (path) throws(SystemFailure) in
      try self.pass(.status)
      return try live.status(path)
    }
    faulty.statusOfTarget = { (path) throws(SystemFailure) in
      try self.pass(.status)
      return try live.statusOfTarget(path)
    }
    faulty.statusOfOpen = { (descriptor) throws(SystemFailure) in
      try self.pass(.status)
      return try live.statusOfOpen(descriptor)
    }
    faulty.setPermissions = { (descriptor, permissions) throws(SystemFailure) in
      try self.pass(.permissions)
      try live.setPermissions(descriptor, permissions)
    }
    faulty.list = { (path) throws(SystemFailure) in
      try self.pass(.list)
      return try live.list(path)
    }
    faulty.exchange = { (one, other) throws(SystemFailure) in
      try self.pass(.exchange)
      try live.exchange(one, other)
    }
    faulty.renameIfAbsent = { (from, to) throws(SystemFailure) in
      try self.pass(.rename)
      try live.renameIfAbsent(from, to)
    }
    faulty.rename = { (from, to) throws(SystemFailure) in
      try self.pass(.rename)
      try live.rename(from, to)
    }
    faulty.remove = { (path) throws(SystemFailure) in
      try self.pass(.remove)
      try live.remove(path)
    }
    faulty.removeFolder = { (path) throws(SystemFailure) in
      try self.pass(.remove)
      try live.removeFolder(path)
    }
    faulty.makeFolder = { (path) throws(SystemFailure) in
      try self.pass(.makeFolder)
      try live.makeFolder(path)
    }
    faulty.tryLock = { (descriptor) throws(SystemFailure) in
      try self.pass(.lock)
      return try live.tryLock(descriptor)
    }
    return faulty
  }
}

/// A clock that goes only where a test puts it; waiting moves it on at once.
final class TestClock: Sendable {
  private let nanoseconds: Mutex<Int64>

  init(wall: Int64 = 1_900_000_000_000_000_000) { nanoseconds = Mutex(wall) }

  func advance(seconds: Double) { nanoseconds.withLock { $0 += Int64(seconds * 1e9) } }

  var clock: StoreClock {
    StoreClock(
      uptime: { self.nanoseconds.withLock { $0 } }, wall: { self.nanoseconds.withLock { $0 } },
      pause: { pause in self.nanoseconds.withLock { $0 += pause } })
  }
}
