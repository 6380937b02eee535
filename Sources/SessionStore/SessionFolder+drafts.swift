import Glibc
import WorkshopCore

// A session is made beside its place, in `.NAME.HEX.new`, and gets its name once it is whole. A program that is
// killed on the way leaves that folder, with the names of participants in it. Who makes one holds the lock of
// the folder, by which what is left is told from what another program is making.
extension SessionFolder {
  private static let ending = ".new"
  /// How often another folder is tried, where one is taken away for left behind in the moment before it is held.
  private static let tries = 8

  /// Makes a folder for a session that is being made; its lock is held until the descriptor is closed.
  ///
  /// Where the disk knows no locks of folders there is no descriptor, and nothing is ever taken away.
  func makeDraft() throws(SystemFailure) -> (draft: SessionFolder, hold: Int32?) {
    let location = SessionLocation(folder: path)
    for _ in 0..<SessionFolder.tries {
      let random = String(UInt64.random(in: .min ... .max), radix: 16)
      let draft = folder("\(location.parent)/.\(location.name).\(random)\(SessionFolder.ending)")
      try fileSystem.makeFolder(draft.path)
      do throws(SystemFailure) {
        if let hold = try fileSystem.hold(draft.path, .folder) { return (draft, hold) }
      } catch {
        if try fileSystem.statusIfPresent(draft.path) != nil { return (draft, nil) }
      }
    }
    throw SystemFailure(.makeFolder, code: EBUSY)
  }

  /// The folders that programs left beside this session's place which were killed while they made it.
  func draftsLeft() -> [String] {
    drafts().filter { path in
      guard let hold = (try? fileSystem.hold(path, .folder)) ?? nil else { return false }
      fileSystem.close(hold)
      return true
    }
  }

  /// Takes away what programs left that were killed while they made this session.
  func tidyDrafts() {
    for path in drafts() {
      guard let hold = (try? fileSystem.hold(path, .folder)) ?? nil else { continue }
      defer { fileSystem.close(hold) }
      folder(path).tidyAway()
    }
  }

  /// Removes a folder that did not become a session, with what making one writes and nothing else.
  func tidyAway() {
    for name in (try? fileSystem.list(path)) ?? [] where SessionFolder.isMade(name) {
      guard (try? fileSystem.status("\(path)/\(name)"))?.kind == .file else { continue }
      try? fileSystem.remove("\(path)/\(name)")
    }
    try? fileSystem.removeFolder(path)
  }

  /// Folders, and no links to any, with the names of drafts of this session.
  private func drafts() -> [String] {
    let location = SessionLocation(folder: path)
    let start = ".\(location.name)."
    return ((try? fileSystem.list(location.parent)) ?? []).filter { name in
      guard name.utf8.starts(with: start.utf8), name.hasSuffix(SessionFolder.ending) else {
        return false
      }
      let digits = name.utf8.dropFirst(start.utf8.count).dropLast(SessionFolder.ending.utf8.count)
      return (1...16).contains(digits.count) && digits.allSatisfy(\.isHexadecimal)
    }.map { "\(location.parent)/\($0)" }.filter { path in
      (try? fileSystem.status(path))?.kind == .folder
    }.sorted { $0.precedesByBytes($1) }
  }

  /// Tells whether a file of this name is one that making a session writes.
  private static func isMade(_ name: String) -> Bool {
    Leftover(fileName: name) != nil
      || (name.hasSuffix(".json") && DocumentName(String(name.dropLast(5))) != nil)
  }

  private func folder(_ path: String) -> SessionFolder {
    SessionFolder(path, fileSystem: fileSystem, clock: clock)
  }
}

extension UInt8 {
  /// Tells whether it is a digit of a number as drafts have in their names.
  var isHexadecimal: Bool { (0x30...0x39).contains(self) || (0x61...0x66).contains(self) }
}
