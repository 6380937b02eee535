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

  /// Tells whether a name that was listed is not UTF-8, so that nothing can be opened by it.
  func isUnreadable(_ name: String, in folder: String) -> Bool {
    guard name.unicodeScalars.contains("\u{FFFD}") else { return false }
    // The replacement character itself may stand in a name.
    do { return try statusIfPresent("\(folder)/\(name)") == nil } catch { return true }
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

  /// Makes a folder and those it is in, as far as they are missing; their names are on the disk when this
  /// returns. Links on the way are followed.
  func makeFolders(_ path: String) throws(SystemFailure) {
    do throws(SystemFailure) {
      _ = try statusOfTarget(path)
      return
    } catch {
      guard error.isMissing else { throw error }
    }
    let parent = SessionLocation(folder: path).parent
    if parent != path { try makeFolders(parent) }
    if try makeFolderIfAbsent(path) { try syncFolder(parent) }
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
