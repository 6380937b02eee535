import Glibc
import WorkshopCore

/// The folder in which this machine remembers what is in no session: drafts, and notes on their way.
///
/// Only its owner can read it. The path that the environment gives may lead through links, which are followed
/// once; after that the folder itself and what is in it are no links, so that nobody else decides where words are
/// written.
public struct StateFolder: Sendable {
  /// Its path.
  public let path: String
  let fileSystem: FileSystem
  let clock: StoreClock

  /// What the name of a file that is still being written ends in.
  static let unfinished = ".new"

  /// Takes a folder, whether it is there or not.
  public init(_ path: String, fileSystem: FileSystem = .live, clock: StoreClock = .live) {
    self.path = path
    self.fileSystem = fileSystem
    self.clock = clock
  }

  /// Finds the folder of a user; `nil` where the environment names none.
  ///
  /// Links on the way to it are followed now, and not again. Source: XDG Base Directory Specification, which has
  /// relative paths ignored.
  public init?(environment: [String: String]) {
    let given: String
    if let state = environment["XDG_STATE_HOME"], state.utf8.first == 0x2F {
      given = "\(state)/werkplaats"
    } else if let home = environment["HOME"], !home.isEmpty {
      given = "\(home)/.local/state/werkplaats"
    } else {
      return nil
    }
    self.init(SessionLocation(folder: given).resolved(by: .live))
  }

  func path(of name: String) -> String { "\(path)/\(name)" }

  // MARK: Reading

  /// The names of what is there, in the order of their bytes; none where there is no folder.
  func names() throws(StoreError) -> [String] {
    do {
      guard let status = try fileSystem.statusIfPresent(path) else { return [] }
      // What is no folder is told of by who writes there; nothing is remembered in it.
      guard status.kind == .folder else { return [] }
      return try fileSystem.list(path).sorted { $0.precedesByBytes($1) }
    } catch {
      throw StoreError(file: path, fact: .cannotRead(error))
    }
  }

  /// The bytes of a file; `nil` if there is none.
  func bytes(of name: String, limit: Int) throws(StoreError) -> [UInt8]? {
    do throws(FileSystem.ReadProblem) {
      return try fileSystem.content(of: path(of: name), limit: limit)?.bytes
    } catch {
      throw StoreError(file: path(of: name), fact: error.fact(limit: limit))
    }
  }

  // MARK: Writing

  /// Does something while no other program of this machine writes here; makes the folder first.
  func exclusively<Value>(_ body: () throws(SystemFailure) -> Value) throws(StoreError) -> Value {
    try onWriting(path) { () throws(SystemFailure) in try makeFolders() }
    let status = try onWriting(path) { () throws(SystemFailure) in try fileSystem.status(path) }
    guard status.kind == .folder else {
      throw StoreError(file: path, fact: .notAFolder(status.kind))
    }
    let lock = try SessionLock(folder: path, fileSystem: fileSystem, clock: clock)
    defer { withExtendedLifetime(lock) {} }
    return try onWriting(path, body)
  }

  /// Puts bytes in the place of a file in one step; only while nobody else writes here.
  ///
  /// A link, or anything else that is no file, stays as it is.
  ///
  /// - Parameter isAwaited: Whether the file's name must be on the disk as well when this returns.
  func replace(_ name: String, with bytes: [UInt8], isAwaited: Bool) throws(SystemFailure) {
    try place(try draft(of: name, bytes))
    if isAwaited { try fileSystem.syncFolder(path) }
  }

  /// A new file that is whole, on its way to its name.
  struct Draft {
    fileprivate let path: String
    fileprivate let target: String
  }

  /// Writes bytes beside a file; only while nobody else writes here.
  func draft(of name: String, _ bytes: [UInt8]) throws(SystemFailure) -> Draft {
    let target = path(of: name)
    if let there = try fileSystem.statusIfPresent(target), there.kind != .file {
      throw SystemFailure(.open, code: there.kind == .link ? ELOOP : EEXIST)
    }
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    let draft = "\(target).\(random)\(StateFolder.unfinished)"
    try fileSystem.writeNewFile(bytes, at: draft)
    return Draft(path: draft, target: target)
  }

  /// Puts a draft in the place of its file in one step.
  func place(_ draft: Draft) throws(SystemFailure) {
    do throws(SystemFailure) {
      try fileSystem.rename(draft.path, draft.target)
    } catch {
      try? fileSystem.remove(draft.path)
      throw error
    }
  }

  /// Waits until the names of files are on the disk.
  func syncNames() throws(SystemFailure) { try fileSystem.syncFolder(path) }

  /// Removes a file if it is there.
  func remove(_ name: String) throws(SystemFailure) {
    do throws(SystemFailure) {
      try fileSystem.remove(path(of: name))
    } catch {
      guard error.isMissing else { throw error }
    }
  }

  private func makeFolders() throws(SystemFailure) {
    // What has the name already is looked at under the lock.
    guard try fileSystem.statusIfPresent(path) == nil else { return }
    try fileSystem.makeFolders(path)
  }

  private func onWriting<Value>(_ file: String, _ body: () throws(SystemFailure) -> Value)
    throws(StoreError) -> Value
  {
    do {
      return try body()
    } catch {
      throw StoreError(file: file, fact: .cannotWrite(error))
    }
  }
}
