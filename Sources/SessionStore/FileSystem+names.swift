import Glibc

extension FileSystem {
  /// Renames; `false` if the new name is taken, and nothing was renamed then.
  ///
  /// Where the disk cannot look and rename in one step, it is looked right before.
  func renameUnlessTaken(_ from: String, _ to: String) throws(SystemFailure) -> Bool {
    do throws(SystemFailure) {
      try renameIfAbsent(from, to)
    } catch {
      if error.isTaken { return false }
      guard error.isUnsupported else { throw error }
      if try statusIfPresent(to) != nil { return false }
      try rename(from, to)
    }
    return true
  }

  /// Makes a folder unless it is there; `true` if this made it.
  ///
  /// - Throws: `EEXIST` if something else has the name, and `ELOOP` if it is a link: what is written must
  ///   not leave the session by it.
  @discardableResult
  func makeFolderIfAbsent(_ path: String) throws(SystemFailure) -> Bool {
    do throws(SystemFailure) {
      if try !isFolder(path) {
        try makeFolder(path)
        return true
      }
    } catch {
      // Another program may just have made it.
      guard error.isTaken, try isFolder(path) else { throw error }
    }
    return false
  }

  /// Tells whether a folder has the name; throws if anything else has it, such as a link to one.
  func isFolder(_ path: String) throws(SystemFailure) -> Bool {
    switch try statusIfPresent(path)?.kind {
    case nil: false
    case .folder: true
    case .link: throw SystemFailure(.makeFolder, code: ELOOP)
    default: throw SystemFailure(.makeFolder, code: EEXIST)
    }
  }
}
