import Synchronization
import WorkshopCore

/// Where the second copy of a session is: a folder that is itself that copy, or the folder it is to be in.
///
/// On a stick it is in a folder named after the session. A folder that is not there is waited for; it is
/// never made, since it may be where a stick belongs. Links on the way to the folder are followed once, when
/// it is first there; below it none is.
public struct MirrorPlace: Sendable {
  /// The folder that was named.
  public let path: String
  private let fileSystem: FileSystem
  private let clock: StoreClock
  private let resolved = Resolved()

  /// The path without links, once it is known; all copies of a place know it.
  private final class Resolved: Sendable {
    let path = Mutex<String?>(nil)
  }

  /// Takes a folder, whether it is there or not.
  public init(_ path: String, fileSystem: FileSystem = .live, clock: StoreClock = .live) {
    var path = path
    while path.utf8.count > 1, path.utf8.last == 0x2F { path.removeLast() }
    self.path = path
    self.fileSystem = fileSystem
    self.clock = clock
  }

  /// Looks whether a session may have its copy there; a folder that is not there (yet) is no fault.
  ///
  /// - Throws: `withinSession` or `otherWorkshopThere`, or `notAFolder`.
  public func check(for session: SessionFolder) throws(StoreError) {
    do {
      let copy = try copy(of: session)
      guard try !copy.isMissing() else { return }
      try expectKin(copy, of: session)
    } catch {
      if case .cannotRead(let failure) = error.fact, failure.isMissing { return }
      throw error
    }
  }

  /// The folder of the copy.
  ///
  /// - Throws: Why there can be none: `cannotRead` where the place is missing, `notAFolder` where a link has
  ///   come in its way since.
  func copy(of session: SessionFolder) throws(StoreError) -> SessionFolder {
    let path = try pathWithoutLinks()
    let home = try identity(session.path)
    // What lies in the session is the session's, however it is spelled.
    for folder in try ancestors(of: path) where folder.isSameFile(as: home) {
      throw StoreError(file: path, fact: .withinSession)
    }
    let isItself = try isThere("\(path)/session.json")
    let copy = SessionFolder(
      isItself ? path : "\(path)/\(session.name)", fileSystem: fileSystem, clock: clock)
    if try isThere(copy.path) {
      // What a link on a stick leads to is none of a workshop's.
      try expectFolder(copy.path)
      if try identity(copy.path).isSameFile(as: home) {
        throw StoreError(file: copy.path, fact: .withinSession)
      }
    }
    return copy
  }

  /// The path, whose links are followed now if they were not before.
  private func pathWithoutLinks() throws(StoreError) -> String {
    if let known = resolved.path.withLock(\.self) {
      try expectFolder(known)
      return known
    }
    let kind = try reading(path) { () throws(SystemFailure) in
      try fileSystem.statusOfTarget(path).kind
    }
    guard kind == .folder else { throw StoreError(file: path, fact: .notAFolder(kind)) }
    let found = SessionLocation(folder: path).resolved(by: fileSystem)
    try expectFolder(found)
    resolved.path.withLock { $0 = found }
    return found
  }

  private func expectKin(_ copy: SessionFolder, of session: SessionFolder) throws(StoreError) {
    let theirs: LoadedSession
    do {
      theirs = try copy.load()
    } catch {
      // An empty folder of that name is as good as none.
      guard error.fact == .noSession else { throw error }
      if try isEmpty(copy.path) { return }
      throw StoreError(file: copy.path, fact: .otherWorkshopThere)
    }
    let ours = try session.load().documents[.session] ?? Document(name: .session)
    guard let other = theirs.documents[.session], !other.collections.isEmpty else { return }
    guard ours.isKin(of: other, in: nil) else {
      throw StoreError(file: copy.path, fact: .otherWorkshopThere)
    }
  }

  private func isEmpty(_ path: String) throws(StoreError) -> Bool {
    try reading(path) { () throws(SystemFailure) in
      try fileSystem.list(path).allSatisfy { $0.utf8.first == 0x2E }
    }
  }

  private func isThere(_ path: String) throws(StoreError) -> Bool {
    try reading(path) { () throws(SystemFailure) in try fileSystem.statusIfPresent(path) != nil }
  }

  private func identity(_ path: String) throws(StoreError) -> FileIdentity {
    try reading(path) { () throws(SystemFailure) in try fileSystem.statusOfTarget(path).identity }
  }

  private func expectFolder(_ path: String) throws(StoreError) {
    let kind = try reading(path) { () throws(SystemFailure) in try fileSystem.status(path).kind }
    guard kind == .folder else { throw StoreError(file: path, fact: .notAFolder(kind)) }
  }

  /// What the folder is, and each that it is in.
  private func ancestors(of path: String) throws(StoreError) -> [FileIdentity] {
    var found: [FileIdentity] = []
    var path = path
    // `..` goes up whatever links led here; at the top it leads to itself.
    while found.count < 256 {
      let identity = try identity(path)
      if let last = found.last, last.isSameFile(as: identity) { break }
      found.append(identity)
      path += "/.."
    }
    return found
  }

  private func reading<Value>(_ path: String, _ body: () throws(SystemFailure) -> Value)
    throws(StoreError) -> Value
  {
    do {
      return try body()
    } catch {
      throw StoreError(file: path, fact: .cannotRead(error))
    }
  }
}
