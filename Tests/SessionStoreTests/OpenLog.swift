import SessionStore
import Synchronization

/// The real file system, except that it remembers which files were opened, and by what name.
final class OpenLog: Sendable {
  private let opened = Mutex<[String]>([])

  /// Forgets what was opened so far.
  func reset() { opened.withLock { $0 = [] } }

  /// How often a file of this name was opened to be read.
  func count(_ name: String) -> Int { opened.withLock { $0.count { $0 == name } } }

  /// The file system; it does not wait for the disk.
  var fileSystem: FileSystem {
    var system = FileSystem.hasty
    system.open = { (path, purpose) throws(SystemFailure) in
      if purpose == .read {
        self.opened.withLock { $0.append(path.split(separator: "/").last.map(String.init) ?? "") }
      }
      return try FileSystem.hasty.open(path, purpose)
    }
    return system
  }
}
